package io.github.telnyxreactive.cli.internal.progress;

import static io.github.telnyxreactive.cli.Changes.begun;
import static io.github.telnyxreactive.cli.Changes.failed;
import static io.github.telnyxreactive.cli.Changes.see;
import static io.github.telnyxreactive.cli.Changes.triggered;
import static io.github.telnyxreactive.cli.Runs.finished;
import static io.github.telnyxreactive.cli.Runs.unfinished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.cli.Changes;
import io.github.telnyxreactive.cli.Runs;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.Begun;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.NamesRead;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.RunGivenUp;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.RunMoved;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.Withdrawn;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchProgressTest {

    private final BatchProgress progress = Changes.suites("checkout", "support");

    private ItemProgress item(int index) {
        return progress.items().get(index);
    }

    @ParameterizedTest
    @CsvSource({
        "pending,PENDING",
        "starting,RUNNING",
        "running,RUNNING",
        "passed,PASSED",
        "failed,FAILED",
        "error,ERROR",
        "something-new,RUNNING"
    })
    void everyStatusHasAPhase(String status, RunPhase phase) {
        assertThat(RunPhase.of(new TestRunStatus(status))).isEqualTo(phase);
    }

    @Test
    void aRunIsCountedOnceHoweverOftenItChanges() {
        see(progress, 0, unfinished("1", "t", TestRunStatus.PENDING), unfinished("2", "t", TestRunStatus.PENDING));
        progress.apply(new RunMoved(0, "1", TestRunStatus.STARTING));
        progress.apply(new RunMoved(0, "1", TestRunStatus.RUNNING));
        progress.apply(Changes.ended(0, finished("1", "t", TestRunStatus.PASSED, Duration.ofSeconds(2))));

        assertThat(item(0).counts()).isEqualTo(new RunCounts(1, 0, 1, 0, 0));
        assertThat(item(0).runs()).extracting(RunState::runId).containsExactly("1", "2");
        assertThat(item(0).runs()).first().extracting(RunState::duration).isEqualTo(Duration.ofSeconds(2));
        assertThat(item(0).openRuns()).extracting(RunState::runId).containsExactly("2");
    }

    @Test
    void theCountsOfAllItemsAddUp() {
        see(progress, 0, unfinished("1", "t", TestRunStatus.FAILED), unfinished("2", "t", TestRunStatus.RUNNING));
        see(progress, 1, unfinished("3", "t", TestRunStatus.ERROR), unfinished("4", "t", TestRunStatus.PENDING));

        RunCounts counts = progress.counts();
        assertThat(counts).isEqualTo(new RunCounts(1, 1, 0, 1, 1));
        assertThat(counts.total()).isEqualTo(4);
        assertThat(counts.finished()).isEqualTo(2);
        assertThat(counts.unfinished()).isEqualTo(2);
    }

    @Test
    void aChangeAppliedTwiceDoesWhatItDoesOnce() {
        List<BatchChange> changes = List.of(
                begun(0),
                triggered(0, unfinished("1", "t", TestRunStatus.PENDING)),
                Changes.ended(0, Runs.finished("1", "t", TestRunStatus.PASSED, Duration.ofSeconds(1))));

        changes.forEach(progress::apply);
        changes.forEach(progress::apply);

        assertThat(progress.counts()).isEqualTo(new RunCounts(0, 0, 1, 0, 0));
        assertThat(item(0).stage()).isEqualTo(ItemStage.TRIGGERED);
    }

    @Test
    void aTestWithoutANameHasNone() {
        progress.apply(new NamesRead(Map.of("test-1", "Refund")));

        assertThat(progress.testName("test-1")).isEqualTo("Refund");
        assertThat(progress.testName("test-2")).isNull();
    }

    @Test
    void aSuiteWithRunsThatHaveEndedHasAResult() {
        see(progress, 0, unfinished("1", "t", TestRunStatus.FAILED));

        assertThat(item(0).hasResult()).isTrue();
        assertThat(progress.itemsWithoutResult()).isZero();
    }

    @Test
    void aSuiteWithoutRunsHasNone() {
        progress.apply(triggered(0));

        assertThat(item(0).isEmpty()).isTrue();
        assertThat(item(0).hasResult()).isFalse();
        assertThat(progress.itemsWithoutResult()).isEqualTo(1);
    }

    @Test
    void runsThatAreGivenUpKeepTheirStatus() {
        see(progress, 0, unfinished("1", "t", TestRunStatus.RUNNING));
        progress.apply(new RunGivenUp(0, "1", "late", null));

        assertThat(item(0).isComplete()).isTrue();
        assertThat(item(0).hasResult()).isFalse();
        assertThat(item(0).givenUp("1")).isEqualTo("late");
        assertThat(item(0).counts().running()).isEqualTo(1);
        assertThat(progress.givenUp()).isEqualTo(1);
        assertThat(item(1).isComplete()).isFalse();
    }

    @Test
    void whatGoesWrongIsKeptOnceForEachReason() {
        progress.apply(failed(0, "gone", false));
        progress.apply(failed(1, "gone", false));

        assertThat(progress.cause("gone")).hasMessage("gone");
        assertThat(item(1).problem()).isEqualTo("gone");
        assertThat(progress.waiting()).isZero();
    }

    @Test
    void itemsAreInFlightUntilThereIsAnAnswer() {
        progress.apply(begun(0));
        progress.apply(begun(1));
        progress.handOut(0);
        progress.handOut(1);
        assertThat(progress.inFlight()).isEqualTo(2);

        progress.apply(triggered(0));
        progress.apply(failed(1, "gone", true));

        assertThat(progress.inFlight()).isZero();
    }

    @Test
    void atTheEndWhatWasNotTriggeredSaysWhy() {
        progress.apply(begun(0));
        progress.handOut(0);
        progress.apply(begun(1));
        progress.apply(new Withdrawn(0));
        progress.apply(new Withdrawn(1));
        progress.stop(StopReason.FAIL_FAST);

        progress.end("nobody knows");

        assertThat(item(0).problem()).isEqualTo("nobody knows");
        assertThat(item(1).problem()).isEqualTo(StopReason.FAIL_FAST.problem());
    }

    @Test
    void goingOnTriesAgainWhatWentWrong() {
        progress.apply(begun(0));
        progress.apply(failed(0, "gone", true));
        progress.apply(begun(1));
        progress.apply(failed(1, "gone", false));

        progress.comeBack();

        assertThat(item(0).stage()).isEqualTo(ItemStage.BEGUN);
        assertThat(item(0).begunAt()).isEqualTo(Changes.NOON);
        assertThat(item(1).stage()).isEqualTo(ItemStage.WAITING);
        assertThat(item(1).begunAt()).isNull();
        assertThat(progress.waiting()).isEqualTo(2);
    }

    @Test
    void theFirstTimeThatAnItemWasBegunCounts() {
        progress.apply(begun(0));
        progress.apply(new Begun(0, Changes.NOON.plusHours(3)));

        assertThat(item(0).begunAt()).isEqualTo(Changes.NOON);
    }

    @Test
    void runsToComeAreEstimated() {
        assertThat(progress.expectedRuns()).isEqualTo(2);
        see(
                progress,
                0,
                unfinished("1", "t", TestRunStatus.FAILED),
                unfinished("2", "t", TestRunStatus.RUNNING),
                unfinished("3", "t", TestRunStatus.RUNNING));

        assertThat(progress.expectedRuns()).isEqualTo(6);
        assertThat(new BatchProgress(List.of(BatchItem.test("a"), BatchItem.test("b"))).expectedRuns())
                .isEqualTo(2);
    }

    @Test
    void aChangeOfAnUnknownItemIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> progress.apply(begun(2)))
                .withMessageContaining("no item 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> progress.apply(new RunMoved(0, "x", TestRunStatus.RUNNING)))
                .withMessageContaining("no run x");
    }
}
