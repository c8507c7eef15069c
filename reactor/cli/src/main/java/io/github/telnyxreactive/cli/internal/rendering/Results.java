package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.cli.internal.state.OutcomeTables;
import java.util.ArrayList;
import java.util.List;

/** The results as tables: all of them if they are few, otherwise the first runs that did not pass. */
public final class Results {

    private Results() {}

    /**
     * Renders the runs for a terminal.
     *
     * @param tables the runs to show
     * @param style how text is highlighted
     * @param columns the width of the terminal
     * @return tables, each after an empty line; nothing if there is nothing to show
     */
    public static List<String> lines(OutcomeTables tables, Style style, int columns) {
        List<String> lines = new ArrayList<>();
        tables.shown().forEach((heading, runs) -> {
            lines.add("");
            lines.addAll(ResultTable.lines(heading, runs, style, columns));
        });
        if (tables.hidden() > 0) {
            lines.add("");
            lines.add("... and " + Text.count(tables.hidden(), "more run")
                    + " that did not pass; --junit, --json and --markdown write all of them to files");
        }
        return lines;
    }
}
