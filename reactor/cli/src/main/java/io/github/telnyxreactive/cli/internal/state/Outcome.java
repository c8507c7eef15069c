package io.github.telnyxreactive.cli.internal.state;

import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.RunOutcome;
import io.github.telnyxreactive.bulk.report.TestTotals;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of a batch in numbers, from its report, with what is shown of it. It takes the same little memory for a report of
 * any length.
 */
public final class Outcome {

    private final boolean isInterrupted;
    private final PassRequirement requirement;
    private final @Nullable TestTotals testTotals;
    private final OutcomeProblems problems = new OutcomeProblems();
    private final OutcomeTables tables = new OutcomeTables();
    private final ItemCounts items = new ItemCounts();
    private final int[] byOutcome = new int[RunOutcome.values().length];
    private final Map<String, Integer> byStatus = new TreeMap<>();
    private final OutcomeVersions versions = new OutcomeVersions();
    private int runs;
    private int endedRuns;

    private Outcome(BatchReport report) {
        this.isInterrupted = report.interrupted();
        this.requirement = report.requirement();
        this.testTotals = requirement.equals(PassRequirement.EVERY_RUN) ? null : report.testTotals();
    }

    /**
     * Reads a report once, and twice if its requirement is about tests.
     *
     * @param report the report
     * @return its outcome
     */
    public static Outcome of(BatchReport report) {
        Outcome outcome = new Outcome(report);
        report.items().forEach(outcome::add);
        return outcome;
    }

    private void add(ReportedItem item) {
        problems.add(item);
        versions.add(item);
        int before = runs;
        boolean isOpen = false;
        boolean isGivenUp = false;
        for (ReportedRun run : item.runs()) {
            add(run);
            tables.add(item, run);
            problems.add(item, run);
            isOpen |= run.outcome() == RunOutcome.NOT_ENDED && !run.ended();
            isGivenUp |= run.outcome() == RunOutcome.GIVEN_UP;
        }
        int missing = 0;
        for (NotStarted test : item.notStarted()) {
            problems.add(item, test);
            missing++;
        }
        items.add(item, missing, runs > before && !isGivenUp, isOpen);
    }

    private void add(ReportedRun run) {
        runs++;
        endedRuns += run.ended() ? 1 : 0;
        byOutcome[run.outcome().ordinal()]++;
        byStatus.merge(run.status().value(), 1, Integer::sum);
    }

    /**
     * Returns whether the user interrupted the batch.
     *
     * @return whether that is why it is not complete
     */
    public boolean isInterrupted() {
        return isInterrupted;
    }

    /**
     * Returns whether everything ran to its end.
     *
     * @return whether every item was triggered, every test has a run, and every run has a result
     */
    public boolean isComplete() {
        return items.areComplete() && unfinished() == 0 && runs > 0;
    }

    /**
     * Returns whether the batch has reached what it has to.
     *
     * @return whether every run passed and there are some, or enough tests did if that is what is required
     */
    public boolean isRequirementMet() {
        return testTotals == null
                ? runs > 0 && passed() == runs
                : requirement.isMet(testTotals.passed(), testTotals.tests());
    }

    /**
     * Returns what the batch has to reach.
     *
     * @return the requirement
     */
    public PassRequirement requirement() {
        return requirement;
    }

    /**
     * Returns how many tests there are, and how many of them passed.
     *
     * @return the numbers, {@code null} if nothing was required of them but that every run passes
     */
    public @Nullable TestTotals testTotals() {
        return testTotals;
    }

    /**
     * Returns the number of runs with an outcome.
     *
     * @param outcome the outcome
     * @return the number
     */
    public int of(RunOutcome outcome) {
        return byOutcome[outcome.ordinal()];
    }

    /**
     * Returns the number of runs that passed.
     *
     * @return the number
     */
    public int passed() {
        return of(RunOutcome.PASSED);
    }

    /**
     * Returns the number of runs by the status last seen.
     *
     * @return the numbers by the status on the wire
     */
    public Map<String, Integer> byStatus() {
        return byStatus;
    }

    /**
     * Returns the number of runs.
     *
     * @return the number
     */
    public int runs() {
        return runs;
    }

    /**
     * Returns the number of runs with a result.
     *
     * @return the number of runs that have passed, failed or ended in an error
     */
    public int finished() {
        return passed() + of(RunOutcome.FAILED) + of(RunOutcome.ERROR);
    }

    /**
     * Returns the number of runs without a result.
     *
     * @return the number of runs that were not seen to end, or that have ended in a status that is not known to be final
     */
    public int unfinished() {
        return runs - finished();
    }

    /**
     * Returns the number of runs that were not seen to end.
     *
     * @return the number
     */
    public int open() {
        return runs - endedRuns;
    }

    /**
     * Returns the numbers of suites and single tests.
     *
     * @return the numbers
     */
    public ItemCounts items() {
        return items;
    }

    /**
     * Returns what went wrong.
     *
     * @return the reasons
     */
    public OutcomeProblems problems() {
        return problems;
    }

    /**
     * Returns which versions of the assistant were tested.
     *
     * @return the versions
     */
    public OutcomeVersions versions() {
        return versions;
    }

    /**
     * Returns the runs to show.
     *
     * @return some of the runs
     */
    public OutcomeTables tables() {
        return tables;
    }
}
