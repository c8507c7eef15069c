package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.json.TelnyxJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Batches on a simulator in the same process, and their summaries, which are exact there. */
class SimulationTest {

    @TempDir
    private Path folder;

    private JsonNode summary(Result result) throws IOException {
        JsonNode summary = TelnyxJson.read(Files.readAllBytes(folder.resolve("summary.json")), JsonNode.class);
        assertThat(summary.get("exit_code").intValue()).isEqualTo(result.exitCode());
        return summary;
    }

    private Result run(String... more) {
        return run(new Cli().accelerated(), more);
    }

    private Result run(Cli cli, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("run", "--simulate", "--summary=" + folder.resolve("summary.json")), Stream.of(more))
                .toArray(String[]::new);
        return cli.run(arguments);
    }

    @Test
    void runsNumberedSuitesIfNoneAreNamed() throws IOException {
        Result result = run("--suites=3", "--tests-per-suite=4");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines())
                .contains("Running 3 suites: suite-001, suite-002, suite-003")
                .last()
                .asString()
                .startsWith("12 runs of 3 suites");
        JsonNode summary = summary(result);
        assertThat(summary.get("runs_requested").intValue()).isEqualTo(12);
        assertThat(summary.get("runs_created").intValue()).isEqualTo(12);
        assertThat(summary.get("runs_finished").intValue()).isEqualTo(12);
        assertThat(summary.get("runs_by_status").get("passed").intValue()).isEqualTo(12);
        assertThat(summary.get("runs_lost").intValue()).isZero();
        assertThat(summary.get("runs_doubled").intValue()).isZero();
        assertThat(summary.get("requests_by_operation")
                        .get("assistants.tests.testSuites.runs.trigger")
                        .intValue())
                .isEqualTo(3);
        assertThat(summary.get("peak_requests_per_second").intValue())
                .isBetween(1, summary.get("requests").intValue() + 1);
        assertThat(summary.get("peak_threads").intValue()).isPositive();
        assertThat(summary.get("wall_seconds").doubleValue()).isPositive();
        assertThat(summary.get("cpu_seconds").doubleValue()).isPositive();
    }

    @Test
    void runsEachTestOfAllSuites() throws IOException {
        Result result = run("--suites=3", "--all", "--each-test", "--tests-per-suite=2");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines()).contains("Running 6 tests");
        assertThat(summary(result).get("runs_doubled").intValue()).isZero();
    }

    @Test
    void losesAndDoublesNothingDespiteFaultsALimitAndAnOutage() throws IOException {
        Result result = run(
                new Cli(),
                "--run-duration=100ms-300ms",
                "--suites=20",
                "--tests-per-suite=5",
                "--seed=7",
                "--faults=mixed=0.2",
                "--faults=assistants.tests.testSuites.runs.trigger:reset-after:times=3; *:latency=20ms:probability=0.1",
                "--simulate-limit=60",
                "--simulate-outage=300ms,300ms",
                "--simulate-failures=30");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        JsonNode summary = summary(result);
        assertThat(summary.get("runs_created").intValue()).isEqualTo(100);
        assertThat(summary.get("runs_finished").intValue()).isEqualTo(100);
        assertThat(summary.get("runs_lost").intValue()).isZero();
        assertThat(summary.get("runs_doubled").intValue()).isZero();
        assertThat(summary.get("retries").intValue()).isPositive();
        assertThat(result.outLines()).noneMatch(line -> line.contains(" passed "));
    }

    @Test
    void triggersNothingMoreAfterAFailureWithFailFast() throws IOException {
        Result result =
                run("--suites=40", "--tests-per-suite=1", "--simulate-failures=100", "--fail-fast", "--concurrency=2");

        assertThat(result.exitCode()).isEqualTo(3);
        JsonNode summary = summary(result);
        int created = summary.get("runs_created").intValue();
        assertThat(created).isBetween(1, 10);
        assertThat(summary.get("runs_finished").intValue()).isEqualTo(created);
        assertThat(summary.get("items_not_triggered").intValue()).isEqualTo(40 - created);
        assertThat(summary.get("runs_lost").intValue()).isEqualTo(40 - created);
        assertThat(result.errLines())
                .filteredOn(line -> line.contains("not triggered, because of --fail-fast"))
                .hasSize(1);
    }

    @Test
    void writesEveryReport() {
        Path junit = folder.resolve("report.xml");
        Path json = folder.resolve("report.json");
        Path markdown = folder.resolve("report.md");

        Result result = run(
                "checkout",
                "--simulate-failures=100",
                "--junit=" + junit,
                "--json=" + json,
                "--markdown=" + markdown,
                "--conversation-url=https://here/{conversation_id}/x");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(junit).content().contains("<testsuite", "A calm caller: lost password", "<failure");
        assertThat(json).content().contains("A calm caller: lost password");
        assertThat(markdown).content().contains("checkout", "https://here/");
    }

    @Test
    void exitsWith2IfAReportCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        Result result = run("checkout", "--junit=" + file.resolve("report.xml"));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).anyMatch(line -> line.matches("telnyx-batch: could not write .*report.xml .*"));
        assertThat(result.outLines()).anyMatch(line -> line.endsWith(": 8 passed, 0 failed, 0 error"));
        assertThat(folder.resolve("summary.json")).content().contains("\"exit_code\":2");
    }

    @Test
    void writesAJournalOnRequest() {
        Path journal = folder.resolve("journal");

        Result result = run("checkout", "--journal=" + journal);

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines()).contains("Journal: " + journal);
        assertThat(new Cli().run("run", "--resume=" + journal).exitCode()).isZero();
    }
}
