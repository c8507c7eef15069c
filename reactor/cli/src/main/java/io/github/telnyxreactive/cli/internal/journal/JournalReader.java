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

/** Reads a journal line by line, up to a last line that was not written to its end. */
final class JournalReader {

    private final Path path;
    private final List<BatchChange> changes = new ArrayList<>();
    private @Nullable JournalHeader header;
    private long length;
    private int line;

    private JournalReader(Path path) {
        this.path = path;
    }

    /** Reads to the end of the file, which is left open: where locks bind everybody, no other handle could read it. */
    static JournalReader read(Path path, FileDescriptor file) throws IOException {
        JournalReader reader = new JournalReader(path);
        reader.read(new BufferedInputStream(new FileInputStream(file)));
        return reader;
    }

    /** The bytes up to the end of the last line that is whole. */
    long length() {
        return length;
    }

    List<BatchChange> changes() {
        return changes;
    }

    JournalHeader header() {
        if (header == null) {
            throw new JournalException(path + " has no header: the batch was not begun, so start it anew");
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
            if (!take(bytes.toByteArray(), in.available() == 0)) {
                return;
            }
            length += bytes.size() + 1;
            bytes.reset();
        }
    }

    /** Takes a line in; after a power cut, the last one may have its end and yet be broken. */
    private boolean take(byte[] json, boolean last) {
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
                    "line " + line + " of " + path + " is broken, so it is not known what was done: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    private void requireFormat(JournalHeader read) {
        if (read.format() != JournalHeader.FORMAT) {
            throw new JournalException(path + " has format " + read.format() + ", and this program knows only format "
                    + JournalHeader.FORMAT + ": go on with the version that wrote it");
        }
    }
}
