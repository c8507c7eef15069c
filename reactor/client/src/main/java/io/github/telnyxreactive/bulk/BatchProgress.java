package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A live view of a batch, built from its events: the items, their runs as last seen, and the totals.
 *
 * <pre>{@code
 * BatchProgress progress = new BatchProgress();
 * batch.run(work).doOnNext(progress::accept)
 * }</pre>
 *
 * <p>Thread-safe. All methods return consistent, immutable snapshots. It keeps every run, without its log; if only
 * numbers are needed, a {@link TotalsCollector} takes less memory. Equal items count as one, whether or not their runs
 * were known before.
 */
public final class BatchProgress {

    private final Function<? super Throwable, String> explanation;
    private final Object lock = new Object();
    private final Map<BatchItem, ItemRecord> items = new LinkedHashMap<>();
    private final Tallies tallies = new Tallies();
    private final Map<TestRunDetailResult, TestRunDetailResult> results = new HashMap<>();
    private int waiting;

    /** Creates an empty view that describes problems with the messages of their errors. */
    public BatchProgress() {
        this(ErrorText::of);
    }

    /**
     * Creates an empty view.
     *
     * @param explanation converts the error because of which an item could not be triggered, or a run was abandoned, to
     *     a description
     */
    public BatchProgress(Function<? super Throwable, String> explanation) {
        this.explanation = Objects.requireNonNull(explanation, "explanation");
    }

    /**
     * Adds an item that is yet to be triggered. Otherwise, an item is added by its first event.
     *
     * @param item the item; has no effect if it was added before
     */
    public void expect(BatchItem item) {
        synchronized (lock) {
            record(item);
        }
    }

    /**
     * Records an event.
     *
     * @param event the event
     */
    public void accept(BatchEvent event) {
        if (event instanceof BatchEvent.Triggered triggered) {
            addRuns(event.item(), triggered.runs().stream().map(RunState::of).toList(), triggered.isMore());
        } else if (event instanceof BatchEvent.StatusChanged changed) {
            updateRun(event.item(), RunState.of(changed.run()));
        } else if (event instanceof BatchEvent.Finished finished) {
            updateRun(event.item(), RunState.of(finished.run()));
        } else if (event instanceof BatchEvent.Abandoned abandoned) {
            String problem = explanation.apply(abandoned.reason());
            updateRun(event.item(), RunState.of(abandoned.lastSeen()).withProblem(problem));
        } else if (event instanceof BatchEvent.TriggerFailed failed) {
            fail(event.item(), explanation.apply(failed.error()));
        } else if (event instanceof BatchEvent.OutcomeUnknown unknown) {
            doubt(event.item(), explanation.apply(unknown.error()));
        } else if (event instanceof BatchEvent.NotStarted missing) {
            Throwable error = missing.error();
            String problem = error == null ? null : explanation.apply(error);
            addNotStarted(event.item(), new UnstartedTest(missing.testId(), missing.testName(), problem));
        }
    }

    /**
     * Adds the runs of an item that was triggered, like {@link BatchEvent.Triggered}, for runs from another source,
     * such as a journal.
     *
     * @param item the item
     * @param runs its runs; those that are already known stay unchanged, except that abandoned ones are followed again
     */
    public void addRuns(BatchItem item, Collection<RunState> runs) {
        addRuns(item, runs, false);
    }

    private void addRuns(BatchItem item, Collection<RunState> runs, boolean isMore) {
        synchronized (lock) {
            ItemRecord known = record(item);
            waiting -= known.isWaiting() ? 1 : 0;
            if (!isMore) {
                known.problem = null;
                known.outcomeUnknown = false;
                tallies.count(item, Tally::triggered);
            }
            known.triggered = true;
            for (RunState run : runs) {
                RunState last = known.runs.get(run.runId());
                put(known, last == null ? run : last.withProblem(null));
            }
        }
    }

    /**
     * Updates a run, like {@link BatchEvent.StatusChanged}, {@link BatchEvent.Finished} and
     * {@link BatchEvent.Abandoned}. A run that has ended no longer changes.
     *
     * @param item the item of the run
     * @param run the current state of the run, which is added if it is not known yet
     */
    public void updateRun(BatchItem item, RunState run) {
        synchronized (lock) {
            put(record(item), run);
        }
    }

    /**
     * Records that an item could not be triggered, like {@link BatchEvent.TriggerFailed}.
     *
     * @param item the item
     * @param problem why
     */
    public void fail(BatchItem item, String problem) {
        synchronized (lock) {
            problem(item, problem, false);
            tallies.count(item, Tally::triggerFailed);
        }
    }

    /**
     * Records that runs of an item may exist that are not known, like {@link BatchEvent.OutcomeUnknown}.
     *
     * @param item the item
     * @param problem why
     */
    public void doubt(BatchItem item, String problem) {
        synchronized (lock) {
            problem(item, problem, true);
            tallies.count(item, Tally::outcomeUnknown);
        }
    }

    private void problem(BatchItem item, String problem, boolean outcomeUnknown) {
        ItemRecord known = record(item);
        waiting -= known.isWaiting() ? 1 : 0;
        known.problem = problem;
        known.outcomeUnknown = outcomeUnknown;
    }

    /**
     * Records that a test of a suite has no run, like {@link BatchEvent.NotStarted}.
     *
     * @param item the item of the suite
     * @param test the test
     */
    public void addNotStarted(BatchItem item, UnstartedTest test) {
        synchronized (lock) {
            record(item).notStarted.add(test);
            tallies.count(item, Tally::notStarted);
        }
    }

    private ItemRecord record(BatchItem item) {
        return items.computeIfAbsent(key(item), added -> {
            waiting++;
            return new ItemRecord(item.withoutRuns());
        });
    }

    private static BatchItem key(BatchItem item) {
        return item.withoutRuns().named(null);
    }

    private void put(ItemRecord item, RunState run) {
        RunState last = item.runs.get(run.runId());
        if (last == null || !last.hasEnded()) {
            RunState compact = compact(run);
            item.runs.put(run.runId(), compact);
            tallies.count(item.item, tally -> tally.update(last, compact));
        }
    }

    /** Shares equal rubric results: thousands of runs have only a handful of different ones. */
    private RunState compact(RunState run) {
        if (run.rubric().isEmpty()) {
            return run;
        }
        return run.withRubric(run.rubric().stream()
                .map(result -> results.computeIfAbsent(result, same -> same))
                .toList());
    }

    /**
     * Returns the totals.
     *
     * @return an immutable snapshot, in time that does not depend on the number of runs
     */
    public Totals totals() {
        synchronized (lock) {
            return tallies.totals();
        }
    }

    /**
     * Returns the number of items that are still to be triggered.
     *
     * @return the number of items that have neither been triggered nor failed to be
     */
    public int waiting() {
        synchronized (lock) {
            return waiting;
        }
    }

    /**
     * Estimates the total number of runs: those that are known, plus one for each test that is still to be triggered,
     * plus the average number of runs of the triggered suites for each suite that is still to be triggered.
     *
     * @return the estimate, at least the number of runs that are known
     */
    public int expectedRuns() {
        synchronized (lock) {
            int triggeredSuites = 0;
            int waitingSuites = 0;
            int runsOfSuites = 0;
            int expected = 0;
            for (ItemRecord item : items.values()) {
                expected += item.runs.size();
                if (item.isWaiting()) {
                    expected += item.isSuite() ? 0 : 1;
                    waitingSuites += item.isSuite() ? 1 : 0;
                } else if (item.isSuite() && item.triggered) {
                    triggeredSuites++;
                    runsOfSuites += item.runs.size();
                }
            }
            int average = triggeredSuites == 0 ? 1 : Math.round((float) runsOfSuites / triggeredSuites);
            return expected + waitingSuites * average;
        }
    }

    /**
     * Returns all items with their runs.
     *
     * @return an immutable snapshot, in the order in which the items were added
     */
    public List<ItemProgress> items() {
        synchronized (lock) {
            List<ItemProgress> all = new ArrayList<>(items.size());
            items.values().forEach(item -> all.add(item.snapshot()));
            return List.copyOf(all);
        }
    }

    /**
     * Returns an item with its runs.
     *
     * @param item the item
     * @return an immutable snapshot, {@code null} if it was not added
     */
    public @Nullable ItemProgress item(BatchItem item) {
        synchronized (lock) {
            ItemRecord known = items.get(key(item));
            return known == null ? null : known.snapshot();
        }
    }

    /**
     * Returns a run.
     *
     * @param item the item of the run
     * @param runId the id of the run
     * @return the run as last seen, {@code null} if it is not known
     */
    public @Nullable RunState run(BatchItem item, String runId) {
        synchronized (lock) {
            ItemRecord known = items.get(key(item));
            return known == null ? null : known.runs.get(runId);
        }
    }
}
