package io.github.telnyxreactive.bulk.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the tests that ran as part of something else in the later report, as single tests and not as part of their suite for
 * example.
 */
final class ComparedEntries {

    private ComparedEntries() {}

    /**
     * Returns the tests of all groups. Two that are left, each in one of the reports only, become one if they have the same id
     * and nothing else that is left has it.
     */
    static List<ComparedEntry> of(Collection<ComparedGroup> groups) {
        List<ComparedEntry> all = new ArrayList<>();
        groups.forEach(group -> all.addAll(group.entries()));
        Map<String, ComparedEntry> gone = leftOnce(all, false);
        Map<String, ComparedEntry> added = leftOnce(all, true);
        Set<ComparedEntry> moved = new HashSet<>();
        gone.forEach((testId, entry) -> {
            ComparedEntry same = added.get(testId);
            if (same != null) {
                entry.continueAs(same);
                moved.add(same);
            }
        });
        all.removeAll(moved);
        return all;
    }

    private static Map<String, ComparedEntry> leftOnce(List<ComparedEntry> entries, boolean isLater) {
        Map<String, ComparedEntry> left = new HashMap<>();
        Set<String> severalTimes = new HashSet<>();
        for (ComparedEntry entry : entries) {
            if (entry.isOnlyIn(isLater) && left.putIfAbsent(entry.testId(), entry) != null) {
                severalTimes.add(entry.testId());
            }
        }
        left.keySet().removeAll(severalTimes);
        return left;
    }
}
