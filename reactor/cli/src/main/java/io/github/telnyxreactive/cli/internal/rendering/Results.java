package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.cli.internal.progress.BatchProgress;
import io.github.telnyxreactive.cli.internal.progress.ItemProgress;
import io.github.telnyxreactive.cli.internal.progress.RunState;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results as tables: all of them if they are few, else those runs that did not pass, as far as a reader looks. */
public final class Results {

    static final int MOST_TABLES = 5;
    static final int MOST_ROWS = 100;
    static final int MOST_FAILED_ROWS = 40;

    private static final String SINGLE_TESTS = "single tests";

    private Results() {}

    /**
     * Writes the runs down.
     *
     * @param progress what is known at the end
     * @param style how to set text off
     * @return tables, each with an empty line before it; nothing if there is nothing to show
     */
    public static List<String> lines(BatchProgress progress, Style style) {
        Map<String, List<RunState>> tables = tables(progress);
        if (tables.size() <= MOST_TABLES && progress.counts().total() <= MOST_ROWS) {
            return lines(tables, progress, style);
        }
        Map<String, List<RunState>> failed = new LinkedHashMap<>();
        int left = MOST_FAILED_ROWS;
        int hidden = 0;
        for (Map.Entry<String, List<RunState>> table : tables.entrySet()) {
            List<RunState> notPassed = table.getValue().stream()
                    .filter(run -> !run.status().equals(TestRunStatus.PASSED))
                    .toList();
            List<RunState> shown = notPassed.subList(0, Math.min(left, notPassed.size()));
            failed.put(table.getKey(), shown);
            left -= shown.size();
            hidden += notPassed.size() - shown.size();
        }
        List<String> lines = new ArrayList<>(lines(failed, progress, style));
        if (hidden > 0) {
            lines.add("");
            lines.add("... and " + Text.count(hidden, "more run")
                    + " that did not pass; --junit, --json and --markdown write all of them to files");
        }
        return lines;
    }

    /** By headings, which differ from each other since no suite comes twice. */
    private static Map<String, List<RunState>> tables(BatchProgress progress) {
        Map<String, List<RunState>> tables = new LinkedHashMap<>();
        List<RunState> tests = new ArrayList<>();
        for (ItemProgress item : progress.items()) {
            if (item.isSuite()) {
                tables.put(item.name(), List.copyOf(item.runs()));
            } else {
                tests.addAll(item.runs());
            }
        }
        if (!tests.isEmpty()) {
            tables.merge(SINGLE_TESTS, tests, (suite, single) -> {
                List<RunState> both = new ArrayList<>(suite);
                both.addAll(single);
                return both;
            });
        }
        return tables;
    }

    private static List<String> lines(Map<String, List<RunState>> tables, BatchProgress progress, Style style) {
        List<String> lines = new ArrayList<>();
        tables.forEach((heading, runs) -> {
            List<String> table = ResultTable.lines(heading, runs, progress, style);
            if (!table.isEmpty()) {
                lines.add("");
                lines.addAll(table);
            }
        });
        return lines;
    }
}
