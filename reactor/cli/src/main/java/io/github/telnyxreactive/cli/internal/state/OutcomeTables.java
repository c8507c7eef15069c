package io.github.telnyxreactive.cli.internal.state;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.RunOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The runs that are shown: all of them if they are few, otherwise the first that did not pass. */
public final class OutcomeTables {

    /** More tables are not shown in full. */
    static final int MAX_TABLES = 5;

    /** More runs are not shown in full. */
    static final int MAX_ROWS = 100;

    /** How many runs that did not pass are shown. */
    public static final int MAX_FAILED_ROWS = 40;

    private static final String SINGLE_TESTS = "single tests";

    private final Map<Heading, List<ReportedRun>> all = new LinkedHashMap<>();
    private final Map<Heading, List<ReportedRun>> failed = new LinkedHashMap<>();

    /** The version of the first run, which is that of the others unless the batch tests several. */
    private @Nullable Heading first;

    private boolean hasVersions;
    private int rows;
    private int failedRows;
    private boolean isTooLong;

    /** Takes a run of an item. */
    void add(ReportedItem item, ReportedRun run) {
        Heading heading =
                new Heading(item.kind() == BatchItem.Kind.SUITE ? item.name() : SINGLE_TESTS, item.versionId());
        first = first == null ? heading : first;
        hasVersions |= !Objects.equals(first.versionId, heading.versionId);
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
     * @return the runs by the name of their suite, or the words for single tests, with the version if there are several
     */
    public Map<String, List<ReportedRun>> shown() {
        Map<String, List<ReportedRun>> shown = new LinkedHashMap<>();
        (isTooLong ? failed : all).forEach((heading, runs) -> shown.put(heading.words(hasVersions), runs));
        return shown;
    }

    /**
     * Returns how many runs that did not pass are left out.
     *
     * @return the number
     */
    public int hidden() {
        return isTooLong ? Math.max(0, failedRows - MAX_FAILED_ROWS) : 0;
    }

    /**
     * What the runs of a table have in common.
     *
     * @param name the name of the suite, or the words for single tests
     * @param versionId the version of the assistant, {@code null} for the main version
     */
    private record Heading(String name, @Nullable String versionId) {

        String words(boolean withVersion) {
            if (!withVersion) {
                return name;
            }
            return name + (versionId == null ? ", main version" : ", version " + versionId);
        }
    }
}
