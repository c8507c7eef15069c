package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The runs, by id, by test, by suite and by suite run, which is one trigger of a suite. */
public final class RunStore {

    private final SeededRandom random;
    private final RunPlan plan;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong suiteRuns = new AtomicLong();
    private final Map<String, StoredRun> byId = new ConcurrentHashMap<>();
    private final Index<StoredRun> all = Index.oldestFirst();
    private final Map<String, Index<StoredRun>> byTest = new ConcurrentHashMap<>();
    private final Map<String, Index<StoredRun>> bySuite = new ConcurrentHashMap<>();
    private final Map<String, Index<StoredRun>> bySuiteRun = new ConcurrentHashMap<>();

    /**
     * Creates an empty store.
     *
     * @param random generates ids, durations and outcomes
     * @param plan the durations and outcomes to generate
     */
    public RunStore(SeededRandom random, RunPlan plan) {
        this.random = random;
        this.plan = plan;
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
     * Adds a run.
     *
     * @param test the test to run
     * @param suiteRunId the id of the suite run, {@code null} for a single run
     * @param versionId the id of the assistant version that it runs against, {@code null} if unknown
     * @param now the time of creation
     * @return the run
     */
    public StoredRun create(AssistantTest test, @Nullable String suiteRunId, @Nullable String versionId, Instant now) {
        long number = numbers.getAndIncrement();
        TestRunStatus outcome = plan.outcome(random, number, versionId);
        StoredRun run = new StoredRun(
                number,
                random.id(Stream.RUN_ID, number),
                test.testId(),
                test.testSuite(),
                suiteRunId,
                versionId,
                random.id(Stream.CONVERSATION_ID, number),
                random.id(Stream.INSIGHTS_ID, number),
                now.truncatedTo(ChronoUnit.MICROS),
                plan.duration(random, number).truncatedTo(ChronoUnit.MICROS),
                outcome,
                judgement(test.rubric(), outcome, number));
        byId.put(run.runId(), run);
        all.put(number, run);
        put(byTest, run.testId(), run);
        put(bySuite, run.suite(), run);
        put(bySuiteRun, run.suiteRunId(), run);
        return run;
    }

    private List<TestRunDetailResult> judgement(List<RubricItem> rubric, TestRunStatus outcome, long number) {
        boolean failed = outcome.equals(TestRunStatus.FAILED);
        // A failed run fails one item for certain, and each of the others in one of four cases.
        long missed = random.value(Stream.JUDGEMENT, number);
        int certain = (int) Long.remainderUnsigned(missed, rubric.size());
        List<TestRunDetailResult> results = new ArrayList<>(rubric.size());
        for (int i = 0; i < rubric.size(); i++) {
            boolean passes = failed && i != certain && (missed >>> (2 * i) & 3) != 0;
            results.add(TestRunDetailResult.builder()
                    .name(rubric.get(i).name())
                    .status(passes ? TestRunStatus.PASSED : outcome)
                    .build());
        }
        return List.copyOf(results);
    }

    /**
     * Finds a run.
     *
     * @param runId the id of the run
     * @return the run, or {@code null} if there is none
     */
    public @Nullable StoredRun find(String runId) {
        return byId.get(runId);
    }

    /**
     * Returns all runs.
     *
     * @return the runs, oldest first
     */
    public List<StoredRun> all() {
        return all.all();
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
     * Deletes the runs of a test.
     *
     * @param testId the id of the test
     */
    public void deleteOf(String testId) {
        Index<StoredRun> removed = byTest.remove(testId);
        if (removed != null) {
            removed.all().forEach(this::delete);
        }
    }

    /**
     * Deletes a run.
     *
     * @param run the run
     */
    public void delete(StoredRun run) {
        byId.remove(run.runId());
        all.remove(run.number());
        remove(byTest, run.testId(), run);
        remove(bySuite, run.suite(), run);
        remove(bySuiteRun, run.suiteRunId(), run);
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
