package io.github.telnyxreactive.bulk;

import static io.github.telnyxreactive.model.testrun.TestRunStatus.ERROR;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.FAILED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PENDING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.telnyxreactive.bulk.BatchEvent.Abandoned;
import io.github.telnyxreactive.bulk.BatchEvent.Finished;
import io.github.telnyxreactive.bulk.BatchEvent.StatusChanged;
import io.github.telnyxreactive.bulk.BatchEvent.TriggerFailed;
import io.github.telnyxreactive.bulk.BatchEvent.Triggered;
import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TotalsCollectorTest {

    private static final BatchItem SUITE = BatchItem.suite("checkout");
    private static final BatchItem TEST = BatchItem.test("test");

    private final TotalsCollector collector = new TotalsCollector();

    @Test
    void isEmptyWithoutEvents() {
        Totals totals = collector.totals();

        assertThat(totals.overall().runs()).isZero();
        assertThat(totals.overall().passRate()).isEmpty();
        assertThat(totals.overall().durations()).isNull();
        assertThat(totals.suites()).isEmpty();
        assertThat(collector.requests()).isEqualTo(new RequestTotals(Map.of(), 0, 0, Duration.ZERO));
    }

    @Test
    void countsARunInItsLastStatus() {
        trigger(SUITE, "a", "b", "c");
        assertThat(overall().byStatus()).containsExactly(entry(PENDING, 3));
        accept(new StatusChanged(SUITE, Runs.run("a", RUNNING)));
        accept(new StatusChanged(SUITE, Runs.run("b", RUNNING)));
        assertThat(overall().byStatus()).containsExactly(entry(PENDING, 1), entry(RUNNING, 2));
        accept(new Finished(SUITE, Runs.run("a", PASSED)));
        accept(new Finished(SUITE, Runs.run("c", ERROR)));

        assertThat(overall().byStatus()).containsExactly(entry(RUNNING, 1), entry(PASSED, 1), entry(ERROR, 1));
        assertThat(overall().runs()).isEqualTo(3);
        assertThat(overall().finished()).isEqualTo(2);
        assertThat(overall().open()).isEqualTo(1);
    }

    @Test
    void countsSuitesAndSingleTestsSeparatelyAndTogether() {
        BatchItem other = BatchItem.suite("returns");
        trigger(SUITE, "a", "b");
        trigger(other, "c");
        trigger(TEST, "d");
        trigger(SUITE, "e");
        accept(new Finished(other, Runs.run("c", FAILED)));
        accept(new Finished(TEST, Runs.run("d", PASSED)));

        Totals totals = collector.totals();
        assertThat(totals.suites()).containsOnlyKeys("checkout", "returns");
        assertThat(totals.suites().keySet()).containsExactly("checkout", "returns");
        assertThat(totals.suites().get("checkout").triggeredItems()).isEqualTo(2);
        assertThat(totals.suites().get("checkout").byStatus()).containsExactly(entry(PENDING, 3));
        assertThat(totals.suites().get("returns").byStatus()).containsExactly(entry(FAILED, 1));
        assertThat(totals.tests().byStatus()).containsExactly(entry(PASSED, 1));
        assertThat(totals.overall().triggeredItems()).isEqualTo(4);
        assertThat(totals.overall().runs()).isEqualTo(5);
    }

    @Test
    void aFailedItemHasNoRuns() {
        accept(new TriggerFailed(SUITE, new IllegalStateException()));
        accept(new TriggerFailed(TEST, new IllegalStateException()));

        assertThat(overall().failedItems()).isEqualTo(2);
        assertThat(overall().triggeredItems()).isZero();
        assertThat(overall().runs()).isZero();
        assertThat(collector.totals().suites().get("checkout").failedItems()).isEqualTo(1);
        assertThat(collector.totals().tests().failedItems()).isEqualTo(1);
    }

    @Test
    void anAbandonedRunIsNeitherOpenNorPassed() {
        trigger(SUITE, "a", "b", "c", "d");
        accept(new Finished(SUITE, Runs.run("a", PASSED)));
        accept(new Finished(SUITE, Runs.run("b", FAILED)));
        assertThat(overall().passRate()).hasValue(50);
        accept(new Abandoned(SUITE, Runs.run("c", PENDING), new IllegalStateException()));
        accept(new Finished(SUITE, Runs.run("d", PASSED)));

        assertThat(overall().abandoned()).isEqualTo(1);
        assertThat(overall().open()).isZero();
        assertThat(overall().in(PENDING)).isEqualTo(1);
        assertThat(overall().passRate()).hasValue(50);
    }

    @Test
    void aRunInAnUnknownStatusIsOpen() {
        TestRunStatus strange = new TestRunStatus("judging");
        trigger(TEST, "a");
        accept(new StatusChanged(TEST, Runs.run("a", strange)));

        assertThat(overall().byStatus()).containsExactly(entry(strange, 1));
        assertThat(overall().open()).isEqualTo(1);
    }

    @Test
    void sortsFailedRubricItemsByFrequency() {
        trigger(SUITE, "a", "b", "c");
        accept(new Finished(SUITE, judged("a", "polite", "brief", "correct")));
        accept(new Finished(SUITE, judged("b", "correct")));
        accept(new Finished(SUITE, judged("c", "correct", "brief", "angry")));

        assertThat(overall().failedRubricItems())
                .containsExactly(entry("correct", 3), entry("brief", 2), entry("angry", 1), entry("polite", 1));
    }

    @Test
    void measuresDurationsByTheClockOfTheService() {
        trigger(SUITE, "a", "b", "c", "d");
        accept(new Finished(SUITE, lasting("a", 10)));
        accept(new Finished(SUITE, lasting("b", 2)));
        accept(new Finished(SUITE, lasting("c", 3)));
        accept(new Finished(SUITE, Runs.run("d", ERROR)));

        assertThat(overall().durations())
                .isEqualTo(new RunDurations(3, Duration.ofSeconds(15), Duration.ofSeconds(2), Duration.ofSeconds(10)));
    }

    @Test
    void countsRunsSharedByEqualItemsOnce() {
        trigger(SUITE, "a", "b");
        trigger(SUITE, "a", "b");
        for (int i = 0; i < 2; i++) {
            accept(new StatusChanged(SUITE, Runs.run("a", RUNNING)));
            accept(new Finished(SUITE, Runs.run("a", PASSED)));
            accept(new Abandoned(SUITE, Runs.run("b", PENDING), new IllegalStateException()));
        }

        assertThat(overall().triggeredItems()).isEqualTo(2);
        assertThat(overall().runs()).isEqualTo(2);
        assertThat(overall().finished()).isEqualTo(1);
        assertThat(overall().abandoned()).isEqualTo(1);
        assertThat(overall().open()).isZero();
    }

    @Test
    void ignoresRunsThatWereNotTriggered() {
        accept(new StatusChanged(SUITE, Runs.run("a", RUNNING)));
        accept(new Finished(SUITE, Runs.run("a", PASSED)));
        accept(new Abandoned(SUITE, Runs.run("a", PENDING), new IllegalStateException()));

        assertThat(overall().runs()).isZero();
        assertThat(overall().abandoned()).isZero();
    }

    @Test
    void returnsImmutableSnapshots() {
        trigger(SUITE, "a");
        collector.callListener().onSend("operation", 1, Duration.ZERO);
        Totals before = collector.totals();
        RequestTotals requestsBefore = collector.requests();
        assertThat(before).isEqualTo(collector.totals());
        assertThat(requestsBefore).isEqualTo(collector.requests());
        accept(new Finished(SUITE, Runs.run("a", PASSED)));
        collector.callListener().onSend("operation", 1, Duration.ZERO);

        assertThat(before.overall().open()).isEqualTo(1);
        assertThat(before.suites().get("checkout").open()).isEqualTo(1);
        assertThat(requestsBefore.total()).isEqualTo(1);
        assertThat(before.suites()).isUnmodifiable();
        assertThat(before.overall().byStatus()).isUnmodifiable();
        assertThat(before.overall().failedRubricItems()).isUnmodifiable();
        assertThat(requestsBefore.byOperation()).isUnmodifiable();
    }

    @Test
    void countsRequestsByOperation() {
        CallListener calls = collector.callListener();
        calls.onSend("trigger", 1, Duration.ofMillis(5));
        calls.onResponse("trigger", 429);
        calls.onSend("trigger", 2, Duration.ofMillis(20));
        calls.onResponse("trigger", 201);
        collector.callListener().onSend("poll", 1, Duration.ZERO);

        RequestTotals requests = collector.requests();
        assertThat(requests.byOperation()).containsExactly(entry("poll", 1L), entry("trigger", 2L));
        assertThat(requests.total()).isEqualTo(3);
        assertThat(requests.retries()).isEqualTo(1);
        assertThat(requests.rejections()).isEqualTo(1);
        assertThat(requests.waited()).isEqualTo(Duration.ofMillis(25));
    }

    private void trigger(BatchItem item, String... ids) {
        List<TestRun> runs = Stream.of(ids).map(id -> Runs.run(id, PENDING)).toList();
        accept(new Triggered(item, runs));
    }

    private void accept(BatchEvent event) {
        collector.accept(event);
    }

    private RunTotals overall() {
        return collector.totals().overall();
    }

    private static TestRun judged(String id, String... failed) {
        Stream<TestRunDetailResult> results = Stream.concat(
                Stream.of(result("met", PASSED)), Stream.of(failed).map(name -> result(name, FAILED)));
        return Runs.run(id, FAILED).toBuilder().detailStatus(results.toList()).build();
    }

    private static TestRunDetailResult result(String name, TestRunStatus status) {
        return TestRunDetailResult.builder().name(name).status(status).build();
    }

    private static TestRun lasting(String id, long seconds) {
        TestRun run = Runs.run(id, PASSED);
        return run.toBuilder().completedAt(run.createdAt().plusSeconds(seconds)).build();
    }
}
