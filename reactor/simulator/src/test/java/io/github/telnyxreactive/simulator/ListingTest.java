package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ListingTest {

    private final MutableClock clock = new MutableClock();

    @RegisterExtension
    final SimulatorExtension extension = SimulatorExtension.with(builder ->
            builder.clock(clock).outcomes(1, 1, 0).runDuration(Duration.ofSeconds(10), Duration.ofSeconds(10)));

    @Test
    void pagesCoverTheListInOrderWithMetadata(Simulator simulator) {
        Caller caller = new Caller(simulator);
        List<AssistantTest> tests = simulator.addSuite("checkout", 45);

        List<AssistantTest> listed = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            Page<AssistantTest> page = Caller.testPage(caller.get(TESTS + "?page%5Bnumber%5D=" + number));
            assertThat(page.meta()).isEqualTo(PageMeta.of(number, 20, 3, 45));
            listed.addAll(page.data());
        }

        assertThat(listed).isEqualTo(tests);
        Page<AssistantTest> beyond = Caller.testPage(caller.get(TESTS + "?page%5Bnumber%5D=4&page%5Bsize%5D=100"));
        assertThat(beyond.data()).isEmpty();
        assertThat(beyond.meta()).isEqualTo(PageMeta.of(4, 100, 1, 45));
        Page<AssistantTest> farBeyond =
                Caller.testPage(caller.get(TESTS + "?page%5Bnumber%5D=2147483647&page%5Bsize%5D=100"));
        assertThat(farBeyond.data()).isEmpty();
    }

    @Test
    void emptyListHasNoPages(Simulator simulator) {
        Page<AssistantTest> page = Caller.testPage(new Caller(simulator).get(TESTS));

        assertThat(page.data()).isEmpty();
        assertThat(page.meta()).isEqualTo(PageMeta.of(1, 20, 0, 0));
    }

    @Test
    void testsAreFilteredBySuiteChannelAndDestination(Simulator simulator) {
        Caller caller = new Caller(simulator);
        simulator.addSuite("a", 3);
        simulator.addSuite("b", 2);
        caller.post(TESTS, Samples.testWith("x", "\"test_suite\":\"b\",\"telnyx_conversation_channel\":\"sms_chat\""));

        assertThat(total(caller, "?test_suite=a")).isEqualTo(3);
        assertThat(total(caller, "?test_suite=none")).isZero();
        assertThat(total(caller, "?telnyx_conversation_channel=sms_chat")).isEqualTo(1);
        assertThat(total(caller, "?telnyx_conversation_channel=phone_call&test_suite=b"))
                .isEqualTo(2);
        assertThat(total(caller, "?destination=%2B13125550001")).isEqualTo(3);
        assertThat(total(caller, "?destination=%2B13125550001&page%5Bsize%5D=1&page%5Bnumber%5D=2"))
                .isEqualTo(3);
    }

    private static long total(Caller caller, String query) {
        return Caller.testPage(caller.get(TESTS + query)).meta().totalResults();
    }

    @Test
    void suitesAreListedInAlphabeticalOrder(Simulator simulator) {
        simulator.addSuite("support", 1);
        simulator.addSuite("checkout", 2);
        new Caller(simulator).post(TESTS, Samples.test("alone"));

        assertThat(new Caller(simulator).get(SUITES).body()).isEqualTo("{\"data\":[\"checkout\",\"support\"]}");
    }

    @Test
    void runsAreListedNewestFirstAndFilteredByStatus(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = TESTS + "/" + simulator.addSuite("checkout", 1).get(0).testId() + "/runs";
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            created.add(0, Caller.run(caller.post(path, "")).runId());
        }

        assertThat(ids(caller, path + "?page%5Bsize%5D=100")).isEqualTo(created);
        assertThat(ids(caller, path + "?status=pending&page%5Bsize%5D=10&page%5Bnumber%5D=2"))
                .isEqualTo(created.subList(10, 20));
        assertThat(ids(caller, path + "?status=passed")).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        assertThat(ids(caller, path + "?status=pending")).isEmpty();
        long passed = Caller.runPage(caller.get(path + "?status=passed")).meta().totalResults();
        long failed = Caller.runPage(caller.get(path + "?status=failed")).meta().totalResults();
        assertThat(passed).isBetween(1L, 29L);
        assertThat(passed + failed).isEqualTo(30);
        assertThat(ids(caller, path + "?status=completed")).isEmpty();
    }

    @Test
    void runsOfASuiteAreFilteredBySuiteRun(Simulator simulator) {
        Caller caller = new Caller(simulator);
        List<AssistantTest> tests = simulator.addSuite("checkout", 3);
        simulator.addSuite("support", 1);
        String path = SUITES + "/checkout/runs";
        List<TestRun> first = Caller.runs(caller.post(path, ""));
        List<TestRun> second = Caller.runs(caller.post(path, ""));
        caller.post(TESTS + "/" + tests.get(0).testId() + "/runs", "");
        caller.post(SUITES + "/support/runs", "");

        assertThat(Caller.runPage(caller.get(path)).meta()).isEqualTo(PageMeta.of(1, 20, 1, 7));
        String batch = second.get(0).testSuiteRunId();
        assertThat(ids(caller, path + "?test_suite_run_id=" + batch))
                .containsExactlyInAnyOrderElementsOf(
                        second.stream().map(TestRun::runId).toList());
        assertThat(ids(
                        caller,
                        path + "?status=pending&test_suite_run_id="
                                + first.get(0).testSuiteRunId()))
                .hasSize(3);
        assertThat(ids(caller, path + "?test_suite_run_id=unknown")).isEmpty();
        assertThat(ids(caller, SUITES + "/support/runs?test_suite_run_id=" + batch))
                .isEmpty();
        assertThat(ids(caller, SUITES + "/unknown/runs")).isEmpty();
    }

    private static List<String> ids(Caller caller, String path) {
        return Caller.runPage(caller.get(path)).data().stream()
                .map(TestRun::runId)
                .toList();
    }
}
