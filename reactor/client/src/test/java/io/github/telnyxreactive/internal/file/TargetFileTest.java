package io.github.telnyxreactive.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetFileTest {

    @TempDir
    private Path directory;

    @Test
    void createsDirectories() throws IOException {
        Path file = directory.resolve("a/b/report");

        write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(names(file.getParent())).containsExactly("report");
    }

    @Test
    void aRelativePathNeedsNoDirectory() throws IOException {
        Path file = Path.of("target-file-test-" + ProcessHandle.current().pid());
        try {
            write(file, "new");
            assertThat(file).hasContent("new");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Test
    void readersSeeTheOldContentUntilTheNewIsComplete() throws IOException {
        Path file = Files.writeString(directory.resolve("report"), "old");

        TargetFile.replace(file, out -> {
            out.write("ne".getBytes(UTF_8));
            out.flush();
            assertThat(file).hasContent("old");
            out.write("w".getBytes(UTF_8));
        });

        assertThat(file).hasContent("new");
        assertThat(names(directory)).containsExactly("report");
    }

    @Test
    void keepsTheOldContentAfterAnError() throws IOException {
        Path file = Files.writeString(directory.resolve("report"), "old");

        for (Throwable error :
                List.of(new IOException("disk full"), new IllegalStateException("bug"), new OutOfMemoryError("test"))) {
            assertThatThrownBy(() -> TargetFile.replace(file, out -> {
                        out.write('n');
                        if (error instanceof IOException failed) {
                            throw failed;
                        }
                        if (error instanceof Error fatal) {
                            throw fatal;
                        }
                        throw (RuntimeException) error;
                    }))
                    .isSameAs(error);
        }

        assertThat(file).hasContent("old");
        assertThat(names(directory)).containsExactly("report");
    }

    @Test
    void failsIfTheFileCannotBeWritten() throws IOException {
        Path notADirectory = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> write(directory, "new")).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> write(notADirectory.resolve("report"), "new")).isInstanceOf(FileSystemException.class);
        assertThat(names(directory)).containsExactly("file");
    }

    @Test
    void canBeReadByItsOwnerAlone() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = directory.resolve("report");

        TargetFile.replace(
                file,
                out -> assertThat(permissions(directory.resolve(names(directory).get(0))))
                        .isEqualTo("rw-------"));

        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void canBeReadByItsOwnerAloneEvenIfTheOldFileCouldBeReadByAll() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = Files.writeString(directory.resolve("report"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        write(file, "new");

        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void followsSymbolicLinks() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path real = Files.createDirectory(directory.resolve("real"));
        Path old = Files.writeString(real.resolve("report"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link"), old);
        Path linkedDirectory = Files.createSymbolicLink(directory.resolve("linked"), real);

        write(link, "new");
        write(linkedDirectory.resolve("second"), "newer");

        assertThat(link).isSymbolicLink();
        assertThat(old).hasContent("new");
        assertThat(real.resolve("second")).hasContent("newer");
    }

    @Test
    void writesToAFileThatIsNotRegular() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));

        write(device, "new");

        assertThat(Files.isRegularFile(device)).isFalse();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void write(Path file, String content) throws IOException {
        TargetFile.replace(file, out -> out.write(content.getBytes(UTF_8)));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
