package io.github.telnyxreactive.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Creates files that their owner alone may read, where the file system supports that. */
public final class PrivateFile {

    private static final String OWNER_ALONE = "rw-------";

    private PrivateFile() {}

    /**
     * Creates an empty file.
     *
     * @param path its path
     * @throws IOException if it exists, or cannot be created
     */
    public static void create(Path path) throws IOException {
        boolean isPosix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createFile(
                path,
                isPosix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ALONE))
                        }
                        : new FileAttribute<?>[0]);
    }
}
