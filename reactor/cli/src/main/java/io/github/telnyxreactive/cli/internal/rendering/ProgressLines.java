package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.bulk.Totals;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemStage;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shows the progress of a batch while it is running. */
public final class ProgressLines {

    /** At most so many suites are shown one by one: what is redrawn in place has to fit on the screen. */
    static final int MOST_SUITES = 10;

    /** What {@link #counts} returns before the first run. */
    public static final String NO_RUNS = "no run has been started";

    private static final String SINGLE_TESTS = "single tests";

    private ProgressLines() {}

    /**
     * Announces what is going to be run.
     *
     * @param state the state of the batch
     * @return one line
     */
    public static String announcement(BatchState state) {
        List<ItemState> suites =
                state.items().stream().filter(ItemState::isSuite).toList();
        String names = suites.isEmpty() ? "" : ": " + Items.names(suites);
        return "Running " + Items.count(state.items()) + names;
    }

    /**
     * Shows the progress of all runs.
     *
     * @param state the state of the batch
     * @param elapsed the time since its start
     * @return one line
     */
    public static String line(BatchState state, Duration elapsed) {
        return Text.wholeSeconds(elapsed) + ": " + counts(state) + toTrigger(state)
                + SummaryLine.withoutResult(state, Style.PLAIN);
    }

    /**
     * Shows how many runs there are in each phase.
     *
     * @param state the state of the batch
     * @return part of a line
     */
    public static String counts(BatchState state) {
        return counts(state.totals().overall(), Style.PLAIN);
    }

    private static String toTrigger(BatchState state) {
        int waiting = state.waiting();
        return waiting == 0 || state.totals().overall().runs() == 0 ? "" : "; " + waiting + " more to trigger";
    }

    /**
     * Shows the progress of each suite, incomplete ones first if there are more than fit. Single tests share a line.
     *
     * @param state the state of the batch
     * @param style how text is highlighted
     * @return a line for each suite, and one for those that do not fit
     */
    public static List<String> live(BatchState state, Style style) {
        List<Line> all = lines(state, style);
        List<Line> shown = all;
        if (all.size() > MOST_SUITES) {
            shown = all.stream()
                    .sorted(Comparator.comparing(Line::complete))
                    .limit(MOST_SUITES)
                    .toList();
        }
        int width =
                shown.stream().mapToInt(line -> Text.width(line.label)).max().orElse(0);
        List<String> lines = new ArrayList<>();
        shown.forEach(line -> lines.add(Text.padRight(line.label, width) + "  " + line.text));
        if (shown.size() < all.size()) {
            lines.add("and " + Text.count(all.size() - shown.size(), "more suite"));
        }
        return lines;
    }

    /** Reads the totals only: to copy all runs several times a second would be too expensive. */
    private static List<Line> lines(BatchState state, Style style) {
        Totals totals = state.totals();
        List<Line> lines = new ArrayList<>();
        boolean hasTests = false;
        boolean allTestsKnown = true;
        for (ItemState item : state.items()) {
            if (item.isSuite()) {
                lines.add(suite(item, totals.suites().getOrDefault(item.name(), RunTotals.NONE), style));
            } else {
                hasTests = true;
                allTestsKnown &= item.stage() == ItemStage.TRIGGERED || item.problem() != null;
            }
        }
        if (hasTests) {
            RunTotals tests = totals.tests();
            lines.add(new Line(SINGLE_TESTS, counts(tests, style), allTestsKnown && tests.open() == 0));
        }
        return lines;
    }

    private static Line suite(ItemState suite, RunTotals runs, Style style) {
        boolean failed = suite.problem() != null;
        boolean complete = failed || (suite.stage() == ItemStage.TRIGGERED && runs.open() == 0);
        return new Line(Text.printable(suite.name()), text(suite, runs, failed, complete, style), complete);
    }

    private static String text(ItemState suite, RunTotals runs, boolean failed, boolean complete, Style style) {
        if (failed) {
            return style.alarm("could not be run");
        }
        if (complete && runs.runs() == 0) {
            return style.alarm("has no tests");
        }
        if (complete && runs.abandoned() > 0) {
            return style.alarm("could not be followed to its end");
        }
        if (runs.runs() == 0) {
            return suite.isInFlight() ? "starting" : "waiting";
        }
        return counts(runs, style);
    }

    private static String counts(RunTotals runs, Style style) {
        if (runs.runs() == 0) {
            return NO_RUNS;
        }
        return runs.finished() + " of " + runs.runs() + " finished ("
                + style.count(runs.pending(), "pending", TestRunStatus.PENDING) + ", "
                + style.count(runs.running(), "running", TestRunStatus.RUNNING) + ", "
                + style.count(runs.passed(), "passed", TestRunStatus.PASSED) + ", "
                + style.count(runs.failed(), "failed", TestRunStatus.FAILED) + ", "
                + style.count(runs.error(), "error", TestRunStatus.ERROR) + ")";
    }

    private record Line(String label, String text, boolean complete) {}
}
