package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.report.ComparedEntry.Counts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tests of a suite in two reports, or all single tests. */
final class ComparedGroup {

    private final @Nullable String suite;
    private final Map<String, ComparedEntry> entries = new LinkedHashMap<>();
    private final Incomplete earlier = new Incomplete();
    private final Incomplete later = new Incomplete();

    ComparedGroup(@Nullable String suite) {
        this.suite = suite;
    }

    @Nullable String suite() {
        return suite;
    }

    ComparedEntry entry(String testId) {
        return entries.computeIfAbsent(testId, id -> new ComparedEntry(this, id));
    }

    boolean hasAnyOf(Set<String> testIds) {
        return testIds.stream().anyMatch(entries::containsKey);
    }

    Collection<ComparedEntry> entries() {
        return entries.values();
    }

    /** Notes that any test of the suite may have a run that is not in the report, or was to have one. */
    void addIncomplete(boolean isLater, boolean isCertainlyNotStarted) {
        Incomplete items = isLater ? later : earlier;
        if (isCertainlyNotStarted) {
            items.notStarted++;
        } else {
            items.unknown++;
        }
    }

    /** Notes that a test that is not in the report may have been part of the suite. */
    void leaveOpen(boolean isLater) {
        (isLater ? later : earlier).isOpen = true;
    }

    /** Returns the result of a test; {@code null} if the report has nothing of it, and nothing of the suite is missing. */
    @Nullable TestResult result(boolean isLater, @Nullable Counts counts) {
        Incomplete items = isLater ? later : earlier;
        int missing = items.notStarted + items.unknown - (counts == null ? 0 : counts.incompleteItems());
        if (counts == null && missing == 0) {
            return items.isOpen ? new TestResult(0, 0, 1, 0) : null;
        }
        int notStarted = Math.min(missing, items.notStarted);
        return (counts == null ? new Counts() : counts).result(missing - notStarted, notStarted);
    }

    /** The number of items of the suite of which runs may be missing. */
    private static final class Incomplete {

        private int unknown;
        private int notStarted;
        private boolean isOpen;
    }
}
