package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.bulk.Totals;
import io.github.telnyxreactive.cli.internal.state.PlannedWork;
import io.github.telnyxreactive.cli.internal.state.Progress;
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

    private static final String GAP = "  ";

    /** A name that is shortened to this can still be recognised. */
    private static final int LEAST_LABEL = 12;

    private static final String SINGLE_TESTS = "single tests";

    private ProgressLines() {}

    /**
     * Announces what is going to be run.
     *
     * @param work the work
     * @return one line
     */
    public static String announcement(PlannedWork work) {
        List<String> suites = work.suites();
        String names = suites.isEmpty()
                ? ""
                : ": " + Items.names(suites.stream().map(work::label).toList(), suites.size());
        return "Running " + Items.count(suites.size(), work.tests()) + Items.times(work.repetitions()) + names;
    }

    /**
     * Shows the progress of all runs.
     *
     * @param progress the progress of the batch
     * @param elapsed the time since its start
     * @return one line
     */
    public static String line(Progress progress, Duration elapsed) {
        return Text.wholeSeconds(elapsed) + ": " + counts(progress) + toTrigger(progress)
                + SummaryLine.withoutResult(
                        progress.suitesWithoutResult(),
                        progress.testsWithoutResult(),
                        progress.work().repetitions(),
                        Style.PLAIN);
    }

    /**
     * Shows how many runs there are in each phase.
     *
     * @param progress the progress of the batch
     * @return part of a line
     */
    public static String counts(Progress progress) {
        return counts(progress.totals().overall(), Style.PLAIN);
    }

    private static String toTrigger(Progress progress) {
        int waiting = progress.waiting();
        return waiting == 0 || progress.totals().overall().runs() == 0 ? "" : "; " + waiting + " more to trigger";
    }

    /**
     * Shows the progress of each suite, incomplete ones first if there are more than fit. Single tests share a line.
     *
     * @param progress the progress of the batch
     * @param style how text is highlighted
     * @param columns the width of the terminal; names give way to numbers
     * @return a line for each suite, and one for those that do not fit
     */
    public static List<String> live(Progress progress, Style style, int columns) {
        List<Line> all = lines(progress, style);
        List<Line> shown = all;
        if (all.size() > MOST_SUITES) {
            shown = all.stream()
                    .sorted(Comparator.comparing(Line::complete))
                    .limit(MOST_SUITES)
                    .toList();
        }
        int longest =
                shown.stream().mapToInt(line -> Text.width(line.label)).max().orElse(0);
        int texts = shown.stream()
                .mapToInt(line -> Text.width(Style.withoutColours(line.text)))
                .max()
                .orElse(0);
        int width = Math.min(longest, Math.max(LEAST_LABEL, columns - GAP.length() - texts));
        List<String> lines = new ArrayList<>();
        shown.forEach(line -> lines.add(Text.padRight(Text.shortened(line.label, width), width) + GAP + line.text));
        if (shown.size() < all.size()) {
            lines.add("and " + Text.count(all.size() - shown.size(), "more suite"));
        }
        return lines;
    }

    private static List<Line> lines(Progress progress, Style style) {
        Totals totals = progress.totals();
        List<Line> lines = new ArrayList<>();
        for (String suite : progress.work().suites()) {
            lines.add(suite(suite, progress, totals.suites().getOrDefault(suite, RunTotals.NONE), style));
        }
        if (progress.work().tests() > 0) {
            RunTotals tests = totals.tests();
            lines.add(new Line(SINGLE_TESTS, counts(tests, style), progress.areTestsAnnounced() && tests.open() == 0));
        }
        return lines;
    }

    private static Line suite(String suite, Progress progress, RunTotals runs, Style style) {
        boolean failed = progress.hasFailed(suite);
        boolean complete = failed || (progress.isAnnounced(suite) && runs.open() == 0);
        return new Line(Text.printable(progress.work().label(suite)), text(runs, failed, complete, style), complete);
    }

    private static String text(RunTotals runs, boolean failed, boolean complete, Style style) {
        if (failed) {
            return style.alarm("could not be run");
        }
        if (complete && runs.runs() == 0) {
            return style.alarm("has no tests");
        }
        if (complete && runs.abandoned() > 0) {
            return style.alarm("could not be followed to its end");
        }
        return runs.runs() == 0 ? "waiting" : counts(runs, style);
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
