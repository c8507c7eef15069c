package io.github.telnyxreactive.batch.progress;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of all suites. To be used by one thread at a time. */
public final class BatchProgress {

    private final Map<String, SuiteProgress> suites = new LinkedHashMap<>();
    private boolean interrupted;

    /**
     * Starts with nothing known but names.
     *
     * @param names the names of the suites, in the order in which they shall be shown
     */
    public BatchProgress(List<String> names) {
        names.forEach(name -> suites.put(name, new SuiteProgress(name)));
    }

    /**
     * Takes note of something that was learnt.
     *
     * @param event what was learnt
     * @throws IllegalArgumentException if it is of a suite that does not belong here
     */
    public void apply(SuiteEvent event) {
        SuiteProgress suite = suites.get(event.suite());
        if (suite == null) {
            throw new IllegalArgumentException("there is no suite \"" + event.suite() + "\" in this batch");
        }
        suite.apply(event);
    }

    /** Takes note that nothing more will be learnt because the user has asked to stop. */
    public void interrupt() {
        interrupted = true;
    }

    /**
     * Tells whether the user has asked to stop.
     *
     * @return whether {@link #interrupt()} was called
     */
    public boolean isInterrupted() {
        return interrupted;
    }

    /**
     * Returns the suites.
     *
     * @return the suites, in the order in which they are to be shown
     */
    public Collection<SuiteProgress> suites() {
        return Collections.unmodifiableCollection(suites.values());
    }

    /**
     * Returns how many runs of all suites there are in each phase.
     *
     * @return the counts
     */
    public RunCounts counts() {
        return suites.values().stream().map(SuiteProgress::counts).reduce(RunCounts.NONE, RunCounts::plus);
    }

    /**
     * Counts the suites that could not be run to their end, or had nothing to run.
     *
     * @return how many there are
     */
    public int suitesWithoutResult() {
        return (int) suites.values().stream()
                .filter(suite -> suite.isComplete() && !suite.hasResult())
                .count();
    }
}
