package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.page.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists and single reads of a service that is unkind. */
class UnkindReadsTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final String RUNS = SUITES + "/checkout/runs";

    private final MutableClock clock = new MutableClock();

    private Simulator start(UnkindnessBuilder unkindness) {
        Simulator simulator = Simulator.builder()
                .clock(clock)
                .runDuration(TEN_SECONDS, TEN_SECONDS)
                .unkindness(unkindness.build())
                .start();
        simulator.addSuite("checkout", 5);
        return simulator;
    }

    private static String path(TestRun run) {
        return TESTS + "/" + run.testId() + "/runs/" + run.runId();
    }

    private static long total(Caller caller, String path) {
        return Caller.json(caller.get(path)).get("meta").get("total_results").longValue();
    }

    @Test
    void listsAndReadsLagSeparately() {
        try (Simulator simulator =
                start(Unkindness.builder().listLag(Duration.ofSeconds(5)).readLag(Duration.ofSeconds(2)))) {
            Caller caller = new Caller(simulator);
            TestRun run = Caller.runs(caller.post(RUNS, "")).get(0);
            String ofTest = TESTS + "/" + run.testId() + "/runs";
            String ofSuiteRun = RUNS + "?test_suite_run_id=" + run.testSuiteRunId();

            clock.advance(Duration.ofMillis(1999));
            assertThat(caller.get(path(run)).statusCode()).isEqualTo(404);
            clock.advance(Duration.ofMillis(1));
            assertThat(caller.get(path(run)).statusCode()).isEqualTo(200);
            clock.advance(Duration.ofMillis(2999));
            for (String list : List.of(RUNS, ofSuiteRun, ofTest)) {
                assertThat(Caller.runPage(caller.get(list)).data()).isEmpty();
                assertThat(total(caller, list)).isZero();
            }
            clock.advance(Duration.ofMillis(1));
            assertThat(total(caller, RUNS)).isEqualTo(5);
            assertThat(total(caller, ofSuiteRun)).isEqualTo(5);
            assertThat(total(caller, ofTest)).isEqualTo(1);
            assertThat(simulator.runs()).hasSize(5);
        }
    }

    @Test
    void staleReadSeesWhatWasButNothingBeforeTheCreation() {
        try (Simulator simulator = start(Unkindness.builder().staleReads(1, Duration.ofSeconds(4)))) {
            Caller caller = new Caller(simulator);
            TestRun run = Caller.runs(caller.post(RUNS, "")).get(0);

            clock.advance(Duration.ofSeconds(3));
            assertThat(Caller.run(caller.get(path(run)))).isEqualTo(run);
            clock.advance(TEN_SECONDS);
            assertThat(simulator.runs()).allMatch(TestRun::hasEnded);
            assertThat(Caller.run(caller.get(path(run))).status()).isEqualTo(TestRunStatus.RUNNING);
            assertThat(total(caller, RUNS + "?status=running")).isEqualTo(5);
            assertThat(Caller.runPage(caller.get(RUNS)).data())
                    .extracting(TestRun::status)
                    .containsOnly(TestRunStatus.RUNNING);
            clock.advance(Duration.ofSeconds(1));
            assertThat(Caller.run(caller.get(path(run))).hasEnded()).isTrue();
        }
    }

    @Test
    void statusesGoBackInAShareOfReads() {
        List<TestRunStatus> first = statuses();

        assertThat(first.stream().filter(TestRunStatus.PENDING::equals)).hasSizeBetween(10, 30);
        assertThat(first.stream().filter(TestRunStatus.RUNNING::equals)).hasSizeBetween(30, 50);
        assertThat(first.subList(first.indexOf(TestRunStatus.RUNNING), first.size()))
                .contains(TestRunStatus.PENDING);
        assertThat(statuses()).isEqualTo(first);
    }

    private List<TestRunStatus> statuses() {
        try (Simulator simulator = start(Unkindness.builder().staleReads(0.3, TEN_SECONDS))) {
            Caller caller = new Caller(simulator);
            TestRun run = Caller.runs(caller.post(RUNS, "")).get(0);
            clock.advance(Duration.ofSeconds(9));
            return IntStream.range(0, 60)
                    .mapToObj(i -> Caller.run(caller.get(path(run))).status())
                    .toList();
        }
    }

    @Test
    void ignoredFilterSelectsNothing() {
        try (Simulator simulator =
                start(Unkindness.builder().ignoredFilters("status", "test_suite_run_id", "test_suite"))) {
            Caller caller = new Caller(simulator);
            simulator.addSuite("support", 1);
            String ofTest =
                    TESTS + "/" + Caller.runs(caller.post(RUNS, "")).get(0).testId() + "/runs";

            assertThat(total(caller, RUNS + "?status=passed")).isEqualTo(5);
            assertThat(total(caller, RUNS + "?test_suite_run_id=none")).isEqualTo(5);
            assertThat(total(caller, ofTest + "?status=passed")).isEqualTo(1);
            assertThat(total(caller, TESTS + "?test_suite=support")).isEqualTo(6);
        }
    }

    @Test
    void otherFiltersStillSelect() {
        try (Simulator simulator = start(Unkindness.builder().ignoredFilters("status"))) {
            Caller caller = new Caller(simulator);
            caller.post(RUNS, "");

            assertThat(total(caller, RUNS + "?status=passed&test_suite_run_id=none"))
                    .isZero();
            assertThat(total(caller, TESTS + "?test_suite=support")).isZero();
        }
    }

    @Test
    void rejectedFilterIsAnsweredWith422() {
        try (Simulator simulator =
                start(Unkindness.builder().rejectedFilters("status", "test_suite_run_id", "test_suite"))) {
            Caller caller = new Caller(simulator);

            assertThat(Samples.violations(caller.get(RUNS + "?status=passed")))
                    .containsExactly("[\"query\",\"status\"] value_error");
            assertThat(caller.get(RUNS + "?test_suite_run_id=x").statusCode()).isEqualTo(422);
            assertThat(caller.get(TESTS + "?test_suite=checkout").statusCode()).isEqualTo(422);
            assertThat(caller.get(RUNS).statusCode()).isEqualTo(200);
            assertThat(caller.get(TESTS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void totalsAreTooHighOrTooLow() {
        try (Simulator simulator = start(Unkindness.builder().totalResults(7).totalPages(-1))) {
            HttpResponse<String> response = new Caller(simulator).get(TESTS);

            assertThat(Caller.json(response).get("meta"))
                    .hasToString("{\"page_number\":1,\"page_size\":20,\"total_pages\":0,\"total_results\":12}");
            assertThat(Caller.testPage(response).data()).hasSize(5);
        }
        try (Simulator simulator = start(Unkindness.builder().totalResults(-7).totalPages(2))) {
            Caller caller = new Caller(simulator);
            caller.post(RUNS, "");

            assertThat(Caller.json(caller.get(RUNS)).get("meta"))
                    .hasToString("{\"page_number\":1,\"page_size\":20,\"total_pages\":3,\"total_results\":0}");
        }
    }

    @Test
    void elementsSeemToBeRemovedWhileAListIsReadForTheFirstTime() {
        try (Simulator simulator = start(Unkindness.builder().shiftingPages(1, 1))) {
            Caller caller = new Caller(simulator);
            List<AssistantTest> tests = Caller.testPage(caller.get(TESTS)).data();

            List<AssistantTest> first = read(caller, TESTS + "?page%5Bsize%5D=2&page%5Bnumber%5D=", 4);
            List<AssistantTest> second = read(caller, TESTS + "?page%5Bsize%5D=2&page%5Bnumber%5D=", 5);

            assertThat(first).containsExactly(tests.get(0), tests.get(1), tests.get(3), tests.get(4));
            assertThat(second).isEqualTo(tests);
        }
    }

    @Test
    void elementsSeemToBeInsertedWhileAListIsReadForTheFirstTime() {
        try (Simulator simulator = start(Unkindness.builder().shiftingPages(-1, 1))) {
            Caller caller = new Caller(simulator);
            List<AssistantTest> tests = Caller.testPage(caller.get(TESTS)).data();

            assertThat(read(caller, TESTS + "?page%5Bsize%5D=2&page%5Bnumber%5D=", 6))
                    .containsExactly(
                            tests.get(0), tests.get(1), tests.get(1), tests.get(2), tests.get(3), tests.get(4));
        }
    }

    /** Reads the pages of a list up to an empty one, and expects that the last total is the given one. */
    private static List<AssistantTest> read(Caller caller, String path, long total) {
        List<AssistantTest> elements = new ArrayList<>();
        for (int number = 1; ; number++) {
            Page<AssistantTest> page = Caller.testPage(caller.get(path + number));
            if (page.data().isEmpty()) {
                return elements;
            }
            elements.addAll(page.data());
            assertThat(Objects.requireNonNull(page.meta()).totalResults()).isEqualTo(number == 1 ? 5 : total);
        }
    }
}
