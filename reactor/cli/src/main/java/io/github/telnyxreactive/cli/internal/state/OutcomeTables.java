package io.github.telnyxreactive.cli.internal.state;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.RunOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runs that are shown: all of them if they are few, otherwise the first that did not pass. */
public final class OutcomeTables {

    /** More tables are not shown in full. */
    static final int MAX_TABLES = 5;

    /** More runs are not shown in full. */
    static final int MAX_ROWS = 100;

    /** How many runs that did not pass are shown. */
    public static final int MAX_FAILED_ROWS = 40;

    private static final String SINGLE_TESTS = "single tests";

    private final Map<String, List<ReportedRun>> all = new LinkedHashMap<>();
    private final Map<String, List<ReportedRun>> failed = new LinkedHashMap<>();
    private int rows;
    private int failedRows;
    private boolean isTooLong;

    /** Takes a run of an item. */
    void add(ReportedItem item, ReportedRun run) {
        String heading = item.kind() == BatchItem.Kind.SUITE ? item.name() : SINGLE_TESTS;
        rows++;
        if (!isTooLong) {
            all.computeIfAbsent(heading, added -> new ArrayList<>()).add(run);
            isTooLong = all.size() > MAX_TABLES || rows > MAX_ROWS;
            if (isTooLong) {
                all.clear();
            }
        }
        if (run.outcome() != RunOutcome.PASSED) {
            failedRows++;
            if (failedRows <= MAX_FAILED_ROWS) {
                failed.computeIfAbsent(heading, added -> new ArrayList<>()).add(run);
            }
        }
    }

    /**
     * Returns the runs.
     *
     * @return the runs by the name of their suite, or the words for single tests
     */
    public Map<String, List<ReportedRun>> shown() {
        return isTooLong ? failed : all;
    }

    /**
     * Returns how many runs that did not pass are left out.
     *
     * @return the number
     */
    public int hidden() {
        return isTooLong ? Math.max(0, failedRows - MAX_FAILED_ROWS) : 0;
    }
}
