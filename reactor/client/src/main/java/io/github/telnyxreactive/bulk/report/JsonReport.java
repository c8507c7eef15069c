package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.internal.file.TargetFile;
import io.github.telnyxreactive.internal.json.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes a report as one JSON object, for programs, and reads it back.
 *
 * <p>The object begins with {@code format} and {@code version}. The fields of a version are always present, in the same order,
 * and keep their names and meanings; others may be added. They are described in the README of the command line. Unknown values
 * are {@code null}. Unpaired surrogates, which UTF-8 cannot encode, are replaced by U+FFFD.
 *
 * <p>A report is written as it is read, and 8 bytes are kept for each run, to count the tests. One that is read back is held in
 * memory.
 */
public final class JsonReport {

    /** What is cut off by an error must not look complete. */
    private static final ObjectWriter WRITER =
            JsonCodec.mapper().writer().without(StreamWriteFeature.AUTO_CLOSE_CONTENT);

    private JsonReport() {}

    /**
     * Writes a file, in UTF-8. The file appears only once it is complete. Missing parent directories are created. This
     * blocks the calling thread.
     *
     * @param report the report, whose items are read several times
     * @param target the file, which is replaced if it exists; its owner alone may read it, where that is supported
     * @throws IOException if the report cannot be read or the file cannot be written; an existing file is then left
     *     unchanged
     */
    public static void write(BatchReport report, Path target) throws IOException {
        TargetFile.replace(target, out -> write(report, out));
    }

    /**
     * Writes to a stream, in UTF-8. The stream is flushed and not closed. This blocks the calling thread.
     *
     * @param report the report, whose items are read several times
     * @param out the stream
     * @throws IOException if the report cannot be read or writing fails; what was written by then is not complete
     */
    public static void write(BatchReport report, OutputStream out) throws IOException {
        try (JsonGenerator json = WRITER.createGenerator(out)) {
            new JsonDocument(report, json).write();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    /**
     * Reads a report of version 2. Fields that are not known are ignored, and so is what follows from others, the verdict for
     * example. In a report that does not say what the batch has to reach, every run has to pass. This blocks the calling
     * thread.
     *
     * @param in the stream, which is read to its end and not closed
     * @return the report, equal to the one that was written
     * @throws ReportFormatException if this is not a report, is one of another version, or is incomplete; the message says
     *     what to do
     * @throws IOException if reading fails
     */
    public static BatchReport read(InputStream in) throws IOException {
        CollectedItems items = new CollectedItems();
        BatchReport report = read(in, items);
        return new BatchReport(
                report.batchId(),
                report.startedAt(),
                report.elapsed(),
                report.interrupted(),
                report.requirement(),
                items.items());
    }

    /** Reads a report, whose items the sink takes, and returns it without them. */
    static BatchReport read(InputStream in, ReportSink sink) throws IOException {
        try (JsonParser json = JsonCodec.mapper().createParser(in)) {
            return new JsonReportReader(json, sink).read();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new ReportFormatException(
                    "This is not JSON, or it is cut off: " + e.getOriginalMessage() + ". Write the report again", e);
        }
    }
}
