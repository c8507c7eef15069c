package io.github.telnyxreactive.cli.internal.report;

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
 * Replaces a file as a whole. What is written goes to another file of the same directory, which takes the place of the
 * target when it is complete, so that a reader finds the old content or the new one, and after an error the old one.
 */
final class TargetFile {

    private TargetFile() {}

    /**
     * Writes a file. Directories above it are made where they are missing. A symbolic link stays one, and what it leads to
     * is replaced. What is there but is no regular file, such as a pipe, is written to, since it cannot be replaced.
     */
    static void replace(Path target, Content content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (OutputStream out = Files.newOutputStream(target)) {
                content.writeTo(out);
            }
            return;
        }
        Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        // Fails for a directory behind a symbolic link on some versions of Java, though there is nothing to do.
        if (!Files.isDirectory(file.getParent())) {
            Files.createDirectories(file.getParent());
        }
        // Not a file made by Files.createTempFile, which nobody else may read, and a build server is somebody else.
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        Path temporary = file.resolveSibling(".report-" + random + ".tmp");
        try {
            try (OutputStream out =
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            move(temporary, file);
        } catch (IOException | RuntimeException e) {
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

    private static void delete(Path temporary, Exception cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** What a file is to hold. */
    @FunctionalInterface
    interface Content {

        /** Writes it to a stream, which the caller closes. */
        void writeTo(OutputStream out) throws IOException;
    }
}
