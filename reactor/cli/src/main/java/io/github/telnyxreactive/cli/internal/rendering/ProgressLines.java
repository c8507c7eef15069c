package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.cli.internal.progress.BatchProgress;
import io.github.telnyxreactive.cli.internal.progress.ItemProgress;
import io.github.telnyxreactive.cli.internal.progress.RunCounts;
import io.github.telnyxreactive.cli.internal.progress.RunPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is shown while runs are under way. */
public final class ProgressLines {

    /** The most suites that are shown one by one: what is redrawn in place has to fit on the screen. */
    static final int MOST_SUITES = 10;

    private static final String SINGLE_TESTS = "single tests";

    private ProgressLines() {}

    /**
     * Announces what is going to be done.
     *
     * @param progress what is known
     * @return one line
     */
    public static String announcement(BatchProgress progress) {
        List<ItemProgress> suites =
                progress.items().stream().filter(ItemProgress::isSuite).toList();
        String names = suites.isEmpty() ? "" : ": " + Items.names(suites);
        return "Running " + Items.count(progress.items()) + names;
    }

    /**
     * Tells in one line how far everything has come.
     *
     * @param progress what is known
     * @param elapsed how long it has taken so far
     * @return one line
     */
    public static String line(BatchProgress progress, Duration elapsed) {
        return Text.wholeSeconds(elapsed) + ": " + counts(progress.counts(), Style.PLAIN) + toTrigger(progress)
                + SummaryLine.withoutResult(progress, Style.PLAIN);
    }

    private static String toTrigger(BatchProgress progress) {
        int waiting = progress.waiting();
        return waiting == 0 || progress.counts().total() == 0 ? "" : "; " + waiting + " more to trigger";
    }

    /**
     * Tells how far each suite has come, those that are not complete first where there are more than fit. Single tests
     * share a line.
     *
     * @param progress what is known
     * @param style how to set text off
     * @return a line for each suite, and one for those that do not fit
     */
    public static List<String> live(BatchProgress progress, Style style) {
        List<Line> all = lines(progress, style);
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
        shown.forEach(line -> lines.add(Text.padRight(line.label, width) + "  " + line.state));
        if (shown.size() < all.size()) {
            lines.add("and " + Text.count(all.size() - shown.size(), "more suite"));
        }
        return lines;
    }

    private static List<Line> lines(BatchProgress progress, Style style) {
        List<Line> lines = new ArrayList<>();
        List<ItemProgress> tests = new ArrayList<>();
        for (ItemProgress item : progress.items()) {
            if (item.isSuite()) {
                lines.add(new Line(Text.printable(item.name()), state(item, style), item.isComplete()));
            } else {
                tests.add(item);
            }
        }
        if (!tests.isEmpty()) {
            RunCounts counts = tests.stream().map(ItemProgress::counts).reduce(RunCounts.NONE, RunCounts::plus);
            lines.add(
                    new Line(SINGLE_TESTS, counts(counts, style), tests.stream().allMatch(ItemProgress::isComplete)));
        }
        return lines;
    }

    private static String state(ItemProgress suite, Style style) {
        if (suite.problem() != null) {
            return style.alarm("could not be run");
        }
        if (suite.isEmpty()) {
            return style.alarm("has no tests");
        }
        if (suite.givenUp() > 0 && suite.isComplete()) {
            return style.alarm("could not be followed to its end");
        }
        if (suite.runs().isEmpty()) {
            return suite.isInFlight() ? "starting" : "waiting";
        }
        return counts(suite.counts(), style);
    }

    private static String counts(RunCounts counts, Style style) {
        if (counts.total() == 0) {
            return "no run has been started";
        }
        return counts.finished() + " of " + counts.total() + " finished ("
                + part(counts.pending(), "pending", RunPhase.PENDING, style) + ", "
                + part(counts.running(), "running", RunPhase.RUNNING, style) + ", "
                + part(counts.passed(), "passed", RunPhase.PASSED, style) + ", "
                + part(counts.failed(), "failed", RunPhase.FAILED, style) + ", "
                + part(counts.error(), "error", RunPhase.ERROR, style) + ")";
    }

    private static String part(int number, String word, RunPhase phase, Style style) {
        String text = number + " " + word;
        return number == 0 ? text : style.phase(text, phase);
    }

    private record Line(String label, String state, boolean complete) {}
}
