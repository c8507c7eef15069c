package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Compares pass rates exactly, since with binary fractions 0.8 is more than 0.1 above 0.7, and formats them. */
final class Rates {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Rates() {}

    /**
     * How many tests have passed.
     *
     * @param passed the number of tests that have passed
     * @param tests the number of all tests
     */
    record Rate(int passed, int tests) {

        /** Returns whether at least the given percentage has passed. */
        boolean reaches(Percentage required) {
            return required.isReachedBy(passed, tests);
        }

        /** Returns whether this rate is below another by more than is allowed. */
        boolean isBelow(Rate other, Percentage allowed) {
            BigDecimal own = number(passed).multiply(number(other.tests));
            BigDecimal others = number(other.passed).multiply(number(tests));
            BigDecimal limit = allowed.value().multiply(number(tests)).multiply(number(other.tests));
            return others.subtract(own).multiply(HUNDRED).compareTo(limit) > 0;
        }

        @Override
        public String toString() {
            return passed + " of " + tests + (tests == 1 ? " test (" : " tests (") + percent(100.0 * passed / tests)
                    + ")";
        }
    }

    static String percent(double percentage) {
        return hundredths(percentage) + " %";
    }

    /** Formats a difference of two rates. */
    static String points(Percentage difference) {
        String points = difference.value().toPlainString();
        return points + (points.equals("1") ? " percentage point" : " percentage points");
    }

    private static String hundredths(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static BigDecimal number(int value) {
        return BigDecimal.valueOf(value);
    }
}
