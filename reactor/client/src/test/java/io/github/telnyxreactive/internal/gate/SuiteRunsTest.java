package io.github.telnyxreactive.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What events say about the runs of a suite against a version, whatever a batch makes of a service. */
class SuiteRunsTest {

    private static final BatchItem ITEM = BatchItem.suite("s").againstVersion("v");
    private static final IllegalStateException LOST = new IllegalStateException("lost");

    private final SuiteRuns runs = new SuiteRuns(new TestGroup("s"), "v", "v");

    private static Map<String, AssistantTest> tests(int count) {
        Map<String, AssistantTest> tests = new LinkedHashMap<>();
        IntStream.rangeClosed(1, count)
                .forEach(n -> tests.put("t" + n, TelnyxJson.read("{\"test_id\":\"t" + n + "\"}", AssistantTest.class)));
        return tests;
    }

    private static TestRun run(String runId, String testId, String status) {
        return TelnyxJson.read(
                "{\"run_id\":\"" + runId + "\",\"test_id\":\"" + testId + "\",\"status\":\"" + status + "\"}",
                TestRun.class);
    }

    private void passed(BatchItem item, String runId, String testId) {
        runs.accept(new BatchEvent.Triggered(item, List.of(run(runId, testId, "pending"))));
        runs.accept(new BatchEvent.StatusChanged(item, run(runId, testId, "running")));
        runs.accept(new BatchEvent.Finished(item, run(runId, testId, "passed")));
    }

    private void notStarted(String testId, @Nullable Throwable error) {
        runs.accept(new BatchEvent.NotStarted(ITEM, testId, null, error));
    }

    @Test
    void nothingIsMissingOfRunsThatHaveEnded() {
        passed(ITEM, "r1", "t1");
        passed(ITEM, "r2", "t2");

        assertThat(runs.gaps(tests(2), 1)).isEmpty();
        assertThat(runs.runs()).extracting(TestRun::runId).containsExactly("r1", "r2");
    }

    @Test
    void aTestThatWasNotStartedIsMissing() {
        passed(ITEM, "r1", "t1");
        notStarted("t2", null);

        assertThat(runs.gaps(tests(2), 1)).containsExactly("no run of these tests of suite s against v: t2");
    }

    @Test
    void aTestThatWasNotStartedIsMissingEvenIfItIsNew() {
        passed(ITEM, "r1", "t1");
        notStarted("t2", LOST);
        notStarted("t3", new IllegalStateException("another reason"));

        assertThat(runs.gaps(tests(1), 1))
                .containsExactly("no run of these tests of suite s against v (" + LOST + "): t2, t3");
    }

    @Test
    void aTestThatWasNotStartedIsMissingEvenIfItHasARun() {
        passed(ITEM, "r1", "t1");
        notStarted("t1", null);

        assertThat(runs.gaps(tests(1), 1)).hasSize(1);
    }

    @Test
    void aSuiteOfWhichNothingWasHeardWasNotTriggered() {
        assertThat(runs.gaps(tests(1), 1))
                .containsExactly("suite s against v was not triggered before the deadline of the batch");
    }

    @Test
    void aRepeatOfWhichNothingWasHeardWasNotTriggered() {
        passed(ITEM, "r1", "t1");
        passed(ITEM.repetition(3), "r3", "t1");

        assertThat(runs.gaps(tests(1), 3))
                .containsExactly("suite s against v was not triggered 1 of 3 times before the deadline of the batch");
    }

    @Test
    void aRepeatWithFewerRunsIsMissing() {
        passed(ITEM, "r1", "t1");
        passed(ITEM, "r2", "t2");
        passed(ITEM.repetition(2), "r3", "t1");

        assertThat(runs.gaps(tests(2), 2)).containsExactly("fewer than 2 runs of these tests of suite s against v: t2");
    }

    @Test
    void aProblemOfEachRepeatIsToldOnce() {
        runs.accept(new BatchEvent.TriggerFailed(ITEM, LOST));
        runs.accept(new BatchEvent.TriggerFailed(ITEM.repetition(2), LOST));

        assertThat(runs.gaps(tests(2), 2)).containsExactly("suite s against v could not be triggered: " + LOST);
    }

    @Test
    void anUnknownOutcomeIsMissingEvenIfAllRunsAreThere() {
        passed(ITEM, "r1", "t1");
        runs.accept(new BatchEvent.OutcomeUnknown(ITEM, LOST, "key", Instant.EPOCH, true));

        assertThat(runs.gaps(tests(1), 1))
                .containsExactly("suite s against v has runs that the service does not identify: " + LOST);
    }

    @Test
    void aSuiteThatMayHaveBeenTriggeredIsMissing() {
        runs.accept(new BatchEvent.OutcomeUnknown(ITEM, LOST, "key", Instant.EPOCH, false));

        assertThat(runs.gaps(tests(1), 1))
                .containsExactly("it is not known whether suite s against v was triggered: " + LOST);
    }

    @Test
    void aRunThatWasAbandonedIsMissing() {
        passed(ITEM, "r1", "t1");
        TestRun open = run("r2", "t2", "running");
        runs.accept(new BatchEvent.Triggered(ITEM, List.of(open)));
        runs.accept(new BatchEvent.Abandoned(ITEM, open, LOST));
        runs.accept(new BatchEvent.Abandoned(ITEM, open, new IllegalStateException("another reason")));

        assertThat(runs.gaps(tests(2), 1))
                .containsExactly("1 of 2 runs of suite s against v were not seen to end: " + LOST);
    }

    @Test
    void aRunOfWhichNoMoreWasHeardIsMissing() {
        runs.accept(new BatchEvent.Triggered(ITEM, List.of(run("r1", "t1", "pending"))));

        assertThat(runs.gaps(tests(1), 1)).containsExactly("1 of 1 runs of suite s against v were not seen to end");
    }

    @Test
    void aRunThatNamesNoTestIsNoneOfAnotherTest() {
        passed(ITEM, "r1", "t1");
        TestRun nameless = TelnyxJson.read("{\"run_id\":\"r2\",\"status\":\"passed\"}", TestRun.class);
        runs.accept(new BatchEvent.Triggered(ITEM, List.of(nameless)));

        assertThat(runs.gaps(tests(1), 1))
                .containsExactly("the service did not say of which test these runs of suite s against v are: r2");
    }

    @Test
    void manyNamesAreCounted() {
        IntStream.rangeClosed(1, 12).forEach(n -> notStarted("t" + n, null));

        assertThat(runs.gaps(tests(12), 1))
                .singleElement()
                .asString()
                .endsWith(": t1, t2, t3, t4, t5, t6, t7, t8, t9, t10 and 2 more");
    }

    private static TestRun ended(String fields) {
        return TelnyxJson.read(
                "{\"run_id\":\"r1\",\"completed_at\":\"2026-01-01T00:00:00Z\"," + fields + "}", TestRun.class);
    }

    private void assertGap(TestRun run, String gap) {
        runs.accept(new BatchEvent.Triggered(ITEM, List.of(run)));

        assertThat(runs.gaps(tests(1), 1)).containsExactly(gap);
    }

    @Test
    void aRunIsKeptAsItWasLastSeen() {
        runs.accept(new BatchEvent.Triggered(ITEM, List.of(run("r1", "t1", "pending"))));
        runs.accept(new BatchEvent.StatusChanged(ITEM, run("r1", "t1", "running")));

        assertThat(runs.runs()).containsExactly(run("r1", "t1", "running"));
    }

    @Test
    void aRunThatNamesAnotherTestInTheEndIsNoEvidence() {
        runs.accept(new BatchEvent.Triggered(ITEM, List.of(run("r1", "t2", "pending"))));
        runs.accept(new BatchEvent.Finished(ITEM, run("r1", "t1", "passed")));

        assertThat(runs.gaps(tests(1), 1))
                .containsExactly("the service named different tests for these runs of suite s against v: r1");
    }

    @Test
    void aRunMayNameItsTestLater() {
        runs.accept(new BatchEvent.Triggered(
                ITEM, List.of(TelnyxJson.read("{\"run_id\":\"r1\",\"status\":\"pending\"}", TestRun.class))));
        runs.accept(new BatchEvent.Finished(ITEM, run("r1", "t1", "passed")));

        assertThat(runs.gaps(tests(1), 1)).isEmpty();
    }

    @Test
    void aRunWithoutAResultIsMissing() {
        assertGap(
                ended("\"test_id\":\"t1\",\"status\":\"cancelled\""),
                "these runs of suite s against v have ended without a result: r1");
    }

    @Test
    void aRunWithoutAStatusIsMissing() {
        assertGap(ended("\"test_id\":\"t1\""), "these runs of suite s against v have ended without a result: r1");
    }

    @Test
    void aRunAgainstAnotherVersionIsNoEvidence() {
        assertGap(
                ended("\"test_id\":\"t1\",\"status\":\"passed\",\"destination_version_id\":\"w\""),
                "these runs of suite s against v were run against another version: r1");
    }

    @Test
    void aRunThatNamesTheVersionIsEvidence() {
        runs.accept(new BatchEvent.Triggered(
                ITEM, List.of(ended("\"test_id\":\"t1\",\"status\":\"passed\",\"destination_version_id\":\"v\""))));

        assertThat(runs.gaps(tests(1), 1)).isEmpty();
    }

    @Test
    void moreRunsThanWereAskedForAreNoEvidence() {
        passed(ITEM, "r1", "t1");
        passed(ITEM, "r2", "t1");

        assertThat(runs.gaps(tests(1), 1)).containsExactly("more than 1 run of these tests of suite s against v: t1");
    }

    @Test
    void aTestThatWasNotInTheSuiteIsAStranger() {
        passed(ITEM, "r1", "t1");
        passed(ITEM, "r2", "t2");

        assertThat(runs.gaps(tests(1), 1))
                .containsExactly("there are runs of suite s against v of tests that were not in it when the gate"
                        + " started: t2");
    }

    @Test
    void ofSingleTestsEachCountsByItself() {
        SuiteRuns single = new SuiteRuns(TestGroup.SINGLE, "the candidate", "v");
        BatchItem first = BatchItem.test("t1").againstVersion("v");
        single.accept(new BatchEvent.Triggered(first, List.of(run("r1", "t1", "passed"))));
        single.accept(new BatchEvent.TriggerFailed(first.repetition(2), LOST));

        assertThat(single.gaps(tests(2), 2))
                .containsExactly(
                        "test t1 against the candidate could not be triggered: " + LOST,
                        "the single tests against the candidate were not triggered 2 of 4 times before the deadline of the"
                                + " batch");
    }
}
