package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.internal.file.PrivateFile;
import io.github.telnyxreactive.json.TelnyxJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The file of a journal, locked. All methods block. For use by one thread at a time. The thread may be interrupted, which would
 * close a channel, so this class does not write through one.
 */
final class JournalFile implements AutoCloseable {

    /** How the first line of every journal begins. */
    private static final byte[] FIRST_BYTES = "{\"entry\":\"batch\"".getBytes(StandardCharsets.UTF_8);

    private static final byte END_OF_LINE = '\n';

    private final Path path;
    private final RandomAccessFile file;
    private final JournalLock lock;
    private long length;

    private JournalFile(Path path, RandomAccessFile file, JournalLock lock) {
        this.path = path;
        this.file = file;
        this.lock = lock;
    }

    /** Opens a file, or creates it, and removes an incomplete last line. */
    static JournalFile open(Path path) {
        return open(path, create(path));
    }

    /** Opens a file that exists, and removes an incomplete last line. */
    static JournalFile openExisting(Path path) {
        // Who opens it for writing may create it.
        if (!Files.isRegularFile(path)) {
            throw new JournalException(
                    JournalException.Reason.UNREADABLE, "there is no journal " + path + ": name another file");
        }
        return open(path, false);
    }

    private static JournalFile open(Path path, boolean isNew) {
        JournalFile journal = lock(path);
        try {
            if (isNew) {
                forceFolder(path);
            }
            try (JournalReader lines = journal.lines(Long.MAX_VALUE)) {
                @Nullable JournalEntry entry;
                do {
                    entry = lines.next();
                } while (entry != null);
                journal.length = lines.position();
            }
            journal.requireTorn();
            journal.file.setLength(journal.length);
            journal.file.seek(journal.length);
            return journal;
        } catch (IOException e) {
            journal.close();
            throw new JournalException(
                    JournalException.Reason.UNREADABLE, "could not read the journal " + path + ": " + reason(e), e);
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** Without any complete line, a file is new, or its first line is incomplete; otherwise it is somebody else's. */
    private void requireTorn() throws IOException {
        if (length > 0 || file.length() == 0) {
            return;
        }
        byte[] present = new byte[(int) Math.min(file.length(), FIRST_BYTES.length)];
        file.readFully(present);
        if (!Arrays.equals(present, Arrays.copyOf(FIRST_BYTES, present.length))) {
            throw new JournalException(
                    JournalException.Reason.UNREADABLE, path + " is no journal, and stays as it is: name another file");
        }
    }

    private static boolean create(Path path) {
        try {
            PrivateFile.create(path);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new JournalException(
                    JournalException.Reason.UNWRITABLE,
                    "could not create the journal " + path + " (" + reason(e) + "): choose another file",
                    e);
        }
    }

    private static JournalFile lock(Path path) {
        @Nullable JournalLock lock;
        try {
            lock = JournalLock.tryLock(path);
        } catch (IOException e) {
            throw new JournalException(
                    JournalException.Reason.UNREADABLE, "could not lock the journal " + path + ": " + reason(e), e);
        }
        if (lock == null) {
            throw new JournalException(
                    JournalException.Reason.IN_USE,
                    "another process is running the batch of " + path + ": wait until it has ended, or stop it");
        }
        try {
            return new JournalFile(path, new RandomAccessFile(path.toFile(), "rw"), lock);
        } catch (IOException e) {
            JournalException failure = new JournalException(
                    JournalException.Reason.UNREADABLE, "could not open the journal " + path + ": " + reason(e), e);
            try {
                lock.close();
            } catch (IOException other) {
                failure.addSuppressed(other);
            }
            throw failure;
        }
    }

    /** Forces the folder, without which a power failure could lose the new file itself. Works on Unix only. */
    private static void forceFolder(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && folder.getFileSystem().getSeparator().equals("/")) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    }

    /** Reads the entries that the file had when it was opened. */
    JournalReader entries() {
        return lines(length);
    }

    /** Reads through a handle of its own. */
    private JournalReader lines(long limit) {
        return JournalReader.of(path, limit);
    }

    void write(JournalEntry entry) throws IOException {
        byte[] json = TelnyxJson.write(entry);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = END_OF_LINE;
        file.write(line);
    }

    void force() throws IOException {
        file.getFD().sync();
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try (lock) {
            file.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    JournalException failed(Throwable cause) {
        return new JournalException(
                JournalException.Reason.UNWRITABLE,
                "could not write the journal " + path + " (" + reason(cause)
                        + "), so nothing more is triggered; what it has stays valid, and once it can be written again, the"
                        + " batch can be resumed",
                cause);
    }

    static String reason(Throwable failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : " " + message);
    }
}
