package io.github.telnyxreactive.cli.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.IOException;
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
        Report report = Reports.report(
                Reports.suite("Billing", Reports.failed("one", "refunds")),
                Reports.withVersion(
                        Reports.test("t", Reports.givenUp("two", TestRunStatus.RUNNING, "The deadline has passed")),
                        "v2"),
                Reports.withProblem(Reports.suite("Missing"), "404"));

        assertThat(text(report)).isEqualTo("""
                        {"batch_id":"nightly","started_at":"2026-11-20T10:30:00.123456+01:00",\
                        "elapsed_seconds":65.004,"interrupted":false,"verdict":"incomplete","pass_rate":0.0,\
                        "totals":{"items":3,"items_without_result":1,"runs":2,\
                        "by_outcome":{"passed":0,"failed":1,"error":0,"given_up":1,"not_ended":0},\
                        "by_status":{"failed":1,"running":1}},\
                        "items":[{"kind":"suite","name":"Billing","version_id":null,"problem":null,"runs":[\
                        {"run_id":"run-one","test_id":"id-one","test_name":"one","status":"failed","outcome":"failed",\
                        "duration_seconds":1.500,"conversation_id":"call-one","problem":null,"rubric":[\
                        {"name":"greets","status":"passed"},{"name":"refunds","status":"failed"}]}]},\
                        {"kind":"test","name":"t","version_id":"v2","problem":null,"runs":[\
                        {"run_id":"run-two","test_id":"id-two","test_name":"two","status":"running",\
                        "outcome":"given_up","duration_seconds":null,"conversation_id":null,\
                        "problem":"The deadline has passed","rubric":[]}]},\
                        {"kind":"suite","name":"Missing","version_id":null,"problem":"404","runs":[]}]}""");
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

        assertThat(json.get("pass_rate").doubleValue()).isEqualTo(0.25);
        assertThat(json.get("totals").get("by_outcome").toString())
                .isEqualTo("{\"passed\":1,\"failed\":1,\"error\":1,\"given_up\":1,\"not_ended\":1}");
        assertThat(json.get("totals").get("by_status").toString())
                .isEqualTo("{\"passed\":2,\"failed\":1,\"error\":1,\"running\":1}");
    }

    @Test
    void hasNoPassRateWithoutSuchRuns() throws IOException {
        assertThat(json(Reports.report()).get("pass_rate").isNull()).isTrue();
        JsonNode running =
                json(Reports.interrupted(Reports.suite("s", Reports.run("a", new TestRunStatus("hibernating")))));
        assertThat(running.get("pass_rate").isNull()).isTrue();
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

    private JsonNode json(Report report) throws IOException {
        return TelnyxJson.read(Files.readAllBytes(write(report)), JsonNode.class);
    }

    private String text(Report report) throws IOException {
        return Files.readString(write(report));
    }

    private Path write(Report report) throws IOException {
        Path file = directory.resolve("report.json");
        JsonReport.write(report, file);
        return file;
    }
}
