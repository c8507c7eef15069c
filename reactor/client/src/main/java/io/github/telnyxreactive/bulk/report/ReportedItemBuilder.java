package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.BatchItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The builder of {@link ReportedItem}. */
public final class ReportedItemBuilder {

    private final BatchItem.Kind kind;
    private final String name;
    private ItemOutcome outcome;
    private @Nullable String testName;
    private @Nullable String versionId;
    private int repeat = 1;
    private @Nullable String problem;
    private Iterable<ReportedRun> runs = List.of();
    private Iterable<NotStarted> notStarted = List.of();

    ReportedItemBuilder(BatchItem.Kind kind, String name, ItemOutcome outcome) {
        this.kind = kind;
        this.name = name;
        this.outcome = outcome;
    }

    /**
     * Sets {@code testName}.
     *
     * @param testName the name of a single test, {@code null} for a suite or if it is not known
     * @return this builder
     */
    public ReportedItemBuilder testName(@Nullable String testName) {
        this.testName = testName;
        return this;
    }

    /**
     * Sets {@code versionId}.
     *
     * @param versionId the version of the assistant that it was run against, {@code null} for the main version
     * @return this builder
     */
    public ReportedItemBuilder versionId(@Nullable String versionId) {
        this.versionId = versionId;
        return this;
    }

    /**
     * Sets {@code repeat}.
     *
     * @param repeat the number of this item among those that run the same several times, from 1
     * @return this builder
     */
    public ReportedItemBuilder repeat(int repeat) {
        this.repeat = repeat;
        return this;
    }

    /**
     * Sets {@code outcome}.
     *
     * @param outcome whether it was triggered
     * @return this builder
     */
    public ReportedItemBuilder outcome(ItemOutcome outcome) {
        this.outcome = outcome;
        return this;
    }

    /**
     * Sets {@code problem}.
     *
     * @param problem why it was not, or may not have been, triggered, or why not all of its runs are known, in one line;
     *     {@code null} if there is no such reason
     * @return this builder
     */
    public ReportedItemBuilder problem(@Nullable String problem) {
        this.problem = problem;
        return this;
    }

    /**
     * Sets {@code runs}.
     *
     * @param runs all runs that are known to exist because of this item, in the order in which to show them
     * @return this builder
     */
    public ReportedItemBuilder runs(Iterable<ReportedRun> runs) {
        this.runs = runs;
        return this;
    }

    /**
     * Sets {@code notStarted}.
     *
     * @param notStarted the tests that were to run as part of this item and have no run
     * @return this builder
     */
    public ReportedItemBuilder notStarted(Iterable<NotStarted> notStarted) {
        this.notStarted = notStarted;
        return this;
    }

    /**
     * Builds the item.
     *
     * @return a new instance
     */
    public ReportedItem build() {
        return new ReportedItem(kind, name, testName, versionId, repeat, outcome, problem, runs, notStarted);
    }
}
