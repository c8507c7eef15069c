package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive of the classes that the program loads, with which a virtual machine needs half the time to start. A virtual
 * machine that cannot use it starts without it.
 *
 * @param classPath the class path with jars instead of directories, which archives do not support
 * @param file the archive
 */
record ClassArchive(String classPath, Path file) {

    /** Created when it is first used. */
    private static final class Shared {

        private static final ClassArchive ARCHIVE = createTemporary();
    }

    /** Returns the archive of this virtual machine. */
    static ClassArchive shared() {
        return Shared.ARCHIVE;
    }

    private static ClassArchive createTemporary() {
        try {
            Path folder = Files.createTempDirectory("telnyx-batch-classes");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return create(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates an archive by running the program once. */
    private static ClassArchive create(Path folder) throws IOException, InterruptedException {
        List<String> jars = new ArrayList<>();
        for (String entry : Program.classPath().split(File.pathSeparator)) {
            Path path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? jar(path, folder.resolve(jars.size() + ".jar")) : entry);
        }
        ClassArchive archive = new ClassArchive(String.join(File.pathSeparator, jars), folder.resolve("classes.jsa"));
        Process process = Program.withoutArchive()
                .withClassPath(archive.classPath)
                .withOption("-XX:ArchiveClassesAtExit=" + archive.file)
                .command(
                        "run",
                        "suite",
                        "--simulate",
                        "--run-duration=1ms-2ms",
                        "--journal=" + folder.resolve("journal"),
                        "--summary=" + folder.resolve("summary"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("output")))
                .isZero();
        return archive;
    }

    private static String jar(Path directory, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(directory)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            files.filter(Files::isRegularFile).forEach(file -> add(zip, directory, file));
        }
        return jar.toString();
    }

    private static void add(ZipOutputStream zip, Path directory, Path file) {
        try {
            zip.putNextEntry(new ZipEntry(directory.relativize(file).toString().replace(File.separatorChar, '/')));
            Files.copy(file, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
