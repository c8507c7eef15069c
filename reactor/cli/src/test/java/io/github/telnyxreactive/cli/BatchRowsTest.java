package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.CreatedRun;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.Unkindness;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/** What happened to batches when services were unkind, one at a time, through the command line. */
class BatchRowsTest {

    private static final int SPEED = 200;
    private static final int TESTS = 10;
    private static final String SUITE = "checkout";

    private FastTime time = new FastTime(SPEED);
    private Simulator simulator = Simulator.start();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        simulator.close();
    }

    private void start(Unkindness unkindness, int tests) {
        simulator.close();
        simulator = Simulator.builder()
                .runDuration(Duration.ofSeconds(4), Duration.ofSeconds(20))
                .outcomes(1, 0, 0)
                .clock(time)
                .unkindness(unkindness)
                .start();
        simulator.addSuite(SUITE, tests);
    }

    private void start(String unkindness) {
        start(Unkindness.parse(unkindness), TESTS);
    }

    private Path journal() {
        return folder.resolve("journal.jsonl");
    }

    private Evidence run(Cli cli, String... arguments) throws IOException {
        Evidence.delete(folder);
        List<String> all = new ArrayList<>(List.of("run"));
        all.addAll(List.of(arguments));
        all.addAll(Evidence.arguments(folder));
        Result result = cli.run(all.toArray(String[]::new));
        return Evidence.read(result.out() + result.err(), result, folder, journal());
    }

    private Evidence runSuite(String... more) throws IOException {
        return runSuite(Cli.to(simulator).timedBy(time), more);
    }

    private Evidence runSuite(Cli cli, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(SUITE, "--journal=" + journal()));
        arguments.addAll(List.of(more));
        return run(cli, arguments.toArray(String[]::new));
    }

    private Evidence resume() throws IOException {
        return run(Cli.to(simulator).timedBy(time), "--resume=" + journal());
    }

    private Set<String> created() {
        return simulator.createdRuns().stream().map(CreatedRun::runId).collect(Collectors.toSet());
    }

    /** All runs exist once, are in the report, and have passed. */
    private void assertSuccess(Evidence evidence, int runs) {
        assertThat(evidence.exitCode()).as("%s", evidence).isZero();
        assertThat(simulator.createdRuns()).hasSize(runs);
        assertThat(evidence.runIds()).isEqualTo(created());
    }

    private void assertUnknown(Evidence evidence) throws IOException {
        assertThat(evidence.exitCode()).as("%s", evidence).isEqualTo(3);
        assertThat(evidence.doubtful()).containsExactly(SUITE);
        assertThat(folder.resolve("report.json"))
                .content()
                .contains("\"outcome\":\"unknown\"")
                .doesNotContain("\"outcome\":\"not_triggered\"");
        assertThat(folder.resolve("report.xml")).content().contains("type=\"unknown\"");
        assertThat(Files.readAllLines(journal()))
                .anyMatch(line -> ResumeScene.isEntry(line, "unknown"))
                .noneMatch(line -> ResumeScene.isEntry(line, "refused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial-responses=1", "empty-responses=1"})
    void b1RunsThatTheResponseLeavesOutBelongToTheBatch(String unkindness) throws IOException {
        start(unkindness);

        assertSuccess(runSuite(), TESTS);
    }

    @Test
    void b2TestsWithoutARunAreNamedAndNoSuccess() throws IOException {
        start("missing-runs=0.7");

        Evidence evidence = runSuite();

        int runs = simulator.createdRuns().size();
        assertThat(runs).isBetween(1, TESTS - 1);
        assertThat(evidence.exitCode()).as("%s", evidence).isEqualTo(3);
        assertThat(evidence.runIds()).isEqualTo(created());
        assertThat(evidence.items())
                .singleElement()
                .satisfies(item -> assertThat(item.notStarted()).hasSize(TESTS - runs));
        assertThat(evidence.err()).contains("no run was started for " + (TESTS - runs) + " tests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null-responses=1", "wrapped-responses=1", "unreadable-runs=1"})
    void b3RunsOfAResponseThatCannotBeReadAreFound(String unkindness) throws IOException {
        start(unkindness);

        assertSuccess(runSuite(), TESTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null-responses=1", "empty-responses=1"})
    void b3WithoutAListTheyAreUnknownAndFoundLater(String unkindness) throws IOException {
        start(unkindness);
        simulator.inject(FaultRule.on(ResumeScene.LIST_RUNS).inject(Fault.status(418, "tea", "text/plain")));

        Evidence evidence = runSuite();

        assertThat(evidence.exitCode()).as("%s", evidence).isEqualTo(3);
        assertThat(evidence.doubtful()).containsExactly(SUITE);
        assertThat(evidence.items())
                .allSatisfy(item -> assertThat(item.notStarted()).isEmpty());

        simulator.clearFaults();
        assertSuccess(resume(), TESTS);
    }

    @Test
    void b4ARunThatIsTwiceInTheResponseCountsOnce() throws IOException {
        start("repeated-runs=1");

        assertSuccess(runSuite(), TESTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 422})
    void b5NoRefusalOfARepetitionSettlesWhatWasLost(int status) throws IOException {
        start("none");
        simulator.inject(FaultRule.on(ResumeScene.TRIGGER).times(1).inject(Fault.resetAfterProcessing()));
        simulator.inject(
                FaultRule.on(ResumeScene.TRIGGER).inject(Fault.status(status, "{\"errors\":[]}", "application/json")));

        assertUnknown(runSuite());

        assertThat(simulator.createdRuns()).hasSize(TESTS);
        simulator.clearFaults();
        assertSuccess(resume(), TESTS);
    }

    @Test
    void b9AServiceThatIsGoneAfterATriggerLeavesItUnknown() throws IOException {
        start("none");
        simulator.inject(FaultRule.on(ResumeScene.TRIGGER).times(1).inject(Fault.resetAfterProcessing()));
        simulator.inject(FaultRule.on(ResumeScene.TRIGGER).inject(Fault.resetBeforeProcessing()));
        ManualTime slow = new ManualTime();
        // The deadline does not pass before the trigger, however slow the machine is.
        Disposable steps = Schedulers.parallel()
                .schedulePeriodically(
                        () -> slow.advance(
                                simulator.requestCount(ResumeScene.TRIGGER) > 2
                                        ? Duration.ofHours(1)
                                        : Duration.ofMillis(20)),
                        1,
                        1,
                        TimeUnit.MILLISECONDS);

        Evidence evidence = runSuite(Cli.to(simulator).timedBy(slow), "--deadline=1h");
        steps.dispose();

        assertUnknown(evidence);
        assertThat(simulator.createdRuns()).hasSize(TESTS);
        simulator.clearFaults();
        assertSuccess(resume(), TESTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void b10NoTestIsLostByAListThatChanges(int removed) throws IOException {
        int tests = 120;
        start(Unkindness.builder().shiftingPages(removed, 1).build(), tests);

        assertSuccess(runSuite("--each-test", "--concurrency=" + tests, "--yes"), tests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--concurrency=10", "--each-test"})
    void b11AFreshRunIsWaitedFor(String how) throws IOException {
        // Slow enough for several looks before the run can be seen.
        time = new FastTime(SPEED / 5);
        start("list-lag=20s,read-lag=20s");

        assertSuccess(runSuite(how), TESTS);
    }

    @Test
    void w15WithoutTheFilterThatIsRejected() throws IOException {
        start("rejected-filters=status+test_suite_run_id");

        assertSuccess(runSuite(), TESTS);
        assertThat(simulator.responseCount(422)).isPositive();
        assertThat(simulator.requestCount(ResumeScene.RETRIEVE_RUN))
                .as("one by one")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void w15WithoutTheListOfTheSuite(int status) throws IOException {
        start("none");
        simulator.inject(FaultRule.on(ResumeScene.LIST_RUNS)
                .inject(Fault.status(status, "{\"errors\":[]}", "application/json")));

        assertSuccess(runSuite(), TESTS);
    }

    @Test
    void p2SuitesThatAreLargerThanTheLimitKeepToIt() throws IOException {
        start("none");
        simulator.addTests(SUITE, TESTS);

        assertSuccess(runSuite("--concurrency=5"), 2 * TESTS);
        assertThat(simulator.peakRunsUnderWay()).isLessThanOrEqualTo(5);
    }
}
