package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.gate.RunEvidence;
import io.github.telnyxreactive.gate.TestEvidence;
import io.github.telnyxreactive.gate.VersionEvidence;
import io.github.telnyxreactive.internal.file.TargetFile;
import io.github.telnyxreactive.internal.json.JsonCodec;
import io.github.telnyxreactive.internal.report.Characters;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes the evidence of a release gate about one version as a JSON object, and reads it back, so that a later gate need not run
 * the version again.
 *
 * <p>The object begins with {@code format} and {@code version}. The fields of a version of the format are always present, in the
 * same order, and keep their names and meanings; others may be added. Unpaired surrogates, which UTF-8 cannot encode, are replaced
 * by U+FFFD. It holds ids, statuses and digests, and no text of a test
 * or an assistant.
 */
public final class JsonEvidence {

    private static final String FORMAT = "telnyx-gate-evidence";
    private static final int VERSION = 2;

    /** What is cut off by an error must not look complete. */
    private static final ObjectWriter WRITER =
            JsonCodec.mapper().writer().without(StreamWriteFeature.AUTO_CLOSE_CONTENT);

    private JsonEvidence() {}

    /**
     * Writes a file, in UTF-8. The file appears only once it is complete. Missing parent directories are created. This
     * blocks the calling thread.
     *
     * @param evidence the evidence
     * @param target the file, which is replaced if it exists; its owner alone may read it, where that is supported
     * @throws IOException if the file cannot be written; an existing file is then left unchanged
     */
    public static void write(VersionEvidence evidence, Path target) throws IOException {
        TargetFile.replace(target, out -> write(evidence, out));
    }

    /**
     * Writes to a stream, in UTF-8. The stream is flushed and not closed. This blocks the calling thread.
     *
     * @param evidence the evidence
     * @param out the stream
     * @throws IOException if writing fails; what was written by then is not complete
     */
    public static void write(VersionEvidence evidence, OutputStream out) throws IOException {
        try (JsonGenerator json = WRITER.createGenerator(out)) {
            write(evidence, json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    private static void write(VersionEvidence evidence, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("format", FORMAT);
        json.writeNumberProperty("version", VERSION);
        text(json, "assistant_id", evidence.assistantId());
        text(json, "version_id", evidence.versionId());
        text(json, "version_digest", evidence.versionDigest());
        json.writeStringProperty("started_at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(evidence.startedAt()));
        json.writeNumberProperty("repeats", evidence.repeats());
        json.writeArrayPropertyStart("tests");
        evidence.tests().forEach(test -> write(test, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(TestEvidence test, JsonGenerator json) {
        json.writeStartObject();
        optionalText(json, "suite", test.suite());
        text(json, "test_id", test.testId());
        text(json, "digest", test.digest());
        json.writeArrayPropertyStart("runs");
        test.runs().forEach(run -> write(run, json));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(RunEvidence run, JsonGenerator json) {
        json.writeStartObject();
        text(json, "run_id", run.runId());
        optionalText(json, "suite_run_id", run.suiteRunId());
        text(json, "status", run.status().value());
        json.writeEndObject();
    }

    private static void optionalText(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            text(json, name, value);
        }
    }

    private static void text(JsonGenerator json, String name, String value) {
        json.writeStringProperty(name, Characters.encodable(value));
    }

    /**
     * Reads evidence of version 1 or 2. Fields that are not known are ignored. This blocks the calling thread.
     *
     * @param in the stream, which is read to its end and not closed
     * @return the evidence, equal to that which was written
     * @throws ReportFormatException if this is no evidence, is of another version, or is incomplete; the message says why
     * @throws IOException if reading fails
     */
    public static VersionEvidence read(InputStream in) throws IOException {
        try (JsonParser json = JsonCodec.mapper().createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw other();
            }
            JsonFields fields = JsonFields.of("the evidence", json.readValueAsTree());
            if (json.nextToken() != null) {
                throw new ReportFormatException("Something follows the evidence. Run the gate again");
            }
            return read(fields);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw failure("This is not JSON, or it is cut off: " + e.getOriginalMessage(), e);
        }
    }

    private static VersionEvidence read(JsonFields fields) throws ReportFormatException {
        if (!fields.has("format") || !FORMAT.equals(fields.text("format"))) {
            throw other();
        }
        int version = fields.number("version");
        if (version < 1 || version > VERSION) {
            throw failure(
                    "The evidence has version " + version + ", and this library reads versions up to " + VERSION, null);
        }
        List<TestEvidence> tests = new ArrayList<>();
        try {
            for (JsonFields test : fields.objects("tests")) {
                tests.add(test(test));
            }
            return new VersionEvidence(
                    fields.text("assistant_id"),
                    fields.text("version_id"),
                    fields.text("version_digest"),
                    fields.time("started_at"),
                    fields.number("repeats"),
                    tests);
        } catch (IllegalArgumentException e) {
            throw failure("The evidence is not complete: " + e.getMessage(), e);
        }
    }

    private static TestEvidence test(JsonFields fields) throws ReportFormatException {
        List<RunEvidence> runs = new ArrayList<>();
        for (JsonFields run : fields.objects("runs")) {
            runs.add(new RunEvidence(
                    run.text("run_id"), run.optionalText("suite_run_id"), new TestRunStatus(run.text("status"))));
        }
        return new TestEvidence(fields.optionalText("suite"), fields.text("test_id"), fields.text("digest"), runs);
    }

    private static ReportFormatException other() {
        return failure("This is not the evidence of a gate, whose field \"format\" is \"" + FORMAT + "\"", null);
    }

    private static ReportFormatException failure(String message, @Nullable Throwable cause) {
        String sentence = message + ". Run the gate again";
        return cause == null ? new ReportFormatException(sentence) : new ReportFormatException(sentence, cause);
    }
}
