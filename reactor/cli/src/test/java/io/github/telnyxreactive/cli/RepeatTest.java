package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.JsonReport;
import io.github.telnyxreactive.bulk.report.TestTotals;
import io.github.telnyxreactive.bulk.report.Verdict;
import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches that run everything several times, and that pass if enough of it passes. */
class RepeatTest {

    private static final String TRIGGER_SUITE = "assistants.tests.testSuites.runs.trigger";
    private static final String TRIGGER_TEST = "assistants.tests.runs.trigger";
    private static final String LIST_TESTS = "assistants.tests.list";
    private static final String RETRIEVE_TEST = "assistants.tests.retrieve";

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.builder()
            .seed(5)
            .runDuration(Duration.ofMillis(10), Duration.ofMillis(60))
            .outcomes(2, 1, 0)
            .start();

    private final List<AssistantTest> checkout = simulator.addSuite("checkout", 8);
    private final List<AssistantTest> support = simulator.addSuite("support", 2);

    @AfterEach
    void close() {
        simulator.close();
    }

    private Path journal() {
        return folder.resolve("journal.jsonl");
    }

    private Result run(String... arguments) {
        return Cli.to(simulator)
                .run(Stream.concat(Stream.of("run"), Stream.of(arguments)).toArray(String[]::new));
    }

    /** How many tests have so many runs that passed. */
    private int testsThatPassed(int least) {
        Map<String, Integer> passes = simulator.runs().stream()
                .collect(Collectors.toMap(
                        TestRun::testId, run -> TestRunStatus.PASSED.equals(run.status()) ? 1 : 0, Integer::sum));
        return (int) passes.values().stream().filter(number -> number >= least).count();
    }

    private BatchReport report(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return JsonReport.read(in);
        }
    }

    @Test
    void everythingRunsAsManyTimes() {
        Result result = run("checkout", "--tests=" + support.get(0).testId(), "--repeat=3", "--concurrency=8");

        assertThat(result.exitCode()).as(result.err()).isIn(0, 1);
        assertThat(simulator.runs()).hasSize(27);
        assertThat(simulator.requestCount(TRIGGER_SUITE)).isEqualTo(3);
        assertThat(simulator.requestCount(TRIGGER_TEST)).isEqualTo(3);
        assertThat(simulator.requestCount(RETRIEVE_TEST)).isEqualTo(1);
        assertThat(simulator.requestCount(LIST_TESTS))
                .as("once for the plan, and before each trigger")
                .isEqualTo(4);
        assertThat(simulator.requests())
                .filteredOn(request -> request.method().equals("POST"))
                .extracting(request -> request.header("idempotency-key"))
                .doesNotHaveDuplicates();
        assertThat(result.outLines())
                .contains("Running 1 suite and 1 test (3 times each): checkout")
                .last()
                .asString()
                .startsWith("27 runs of 1 suite and 1 test (3 times each) in ");
    }

    @Test
    void theTestsOfASuiteAreRepeatedInTurn() {
        run("support", "--each-test", "--repeat=2", "--concurrency=1");

        List<String> ids = support.stream().map(AssistantTest::testId).toList();
        assertThat(simulator.runs())
                .extracting(TestRun::testId)
                .containsExactlyElementsOf(
                        Stream.concat(ids.stream(), ids.stream()).toList());
        assertThat(simulator.requestCount(LIST_TESTS)).as("two readings").isEqualTo(2);
    }

    @Test
    void whatIsRunAgainIsRepeated() throws IOException {
        Path first = folder.resolve("first.json");
        run("checkout", "--repeat=2", "--json=" + first);
        int failed = 8 - testsThatPassed(2);
        int before = simulator.runs().size();
        assertThat(failed).isPositive();

        Result result = run("--rerun=failed", "--from=" + first, "--repeat=3");

        assertThat(result.exitCode()).isIn(0, 1);
        assertThat(simulator.runs()).hasSize(before + 3 * failed);
    }

    @Test
    void aDryRunCountsRepetitions() {
        Result result = run("checkout", "--tests=" + support.get(0).testId(), "--pass-rule=2/3", "--dry-run");

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines())
                .containsExactly(
                        "  suite checkout: 8 tests",
                        "  test " + support.get(0).testId() + " ("
                                + support.get(0).name() + ")",
                        "",
                        "Would run 1 suite and 1 test (3 times each): 27 runs, 27 of which are calls",
                        "Channels: 27 phone_call",
                        "At least 15 requests, at most 50 runs under way",
                        "Nothing was triggered.");
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void theQuestionCountsRepetitions() {
        Result result = run("checkout", "--repeat=13");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("this would start 104 runs");
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void theLimitOfRunsCountsRepetitions() {
        Result result = run("support", "--each-test", "--repeat=3", "--max-runs=4");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(simulator.runs()).hasSize(4);
        assertThat(result.outLines())
                .anyMatch(line -> line.startsWith("4 runs of 2 tests (3 times each) in ")
                        && line.endsWith("; 2 repetitions without a result"));
    }

    @Test
    void aRuleDecidesTheExitCode() throws IOException {
        Path json = folder.resolve("report.json");
        Result result = run("checkout", "support", "--pass-rule=2/3", "--min-pass-rate=1%", "--json=" + json);

        int passed = testsThatPassed(2);
        assertThat(simulator.runs()).hasSize(30);
        assertThat(passed).isBetween(testsThatPassed(3) + 1, 9);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.outLines())
                .last()
                .asString()
                .endsWith("; " + passed + " of 10 tests passed at least 2 of 3 runs (" + 10 * passed
                        + " %), 1 % required");
        BatchReport report = report(json);
        assertThat(report.requirement()).isEqualTo(new PassRequirement(Percentage.parse("1%"), PassRule.of(2, 3)));
        assertThat(report.testTotals()).isEqualTo(new TestTotals(10, passed));
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    }

    /** The simulator is the same each time, so whatever passes is known from the first. */
    @Test
    void aRateIsReachedOrNot() {
        int passed = resultsOfOnce();
        String reached = Integer.toString(10 * passed);

        assertThat(passed).isBetween(1, 9);
        try (Simulator again = again()) {
            Result result = Cli.to(again).run("run", "checkout", "support", "--min-pass-rate=" + reached);
            assertThat(result.exitCode()).isZero();
            assertThat(result.outLines())
                    .last()
                    .asString()
                    .endsWith("; " + passed + " of 10 tests passed (" + reached + " %), " + reached + " % required");
        }
        try (Simulator again = again()) {
            Result result = Cli.to(again).run("run", "checkout", "support", "--min-pass-rate=" + reached + ".1");
            assertThat(result.exitCode()).isEqualTo(1);
        }
    }

    private int resultsOfOnce() {
        assertThat(run("checkout", "support").exitCode()).isEqualTo(1);
        return testsThatPassed(1);
    }

    private static Simulator again() {
        Simulator again = Simulator.builder()
                .seed(5)
                .runDuration(Duration.ofMillis(10), Duration.ofMillis(60))
                .outcomes(2, 1, 0)
                .start();
        again.addSuite("checkout", 8);
        again.addSuite("support", 2);
        return again;
    }

    @Test
    void whatIsMissingOutweighsWhatIsEnough() {
        simulator.inject(
                FaultRule.on(TRIGGER_SUITE).times(1).inject(Fault.status(404, "{\"errors\":[]}", "application/json")));

        Result result = run("checkout", "support", "--min-pass-rate=1%", "--repeat=2");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.outLines())
                .anyMatch(line -> line.contains("; 1 repetition without a result; ") && line.endsWith(" 1 % required"));
    }

    @Test
    void aResumedBatchIsJudgedByTheSame() throws IOException {
        run("checkout", "support", "--pass-rule=1/2", "--min-pass-rate=10", "--journal=" + journal());
        List<String> lines = Files.readAllLines(journal());
        Files.write(
                journal(),
                lines.stream()
                        .filter(line -> Stream.of("batch", "planned", "plan_complete")
                                .anyMatch(entry -> line.contains("\"entry\":\"" + entry + "\"")))
                        .toList());

        Result result = run("--resume=" + journal());

        int passed = testsThatPassed(1);
        assertThat(passed).isPositive();
        assertThat(simulator.runs()).hasSize(20);
        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines())
                .last()
                .asString()
                .endsWith(passed + " of 10 tests passed at least 1 of 2 runs (" + 10 * passed + " %), 10 % required");
        assertThat(run("--resume=" + journal()).exitCode())
                .as("complete, from the journal alone")
                .isZero();
    }

    @Test
    void aResumedBatchIsNotStoppedByAFailureThatMayBeFine() {
        run("support", "--min-pass-rate=1%", "--journal=" + journal());
        simulator.clearRequests();

        Result result = run("--resume=" + journal(), "--fail-fast");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("the batch passes if 1 % of the tests pass every run: leave out --fail-fast");
        assertThat(simulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "support --repeat=0 | Invalid value for option '--repeat': 0 is not from 1 to 1000",
                "support --repeat=1001 | Invalid value for option '--repeat': 1001 is not from 1 to 1000",
                "support --pass-rule=1/1001 | Invalid value for option '--pass-rule': more than 1000 runs",
                "support --pass-rule=3/2 | Invalid value for option '--pass-rule'",
                "support --pass-rule=2 | '2' is not a pass rule such as 2/3",
                "support --repeat=5 --pass-rule=2/3 | --pass-rule 2/3 is about 3 runs of each test: leave out --repeat 5",
                "support --min-pass-rate=0.95 | a rate is in per cent: 95, not 0.95; if 0.95 per cent is meant, write 0.95%",
                "support --min-pass-rate=1 | a rate is in per cent: 100, not 1",
                "support --min-pass-rate=101 | a percentage must be from 0 to 100",
                "support --fail-fast --min-pass-rate=95 | if 95 % of the tests pass every run: leave out --fail-fast",
                "support --fail-fast --pass-rule=2/3 | if 100 % of the tests pass 2 of 3 runs: leave out --fail-fast",
                "--resume=j --repeat=2 | --resume continues with the repetitions and the requirement of the batch: leave out --repeat",
                "--resume=j --pass-rule=1/2 --min-pass-rate=5 | leave out --pass-rule, --min-pass-rate"
            })
    void whatMakesNoSenseIsRefused(String arguments, String message) {
        Result result = run(arguments.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(message);
        assertThat(simulator.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--repeat=20", "--pass-rule=20/20"})
    void theFirstFailureStopsABatchInWhichEveryRunHasToPass(String option) {
        Result result = run("checkout", "--each-test", option, "--yes", "--fail-fast", "--concurrency=1");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(simulator.runs()).hasSizeLessThan(160);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2/2", "1/1"})
    void aRuleOfAllRunsIsNoRelief(String rule) {
        Result result = run("checkout", "support", "--pass-rule=" + rule);

        int runs = simulator.runs().size() / 10;
        int passed = testsThatPassed(runs);
        assertThat(passed).isLessThan(10);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.outLines())
                .last()
                .asString()
                .endsWith(passed + " of 10 tests passed at least " + runs + " of " + runs + " runs (" + 10 * passed
                        + " %), 100 % required");
    }
}
