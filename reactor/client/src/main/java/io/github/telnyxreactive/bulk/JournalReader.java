package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.json.TelnyxJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads the entries of a {@link FileJournal} up to its end or an incomplete last line, also while a batch writes it. Blocks. For
 * use by one thread at a time.
 */
public final class JournalReader implements AutoCloseable {

    private static final int BUFFER = 8192;

    private final Path path;
    private final long limit;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private @Nullable RandomAccessFile file;
    private long bufferStart;
    private int bufferLength;
    private long position;

    private JournalReader(Path path, long limit) {
        this.path = path;
        this.limit = limit;
    }

    /**
     * Creates a reader at the first entry. The file is opened when the first entry is read.
     *
     * @param path the path of the file
     * @return the reader
     */
    public static JournalReader of(Path path) {
        return new JournalReader(Objects.requireNonNull(path, "path"), Long.MAX_VALUE);
    }

    static JournalReader of(Path path, long limit) {
        return new JournalReader(path, limit);
    }

    /**
     * Returns the position of the next entry.
     *
     * @return the number of bytes before it
     */
    public long position() {
        return position;
    }

    /**
     * Continues at another entry.
     *
     * @param entry a position of an entry, from {@link #position()}
     */
    public void seek(long entry) {
        position = entry;
    }

    /**
     * Reads the next entry.
     *
     * @return the entry, {@code null} at the end
     * @throws IOException if the file cannot be read
     * @throws JournalException if a line is no entry, or of a version that this library does not know
     */
    public @Nullable JournalEntry next() throws IOException {
        if (position >= limit) {
            return null;
        }
        long end = readLine();
        if (end < 0) {
            return null;
        }
        try {
            JournalEntry entry = TelnyxJson.read(line.toByteArray(), JournalEntry.class);
            requireVersion(entry);
            position = end;
            return entry;
        } catch (JacksonException e) {
            if (position > 0 && end >= file().length()) {
                // After a power failure, the last line may have its end and still be invalid.
                return null;
            }
            throw new JournalException(
                    JournalException.Reason.UNREADABLE,
                    "the line at byte " + position + " of " + path + " is invalid, so it is not known what was done: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    /** Reads a line without its end. Returns the position behind it, negative if it is incomplete. */
    private long readLine() throws IOException {
        line.reset();
        long at = position;
        while (true) {
            if (at < bufferStart || at >= bufferStart + bufferLength) {
                fill(at);
                if (bufferLength <= 0) {
                    return -1;
                }
            }
            int from = (int) (at - bufferStart);
            int to = from;
            while (to < bufferLength && buffer[to] != '\n') {
                to++;
            }
            line.write(buffer, from, to - from);
            at = bufferStart + to;
            if (to < bufferLength) {
                return at + 1;
            }
        }
    }

    private void fill(long from) throws IOException {
        RandomAccessFile opened = file();
        opened.seek(from);
        bufferStart = from;
        bufferLength = Math.max(0, opened.read(buffer));
    }

    private RandomAccessFile file() throws IOException {
        RandomAccessFile opened = file;
        if (opened == null) {
            opened = new RandomAccessFile(path.toFile(), "r");
            file = opened;
        }
        return opened;
    }

    private void requireVersion(JournalEntry entry) {
        if (position == 0 && !(entry instanceof JournalEntry.Opened)) {
            throw new JournalException(
                    JournalException.Reason.UNREADABLE, path + " does not begin as a journal does: name another file");
        }
        if (entry instanceof JournalEntry.Opened opened && opened.version() > JournalEntry.VERSION) {
            throw new JournalException(
                    JournalException.Reason.UNREADABLE,
                    path + " has version " + opened.version() + ", but this library reads only up to "
                            + JournalEntry.VERSION + ": resume it with the version that wrote it");
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
