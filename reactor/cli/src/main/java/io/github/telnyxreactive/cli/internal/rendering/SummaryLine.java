package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.report.RunOutcome;
import io.github.telnyxreactive.bulk.report.TestTotals;
import io.github.telnyxreactive.cli.internal.state.Outcome;
import io.github.telnyxreactive.cli.internal.state.OutcomeVersions;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
                + Items.count(outcome.items().suites(), outcome.items().tests())
                + Items.times(outcome.items().repetitions()) + " in "
                + Text.duration(elapsed) + ": "
                + String.join(", ", parts)
                + withoutResult(
                        outcome.items().suitesWithoutResult(),
                        outcome.items().testsWithoutResult(),
                        outcome.items().repetitions(),
                        style)
                + requirement(outcome, style);
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

    static String withoutResult(int suites, int tests, int repetitions, Style style) {
        if (suites + tests == 0) {
            return "";
        }
        String items = repetitions == 1 ? Items.count(suites, tests) : Text.count(suites + tests, "repetition");
        return "; " + style.alarm(items + " without a result");
    }

    private static String requirement(Outcome outcome, Style style) {
        TestTotals totals = outcome.testTotals();
        if (totals == null) {
            return "";
        }
        PassRequirement requirement = outcome.requirement();
        String rule = requirement.passRule() == null ? "" : " at least " + requirement.passRule() + " runs";
        String line = totals.passed() + " of " + Text.count(totals.tests(), "test") + " passed" + rule + rate(totals)
                + ", " + requirement.minPassRate() + " required";
        return "; " + (outcome.isComplete() && !outcome.isRequirementMet() ? style.alarm(line) : line);
    }

    /** Rounded down, so that 100 % means all, and a rate that is not reached does not look as if it were. */
    private static String rate(TestTotals totals) {
        return totals.tests() == 0
                ? ""
                : " ("
                        + BigDecimal.valueOf(totals.passed())
                                .movePointRight(2)
                                .divide(BigDecimal.valueOf(totals.tests()), 2, RoundingMode.DOWN)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " %)";
    }
}
