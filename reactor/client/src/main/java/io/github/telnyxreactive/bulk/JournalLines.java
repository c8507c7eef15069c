package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.json.TelnyxJson;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads a journal line by line, up to an incomplete last line or a given length. */
final class JournalLines implements AutoCloseable {

    private final Path path;
    private final long limit;
    private @Nullable InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long length;
    private int line;

    /**
     * Creates a reader, which opens the file when it is first used.
     *
     * @param path the path
     * @param limit the number of bytes to read at most
     */
    JournalLines(Path path, long limit) {
        this.path = path;
        this.limit = limit;
    }

    private InputStream in() throws IOException {
        InputStream opened = in;
        if (opened == null) {
            opened = new BufferedInputStream(new FileInputStream(path.toFile()));
            in = opened;
        }
        return opened;
    }

    /** Returns the number of bytes of the lines that were read. */
    long length() {
        return length;
    }

    /** Returns the next entry, {@code null} at the end. */
    @Nullable JournalEntry next() throws IOException {
        if (length >= limit) {
            return null;
        }
        bytes.reset();
        InputStream content = in();
        for (int next = content.read(); next != '\n'; next = content.read()) {
            if (next < 0) {
                return null;
            }
            bytes.write(next);
        }
        line++;
        try {
            JournalEntry entry = TelnyxJson.read(bytes.toByteArray(), JournalEntry.class);
            requireVersion(entry);
            length += bytes.size() + 1;
            return entry;
        } catch (JacksonException e) {
            if (isEnd() && line > 1) {
                // After a power failure, the last line may have its end and still be invalid.
                return null;
            }
            throw new JournalException(
                    "line " + line + " of " + path + " is invalid, so it is not known what was done: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    private boolean isEnd() throws IOException {
        InputStream content = in();
        content.mark(1);
        int next = content.read();
        content.reset();
        return next < 0;
    }

    private void requireVersion(JournalEntry entry) {
        if (line == 1 && !(entry instanceof JournalEntry.Opened)) {
            throw new JournalException(path + " does not begin as a journal does: name another file");
        }
        if (entry instanceof JournalEntry.Opened opened && opened.version() > JournalEntry.VERSION) {
            throw new JournalException(
                    path + " has version " + opened.version() + ", but this library reads only up to "
                            + JournalEntry.VERSION + ": resume it with the version that wrote it");
        }
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
