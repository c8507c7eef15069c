package io.github.telnyxreactive.cli.internal.state;

import static io.github.telnyxreactive.cli.Events.abandoned;
import static io.github.telnyxreactive.cli.Events.changed;
import static io.github.telnyxreactive.cli.Events.failed;
import static io.github.telnyxreactive.cli.Events.finished;
import static io.github.telnyxreactive.cli.Events.more;
import static io.github.telnyxreactive.cli.Events.notStarted;
import static io.github.telnyxreactive.cli.Events.partlyUnknown;
import static io.github.telnyxreactive.cli.Events.see;
import static io.github.telnyxreactive.cli.Events.triggered;
import static io.github.telnyxreactive.cli.Events.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.cli.Events;
import io.github.telnyxreactive.cli.Runs;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgressTest {

    private static final BatchItem CHECKOUT = BatchItem.suite("checkout");
    private static final BatchItem SUPPORT = BatchItem.suite("support");
    private static final TestRun FIRST = Runs.unfinished("1", "t", TestRunStatus.PENDING);
    private static final TestRun SECOND = Runs.unfinished("2", "u", TestRunStatus.PENDING);
    private static final TestRun FIRST_PASSED = Runs.finished("1", "t", TestRunStatus.PASSED, Duration.ofSeconds(2));

    private final Progress progress = Events.ofSuites("checkout", "support");
    private final Progress tests = Events.ofTests(3);

    private RunTotals totals() {
        return progress.totals().overall();
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(totals()).isEqualTo(RunTotals.NONE);
        assertThat(progress.suite("checkout")).isEqualTo(RunTotals.NONE);
        assertThat(progress.waiting()).isEqualTo(2);
        assertThat(progress.expectedRuns()).isEqualTo(2);
        assertThat(progress.isAnnounced("checkout")).isFalse();
        assertThat(progress.hasFailed("checkout")).isFalse();
        assertThat(progress.suitesWithoutResult()).isZero();
        assertThat(progress.testsWithoutResult()).isZero();
    }

    @Test
    void countsARunOnceHoweverOftenItChanges() {
        progress.accept(triggered(CHECKOUT, FIRST, SECOND));
        progress.accept(changed(CHECKOUT, Runs.unfinished("1", "t", TestRunStatus.STARTING)));
        progress.accept(changed(CHECKOUT, Runs.unfinished("1", "t", TestRunStatus.RUNNING)));
        progress.accept(finished(CHECKOUT, FIRST_PASSED));

        assertThat(totals().pending()).isEqualTo(1);
        assertThat(totals().passed()).isEqualTo(1);
        assertThat(totals().runs()).isEqualTo(2);
        assertThat(progress.suite("checkout").runs()).isEqualTo(2);
        assertThat(progress.suite("support").runs()).isZero();
    }

    @Test
    void aMoveDoesNotReopenARunThatHasEnded() {
        see(progress, CHECKOUT, FIRST_PASSED);
        progress.accept(changed(CHECKOUT, Runs.unfinished("1", "t", TestRunStatus.RUNNING)));

        assertThat(totals().passed()).isEqualTo(1);
        assertThat(totals().running()).isZero();
    }

    @Test
    void runsThatAreFoundLaterBelongToTheItem() {
        progress.accept(triggered(CHECKOUT, FIRST));
        progress.accept(more(CHECKOUT, SECOND));

        assertThat(totals().runs()).isEqualTo(2);
        assertThat(totals().triggeredItems()).isEqualTo(1);
        assertThat(progress.waiting()).isEqualTo(1);
    }

    @Test
    void anItemWaitsUntilItsFirstEvent() {
        progress.accept(triggered(CHECKOUT, FIRST));
        assertThat(progress.isAnnounced("checkout")).isTrue();
        assertThat(progress.waiting()).isEqualTo(1);

        progress.accept(failed(SUPPORT, "gone"));
        assertThat(progress.isAnnounced("support")).isTrue();
        assertThat(progress.waiting()).isZero();
    }

    @Test
    void eachRepetitionIsWaitedFor() {
        Progress repeated = new Progress(PlannedWork.NOTHING.plus(List.of(
                new PlannedItem(ItemId.of(CHECKOUT), null, 2),
                new PlannedItem(ItemId.of(BatchItem.test("t")), null, 1),
                new PlannedItem(ItemId.of(CHECKOUT.repetition(2)), null, 2),
                new PlannedItem(ItemId.of(BatchItem.test("t").repetition(2)), null, 1))));
        assertThat(repeated.work()).isEqualTo(new PlannedWork(List.of("checkout"), 1, 6, 2, false));
        assertThat(repeated.waiting()).isEqualTo(4);

        repeated.accept(triggered(CHECKOUT, FIRST));
        repeated.accept(triggered(BatchItem.test("t"), SECOND));
        assertThat(repeated.waiting()).isEqualTo(2);
        assertThat(repeated.isAnnounced("checkout")).isFalse();
        assertThat(repeated.areTestsAnnounced()).isFalse();

        repeated.accept(failed(CHECKOUT.repetition(2), "gone"));
        repeated.accept(failed(BatchItem.test("t").repetition(2), "gone"));
        assertThat(repeated.waiting()).isZero();
        assertThat(repeated.isAnnounced("checkout")).isTrue();
        assertThat(repeated.areTestsAnnounced()).isTrue();
        assertThat(repeated.hasFailed("checkout")).as("the first time, it ran").isFalse();
        assertThat(repeated.suitesWithoutResult()).isEqualTo(1);
        assertThat(repeated.testsWithoutResult()).isEqualTo(1);
    }

    @Test
    void eachSingleTestWaitsUntilItsFirstEvent() {
        tests.accept(triggered(BatchItem.test("t"), FIRST));
        tests.accept(changed(BatchItem.test("t"), Runs.unfinished("1", "t", TestRunStatus.RUNNING)));
        tests.accept(unknown(BatchItem.test("u"), "lost"));
        assertThat(tests.waiting()).isEqualTo(1);
        assertThat(tests.areTestsAnnounced()).isFalse();

        tests.accept(failed(BatchItem.test("v"), "gone"));
        assertThat(tests.waiting()).isZero();
        assertThat(tests.areTestsAnnounced()).isTrue();
        assertThat(tests.testsWithoutResult()).isEqualTo(2);
    }

    @Test
    void aSuiteThatMayNotHaveBeenTriggeredHasFailed() {
        progress.accept(failed(CHECKOUT, "gone"));
        progress.accept(unknown(SUPPORT, "lost"));

        assertThat(progress.hasFailed("checkout")).isTrue();
        assertThat(progress.hasFailed("support")).isTrue();
        assertThat(progress.suitesWithoutResult()).isEqualTo(2);
    }

    @Test
    void runsOfASingleTestThatAreFoundLaterAreNotAnotherTest() {
        tests.accept(triggered(BatchItem.test("t")));
        tests.accept(more(BatchItem.test("t"), FIRST));

        assertThat(tests.waiting()).isEqualTo(2);
    }

    static Stream<BatchEvent> missing() {
        return Stream.of(
                notStarted(CHECKOUT, "u", null),
                partlyUnknown(CHECKOUT, "a run has no id"),
                abandoned(CHECKOUT, FIRST, "late"));
    }

    @ParameterizedTest
    @MethodSource("missing")
    void aSuiteOfWhichSomethingIsMissingHasRunsButNoCompleteResult(BatchEvent event) {
        progress.accept(triggered(CHECKOUT, FIRST));
        progress.accept(event);
        progress.accept(event);

        assertThat(progress.hasFailed("checkout")).isFalse();
        assertThat(progress.suitesWithoutResult()).isEqualTo(1);
        assertThat(progress.testsWithoutResult()).isZero();
    }

    @Test
    void anAbandonedRunKeepsItsStatus() {
        TestRun running = Runs.unfinished("1", "t", TestRunStatus.RUNNING);
        tests.accept(triggered(BatchItem.test("t"), running));
        tests.accept(abandoned(BatchItem.test("t"), running, "late"));

        assertThat(tests.totals().tests().running()).isEqualTo(1);
        assertThat(tests.totals().tests().abandoned()).isEqualTo(1);
        assertThat(tests.totals().tests().open()).isZero();
        assertThat(tests.testsWithoutResult()).isEqualTo(1);
    }

    @Test
    void expectsThePlannedRunsUnlessThereAreMore() {
        Progress one = Events.ofSuites("checkout");
        assertThat(one.expectedRuns()).isEqualTo(1);

        one.accept(triggered(CHECKOUT, FIRST, SECOND));

        assertThat(one.expectedRuns()).isEqualTo(2);
    }

    @Test
    void addsUpAPlan() {
        PlannedWork work = PlannedWork.NOTHING
                .plus(List.of(planned(CHECKOUT, 3), planned(BatchItem.test("t"), 1)))
                .plus(List.of(planned(SUPPORT, 4), planned(BatchItem.test("u"), 1)));

        assertThat(work).isEqualTo(new PlannedWork(List.of("checkout", "support"), 2, 9));
        assertThat(work.items()).isEqualTo(4);
        assertThat(PlannedWork.NOTHING.items()).isZero();
    }

    private static PlannedItem planned(BatchItem item, int runs) {
        return new PlannedItem(ItemId.of(item), null, runs);
    }
}
