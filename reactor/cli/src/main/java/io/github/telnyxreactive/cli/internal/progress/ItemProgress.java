package io.github.telnyxreactive.cli.internal.progress;

import io.github.telnyxreactive.bulk.BatchItem;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one item. The counts are kept with every change, so that reading them costs nothing however many runs
 * there are. To be used by one thread at a time.
 */
public final class ItemProgress {

    private final BatchItem item;
    private final Map<String, RunState> runs = new LinkedHashMap<>(2);
    private Map<String, String> givenUp = Map.of();
    private RunCounts counts = RunCounts.NONE;
    private ItemStage stage = ItemStage.WAITING;
    private @Nullable OffsetDateTime begunAt;
    private @Nullable String problem;
    private boolean inFlight;
    private boolean maybeTriggered;

    ItemProgress(BatchItem item) {
        this.item = item;
    }

    void begin(OffsetDateTime at) {
        if (stage != ItemStage.TRIGGERED) {
            stage = ItemStage.BEGUN;
            problem = null;
            begunAt = begunAt == null || at.isBefore(begunAt) ? at : begunAt;
        }
    }

    void withdraw() {
        if (stage == ItemStage.BEGUN && !maybeTriggered) {
            stage = ItemStage.WAITING;
            begunAt = null;
        }
    }

    void handOut() {
        inFlight = true;
        maybeTriggered = true;
    }

    /** Takes what a journal says for what may have happened: an item that was about to be triggered may have been. */
    void comeBack() {
        maybeTriggered = stage == ItemStage.BEGUN;
        givenUp = Map.of();
        if (stage == ItemStage.FAILED) {
            stage = begunAt == null ? ItemStage.WAITING : ItemStage.BEGUN;
            maybeTriggered = begunAt != null;
            problem = null;
        }
    }

    void triggered(List<RunState> started) {
        stage = ItemStage.TRIGGERED;
        inFlight = false;
        problem = null;
        started.stream().filter(run -> !runs.containsKey(run.runId())).forEach(this::put);
    }

    void failed(String reason, boolean unknown) {
        inFlight = false;
        stage = ItemStage.FAILED;
        problem = reason;
        if (!unknown) {
            begunAt = null;
        }
    }

    void doubt(String reason) {
        stage = ItemStage.UNKNOWN;
        problem = reason;
    }

    void leave(String reason) {
        problem = reason;
    }

    void put(RunState run) {
        RunState before = runs.put(run.runId(), run);
        if (before != null) {
            counts = counts.change(RunPhase.of(before.status()), -1);
        }
        counts = counts.change(RunPhase.of(run.status()), 1);
    }

    void giveUp(String runId, String reason) {
        if (givenUp.isEmpty()) {
            givenUp = new LinkedHashMap<>();
        }
        givenUp.put(runId, reason);
    }

    @Nullable RunState run(String runId) {
        return runs.get(runId);
    }

    /**
     * Returns what is run.
     *
     * @return the item, without runs
     */
    public BatchItem item() {
        return item;
    }

    /**
     * Returns the name of the suite, or the id of the test.
     *
     * @return the name
     */
    public String name() {
        return item.name();
    }

    /**
     * Tells whether this is a suite.
     *
     * @return whether it is a suite and not a single test
     */
    public boolean isSuite() {
        return item.kind() == BatchItem.Kind.SUITE;
    }

    /**
     * Returns how far the triggering has come.
     *
     * @return the stage
     */
    public ItemStage stage() {
        return stage;
    }

    /**
     * Returns when the item was first about to be triggered.
     *
     * @return the time, {@code null} if it is certain that the service has made nothing of it
     */
    public @Nullable OffsetDateTime begunAt() {
        return begunAt;
    }

    /**
     * Tells whether the item was handed out to be triggered and nothing has been heard of it since.
     *
     * @return whether an answer is to come
     */
    public boolean isInFlight() {
        return inFlight;
    }

    /**
     * Returns why the item was not triggered, or not surely.
     *
     * @return the reason in one line, {@code null} if it was triggered or may still be
     */
    public @Nullable String problem() {
        return problem;
    }

    /**
     * Returns the runs.
     *
     * @return the runs as last seen, in the order in which they were first seen
     */
    public Collection<RunState> runs() {
        return Collections.unmodifiableCollection(runs.values());
    }

    /**
     * Returns the runs that have not been seen to end.
     *
     * @return the runs as last seen, those that were given up included
     */
    public List<RunState> openRuns() {
        return runs.values().stream().filter(run -> !run.status().isTerminal()).toList();
    }

    /**
     * Returns why a run is not followed any longer.
     *
     * @param runId the id of the run
     * @return the reason in one line, {@code null} if the run was not given up
     */
    public @Nullable String givenUp(String runId) {
        return givenUp.get(runId);
    }

    /**
     * Counts the runs that were given up.
     *
     * @return how many there are
     */
    public int givenUp() {
        return givenUp.size();
    }

    /**
     * Counts the runs that were given up for one reason.
     *
     * @param reason the reason
     * @return how many there are
     */
    public int givenUpFor(String reason) {
        return Collections.frequency(givenUp.values(), reason);
    }

    /**
     * Returns the reasons for which runs were given up.
     *
     * @return each reason once
     */
    public Collection<String> reasonsOfGivingUp() {
        return new LinkedHashSet<>(givenUp.values());
    }

    /**
     * Returns how many runs there are in each phase.
     *
     * @return the counts
     */
    public RunCounts counts() {
        return counts;
    }

    /**
     * Tells whether the item turned out to have nothing to run.
     *
     * @return whether it was triggered and no run was started
     */
    public boolean isEmpty() {
        return stage == ItemStage.TRIGGERED && runs.isEmpty();
    }

    /**
     * Tells whether nothing more is to come.
     *
     * @return whether every run has ended or was given up, or the item was not triggered for a reason
     */
    public boolean isComplete() {
        return problem != null || (stage == ItemStage.TRIGGERED && counts.unfinished() <= givenUp.size());
    }

    /**
     * Tells whether the item was run and all its runs have been seen to end.
     *
     * @return whether there is a result for every run, and at least one
     */
    public boolean hasResult() {
        return stage == ItemStage.TRIGGERED && counts.unfinished() == 0 && counts.total() > 0;
    }
}
