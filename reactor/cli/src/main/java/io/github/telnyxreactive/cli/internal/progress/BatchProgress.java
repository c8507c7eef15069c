package io.github.telnyxreactive.cli.internal.progress;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.Begun;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.NamesRead;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.Paused;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.RunEnded;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.RunGivenUp;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.RunMoved;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.TriggerFailed;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.Triggered;
import io.github.telnyxreactive.cli.internal.progress.BatchChange.Withdrawn;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is known of all items. To be used by one thread at a time. */
public final class BatchProgress {

    private final List<ItemProgress> items;
    private final Map<String, String> testNames = new HashMap<>();
    private final Map<String, Throwable> causes = new HashMap<>();
    private final Map<TestRunDetailResult, TestRunDetailResult> judgements = new HashMap<>();
    private RunCounts counts = RunCounts.NONE;
    private int inFlight;
    private int waiting;
    private @Nullable StopReason stopReason;
    private @Nullable OffsetDateTime pausedAt;

    /**
     * Starts with nothing known but what is to be run.
     *
     * @param items what is to be run, in the order in which it shall be shown
     */
    public BatchProgress(List<BatchItem> items) {
        this.items = items.stream().map(ItemProgress::new).toList();
        this.waiting = items.size();
    }

    /**
     * Takes note of something that was done or learnt.
     *
     * @param change what it is
     * @throws IllegalArgumentException if it is of an item or a run that does not belong here
     */
    public void apply(BatchChange change) {
        if (change instanceof NamesRead read) {
            testNames.putAll(read.names());
        } else if (change instanceof Paused paused) {
            pausedAt = paused.at();
        } else if (change instanceof Begun begun) {
            item(begun.item()).begin(begun.at());
        } else if (change instanceof Withdrawn withdrawn) {
            item(withdrawn.item()).withdraw();
        } else if (change instanceof Triggered triggered) {
            answered(item(triggered.item()), item -> item.triggered(triggered.runs()));
        } else if (change instanceof TriggerFailed failed) {
            note(failed.problem(), failed.cause());
            answered(item(failed.item()), item -> item.failed(failed.problem(), failed.unknown()));
        } else if (change instanceof RunGivenUp givenUp) {
            note(givenUp.problem(), givenUp.cause());
            item(givenUp.item()).giveUp(givenUp.runId(), givenUp.problem());
        } else if (change instanceof RunMoved moved) {
            put(item(moved.item()), moved.runId(), moved.status());
        } else if (change instanceof RunEnded ended) {
            put(item(ended.item()), shared(ended.run()));
        }
    }

    private void answered(ItemProgress item, Consumer<ItemProgress> answer) {
        inFlight -= item.isInFlight() ? 1 : 0;
        waiting -= isAwaited(item) ? 1 : 0;
        RunCounts before = item.counts();
        answer.accept(item);
        counts = counts.minus(before).plus(item.counts());
    }

    private static boolean isAwaited(ItemProgress item) {
        return item.problem() == null && item.stage() != ItemStage.TRIGGERED;
    }

    private void put(ItemProgress item, String runId, TestRunStatus status) {
        RunState run = item.run(runId);
        if (run == null) {
            throw new IllegalArgumentException("there is no run " + runId + " of \"" + item.name() + "\"");
        }
        if (!run.status().isTerminal()) {
            put(
                    item,
                    new RunState(
                            runId,
                            run.testId(),
                            run.suiteRunId(),
                            status,
                            run.createdAt(),
                            null,
                            run.conversationId(),
                            null));
        }
    }

    private void put(ItemProgress item, RunState run) {
        RunCounts before = item.counts();
        item.put(run);
        counts = counts.minus(before).plus(item.counts());
    }

    /** Thousands of runs are judged by a handful of rubric items. */
    private RunState shared(RunState run) {
        List<TestRunDetailResult> rubric = run.rubric().stream()
                .map(result -> judgements.computeIfAbsent(result, same -> same))
                .toList();
        return new RunState(
                run.runId(),
                run.testId(),
                run.suiteRunId(),
                run.status(),
                run.createdAt(),
                run.completedAt(),
                run.conversationId(),
                rubric);
    }

    private void note(String problem, @Nullable Throwable cause) {
        if (cause != null) {
            causes.putIfAbsent(problem, cause);
        }
    }

    private ItemProgress item(int index) {
        if (index < 0 || index >= items.size()) {
            throw new IllegalArgumentException("there is no item " + index + " in this batch of " + items.size());
        }
        return items.get(index);
    }

    /** Goes on after all that is known: what could not be triggered or followed is tried again. */
    public void comeBack() {
        items.forEach(ItemProgress::comeBack);
        waiting = (int) items.stream().filter(BatchProgress::isAwaited).count();
    }

    /**
     * Takes note that an item was handed out to be triggered.
     *
     * @param index the place of the item
     */
    public void handOut(int index) {
        item(index).handOut();
        inFlight++;
    }

    /**
     * Takes note that nobody will know whether an item was triggered.
     *
     * @param index the place of the item
     * @param problem why, and what can be done, in one line
     */
    public void doubt(int index, String problem) {
        waiting--;
        item(index).doubt(problem);
    }

    /**
     * Takes note that no more items are triggered. The first reason counts, but for an interruption, which always does.
     *
     * @param reason why
     */
    public void stop(StopReason reason) {
        if (stopReason == null || reason == StopReason.INTERRUPTED) {
            stopReason = reason;
        }
    }

    /**
     * Takes note that nothing more will be learnt, and with it of why what was not triggered was not.
     *
     * @param doubtful what to say of items of which nobody knows yet whether they were triggered
     */
    public void end(String doubtful) {
        StopReason reason = Objects.requireNonNullElse(stopReason, StopReason.DEADLINE);
        for (ItemProgress item : items) {
            if (isAwaited(item)) {
                item.leave(item.stage() == ItemStage.BEGUN ? doubtful : reason.problem());
            }
        }
        waiting = 0;
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
     * Tells whether the user has asked to stop.
     *
     * @return whether that is why no more items are triggered
     */
    public boolean isInterrupted() {
        return stopReason == StopReason.INTERRUPTED;
    }

    /**
     * Returns when the batch was last left in good order.
     *
     * @return the time, {@code null} if it never was
     */
    public @Nullable OffsetDateTime pausedAt() {
        return pausedAt;
    }

    /**
     * Returns the items.
     *
     * @return the items, in the order in which they are to be shown
     */
    public List<ItemProgress> items() {
        return items;
    }

    /**
     * Returns how many runs of all items there are in each phase.
     *
     * @return the counts
     */
    public RunCounts counts() {
        return counts;
    }

    /**
     * Counts the items that were handed out to be triggered and of which nothing has been heard since.
     *
     * @return how many there are
     */
    public int inFlight() {
        return inFlight;
    }

    /**
     * Counts the items whose runs are not known yet and may still become known.
     *
     * @return how many there are
     */
    public int waiting() {
        return waiting;
    }

    /**
     * Estimates how many runs there will be: those that are known, one for each test, and for each suite as many as the
     * others have on average.
     *
     * @return the estimate, at least the number of runs that are known
     */
    public int expectedRuns() {
        int suites = 0;
        int runs = 0;
        int awaitedSuites = 0;
        int awaitedTests = 0;
        for (ItemProgress item : items) {
            if (isAwaited(item)) {
                awaitedSuites += item.isSuite() ? 1 : 0;
                awaitedTests += item.isSuite() ? 0 : 1;
            } else if (item.isSuite() && item.stage() == ItemStage.TRIGGERED) {
                suites++;
                runs += item.counts().total();
            }
        }
        int ofSuite = suites == 0 ? 1 : Math.round((float) runs / suites);
        return counts.total() + awaitedTests + awaitedSuites * ofSuite;
    }

    /**
     * Counts the runs that are not followed any longer though they have not been seen to end.
     *
     * @return how many there are
     */
    public int givenUp() {
        return items.stream().mapToInt(ItemProgress::givenUp).sum();
    }

    /**
     * Counts the items that could not be run to their end, or had nothing to run.
     *
     * @return how many there are
     */
    public int itemsWithoutResult() {
        return (int) items.stream()
                .filter(item -> item.isComplete() && !item.hasResult())
                .count();
    }

    /**
     * Returns what a test is called.
     *
     * @param testId the id of the test
     * @return its name, {@code null} if that is not known
     */
    public @Nullable String testName(String testId) {
        return testNames.get(testId);
    }

    /**
     * Returns what went wrong for the first time with some explanation.
     *
     * @param problem the explanation
     * @return the exception, {@code null} if there is none
     */
    public @Nullable Throwable cause(String problem) {
        return causes.get(problem);
    }
}
