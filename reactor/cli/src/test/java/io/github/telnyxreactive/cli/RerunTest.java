package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.JsonReport;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.RunOutcome;
import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Running again what did not pass in an earlier batch. */
class RerunTest {

    private static final String TRIGGER_SUITE = "assistants.tests.testSuites.runs.trigger";
    private static final String TRIGGER_TEST = "assistants.tests.runs.trigger";

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.builder()
            .seed(3)
            .runDuration(Duration.ofMillis(10), Duration.ofMillis(60))
            .outcomes(1, 1, 1)
            .start();
    private final List<AssistantTest> checkout = simulator.addSuite("checkout", 12);

    @AfterEach
    void close() {
        simulator.close();
    }

    private Path report() {
        return folder.resolve("report.json");
    }

    private Result run(String... arguments) {
        return Cli.to(simulator)
                .run(Stream.concat(Stream.of("run"), Stream.of(arguments)).toArray(String[]::new));
    }

    private Set<String> testsThat(RunOutcome outcome) throws IOException {
        try (InputStream in = Files.newInputStream(report())) {
            BatchReport report = JsonReport.read(in);
            return StreamSupport.stream(report.items().spliterator(), false)
                    .flatMap(item -> StreamSupport.stream(item.runs().spliterator(), false))
                    .filter(run -> run.outcome() == outcome)
                    .map(ReportedRun::testId)
                    .collect(Collectors.toSet());
        }
    }

    /** The tests that have run since then. */
    private List<String> ranAfter(int runs) {
        return simulator.runs().stream().skip(runs).map(TestRun::testId).toList();
    }

    @ParameterizedTest
    @CsvSource({"failed, FAILED", "error, ERROR"})
    void runsOfAnOutcomeAreRunAgain(String kind, RunOutcome outcome) throws IOException {
        run("checkout", "--version-id=v7", "--json=" + report());
        Set<String> expected = testsThat(outcome);
        assertThat(expected).isNotEmpty().hasSizeLessThan(checkout.size());
        simulator.clearRequests();

        Result result = run("--rerun=" + kind, "--from=" + report());

        assertThat(result.exitCode()).isIn(0, 1);
        assertThat(ranAfter(checkout.size())).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(simulator.requests(TRIGGER_TEST))
                .extracting(RecordedRequest::text)
                .containsOnly("{\"destination_version_id\":\"v7\"}");
    }

    @Test
    void whatDidNotPassIsAnnotatedOnGitHubOnly() throws IOException {
        List<String> here = run("checkout").outLines();
        assertThat(here).noneMatch(line -> line.startsWith("::"));

        List<String> there = Cli.to(simulator)
                .with("GITHUB_ACTIONS", "true")
                .run("run", "checkout", "--json=" + report())
                .outLines();

        int expected = testsThat(RunOutcome.FAILED).size()
                + testsThat(RunOutcome.ERROR).size();
        assertThat(there).filteredOn(line -> line.startsWith("::error ")).hasSize(Math.min(10, expected));
    }

    @Test
    void severalKindsAreRunAgain() throws IOException {
        run("checkout", "--json=" + report());
        Set<String> expected = testsThat(RunOutcome.FAILED);
        expected.addAll(testsThat(RunOutcome.ERROR));

        run("--rerun=failed,error,unknown,not_started", "--from=" + report());

        assertThat(ranAfter(checkout.size())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aSuiteThatWasNotTriggeredIsRunAgain() {
        simulator.inject(FaultRule.on(TRIGGER_SUITE).times(1).inject(Fault.status(422, "{}", "application/json")));
        assertThat(run("checkout", "--json=" + report()).exitCode()).isEqualTo(3);

        run("--rerun=not_started", "--from=" + report());

        assertThat(simulator.runs()).hasSize(checkout.size());
        assertThat(simulator.requestCount(TRIGGER_SUITE)).isEqualTo(2);
    }

    @Test
    void nothingIsRunAgainThatIsNotInTheReport() {
        run("checkout", "--json=" + report());

        Result result = run("--rerun=not_started", "--from=" + report());

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines())
                .containsExactly("There is nothing to run again: in " + report() + ", nothing is not_started");
        assertThat(simulator.runs()).hasSize(checkout.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rerun=failed | belong together",
                "--from=report.json | belong together",
                "--rerun=flaky --from=report.json | 'flaky' is none of failed, error, unknown, not_started",
                "--rerun=failed --from=missing.json | no report missing.json",
                "--rerun=failed --from=report.json checkout | leave out SUITE",
                "--rerun=failed --from=report.json --all | leave out --all",
                "--rerun=failed --from=report.json --resume=journal | choose"
            })
    void whatMakesNoSenseIsRefused(String options, String message) {
        Result result = run(options.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(message);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aFileThatIsNoReportIsRefused() throws IOException {
        Files.writeString(report(), "{\"format\":\"other\"}");

        Result result = run("--rerun=failed", "--from=" + report());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("could not use " + report());
    }
}
