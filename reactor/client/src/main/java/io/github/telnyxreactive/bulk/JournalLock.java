package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.internal.file.PrivateFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a journal for one writer, by a lock on a file beside it. The journal itself cannot be locked: on Unix, a process loses
 * its locks on a file when it closes any handle of that file, and journals are read while they are written. The system releases
 * the lock if the process is killed; the empty file that is left then does no harm.
 */
final class JournalLock implements AutoCloseable {

    /** The files that this process has locked. A second handle of one of them must not be opened. */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path path;
    private final RandomAccessFile file;

    private JournalLock(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Locks a journal.
     *
     * @param journal the path of the journal, which exists
     * @return the lock, {@code null} if somebody else has it
     */
    static @Nullable JournalLock tryLock(Path journal) throws IOException {
        Path real = journal.toRealPath();
        Path path = real.resolveSibling(real.getFileName() + ".lock");
        synchronized (HELD) {
            if (HELD.contains(path)) {
                return null;
            }
            JournalLock lock = lock(path);
            if (lock != null) {
                HELD.add(path);
            }
            return lock;
        }
    }

    private static @Nullable JournalLock lock(Path path) throws IOException {
        while (true) {
            create(path);
            Object before = key(path);
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            JournalLock locked = new JournalLock(path, file);
            @Nullable FileLock lock = null;
            try {
                lock = file.getChannel().tryLock();
                // Otherwise, the one who had it has deleted it meanwhile.
                if (lock != null && Objects.equals(before, key(path)) && Files.exists(path)) {
                    return locked;
                }
            } catch (OverlappingFileLockException e) {
                // Another copy of this class has it. Closing this handle would give up that lock as well.
                return null;
            } catch (IOException e) {
                file.close();
                throw e;
            }
            file.close();
            if (lock == null) {
                return null;
            }
        }
    }

    private static void create(Path path) throws IOException {
        try {
            PrivateFile.create(path);
        } catch (FileAlreadyExistsException e) {
            // Of somebody else, or of a process that was killed.
        }
    }

    /** Returns what tells the file from one of the same name, {@code null} if it is gone or the system does not say. */
    private static @Nullable Object key(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // Windows does not delete a file that is open.
            }
            file.close();
            HELD.remove(path);
        }
    }
}
