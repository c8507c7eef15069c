package io.github.telnyxreactive.cli.internal.state;

import static io.github.telnyxreactive.cli.Changes.begun;
import static io.github.telnyxreactive.cli.Changes.failed;
import static io.github.telnyxreactive.cli.Changes.see;
import static io.github.telnyxreactive.cli.Changes.triggered;
import static io.github.telnyxreactive.cli.Runs.finished;
import static io.github.telnyxreactive.cli.Runs.unfinished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.bulk.ItemProgress;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.bulk.UnstartedTest;
import io.github.telnyxreactive.cli.Changes;
import io.github.telnyxreactive.cli.Runs;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Begun;
import io.github.telnyxreactive.cli.internal.state.BatchChange.NamesRead;
import io.github.telnyxreactive.cli.internal.state.BatchChange.NotStarted;
import io.github.telnyxreactive.cli.internal.state.BatchChange.RunAbandoned;
import io.github.telnyxreactive.cli.internal.state.BatchChange.RunMoved;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Withdrawn;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchStateTest {

    private final BatchState state = Changes.suites("checkout", "support");

    private ItemState item(int index) {
        return state.items().get(index);
    }

    private ItemProgress progress(int index) {
        return item(index).progress();
    }

    private RunTotals totals() {
        return state.totals().overall();
    }

    @Test
    void countsARunOnceHoweverOftenItChanges() {
        see(state, 0, unfinished("1", "t", TestRunStatus.PENDING), unfinished("2", "t", TestRunStatus.PENDING));
        state.apply(new RunMoved(0, "1", TestRunStatus.STARTING));
        state.apply(new RunMoved(0, "1", TestRunStatus.RUNNING));
        state.apply(Changes.ended(0, finished("1", "t", TestRunStatus.PASSED, Duration.ofSeconds(2))));

        assertThat(totals().pending()).isEqualTo(1);
        assertThat(totals().passed()).isEqualTo(1);
        assertThat(totals().runs()).isEqualTo(2);
        assertThat(progress(0).runs()).extracting(RunState::runId).containsExactly("1", "2");
        assertThat(progress(0).runs()).first().extracting(RunState::duration).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void applyingAChangeTwiceHasTheEffectOfApplyingItOnce() {
        List<BatchChange> changes = List.of(
                begun(0),
                triggered(0, unfinished("1", "t", TestRunStatus.PENDING)),
                Changes.ended(0, Runs.finished("1", "t", TestRunStatus.PASSED, Duration.ofSeconds(1))));

        changes.forEach(state::apply);
        changes.forEach(state::apply);

        assertThat(totals().passed()).isEqualTo(1);
        assertThat(totals().runs()).isEqualTo(1);
        assertThat(item(0).stage()).isEqualTo(ItemStage.TRIGGERED);
    }

    @Test
    void runsThatAreFoundLaterBelongToTheItem() {
        state.apply(begun(0));
        state.apply(triggered(0, unfinished("1", "t", TestRunStatus.PENDING)));
        state.apply(triggered(0, unfinished("2", "t", TestRunStatus.PENDING)));
        state.apply(new RunMoved(0, "2", TestRunStatus.RUNNING));

        assertThat(progress(0).runs()).extracting(RunState::runId).containsExactly("1", "2");
        assertThat(totals().triggeredItems()).isEqualTo(1);
        assertThat(totals().running()).isEqualTo(1);
    }

    /** As after a response to the trigger of which a run has no id, and no list shows it. */
    @Test
    void anItemOfWhichNotAllRunsAreKnownIsNoSuccessAndIsNotTriggeredAgain() {
        state.apply(begun(0));
        state.apply(triggered(0, finished("1", "t", TestRunStatus.PASSED, Duration.ofSeconds(1))));
        state.apply(failed(0, "a run has no id", true));

        assertThat(item(0).stage()).isEqualTo(ItemStage.TRIGGERED);
        assertThat(item(0).problem()).isEqualTo("a run has no id");
        assertThat(progress(0).hasResult()).isFalse();
        assertThat(state.itemsWithoutResult()).contains(item(0));
        assertThat(ExitCode.of(state)).isNotEqualTo(0);
    }

    @Test
    void aMoveDoesNotReopenARunThatHasEnded() {
        see(state, 0, finished("1", "t", TestRunStatus.PASSED, Duration.ofSeconds(1)));
        state.apply(new RunMoved(0, "1", TestRunStatus.RUNNING));

        assertThat(totals().passed()).isEqualTo(1);
        assertThat(totals().running()).isZero();
    }

    @Test
    void knowsOnlyTheNamesThatWereRead() {
        state.apply(new NamesRead(Map.of("test-1", "Refund")));

        assertThat(state.testName("test-1")).isEqualTo("Refund");
        assertThat(state.testName("test-2")).isNull();
    }

    @Test
    void aSuiteWhoseRunsHaveEndedHasAResult() {
        see(state, 0, unfinished("1", "t", TestRunStatus.FAILED));

        assertThat(state.itemsWithoutResult()).isEmpty();
    }

    @Test
    void aSuiteWithoutRunsHasNoResult() {
        state.apply(triggered(0));

        assertThat(state.itemsWithoutResult()).containsExactly(item(0));
    }

    @Test
    void anAbandonedRunKeepsItsStatus() {
        see(state, 0, unfinished("1", "t", TestRunStatus.RUNNING));
        state.apply(new RunAbandoned(0, "1", "late", null));

        assertThat(progress(0).isComplete()).isTrue();
        assertThat(progress(0).hasResult()).isFalse();
        assertThat(progress(0).runs()).first().extracting(RunState::problem).isEqualTo("late");
        assertThat(totals().running()).isEqualTo(1);
        assertThat(totals().abandoned()).isEqualTo(1);
        assertThat(progress(1).isComplete()).isFalse();
    }

    @Test
    void keepsTheFirstCauseOfEachProblem() {
        state.apply(failed(0, "gone", false));
        state.apply(failed(1, "gone", false));

        assertThat(state.cause("gone")).hasMessage("gone");
        assertThat(item(1).problem()).isEqualTo("gone");
        assertThat(state.waiting()).isZero();
    }

    @Test
    void itemsAreInFlightUntilTheResponse() {
        state.apply(begun(0));
        state.apply(begun(1));
        state.handOut(0);
        state.handOut(1);
        assertThat(state.inFlight()).isEqualTo(2);

        state.apply(triggered(0));
        state.apply(failed(1, "gone", true));

        assertThat(state.inFlight()).isZero();
    }

    @Test
    void atTheEndItemsThatWereNotTriggeredHaveAProblem() {
        state.apply(begun(0));
        state.handOut(0);
        state.apply(begun(1));
        state.apply(new Withdrawn(0));
        state.apply(new Withdrawn(1));
        state.stop(StopReason.FAIL_FAST);

        state.end("nobody knows");

        assertThat(item(0).problem()).isEqualTo("nobody knows");
        assertThat(item(1).problem()).isEqualTo(StopReason.FAIL_FAST.problem());
        assertThat(state.waiting()).isZero();
    }

    @Test
    void theEndKeepsEarlierProblems() {
        state.apply(failed(0, "gone", false));
        state.doubt(1, "too late");

        state.end("nobody knows");

        assertThat(item(0).problem()).isEqualTo("gone");
        assertThat(item(1).problem()).isEqualTo("too late");
        assertThat(item(1).stage()).isEqualTo(ItemStage.UNKNOWN);
    }

    @Test
    void resumingRetriesFailedItems() {
        state.apply(begun(0));
        state.apply(failed(0, "gone", true));
        state.apply(begun(1));
        state.apply(failed(1, "gone", false));

        state.resume();

        assertThat(item(0).stage()).isEqualTo(ItemStage.BEGUN);
        assertThat(item(0).begunAt()).isEqualTo(Changes.NOON);
        assertThat(item(0).problem()).isNull();
        assertThat(item(1).stage()).isEqualTo(ItemStage.WAITING);
        assertThat(item(1).begunAt()).isNull();
        assertThat(state.waiting()).isEqualTo(2);
    }

    @Test
    void resumingFollowsAbandonedRunsAgain() {
        see(state, 0, unfinished("1", "t", TestRunStatus.RUNNING), unfinished("2", "t", TestRunStatus.PASSED));
        state.apply(new RunAbandoned(0, "1", "late", null));

        state.resume();

        assertThat(progress(0).isComplete()).isFalse();
        assertThat(totals().abandoned()).isZero();
        assertThat(totals().running()).isEqualTo(1);
        assertThat(totals().passed()).isEqualTo(1);
        assertThat(state.waiting()).isEqualTo(1);
    }

    @Test
    void keepsTheEarliestTimeOfTriggering() {
        state.apply(begun(0));
        state.apply(new Begun(0, Changes.NOON.plusHours(3)));

        assertThat(item(0).begunAt()).isEqualTo(Changes.NOON);
    }

    @Test
    void aLaterProcessTakesNoFirstWordBack() {
        state.apply(begun(0));
        state.apply(new Begun(0, Changes.NOON.plusHours(3)));
        state.apply(new Withdrawn(0));
        state.apply(begun(1));
        state.apply(new Begun(1, Changes.NOON.plusHours(3)));
        state.apply(failed(1, "no such suite", false));

        assertThat(item(0).stage()).isEqualTo(ItemStage.BEGUN);
        assertThat(item(0).begunAt()).isEqualTo(Changes.NOON);
        assertThat(progress(1).outcomeUnknown()).isTrue();
        assertThat(item(1).begunAt()).isEqualTo(Changes.NOON);
        state.resume();
        assertThat(item(1).stage()).isEqualTo(ItemStage.BEGUN);
        assertThat(item(1).isTriggeredEarlier()).isTrue();
        assertThat(item(1).begunAt()).isEqualTo(Changes.NOON);
    }

    @Test
    void aFailureThatIsUnknownStandsLikeAFirstWord() {
        state.apply(begun(0));
        state.apply(failed(0, "lost", true));
        state.apply(new Begun(0, Changes.NOON.plusHours(3)));
        state.apply(failed(0, "no such suite", false));
        state.apply(new Begun(0, Changes.NOON.plusHours(4)));
        state.apply(new Withdrawn(0));
        state.resume();

        assertThat(item(0).stage()).isEqualTo(ItemStage.BEGUN);
        assertThat(item(0).begunAt()).isEqualTo(Changes.NOON);
    }

    @Test
    void whatWasCertainlyNotTriggeredHasNoFirstWord() {
        state.apply(begun(0));
        state.apply(failed(0, "no such suite", false));
        state.apply(new Begun(0, Changes.NOON.plusHours(3)));

        assertThat(item(0).begunAt()).isEqualTo(Changes.NOON.plusHours(3));
        assertThat(item(0).isTriggeredEarlier()).isFalse();
    }

    @Test
    void resumingForgetsNothingThatIsMissing() {
        state.apply(triggered(0, finished("1", "t", TestRunStatus.PASSED, Duration.ofSeconds(1))));
        state.apply(new NotStarted(0, new UnstartedTest("u", "Refund", null)));
        state.apply(triggered(1, finished("2", "t", TestRunStatus.PASSED, Duration.ofSeconds(1))));
        state.apply(failed(1, "a run has no id", true));

        state.resume();

        assertThat(totals().notStarted()).isEqualTo(1);
        assertThat(totals().unknownItems()).isEqualTo(1);
        assertThat(item(1).problem()).isEqualTo("a run has no id");
        assertThat(ExitCode.of(state)).isEqualTo(ExitCode.NOT_RUN);
    }

    @Test
    void aTestThatIsFoundToRunAfterAllIsNotMissing() {
        state.apply(triggered(0, finished("1", "t", TestRunStatus.PASSED, Duration.ofSeconds(1))));
        state.apply(new NotStarted(0, new UnstartedTest("u", "Refund", null)));
        state.apply(new NotStarted(0, new UnstartedTest("u", "Refund", null)));
        assertThat(totals().notStarted()).isEqualTo(1);
        state.apply(triggered(0, finished("2", "u", TestRunStatus.PASSED, Duration.ofSeconds(1))));

        state.resume();

        assertThat(totals().notStarted()).isZero();
        assertThat(progress(0).hasResult()).isTrue();
    }

    @Test
    void rejectsChangesOfUnknownItemsAndRuns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> state.apply(begun(2)))
                .withMessageContaining("no item 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> state.apply(new RunMoved(0, "x", TestRunStatus.RUNNING)))
                .withMessageContaining("no run x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> state.apply(new RunAbandoned(0, "x", "late", null)))
                .withMessageContaining("no run x");
    }
}
