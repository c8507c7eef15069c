package io.github.telnyxreactive.batch.progress;

import io.github.telnyxreactive.batch.progress.SuiteEvent.Broken;
import io.github.telnyxreactive.batch.progress.SuiteEvent.Ended;
import io.github.telnyxreactive.batch.progress.SuiteEvent.NamesMissing;
import io.github.telnyxreactive.batch.progress.SuiteEvent.NamesRead;
import io.github.telnyxreactive.batch.progress.SuiteEvent.RunChanged;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one suite. The counts are kept with every change, so that reading them costs nothing however many runs
 * there are. To be used by one thread at a time.
 */
public final class SuiteProgress {

    private final String name;
    private final Map<String, TestRun> runs = new LinkedHashMap<>();
    private RunCounts counts = RunCounts.NONE;
    private Map<String, String> testNames = Map.of();
    private @Nullable Throwable missingNames;
    private @Nullable Throwable failure;
    private boolean complete;

    SuiteProgress(String name) {
        this.name = name;
    }

    void apply(SuiteEvent event) {
        if (event instanceof RunChanged changed) {
            put(changed.run());
        } else if (event instanceof NamesRead read) {
            testNames = read.names();
        } else if (event instanceof NamesMissing missing) {
            missingNames = missing.reason();
        } else if (event instanceof Broken broken) {
            failure = broken.reason();
            complete = true;
        } else if (event instanceof Ended) {
            complete = true;
        }
    }

    private void put(TestRun run) {
        TestRun before = runs.put(run.runId(), run);
        if (before != null) {
            counts = counts.change(RunPhase.of(before.status()), -1);
        }
        counts = counts.change(RunPhase.of(run.status()), 1);
    }

    /**
     * Returns the name of the suite.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the runs.
     *
     * @return the runs as last seen, in the order in which they were first seen
     */
    public Collection<TestRun> runs() {
        return Collections.unmodifiableCollection(runs.values());
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
     * Returns what a test is called.
     *
     * @param testId the id of the test
     * @return its name, or the id if the name is not known
     */
    public String testName(String testId) {
        return testNames.getOrDefault(testId, testId);
    }

    /**
     * Returns why the names of the tests are not known.
     *
     * @return the reason, or {@code null} if nothing went wrong
     */
    public @Nullable Throwable missingNames() {
        return missingNames;
    }

    /**
     * Returns why the suite could not be run to its end.
     *
     * @return the reason, or {@code null} if nothing went wrong
     */
    public @Nullable Throwable failure() {
        return failure;
    }

    /**
     * Tells whether nothing more is to come.
     *
     * @return whether all runs have ended or the suite could not be run to its end
     */
    public boolean isComplete() {
        return complete;
    }

    /**
     * Tells whether the suite turned out to have nothing to run.
     *
     * @return whether it was run to its end and no run was started
     */
    public boolean isEmpty() {
        return complete && failure == null && runs.isEmpty();
    }

    /**
     * Tells whether the suite was run and all its runs have been seen to end.
     *
     * @return whether there is a result for every run, and at least one
     */
    public boolean hasResult() {
        return complete && failure == null && !runs.isEmpty();
    }
}
