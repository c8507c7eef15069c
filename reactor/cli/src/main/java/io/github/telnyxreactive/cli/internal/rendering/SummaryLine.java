package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.bulk.report.RunOutcome;
import io.github.telnyxreactive.cli.internal.state.Outcome;
import io.github.telnyxreactive.cli.internal.state.OutcomeVersions;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The last line: the results of a batch in short. */
public final class SummaryLine {

    private SummaryLine() {}

    /**
     * Summarises a batch.
     *
     * @param outcome the outcome
     * @param elapsed how long the batch took
     * @param style how text is highlighted
     * @return one line
     */
    public static String of(Outcome outcome, Duration elapsed, Style style) {
        List<String> parts = new ArrayList<>();
        parts.add(style.count(outcome.passed(), "passed", TestRunStatus.PASSED));
        parts.add(style.count(outcome.of(RunOutcome.FAILED), "failed", TestRunStatus.FAILED));
        parts.add(style.count(outcome.of(RunOutcome.ERROR), "error", TestRunStatus.ERROR));
        if (outcome.unfinished() > 0) {
            parts.add(style.count(outcome.unfinished(), "not finished", TestRunStatus.RUNNING));
        }
        return (outcome.isInterrupted() ? "Interrupted. " : "")
                + Text.count(outcome.runs(), "run") + " of "
                + Items.count(outcome.suites(), outcome.tests()) + " in " + Text.duration(elapsed) + ": "
                + String.join(", ", parts)
                + withoutResult(outcome.suitesWithoutResult(), outcome.testsWithoutResult(), style);
    }

    /**
     * Says which versions of the assistant were tested.
     *
     * @param versions the versions
     * @return one line
     */
    public static String versions(OutcomeVersions versions) {
        List<String> parts = new ArrayList<>();
        if (versions.isMain()) {
            parts.add("main version");
        }
        versions.ids().forEach(id -> parts.add("version " + Text.printable(id)));
        return "Tested: " + (parts.isEmpty() ? "nothing" : String.join(", ", parts))
                + (versions.hasMore() ? " and more" : "");
    }

    static String withoutResult(int suites, int tests, Style style) {
        return suites + tests == 0 ? "" : "; " + style.alarm(Items.count(suites, tests) + " without a result");
    }
}
