package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.Percentage;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Whether a difference of two pass rates may be chance, by the one-sided exact test of a two-by-two table: R. A. Fisher, The
 * Design of Experiments, 1935, chapter II. It is right for any number of tests, unlike approximations by a normal
 * distribution, which need many.
 */
final class Significance {

    /** A p-value below this is not told exactly. */
    private static final double SMALLEST = 0.0001;

    /** Absorbs the rounding of logarithms, so that a p-value of exactly 5 per cent is one. */
    private static final double ROUNDING = 1 + 1e-9;

    private Significance() {}

    /**
     * Returns the probability that no more of the first tests pass, if all tests pass equally likely and as many pass in
     * total: a sum over the hypergeometric distribution.
     *
     * @param passed how many of the first tests have passed
     * @param tests the number of the first tests
     * @param otherPassed how many of the others have passed
     * @param otherTests the number of the others
     * @return the probability, from 0 to 1
     */
    static double pValue(int passed, int tests, int otherPassed, int otherTests) {
        int all = tests + otherTests;
        int allPassed = passed + otherPassed;
        double[] logFactorials = logFactorials(all);
        double ways = logChoose(logFactorials, all, tests);
        double sum = 0;
        for (int x = Math.max(0, allPassed - otherTests); x <= passed; x++) {
            sum += Math.exp(logChoose(logFactorials, allPassed, x)
                    + logChoose(logFactorials, all - allPassed, tests - x)
                    - ways);
        }
        return Math.min(1, sum);
    }

    private static double logChoose(double[] logFactorials, int n, int k) {
        return logFactorials[n] - logFactorials[k] - logFactorials[n - k];
    }

    /** Factorials themselves overflow from 171 on. */
    private static double[] logFactorials(int max) {
        double[] logs = new double[max + 1];
        for (int n = 2; n <= max; n++) {
            logs[n] = logs[n - 1] + Math.log(n);
        }
        return logs;
    }

    /** Returns whether a p-value is small enough for a confidence. */
    static boolean isReached(double pValue, Percentage confidence) {
        double level = BigDecimal.valueOf(100).subtract(confidence.value()).doubleValue() / 100;
        return pValue <= level * ROUNDING;
    }

    static String show(double pValue) {
        return pValue < SMALLEST
                ? "p < 0.0001"
                : "p = " + BigDecimal.valueOf(pValue).round(new MathContext(2)).toPlainString();
    }
}
