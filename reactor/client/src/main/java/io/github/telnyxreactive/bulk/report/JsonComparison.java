package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.internal.file.TargetFile;
import io.github.telnyxreactive.internal.json.JsonCodec;
import io.github.telnyxreactive.internal.report.Characters;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.ObjectWriter;

/**
 * Writes a comparison of reports as one JSON object, for programs.
 *
 * <p>The object begins with {@code format} and {@code version}. The fields of a version are always present, in the same order,
 * and keep their names and meanings; others may be added. They are described in the README of the command line. Tests come in
 * the order of {@link TestChange}. Unknown values are {@code null}. Unpaired surrogates, which UTF-8 cannot encode, are
 * replaced by U+FFFD.
 */
public final class JsonComparison {

    private static final String FORMAT = "telnyx-batch-comparison";
    private static final int VERSION = 1;

    /** What is cut off by an error must not look complete. */
    private static final ObjectWriter WRITER =
            JsonCodec.mapper().writer().without(StreamWriteFeature.AUTO_CLOSE_CONTENT);

    private final ReportComparison comparison;
    private final JsonGenerator json;

    private JsonComparison(ReportComparison comparison, JsonGenerator json) {
        this.comparison = comparison;
        this.json = json;
    }

    /**
     * Writes a file, in UTF-8. The file appears only once it is complete. Missing parent directories are created. This
     * blocks the calling thread.
     *
     * @param comparison the comparison
     * @param target the file, which is replaced if it exists; its owner alone may read it, where that is supported
     * @throws IOException if the file cannot be written; an existing file is then left unchanged
     */
    public static void write(ReportComparison comparison, Path target) throws IOException {
        TargetFile.replace(target, out -> write(comparison, out));
    }

    /**
     * Writes to a stream, in UTF-8. The stream is flushed and not closed. This blocks the calling thread.
     *
     * @param comparison the comparison
     * @param out the stream
     * @throws IOException if writing fails; what was written by then is not complete
     */
    public static void write(ReportComparison comparison, OutputStream out) throws IOException {
        try (JsonGenerator json = WRITER.createGenerator(out)) {
            new JsonComparison(comparison, json).write();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("format", FORMAT);
        json.writeNumberProperty("version", VERSION);
        json.writeBooleanProperty("worse", comparison.isWorse());
        report("earlier", comparison.earlier());
        report("later", comparison.later());
        json.writeObjectPropertyStart("totals");
        for (TestChange change : TestChange.values()) {
            json.writeNumberProperty(change.key(), comparison.count(change));
        }
        json.writeNumberProperty("lost_passes", comparison.lostPasses());
        json.writeEndObject();
        json.writeArrayPropertyStart("tests");
        for (TestChange change : TestChange.values()) {
            comparison.tests(change).forEach(test -> test(test, change));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void report(String name, ComparedReport report) {
        json.writeObjectPropertyStart(name);
        text("batch_id", report.batchId());
        text("started_at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(report.startedAt()));
        text("verdict", report.verdict().key());
        json.writeBooleanProperty("main_version", report.isMainVersion());
        json.writeArrayPropertyStart("version_ids");
        report.versionIds().forEach(version -> json.writeString(Characters.encodable(version)));
        json.writeEndArray();
        json.writeNumberProperty("runs", report.runs());
        json.writeNumberProperty("runs_of_unknown_tests", report.unmatchedRuns());
        json.writeNumberProperty("passed", report.passed());
        json.writeNumberProperty("tests_not_started", report.notStarted());
        Double passRate = report.passRatePercent();
        if (passRate == null) {
            json.writeNullProperty("pass_rate_percent");
        } else {
            json.writeNumberProperty("pass_rate_percent", passRate);
        }
        json.writeEndObject();
    }

    private void test(ComparedTest test, TestChange change) {
        json.writeStartObject();
        text("change", change.key());
        text("kind", test.suite() == null ? "test" : "suite");
        text("suite", test.suite());
        text("test_id", test.testId());
        text("test_name", test.testName());
        result("earlier", test.earlier());
        result("later", test.later());
        json.writeEndObject();
    }

    private void result(String name, @Nullable TestResult result) {
        if (result == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        text("outcome", result.outcome().key());
        json.writeNumberProperty("passed", result.passed());
        json.writeNumberProperty("failed", result.failed());
        json.writeNumberProperty("unknown", result.unknown());
        json.writeNumberProperty("not_started", result.notStarted());
        json.writeEndObject();
    }

    private void text(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, Characters.encodable(value));
        }
    }
}
