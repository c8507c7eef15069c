package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Compares pass rates without the errors of binary fractions, by which 0.8 is more than 0.1 above 0.7, and shows them. */
final class Rates {

    private Rates() {}

    static int passed(RunTotals runs) {
        return runs.in(TestRunStatus.PASSED);
    }

    /** Whether at least a part of the runs has passed. */
    static boolean reaches(RunTotals runs, double part) {
        return number(passed(runs)).compareTo(number(part).multiply(number(runs.runs()))) >= 0;
    }

    /** Whether the pass rate of some runs is lower than that of others by more than is allowed. */
    static boolean isLower(RunTotals runs, RunTotals others, double allowed) {
        BigDecimal rate = number(passed(runs)).multiply(number(others.runs()));
        BigDecimal other = number(passed(others)).multiply(number(runs.runs()));
        BigDecimal limit = number(allowed).multiply(number(runs.runs())).multiply(number(others.runs()));
        return other.subtract(rate).compareTo(limit) > 0;
    }

    /** Shows how many runs have passed. */
    static String show(RunTotals runs) {
        return passed(runs) + " of " + runs.runs() + " runs (" + percent(100.0 * passed(runs) / runs.runs()) + ")";
    }

    static String percent(double percentage) {
        return hundredths(percentage) + " %";
    }

    /** Shows a difference of two rates. */
    static String points(double part) {
        String points = hundredths(100 * part);
        return points + (points.equals("1") ? " percentage point" : " percentage points");
    }

    private static String hundredths(double value) {
        return number(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static BigDecimal number(double value) {
        return BigDecimal.valueOf(value);
    }
}
