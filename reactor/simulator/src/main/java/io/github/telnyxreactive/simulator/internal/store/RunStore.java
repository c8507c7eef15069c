package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The runs, by id, by test, by suite and by suite run, which is one trigger of a suite. Runs are created and deleted by
 * one thread at a time, and read by any number of threads.
 */
public final class RunStore {

    private final SeededRandom random;
    private final RunPlan plan;
    private final Modes modes;
    private final AtomicLong suiteRuns = new AtomicLong();
    private final List<StoredRun> created = new ArrayList<>();
    private final BitSet deleted = new BitSet();
    private final Lines lines = new Lines();
    private final Map<String, Index<StoredRun>> byTest = new ConcurrentHashMap<>();
    private final Map<String, Index<StoredRun>> bySuite = new ConcurrentHashMap<>();
    private final Map<String, Index<StoredRun>> bySuiteRun = new ConcurrentHashMap<>();

    /**
     * Creates an empty store.
     *
     * @param random generates ids, durations and outcomes
     * @param plan the durations and outcomes to generate
     * @param modes how unkind runs are
     */
    public RunStore(SeededRandom random, RunPlan plan, Modes modes) {
        this.random = random;
        this.plan = plan;
        this.modes = modes;
    }

    /**
     * Performs an action while no other thread creates or deletes runs.
     *
     * @param action the action
     * @param <T> the type of its result
     * @return the result of the action
     */
    public synchronized <T> T exclusively(Supplier<T> action) {
        return action.get();
    }

    /**
     * Generates the id of a suite run.
     *
     * @return a unique id
     */
    public String nextSuiteRunId() {
        return random.id(Stream.SUITE_RUN_ID, suiteRuns.getAndIncrement());
    }

    /**
     * Returns whether there are lines for more runs, if there is a limit that rejects what goes beyond it.
     *
     * @param trigger the request that is to create runs
     * @param count the number of runs
     * @return whether the runs can be created
     */
    public synchronized boolean hasLinesFor(Trigger trigger, int count) {
        Integer limit = modes.count(Mode.REJECT_BEYOND);
        return limit == null || lines.underWay(trigger.at()) + count <= limit;
    }

    /**
     * Adds a run.
     *
     * @param planned the run to create
     * @param trigger the request that creates it, not before the one that created the last run
     * @return the run
     */
    public synchronized StoredRun create(PlannedRun planned, Trigger trigger) {
        long number = created.size();
        Integer limit = modes.count(Mode.FAIL_BEYOND);
        RunCourse course = limit != null && lines.underWay(trigger.at()) >= limit
                ? RunCourse.rejected()
                : plan.course(random, number, planned.versionId(), modes);
        StoredRun run = new StoredRun(number, random, trigger, planned, course);
        lines.add(run);
        created.add(run);
        put(byTest, run.testId(), run);
        put(bySuite, run.suite(), run);
        put(bySuiteRun, trigger.suiteRunId(), run);
        return run;
    }

    /**
     * Finds a run.
     *
     * @param runId the id of the run
     * @return the run, or {@code null} if there is none
     */
    public @Nullable StoredRun find(String runId) {
        long number = random.positionOf(Stream.RUN_ID, runId);
        return number < 0 ? null : find(number);
    }

    private synchronized @Nullable StoredRun find(long number) {
        return number < created.size() && !deleted.get((int) number) ? created.get((int) number) : null;
    }

    /**
     * Returns all runs that have not been deleted.
     *
     * @return the runs, oldest first
     */
    public synchronized List<StoredRun> all() {
        return created.stream().filter(run -> !deleted.get((int) run.number())).toList();
    }

    /**
     * Returns all runs, with those that have been deleted.
     *
     * @return the runs, oldest first
     */
    public synchronized List<StoredRun> created() {
        return List.copyOf(created);
    }

    /**
     * Returns the highest number of runs under way at the same time.
     *
     * @return the number since the start
     */
    public synchronized int peakUnderWay() {
        return lines.peak();
    }

    /**
     * Lists the runs of a test, newest first.
     *
     * @param testId the id of the test
     * @param filter selects the runs, {@code null} for all
     * @param offset the number of runs to skip
     * @param limit the maximum number of runs to return
     * @return the runs
     */
    public Slice<StoredRun> ofTest(String testId, @Nullable Predicate<StoredRun> filter, long offset, int limit) {
        return slice(byTest.get(testId), filter, offset, limit);
    }

    /**
     * Lists the runs of the tests of a suite, newest first.
     *
     * @param suite the name of the suite when the runs were triggered
     * @param filter selects the runs, {@code null} for all
     * @param offset the number of runs to skip
     * @param limit the maximum number of runs to return
     * @return the runs
     */
    public Slice<StoredRun> ofSuite(String suite, @Nullable Predicate<StoredRun> filter, long offset, int limit) {
        return slice(bySuite.get(suite), filter, offset, limit);
    }

    /**
     * Lists the runs of a suite run, newest first.
     *
     * @param suiteRunId the id of the suite run
     * @param filter selects the runs, {@code null} for all
     * @param offset the number of runs to skip
     * @param limit the maximum number of runs to return
     * @return the runs
     */
    public Slice<StoredRun> ofSuiteRun(
            String suiteRunId, @Nullable Predicate<StoredRun> filter, long offset, int limit) {
        return slice(bySuiteRun.get(suiteRunId), filter, offset, limit);
    }

    /**
     * Deletes the runs of a test. Those under way still go on to their end.
     *
     * @param testId the id of the test
     */
    public synchronized void deleteOf(String testId) {
        Index<StoredRun> removed = byTest.remove(testId);
        if (removed != null) {
            removed.all().forEach(this::delete);
        }
    }

    private void delete(StoredRun run) {
        deleted.set((int) run.number());
        remove(bySuite, run.suite(), run);
        remove(bySuiteRun, run.trigger().suiteRunId(), run);
    }

    private static void put(Map<String, Index<StoredRun>> indexes, @Nullable String key, StoredRun run) {
        if (key != null) {
            indexes.computeIfAbsent(key, name -> Index.newestFirst()).put(run.number(), run);
        }
    }

    private static void remove(Map<String, Index<StoredRun>> indexes, @Nullable String key, StoredRun run) {
        Index<StoredRun> index = key == null ? null : indexes.get(key);
        if (index != null) {
            index.remove(run.number());
        }
    }

    private static Slice<StoredRun> slice(
            @Nullable Index<StoredRun> index, @Nullable Predicate<StoredRun> filter, long offset, int limit) {
        return index == null ? Slice.empty() : index.slice(offset, limit, filter);
    }
}
