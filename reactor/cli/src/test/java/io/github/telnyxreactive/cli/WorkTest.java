package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The work of a batch for each selection. */
class WorkTest {

    private static final String TRIGGER_SUITE = "assistants.tests.testSuites.runs.trigger";
    private static final String LIST_SUITES = "assistants.tests.testSuites.list";
    private static final String LIST_TESTS = "assistants.tests.list";
    private static final String RETRIEVE_TEST = "assistants.tests.retrieve";
    private static final String TRIGGER_TEST = "assistants.tests.runs.trigger";

    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofMillis(10), Duration.ofMillis(60))
            .outcomes(1, 0, 0)
            .start();
    private final List<AssistantTest> checkout = simulator.addSuite("checkout", 3);
    private final List<AssistantTest> support = simulator.addSuite("support", 2);

    @AfterEach
    void close() {
        simulator.close();
    }

    private Result run(String... arguments) {
        return Cli.to(simulator).run(arguments);
    }

    @Test
    void runsAllSuites() {
        Result result = run("run", "--all");

        assertThat(result.exitCode()).isZero();
        assertThat(simulator.runs()).hasSize(5);
        assertThat(simulator.requestCount(TRIGGER_SUITE)).isEqualTo(2);
    }

    @Test
    void runsSingleTests() {
        Result result =
                run("run", "--tests", checkout.get(1).testId(), support.get(0).testId());

        assertThat(result.exitCode()).isZero();
        assertThat(simulator.runs())
                .extracting(TestRun::testId)
                .containsExactlyInAnyOrder(
                        checkout.get(1).testId(), support.get(0).testId());
        assertThat(result.outLines()).contains("Running 2 tests", "single tests");
    }

    @Test
    void runsSingleTestsInAdditionToSuites() {
        Result result = run(
                "run",
                "support",
                "--version-id=v7",
                "--tests=" + checkout.get(1).testId());

        assertThat(result.exitCode()).isZero();
        assertThat(simulator.runs()).hasSize(3);
        assertThat(result.outLines())
                .contains("Running 1 suite and 1 test: support")
                .last()
                .asString()
                .startsWith("3 runs of 1 suite and 1 test in ");
        assertThat(simulator.requests(TRIGGER_TEST))
                .singleElement()
                .satisfies(request -> assertThat(request.text()).isEqualTo("{\"destination_version_id\":\"v7\"}"));
    }

    @Test
    void runsEachTestOfSuites() {
        Result result = run(
                "run",
                "checkout",
                "support",
                "--each-test",
                "--tests=" + checkout.get(0).testId());

        assertThat(result.exitCode()).isZero();
        assertThat(simulator.runs()).hasSize(5);
        assertThat(simulator.requestCount(TRIGGER_TEST)).isEqualTo(5);
        assertThat(simulator.requestCount(TRIGGER_SUITE)).isZero();
        assertThat(result.outLines()).anyMatch(line -> line.matches("  A calm caller: refund .* +passed .*"));
    }

    @Test
    void explainsThatThereIsNoSuchSuite() {
        Result result = run("run", "nowhere", "--each-test");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly("telnyx-batch: nothing was triggered: there is no suite \"nowhere\"");
    }

    @Test
    void triggersNothingIfANameIsUnknown() {
        String id = checkout.get(0).testId();
        String wrong = (id.charAt(0) == 'a' ? 'b' : 'a') + id.substring(1);

        Result result = run("run", "support", "chekout", "elsewhere", "--tests=" + id + "," + wrong + ",t");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly("telnyx-batch: nothing was triggered: there is no suite \"chekout\" (did you mean"
                        + " \"checkout\"?); there is no suite \"elsewhere\"; there is no test \"" + wrong
                        + "\" (did you mean \"" + id + "\"?); there is no test \"t\"");
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void findsManyTestsByListing() {
        List<String> ids = simulator.addSuite("large", 30).stream()
                .map(AssistantTest::testId)
                .toList();

        Result result = run("run", "--tests=" + String.join(",", ids));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(simulator.runs()).hasSize(30);
        assertThat(simulator.requestCount(RETRIEVE_TEST)).isZero();
        assertThat(simulator.requestCount(LIST_TESTS)).isEqualTo(1);
    }

    @Test
    void readsSuitesUntilTwoReadingsAgree() {
        Result result = Cli.to(simulator)
                .onResponsesTo(LIST_SUITES, number -> {
                    if (number == 2) {
                        simulator.addSuite("late", 1);
                    }
                })
                .run("run", "--all");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(simulator.runs()).hasSize(6);
        assertThat(simulator.requestCount(LIST_SUITES)).as("one of the check").isEqualTo(4);
    }

    @Test
    void triggersNothingIfTheSuitesKeepChanging() {
        Result result = Cli.to(simulator)
                .onResponsesTo(LIST_SUITES, number -> simulator.addSuite("late-" + number, 1))
                .run("run", "--all");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly("telnyx-batch: the list of suites changes while it is read: the last of 5 readings was"
                        + " with \"late-5\", unlike the one before. Nothing was triggered; run this again when nobody"
                        + " changes tests");
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void readsTheTestsOfASuiteUntilTwoReadingsAgree() {
        Result result = Cli.to(simulator)
                .onResponsesTo(LIST_TESTS, number -> {
                    if (number == 1) {
                        simulator.addTests("checkout", 1);
                    }
                })
                .run("run", "checkout", "--each-test");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(simulator.runs()).hasSize(4);
        assertThat(simulator.requestCount(LIST_TESTS)).isEqualTo(3);
    }

    @Test
    void neverHasMoreRunsUnderWayThanAllowed() {
        simulator.addSuite("large", 12);

        Result result = run("run", "checkout", "support", "large", "--concurrency=2");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(simulator.runs()).hasSize(17);
        assertThat(simulator.peakRunsUnderWay()).isLessThanOrEqualTo(2);
        assertThat(simulator.requestCount(TRIGGER_SUITE)).as("support fits").isEqualTo(1);
    }

    @Test
    void neverHasMoreThan50RunsUnderWayByDefault() {
        simulator.addSuite("large", 60);

        Result result = run("run", "--all");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(simulator.runs()).hasSize(65);
        assertThat(simulator.peakRunsUnderWay()).isLessThanOrEqualTo(50);
    }

    @Test
    void startsNoMoreRunsThanAllowed() {
        Result result = run("run", "checkout", "support", "--each-test", "--max-runs=3");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("more than the 3");
        assertThat(simulator.runs()).hasSize(3);
    }

    @Test
    void explainsThatTheAccountHasNoSuites() {
        try (Simulator empty = Simulator.start()) {
            Result result = Cli.to(empty).run("run", "--all");

            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.errLines())
                    .containsExactly("telnyx-batch: there is nothing to run: the account has no suites");
        }
    }

    @Test
    void everyTriggerRequestHasAnIdempotencyKeyOfItsBatch() {
        run("run", "checkout", "support");
        run("run", "checkout", "support");

        assertThat(simulator.requests(TRIGGER_SUITE))
                .extracting((RecordedRequest request) -> request.header("idempotency-key"))
                .doesNotContainNull()
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void runsOneTestAtATimeOnRequest() {
        Result result = run("run", "checkout", "--each-test", "--concurrency=1");

        assertThat(result.exitCode()).isZero();
        List<TestRun> runs = simulator.runs();
        for (int i = 1; i < runs.size(); i++) {
            assertThat(runs.get(i).createdAt()).isAfterOrEqualTo(runs.get(i - 1).completedAt());
        }
    }

    @Test
    void keepsToTheRate() {
        Result result = run("run", "checkout", "support", "--each-test", "--rate=10");

        assertThat(result.exitCode()).isZero();
        assertThat(simulator.peakRequestsPerSecond()).isLessThanOrEqualTo(12);
    }
}
