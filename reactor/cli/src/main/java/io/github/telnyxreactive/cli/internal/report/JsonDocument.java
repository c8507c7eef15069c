package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the fields of a report in JSON. */
final class JsonDocument {

    private static final int DECIMALS_OF_MILLIS = 3;

    private final Report report;
    private final JsonGenerator json;

    JsonDocument(Report report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    void write() {
        ReportTally tally = ReportTally.of(report.items(), report.interrupted());
        json.writeStartObject();
        text("batch_id", report.batchId());
        text("started_at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(report.startedAt()));
        seconds("elapsed_seconds", report.elapsed());
        json.writeBooleanProperty("interrupted", report.interrupted());
        text("verdict", Verdict.of(report, tally).key());
        passRate(tally.passRate());
        totals(tally);
        json.writeArrayPropertyStart("items");
        report.items().forEach(this::item);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void passRate(OptionalDouble rate) {
        if (rate.isPresent()) {
            json.writeNumberProperty("pass_rate", rate.getAsDouble());
        } else {
            json.writeNullProperty("pass_rate");
        }
    }

    private void totals(ReportTally tally) {
        json.writeObjectPropertyStart("totals");
        json.writeNumberProperty("items", report.items().size());
        json.writeNumberProperty("items_without_result", tally.doubtfulItems());
        json.writeNumberProperty("runs", tally.runs());
        json.writeObjectPropertyStart("by_outcome");
        for (RunOutcome outcome : RunOutcome.values()) {
            json.writeNumberProperty(outcome.key(), tally.of(outcome));
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("by_status");
        tally.byStatus()
                .forEach((status, runs) ->
                        json.writeNumberProperty(Characters.encodable(status.value()), runs.intValue()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void item(ReportedItem item) {
        json.writeStartObject();
        text("kind", item.kind().name().toLowerCase(Locale.ROOT));
        text("name", item.name());
        text("version_id", item.versionId());
        text("problem", item.problem());
        json.writeArrayPropertyStart("runs");
        item.runs().forEach(this::run);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void run(ReportedRun run) {
        json.writeStartObject();
        text("run_id", run.runId());
        text("test_id", run.testId());
        text("test_name", run.testName());
        text("status", run.status().value());
        text("outcome", RunOutcome.of(run).key());
        seconds("duration_seconds", run.duration());
        text("conversation_id", run.conversationId());
        text("problem", run.problem());
        json.writeArrayPropertyStart("rubric");
        run.rubric().forEach(this::rubricItem);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rubricItem(TestRunDetailResult item) {
        json.writeStartObject();
        text("name", ReportedRun.name(item));
        text("status", ReportedRun.status(item).value());
        json.writeEndObject();
    }

    private void text(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, Characters.encodable(value));
        }
    }

    private void seconds(String name, @Nullable Duration value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, BigDecimal.valueOf(value.toMillis(), DECIMALS_OF_MILLIS));
        }
    }
}
