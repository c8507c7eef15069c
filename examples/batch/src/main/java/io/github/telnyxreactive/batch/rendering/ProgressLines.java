package io.github.telnyxreactive.batch.rendering;

import io.github.telnyxreactive.batch.progress.BatchProgress;
import io.github.telnyxreactive.batch.progress.RunCounts;
import io.github.telnyxreactive.batch.progress.RunPhase;
import io.github.telnyxreactive.batch.progress.SuiteProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is shown while runs are under way. */
public final class ProgressLines {

    /** The most suites that are shown one by one: what is redrawn in place has to fit on the screen. */
    static final int MOST_SUITES = 10;

    private ProgressLines() {}

    /**
     * Announces what is going to be done.
     *
     * @param progress what is known
     * @return one line
     */
    public static String announcement(BatchProgress progress) {
        String names = progress.suites().stream()
                .map(suite -> Text.printable(suite.name()))
                .collect(Collectors.joining(", "));
        return "Running " + Text.count(progress.suites().size(), "suite") + ": " + names;
    }

    /**
     * Tells in one line how far everything has come.
     *
     * @param progress what is known
     * @param elapsed how long it has taken so far
     * @return one line
     */
    public static String line(BatchProgress progress, Duration elapsed) {
        int without = progress.suitesWithoutResult();
        return Text.wholeSeconds(elapsed) + ": " + counts(progress.counts(), Style.PLAIN)
                + (without == 0 ? "" : "; " + Text.count(without, "suite") + " without a result");
    }

    /**
     * Tells how far each suite has come, those that are not complete first where there are more than fit.
     *
     * @param progress what is known
     * @param elapsed how long it has taken so far
     * @param style how to set text off
     * @return a line for each suite, and one for the time
     */
    public static List<String> live(BatchProgress progress, Duration elapsed, Style style) {
        List<SuiteProgress> shown = shown(progress);
        int width = shown.stream()
                .mapToInt(suite -> Text.width(Text.printable(suite.name())))
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (SuiteProgress suite : shown) {
            lines.add(Text.padRight(Text.printable(suite.name()), width) + "  " + state(suite, style));
        }
        int hidden = progress.suites().size() - shown.size();
        String more = hidden == 0 ? "" : ", and " + Text.count(hidden, "more suite");
        lines.add(Text.wholeSeconds(elapsed) + total(progress) + more);
        return lines;
    }

    private static List<SuiteProgress> shown(BatchProgress progress) {
        if (progress.suites().size() <= MOST_SUITES) {
            return List.copyOf(progress.suites());
        }
        List<SuiteProgress> incompleteFirst = new ArrayList<>(progress.suites());
        incompleteFirst.sort((one, other) -> Boolean.compare(one.isComplete(), other.isComplete()));
        return incompleteFirst.subList(0, MOST_SUITES);
    }

    private static String total(BatchProgress progress) {
        RunCounts counts = progress.counts();
        if (progress.suites().size() == 1 || counts.total() == 0) {
            return "";
        }
        return ", " + counts.finished() + " of " + Text.count(counts.total(), "run") + " finished";
    }

    private static String state(SuiteProgress suite, Style style) {
        if (suite.failure() != null) {
            return style.alarm(suite.runs().isEmpty() ? "could not be run" : "could not be followed to its end");
        }
        if (suite.isEmpty()) {
            return style.alarm("has no tests");
        }
        return suite.runs().isEmpty() ? "starting" : counts(suite.counts(), style);
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
}
