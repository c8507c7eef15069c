package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemProgress;
import io.github.telnyxreactive.internal.text.Mask;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The result of an item of a batch.
 *
 * <p>The runs and the tests that were not started may be read lazily, from a journal for example. Each iteration has to return
 * equal elements in the same order. An iterator may be abandoned before its end, so it must not depend on being closed.
 * Equality compares elements, whatever holds them.
 *
 * @param kind the kind of item
 * @param name the name of the suite, or the id of the test
 * @param testName the name of a single test, {@code null} for a suite or if it is not known
 * @param versionId the version of the assistant that it was run against, {@code null} for the main version
 * @param repeat the number of this item among those that run the same several times, from 1
 * @param outcome whether it was triggered
 * @param problem why it was not, or may not have been, triggered, or why not all of its runs are known, in one line;
 *     {@code null} if there is no such reason
 * @param runs all runs that are known to exist because of this item, in the order in which to show them
 * @param notStarted the tests that were to run as part of this item and have no run
 */
public record ReportedItem(
        BatchItem.Kind kind,
        String name,
        @Nullable String testName,
        @Nullable String versionId,
        int repeat,
        ItemOutcome outcome,
        @Nullable String problem,
        Iterable<ReportedRun> runs,
        Iterable<NotStarted> notStarted) {

    /** Checks the components. */
    public ReportedItem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(runs, "runs");
        Objects.requireNonNull(notStarted, "notStarted");
        if (repeat < 1) {
            throw new IllegalArgumentException("repeat must be at least 1: " + repeat);
        }
    }

    /**
     * Returns a builder with the required values. By default, the item runs against the main version, for the first time,
     * without a problem, and has no runs and no tests that were not started.
     *
     * @param kind the kind of item
     * @param name the name of the suite, or the id of the test
     * @param outcome whether it was triggered
     * @return a new builder
     */
    public static ReportedItemBuilder builder(BatchItem.Kind kind, String name, ItemOutcome outcome) {
        return new ReportedItemBuilder(kind, name, outcome);
    }

    /**
     * Returns a builder with what a batch knows of an item. An item of which nothing was heard yet may be on its way to the
     * service, so its outcome is unknown.
     *
     * @param progress the item as last seen
     * @param testNames returns the name of a test by its id, {@code null} if it is not known
     * @return a new builder
     */
    public static ReportedItemBuilder builder(
            ItemProgress progress, Function<? super String, @Nullable String> testNames) {
        BatchItem item = progress.item();
        return builder(item.kind(), item.name(), outcome(progress))
                .testName(item.kind() == BatchItem.Kind.TEST ? testNames.apply(item.name()) : null)
                .versionId(item.versionId())
                .repeat(item.repeat())
                .problem(progress.problem())
                .runs(() -> progress.runs().stream()
                        .map(run -> ReportedRun.of(run, run.testId() == null ? null : testNames.apply(run.testId())))
                        .iterator())
                .notStarted(
                        () -> progress.notStarted().stream().map(NotStarted::of).iterator());
    }

    private static ItemOutcome outcome(ItemProgress progress) {
        if (progress.triggered()) {
            return ItemOutcome.TRIGGERED;
        }
        return progress.outcomeUnknown() || progress.problem() == null
                ? ItemOutcome.UNKNOWN
                : ItemOutcome.NOT_TRIGGERED;
    }

    /** Returns whether another item has the same values and equal elements. This reads them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReportedItem item
                && kind == item.kind
                && name.equals(item.name)
                && Objects.equals(testName, item.testName)
                && Objects.equals(versionId, item.versionId)
                && repeat == item.repeat
                && outcome == item.outcome
                && Objects.equals(problem, item.problem)
                && Elements.areEqual(runs, item.runs)
                && Elements.areEqual(notStarted, item.notStarted);
    }

    /** Returns a hash code of the values, without reading the elements. */
    @Override
    public int hashCode() {
        return Objects.hash(kind, name, testName, versionId, repeat, outcome, problem);
    }

    /** Returns the same without phone numbers. */
    ReportedItem masked() {
        return new ReportedItem(
                kind,
                isSuite() ? Mask.phoneNumbers(name) : name,
                Elements.masked(testName),
                versionId,
                repeat,
                outcome,
                Elements.masked(problem),
                () -> Elements.map(runs.iterator(), ReportedRun::masked),
                () -> Elements.map(notStarted.iterator(), NotStarted::masked));
    }

    boolean isSuite() {
        return kind == BatchItem.Kind.SUITE;
    }

    /** Returns the name of the suite, {@code null} for a single test. */
    @Nullable String suite() {
        return isSuite() ? name : null;
    }

    /** Returns the file of a single test, {@code null} if it is not known or this is a suite, which has none of its own. */
    @Nullable String file(SourceFiles sources) {
        return isSuite() ? null : sources.of(null, name, testName);
    }

    /** Returns the name of the suite, or of the test, or the id of a test without a name. */
    String displayName() {
        return testName == null || testName.isBlank() ? name : testName;
    }

    /** Returns what tells this item apart from others with the same name; empty if nothing does. */
    String variant() {
        return (versionId == null ? "" : " (version " + versionId + ")") + repeatVariant();
    }

    /** Returns what tells this item apart from others with the same name and version; empty if nothing does. */
    String repeatVariant() {
        return repeat == 1 ? "" : " (repeat " + repeat + ")";
    }
}
