package io.github.telnyxreactive.bulk.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JsonReportTest {

    @TempDir
    private Path directory;

    @Test
    void writesTheDocumentedFields() throws IOException {
        BatchReport report = Reports.report(
                Reports.withNotStarted(
                        Reports.suite("Billing", Reports.failed("one", "refunds")), Reports.notStarted("three")),
                Reports.withVersion(
                        Reports.test("t", Reports.givenUp("two", TestRunStatus.RUNNING, "The deadline has passed")),
                        "v2"),
                Reports.repeated(Reports.suite("Missing", ItemOutcome.NOT_TRIGGERED, "404"), 2),
                Reports.suite("Doubtful", ItemOutcome.UNKNOWN, "no answer"));

        assertThat(text(report)).isEqualTo("""
                        {"format":"telnyx-batch-report","version":2,\
                        "batch_id":"nightly","started_at":"2026-11-20T10:30:00.123456+01:00",\
                        "elapsed_seconds":65.004,"interrupted":false,\
                        "min_pass_rate_percent":100,"pass_rule":null,"verdict":"incomplete","pass_rate_percent":0.0,\
                        "totals":{"items":4,"items_without_result":3,"items_unknown":1,"tests":3,"tests_passed":0,\
                        "tests_not_started":1,"runs":2,\
                        "by_outcome":{"passed":0,"failed":1,"error":0,"given_up":1,"not_ended":0},\
                        "by_status":{"failed":1,"running":1}},\
                        "items":[{"kind":"suite","name":"Billing","test_name":null,"version_id":null,"repeat":1,\
                        "outcome":"triggered","problem":null,"not_started":[\
                        {"test_id":"id-three","test_name":"three","reason":"no run by the deadline"}],"runs":[\
                        {"run_id":"run-one","test_id":"id-one","test_name":"one","status":"failed","ended":true,\
                        "outcome":"failed",\
                        "duration_seconds":1.500,"conversation_id":"call-one","problem":null,"rubric":[\
                        {"name":"greets","status":"passed"},{"name":"refunds","status":"failed"}]}]},\
                        {"kind":"test","name":"t","test_name":"name of t","version_id":"v2","repeat":1,\
                        "outcome":"triggered","problem":null,"not_started":[],"runs":[\
                        {"run_id":"run-two","test_id":"id-two","test_name":"two","status":"running","ended":false,\
                        "outcome":"given_up","duration_seconds":null,"conversation_id":null,\
                        "problem":"The deadline has passed","rubric":[]}]},\
                        {"kind":"suite","name":"Missing","test_name":null,"version_id":null,"repeat":2,\
                        "outcome":"not_triggered","problem":"404","not_started":[],"runs":[]},\
                        {"kind":"suite","name":"Doubtful","test_name":null,"version_id":null,"repeat":1,\
                        "outcome":"unknown","problem":"no answer","not_started":[],"runs":[]}]}""");
    }

    @Test
    void thePassRateCountsFinishedAndGivenUpRuns() throws IOException {
        JsonNode json = json(Reports.report(Reports.suite(
                "s",
                Reports.passed("a"),
                Reports.failed("b"),
                Reports.run("c", TestRunStatus.ERROR),
                Reports.givenUp("d", TestRunStatus.PASSED, "lost"),
                Reports.run("e", TestRunStatus.RUNNING))));

        assertThat(json.get("pass_rate_percent").doubleValue()).isEqualTo(25);
        assertThat(json.get("totals").get("by_outcome").toString())
                .isEqualTo("{\"passed\":1,\"failed\":1,\"error\":1,\"given_up\":1,\"not_ended\":1}");
        assertThat(json.get("totals").get("by_status").toString())
                .isEqualTo("{\"passed\":2,\"failed\":1,\"error\":1,\"running\":1}");
    }

    @Test
    void thePassRateCountsWhatWasNotStartedOrEndedOtherwise() throws IOException {
        ReportedRun otherwise = ReportedRun.builder("r", new TestRunStatus("completed"))
                .ended(true)
                .build();
        JsonNode json = json(Reports.report(Reports.withNotStarted(
                Reports.suite("s", Reports.passed("a"), Reports.passed("b"), otherwise),
                Reports.notStarted("c"),
                Reports.notStarted("d"))));

        assertThat(json.get("pass_rate_percent").doubleValue()).isEqualTo(40);
    }

    @Test
    void hasNoPassRateWithoutSuchRuns() throws IOException {
        assertThat(json(Reports.report()).get("pass_rate_percent").isNull()).isTrue();
        JsonNode running =
                json(Reports.interrupted(Reports.suite("s", Reports.run("a", new TestRunStatus("hibernating")))));
        assertThat(running.get("pass_rate_percent").isNull()).isTrue();
        assertThat(running.get("interrupted").booleanValue()).isTrue();
    }

    @Test
    void writesHostileTextAsItIs() throws IOException {
        JsonNode items = json(Reports.hostile()).get("items");

        for (int index = 0; index < Reports.HOSTILE.size(); index++) {
            JsonNode item = items.get(2 * index);
            String expected = Reports.HOSTILE.get(index).replaceAll("unpaired .*", "unpaired \ufffd and \ufffd\ufffd");
            assertThat(item.get("name").stringValue()).isEqualTo(expected);
            assertThat(item.get("problem").stringValue()).isEqualTo(expected);
            JsonNode last = item.get("runs").get(4);
            assertThat(last.get("status").stringValue()).isEqualTo(expected);
            assertThat(last.get("conversation_id").stringValue()).isEqualTo(expected);
            assertThat(last.get("rubric").get(0).get("name").stringValue()).isEqualTo(expected);
        }
    }

    @Test
    void writesManyRuns() throws IOException {
        assertThat(json(Reports.allFailed(10_000)).get("items").get(0).get("runs"))
                .hasSize(10_000);
    }

    @Test
    void writesToAStreamWithoutClosingIt() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };

        JsonReport.write(Reports.everything(), bytes);

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(text(Reports.everything()));
    }

    private JsonNode json(BatchReport report) throws IOException {
        return TelnyxJson.read(Files.readAllBytes(write(report)), JsonNode.class);
    }

    private String text(BatchReport report) throws IOException {
        return Files.readString(write(report));
    }

    private Path write(BatchReport report) throws IOException {
        Path file = directory.resolve("report.json");
        JsonReport.write(report, file);
        return file;
    }
}
