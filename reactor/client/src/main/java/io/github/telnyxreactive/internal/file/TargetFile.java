package io.github.telnyxreactive.internal.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Replaces a file atomically. The content is written to a temporary file in the same directory, which then replaces the target,
 * so that readers see either the old or the new content, and after an error the old one. The new file can be read by its owner
 * alone, whoever could read the old one: reports and definitions may hold phone numbers and what people have said.
 */
public final class TargetFile {

    private TargetFile() {}

    /**
     * Writes a file. Missing parent directories are created. The target of a symbolic link is replaced, not the link. A file
     * that is not a regular one, such as a pipe, is written to, since it cannot be replaced.
     *
     * @param target the file
     * @param content writes its content
     * @throws IOException if it cannot be written; an existing file is then left unchanged
     */
    public static void replace(Path target, Content content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (OutputStream out = Files.newOutputStream(target)) {
                content.writeTo(out);
            }
            return;
        }
        Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        // In some versions of Java, createDirectories fails for an existing symbolic link to a directory.
        if (!Files.isDirectory(file.getParent())) {
            Files.createDirectories(file.getParent());
        }
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Path temporary = file.resolveSibling(".telnyx-" + random + ".tmp");
        try {
            PrivateFile.create(temporary);
            try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            move(temporary, file);
        } catch (IOException | RuntimeException | Error e) {
            delete(temporary, e);
            throw e;
        }
    }

    private static void move(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path temporary, Throwable cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** The content of a file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes the content.
         *
         * @param out the stream to write to, which the caller closes
         * @throws IOException if writing fails
         */
        void writeTo(OutputStream out) throws IOException;
    }
}
