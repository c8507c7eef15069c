package io.github.telnyxreactive.cli.internal.journal;

import io.github.telnyxreactive.cli.internal.state.BatchChange;
import io.github.telnyxreactive.json.TelnyxJson;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads a journal line by line, up to an incomplete last line. */
final class JournalReader {

    private final Path path;
    private final List<BatchChange> changes = new ArrayList<>();
    private @Nullable JournalHeader header;
    private long length;
    private int line;

    private JournalReader(Path path) {
        this.path = path;
    }

    /** Reads to the end of an open file, since with mandatory locks no other handle could read it. The file stays open. */
    static JournalReader read(Path path, FileDescriptor file) throws IOException {
        JournalReader reader = new JournalReader(path);
        reader.read(new BufferedInputStream(new FileInputStream(file)));
        return reader;
    }

    /** Returns the number of bytes up to the end of the last complete line. */
    long length() {
        return length;
    }

    List<BatchChange> changes() {
        return changes;
    }

    JournalHeader header() {
        if (header == null) {
            throw new JournalException(path + " has no header: the batch was never started, so run it as a new one");
        }
        return header;
    }

    private void read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                bytes.write(next);
                continue;
            }
            if (!readLine(bytes.toByteArray(), in.available() == 0)) {
                return;
            }
            length += bytes.size() + 1;
            bytes.reset();
        }
    }

    /** Returns whether a line is valid. After a power failure, the last line may have its end and still be invalid. */
    private boolean readLine(byte[] json, boolean last) {
        line++;
        try {
            if (header == null) {
                header = TelnyxJson.read(json, JournalHeader.class);
                requireFormat(header);
            } else {
                changes.add(TelnyxJson.read(json, BatchChange.class));
            }
            return true;
        } catch (JacksonException e) {
            if (last && header != null) {
                return false;
            }
            throw new JournalException(
                    "line " + line + " of " + path + " is invalid, so it is not known what was done: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    private void requireFormat(JournalHeader read) {
        if (read.format() < JournalHeader.OLDEST_FORMAT || read.format() > JournalHeader.FORMAT) {
            throw new JournalException(
                    path + " has format " + read.format() + ", but this program supports only the formats "
                            + JournalHeader.OLDEST_FORMAT + " to " + JournalHeader.FORMAT
                            + ": resume it with the version that wrote it");
        }
    }
}
