package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.bulk.BatchItem;
import java.util.ArrayList;
import java.util.List;

/**
 * A suite as build servers show it: a suite of the batch, or all single tests together.
 *
 * @param name the name, which is unique in the report
 * @param items the items, at least one
 */
record ReportGroup(String name, List<ReportedItem> items) {

    private static final String SINGLE_TESTS = "Single tests";

    /** Returns the groups of a report: the suites in order, then the single tests. */
    static List<ReportGroup> of(Report report) {
        UniqueNames names = new UniqueNames();
        List<ReportGroup> groups = new ArrayList<>();
        List<ReportedItem> tests = new ArrayList<>();
        for (ReportedItem item : report.items()) {
            if (item.kind() == BatchItem.Kind.SUITE) {
                groups.add(new ReportGroup(names.next(item.label()), List.of(item)));
            } else {
                tests.add(item);
            }
        }
        if (!tests.isEmpty()) {
            groups.add(new ReportGroup(names.next(SINGLE_TESTS), List.copyOf(tests)));
        }
        return List.copyOf(groups);
    }

    /** Returns the runs of all items. */
    List<ReportedRun> runs() {
        return items.stream().flatMap(item -> item.runs().stream()).toList();
    }
}
