package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.internal.report.Characters;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the fields of a report in JSON. */
final class JsonDocument {

    /** The value of the field {@code format}. */
    static final String FORMAT = "telnyx-batch-report";

    /** The value of the field {@code version}. */
    static final int VERSION = 2;

    private static final int DECIMALS_OF_MILLIS = 3;
    private static final int DECIMALS_OF_NANOS = 9;

    private final BatchReport report;
    private final JsonGenerator json;

    JsonDocument(BatchReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    void write() {
        TestCounts counts = new TestCounts();
        ReportTally tally = ReportTally.of(report, counts);
        TestTotals tests = counts.totals(report.requirement());
        json.writeStartObject();
        text("format", FORMAT);
        json.writeNumberProperty("version", VERSION);
        text("batch_id", report.batchId());
        text("started_at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(report.startedAt()));
        seconds("elapsed_seconds", report.elapsed());
        json.writeBooleanProperty("interrupted", report.interrupted());
        requirement(report.requirement());
        text("verdict", Verdict.of(report, tally, tests).key());
        passRate(tally.passRatePercent());
        totals(tally, tests);
        json.writeArrayPropertyStart("items");
        report.items().forEach(this::item);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void requirement(PassRequirement requirement) {
        json.writeNumberProperty(
                "min_pass_rate_percent", requirement.minPassRate().value());
        PassRule rule = requirement.passRule();
        text("pass_rule", rule == null ? null : rule.text());
    }

    private void passRate(OptionalDouble rate) {
        if (rate.isPresent()) {
            json.writeNumberProperty("pass_rate_percent", rate.getAsDouble());
        } else {
            json.writeNullProperty("pass_rate_percent");
        }
    }

    private void totals(ReportTally tally, TestTotals tests) {
        json.writeObjectPropertyStart("totals");
        json.writeNumberProperty("items", tally.items());
        json.writeNumberProperty("items_without_result", tally.doubtfulItems());
        json.writeNumberProperty("items_unknown", tally.unknownItems());
        json.writeNumberProperty("tests", tests.tests());
        json.writeNumberProperty("tests_passed", tests.passed());
        json.writeNumberProperty("tests_not_started", tally.notStarted());
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
        text("test_name", item.testName());
        text("version_id", item.versionId());
        json.writeNumberProperty("repeat", item.repeat());
        text("outcome", item.outcome().key());
        text("problem", item.problem());
        json.writeArrayPropertyStart("not_started");
        item.notStarted().forEach(this::notStarted);
        json.writeEndArray();
        json.writeArrayPropertyStart("runs");
        item.runs().forEach(this::run);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void notStarted(NotStarted test) {
        json.writeStartObject();
        text("test_id", test.testId());
        text("test_name", test.testName());
        text("reason", test.reason());
        json.writeEndObject();
    }

    private void run(ReportedRun run) {
        json.writeStartObject();
        text("run_id", run.runId());
        text("test_id", run.testId());
        text("test_name", run.testName());
        text("status", run.status().value());
        json.writeBooleanProperty("ended", run.ended());
        text("outcome", run.outcome().key());
        seconds("duration_seconds", run.duration());
        text("conversation_id", run.conversationId());
        text("problem", run.problem());
        json.writeArrayPropertyStart("rubric");
        run.rubric().forEach(this::rubricItem);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rubricItem(ReportedRubricItem item) {
        json.writeStartObject();
        text("name", item.name());
        text("status", item.status().value());
        json.writeEndObject();
    }

    private void text(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, Characters.encodable(value));
        }
    }

    /** Writes at least milliseconds, and more decimals only where there are any. */
    private void seconds(String name, @Nullable Duration value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            BigDecimal seconds = BigDecimal.valueOf(value.getSeconds())
                    .add(BigDecimal.valueOf(value.getNano(), DECIMALS_OF_NANOS))
                    .stripTrailingZeros();
            json.writeNumberProperty(
                    name, seconds.scale() < DECIMALS_OF_MILLIS ? seconds.setScale(DECIMALS_OF_MILLIS) : seconds);
        }
    }
}
