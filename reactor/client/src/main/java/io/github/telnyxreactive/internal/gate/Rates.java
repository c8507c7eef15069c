package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.RunTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Compares pass rates exactly, since with binary fractions 0.8 is more than 0.1 above 0.7, and formats them. */
final class Rates {

    private Rates() {}

    /** Returns whether at least the given share of the runs has passed. */
    static boolean reaches(RunTotals runs, double part) {
        return number(runs.passed()).compareTo(number(part).multiply(number(runs.runs()))) >= 0;
    }

    /** Returns whether the pass rate of some runs is below that of others by more than is allowed. */
    static boolean isLower(RunTotals runs, RunTotals others, double allowed) {
        BigDecimal rate = number(runs.passed()).multiply(number(others.runs()));
        BigDecimal other = number(others.passed()).multiply(number(runs.runs()));
        BigDecimal limit = number(allowed).multiply(number(runs.runs())).multiply(number(others.runs()));
        return other.subtract(rate).compareTo(limit) > 0;
    }

    /** Formats how many runs have passed. */
    static String show(RunTotals runs) {
        return runs.passed() + " of " + runs.runs() + " runs (" + percent(100.0 * runs.passed() / runs.runs()) + ")";
    }

    static String percent(double percentage) {
        return hundredths(percentage) + " %";
    }

    /** Formats a difference of two rates. */
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
