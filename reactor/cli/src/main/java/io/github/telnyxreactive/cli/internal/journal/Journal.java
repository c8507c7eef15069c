package io.github.telnyxreactive.cli.internal.journal;

import io.github.telnyxreactive.cli.internal.state.BatchChange;
import io.github.telnyxreactive.json.TelnyxJson;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one batch, a file of JSON lines: the header, and a line for each change. What was written survives a crash of
 * the process; what was {@linkplain #force() forced} also survives a crash of the machine. Only one process at a time can
 * have it open.
 *
 * <p>All methods block. For use by one thread at a time. The thread may be interrupted, which would close a channel, so this
 * class does not write through one.
 */
public final class Journal implements AutoCloseable {

    private static final byte END_OF_LINE = '\n';

    private final Path path;
    private final RandomAccessFile file;

    private Journal(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Creates the journal of a new batch.
     *
     * @param path the path, where no file may exist
     * @param header the header
     * @return the journal, whose header has been forced to the disk
     * @throws JournalException if the journal cannot be created
     */
    public static Journal create(Path path, JournalHeader header) {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            throw new JournalException(
                    path + " already exists: name another file, or resume that batch with --resume " + path, e);
        } catch (IOException e) {
            throw new JournalException(
                    "could not create the journal (" + reason(e) + "): choose another file with --journal FILE", e);
        }
        Journal journal = lock(path);
        journal.guarded(() -> {
            journal.write(header);
            journal.forceParent();
        });
        return journal;
    }

    /**
     * Opens the journal of an earlier batch. An incomplete last line is removed.
     *
     * @param path the path
     * @return the journal and its content
     * @throws JournalException if the journal cannot be read, or another process has it open
     */
    public static Opened open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new JournalException("no journal " + path);
        }
        Journal journal = lock(path);
        try {
            JournalReader reader = JournalReader.read(path, journal.file.getFD());
            journal.file.setLength(reader.length());
            journal.file.seek(reader.length());
            return new Opened(journal, reader.header(), reader.changes());
        } catch (IOException e) {
            journal.close();
            throw new JournalException("could not read the journal " + path + ": " + reason(e), e);
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private static Journal lock(Path path) {
        RandomAccessFile file;
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            throw new JournalException("could not open the journal " + path + ": " + reason(e), e);
        }
        Journal journal = new Journal(path, file);
        if (!journal.tryLock()) {
            journal.close();
            throw new JournalException(
                    "another process is running the batch of " + path + ": wait until it has ended, or stop it");
        }
        return journal;
    }

    /** Locks the file until it is closed, which also happens if the process is killed. */
    private boolean tryLock() {
        try {
            @Nullable FileLock lock = file.getChannel().tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // This process has it open already.
            return false;
        } catch (IOException e) {
            close();
            throw new JournalException("could not lock the journal " + path + ": " + reason(e), e);
        }
    }

    /**
     * Returns the path of the journal.
     *
     * @return the path
     */
    public Path path() {
        return path;
    }

    /**
     * Appends a change.
     *
     * @param change the change
     */
    public void append(BatchChange change) {
        guarded(() -> write(change));
    }

    /**
     * Appends changes and forces them to the disk.
     *
     * @param changes the changes
     */
    public void appendForced(Collection<? extends BatchChange> changes) {
        guarded(() -> {
            for (BatchChange change : changes) {
                write(change);
            }
            file.getFD().sync();
        });
    }

    /** Forces everything that was appended to the disk. */
    public void force() {
        guarded(() -> file.getFD().sync());
    }

    private void write(Object value) throws IOException {
        byte[] json = TelnyxJson.write(value);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = END_OF_LINE;
        file.write(line);
    }

    /** Forces the directory, without which a power failure could lose the new file itself. Works on Unix only. */
    private void forceParent() throws IOException {
        file.getFD().sync();
        File parent = path.toAbsolutePath().getParent().toFile();
        if (File.separatorChar == '/') {
            try (FileChannel folder = FileChannel.open(parent.toPath())) {
                folder.force(true);
            }
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void guarded(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private JournalException failed(IOException cause) {
        return new JournalException("could not write the journal " + path + ": " + reason(cause), cause);
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : " " + message);
    }

    private interface Step {
        void run() throws IOException;
    }

    /**
     * An opened journal.
     *
     * @param journal the journal, ready to append to
     * @param header the header
     * @param changes the changes, in order
     */
    public record Opened(Journal journal, JournalHeader header, List<BatchChange> changes) {

        /** Copies the list. */
        public Opened {
            changes = List.copyOf(changes);
        }
    }
}
