package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results as tables: all of them if they are few, otherwise the first runs that did not pass. */
public final class Results {

    static final int MOST_TABLES = 5;
    static final int MOST_ROWS = 100;
    static final int MOST_FAILED_ROWS = 40;

    private static final String SINGLE_TESTS = "single tests";

    private Results() {}

    /**
     * Renders the runs.
     *
     * @param state the state at the end
     * @param style how text is highlighted
     * @return tables, each after an empty line; nothing if there is nothing to show
     */
    public static List<String> lines(BatchState state, Style style) {
        Map<String, List<RunState>> tables = tables(state);
        if (tables.size() <= MOST_TABLES && state.totals().overall().runs() <= MOST_ROWS) {
            return lines(tables, state, style);
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
        List<String> lines = new ArrayList<>(lines(failed, state, style));
        if (hidden > 0) {
            lines.add("");
            lines.add("... and " + Text.count(hidden, "more run")
                    + " that did not pass; --junit, --json and --markdown write all of them to files");
        }
        return lines;
    }

    /** By heading; headings are unique, since no suite occurs twice. */
    private static Map<String, List<RunState>> tables(BatchState state) {
        Map<String, List<RunState>> tables = new LinkedHashMap<>();
        List<RunState> tests = new ArrayList<>();
        for (ItemState item : state.items()) {
            if (item.isSuite()) {
                tables.put(item.name(), item.progress().runs());
            } else {
                tests.addAll(item.progress().runs());
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

    private static List<String> lines(Map<String, List<RunState>> tables, BatchState state, Style style) {
        List<String> lines = new ArrayList<>();
        tables.forEach((heading, runs) -> {
            List<String> table = ResultTable.lines(heading, runs, state, style);
            if (!table.isEmpty()) {
                lines.add("");
                lines.addAll(table);
            }
        });
        return lines;
    }
}
