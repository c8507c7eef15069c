package io.github.telnyxreactive.cli.internal.state;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchProgress;
import io.github.telnyxreactive.bulk.ItemProgress;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.Totals;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Begun;
import io.github.telnyxreactive.cli.internal.state.BatchChange.NamesRead;
import io.github.telnyxreactive.cli.internal.state.BatchChange.NotStarted;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Paused;
import io.github.telnyxreactive.cli.internal.state.BatchChange.RunAbandoned;
import io.github.telnyxreactive.cli.internal.state.BatchChange.RunEnded;
import io.github.telnyxreactive.cli.internal.state.BatchChange.RunMoved;
import io.github.telnyxreactive.cli.internal.state.BatchChange.TriggerFailed;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Triggered;
import io.github.telnyxreactive.cli.internal.state.BatchChange.Withdrawn;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The state of a batch that has a journal. To the progress of its runs it adds what a batch needs that may be interrupted
 * and resumed: which items were about to be triggered, and why no more are. Not thread-safe.
 */
public final class BatchState {

    private final List<ItemState> items;
    private final Map<String, String> testNames = new HashMap<>();
    private final Map<String, Throwable> causes = new HashMap<>();
    private BatchProgress progress;
    private int inFlight;
    private @Nullable StopReason stopReason;
    private @Nullable OffsetDateTime pausedAt;
    private @Nullable OffsetDateTime latest;

    /**
     * Creates the state of a batch that has not begun.
     *
     * @param items what is to be run, in the order in which it is shown; each item once
     */
    public BatchState(List<BatchItem> items) {
        this.progress = new BatchProgress();
        items.forEach(progress::expect);
        Function<BatchItem, ItemProgress> lookup = this::progress;
        this.items = items.stream().map(item -> new ItemState(item, lookup)).toList();
    }

    private ItemProgress progress(BatchItem item) {
        return Objects.requireNonNull(progress.item(item));
    }

    /**
     * Applies a change.
     *
     * @param change what was done or has become known
     * @throws IllegalArgumentException if it is of an item or a run that is not part of this batch
     */
    public void apply(BatchChange change) {
        if (change instanceof NamesRead read) {
            testNames.putAll(read.names());
        } else if (change instanceof Paused paused) {
            pausedAt = paused.at();
            see(paused.at());
        } else if (change instanceof Begun begun) {
            item(begun.item()).begin(begun.at());
            see(begun.at());
        } else if (change instanceof Withdrawn withdrawn) {
            item(withdrawn.item()).withdraw();
        } else if (change instanceof Triggered triggered) {
            triggered(triggered);
        } else if (change instanceof TriggerFailed failed) {
            failed(failed);
        } else if (change instanceof NotStarted missing) {
            ItemState item = item(missing.item());
            if (!item.progress().notStarted().contains(missing.test())) {
                progress.addNotStarted(item.item(), missing.test());
            }
        } else if (change instanceof RunMoved moved) {
            update(moved.item(), run(moved.item(), moved.runId()).withStatus(moved.status()));
        } else if (change instanceof RunEnded ended) {
            update(ended.item(), ended.run());
        } else if (change instanceof RunAbandoned abandoned) {
            update(abandoned.item(), run(abandoned.item(), abandoned.runId()).withProblem(abandoned.problem()));
            recordCause(abandoned.problem(), abandoned.cause());
        }
    }

    private void see(OffsetDateTime at) {
        latest = latest == null || at.isAfter(latest) ? at : latest;
    }

    private void triggered(Triggered change) {
        ItemState item = responded(change.item());
        if (item.stage() == ItemStage.TRIGGERED && item.progress().triggered()) {
            change.runs().forEach(run -> progress.updateRun(item.item(), followed(item, run)));
        } else {
            item.triggered();
            progress.addRuns(item.item(), change.runs());
        }
    }

    /** A run that is known stays as it was last seen, except that an abandoned one is followed again. */
    private RunState followed(ItemState item, RunState run) {
        RunState known = progress.run(item.item(), run.runId());
        return known == null ? run : known.withProblem(null);
    }

    /** What an earlier process may have triggered is unknown, whatever the answer to its repetition was. */
    private void failed(TriggerFailed change) {
        ItemState item = responded(change.item());
        boolean unknown = change.unknown() || item.isTriggeredEarlier();
        item.failed(unknown);
        if (unknown) {
            progress.doubt(item.item(), change.problem());
        } else {
            progress.fail(item.item(), change.problem());
        }
        recordCause(change.problem(), change.cause());
    }

    private ItemState responded(int index) {
        ItemState item = item(index);
        inFlight -= item.isInFlight() ? 1 : 0;
        return item;
    }

    private RunState run(int index, String runId) {
        ItemState item = item(index);
        RunState run = progress.run(item.item(), runId);
        if (run == null) {
            throw new IllegalArgumentException("there is no run " + runId + " of \"" + item.name() + "\"");
        }
        return run;
    }

    private void update(int index, RunState run) {
        progress.updateRun(item(index).item(), run);
    }

    private void recordCause(String problem, @Nullable Throwable cause) {
        if (cause != null) {
            causes.putIfAbsent(problem, cause);
        }
    }

    private ItemState item(int index) {
        if (index < 0 || index >= items.size()) {
            throw new IllegalArgumentException("there is no item " + index + " in this batch of " + items.size());
        }
        return items.get(index);
    }

    /**
     * Prepares for resuming the batch: what could not be triggered or followed is tried again. What is missing of an item
     * that was triggered stays so, since it is not triggered again.
     */
    public void resume() {
        inFlight = 0;
        items.forEach(ItemState::resume);
        progress = Resumption.of(items, progress);
    }

    /**
     * Records that an item was handed out to be triggered.
     *
     * @param index the index of the item
     */
    public void handOut(int index) {
        item(index).handOut();
        inFlight++;
    }

    /** Records that the requests in flight were cancelled, and that their items may be handed out again. */
    public void cancelInFlight() {
        items.forEach(ItemState::cancelled);
        inFlight = 0;
    }

    /**
     * Records that it cannot be found out any more whether an item was triggered.
     *
     * @param index the index of the item
     * @param problem why, and what can be done, in one line
     */
    public void doubt(int index, String problem) {
        ItemState item = responded(index);
        item.doubt();
        progress.doubt(item.item(), problem);
    }

    /**
     * Records that no more items are triggered. The first reason counts, except that an interruption always does.
     *
     * @param reason why
     */
    public void stop(StopReason reason) {
        if (stopReason == null || reason == StopReason.INTERRUPTED) {
            stopReason = reason;
        }
    }

    /**
     * Records that nothing more will become known, and why the remaining items were not triggered.
     *
     * @param doubtful the problem of items of which it is not known yet whether they were triggered
     */
    public void end(String doubtful) {
        StopReason reason = Objects.requireNonNullElse(stopReason, StopReason.DEADLINE);
        for (ItemState item : items) {
            if (item.stage() != ItemStage.TRIGGERED && item.problem() == null) {
                if (item.stage() == ItemStage.BEGUN) {
                    progress.doubt(item.item(), doubtful);
                } else {
                    progress.fail(item.item(), reason.problem());
                }
            }
        }
    }

    /**
     * Returns why no more items are triggered.
     *
     * @return the reason, {@code null} if there was none
     */
    public @Nullable StopReason stopReason() {
        return stopReason;
    }

    /**
     * Returns whether the user interrupted the batch.
     *
     * @return whether that is why no more items are triggered
     */
    public boolean isInterrupted() {
        return stopReason == StopReason.INTERRUPTED;
    }

    /**
     * Returns when the batch last ended in good order, complete or not.
     *
     * @return the time, {@code null} if it never did
     */
    public @Nullable OffsetDateTime pausedAt() {
        return pausedAt;
    }

    /**
     * Returns the latest time that any process has recorded, by its own clock.
     *
     * @return the time, {@code null} if there is none
     */
    public @Nullable OffsetDateTime latest() {
        return latest;
    }

    /**
     * Returns the items.
     *
     * @return the items, in the order in which they are shown
     */
    public List<ItemState> items() {
        return items;
    }

    /**
     * Returns the totals of the runs.
     *
     * @return an immutable snapshot
     */
    public Totals totals() {
        return progress.totals();
    }

    /**
     * Returns the number of items that are being triggered.
     *
     * @return how many were handed out and await a response
     */
    public int inFlight() {
        return inFlight;
    }

    /**
     * Returns the number of items whose runs are not known and may still become known.
     *
     * @return how many are neither triggered nor have a problem
     */
    public int waiting() {
        return progress.waiting();
    }

    /**
     * Estimates how many runs there will be.
     *
     * @return the estimate, at least the number of runs that are known
     */
    public int expectedRuns() {
        return progress.expectedRuns();
    }

    /**
     * Returns the items that could not be run to their end, or had nothing to run.
     *
     * @return those that are complete and have no result
     */
    public List<ItemState> itemsWithoutResult() {
        return items.stream()
                .filter(item -> {
                    ItemProgress known = item.progress();
                    return known.isComplete() && !known.hasResult();
                })
                .toList();
    }

    /**
     * Returns the name of a test.
     *
     * @param testId the id of the test
     * @return its name, {@code null} if that is not known
     */
    public @Nullable String testName(String testId) {
        return testNames.get(testId);
    }

    /**
     * Returns the first exception with a description.
     *
     * @param problem the description
     * @return the exception, {@code null} if there is none
     */
    public @Nullable Throwable cause(String problem) {
        return causes.get(problem);
    }
}
