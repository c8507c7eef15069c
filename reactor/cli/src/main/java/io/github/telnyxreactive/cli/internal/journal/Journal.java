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
 * The journal of one batch, a file of JSON lines: the header, and a line for each change. What was written outlives the
 * process; what was {@linkplain #force() forced} outlives the machine as well. One process at a time may have it open.
 *
 * <p>All methods block. To be used by one thread at a time. An interrupt of the thread does no harm, which is why this does
 * not write through a channel.
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
     * Starts the journal of a new batch.
     *
     * @param path where it shall be; there must be no file yet
     * @param header what the batch is to run
     * @return the journal, whose header is safe on the disk
     * @throws JournalException if it cannot be made
     */
    public static Journal create(Path path, JournalHeader header) {
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            throw new JournalException(
                    path + " exists already: name another file, or go on with that batch by --resume " + path, e);
        } catch (IOException e) {
            throw new JournalException(
                    "the journal cannot be written (" + reason(e) + "): choose a place for it with" + " --journal FILE",
                    e);
        }
        Journal journal = lock(path);
        journal.guarded(() -> {
            journal.write(header);
            journal.forceParent();
        });
        return journal;
    }

    /**
     * Opens the journal of a batch that was left. A last line that was not written to its end is cut off.
     *
     * @param path where it is
     * @return the journal and what it says
     * @throws JournalException if it cannot be read, or another process has it open
     */
    public static Opened open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new JournalException("there is no journal " + path);
        }
        Journal journal = lock(path);
        try {
            JournalReader reader = JournalReader.read(path, journal.file.getFD());
            journal.file.setLength(reader.length());
            journal.file.seek(reader.length());
            return new Opened(journal, reader.header(), reader.changes());
        } catch (IOException e) {
            journal.close();
            throw new JournalException("the journal " + path + " cannot be read: " + reason(e), e);
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
            throw new JournalException("the journal " + path + " cannot be opened: " + reason(e), e);
        }
        Journal journal = new Journal(path, file);
        if (!journal.tryLock()) {
            journal.close();
            throw new JournalException(
                    "another process is at work on the batch of " + path + ": wait for its end, or stop it");
        }
        return journal;
    }

    /** The lock lasts as long as the file is open, also if the process is killed. */
    private boolean tryLock() {
        try {
            @Nullable FileLock lock = file.getChannel().tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another journal of this process.
            return false;
        } catch (IOException e) {
            close();
            throw new JournalException("the journal " + path + " cannot be locked: " + reason(e), e);
        }
    }

    /**
     * Returns where the journal is.
     *
     * @return the path of the file
     */
    public Path path() {
        return path;
    }

    /**
     * Adds a change.
     *
     * @param change what was done or learnt
     */
    public void append(BatchChange change) {
        guarded(() -> write(change));
    }

    /**
     * Adds changes and forces them.
     *
     * @param changes what is about to be done
     */
    public void appendForced(Collection<? extends BatchChange> changes) {
        guarded(() -> {
            for (BatchChange change : changes) {
                write(change);
            }
            file.getFD().sync();
        });
    }

    /** Waits until everything that was added is safe on the disk. */
    public void force() {
        guarded(() -> file.getFD().sync());
    }

    private void write(Object value) throws IOException {
        byte[] json = TelnyxJson.write(value);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = END_OF_LINE;
        file.write(line);
    }

    /** Without this, a power cut could take the new file itself away. Not every file system can do it. */
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
        return new JournalException("the journal " + path + " cannot be written: " + reason(cause), cause);
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : " " + message);
    }

    private interface Step {
        void run() throws IOException;
    }

    /**
     * A journal that was opened.
     *
     * @param journal the journal, to go on with
     * @param header what the batch is to run
     * @param changes what was done and learnt, in its order
     */
    public record Opened(Journal journal, JournalHeader header, List<BatchChange> changes) {

        /** Copies what could change. */
        public Opened {
            changes = List.copyOf(changes);
        }
    }
}
