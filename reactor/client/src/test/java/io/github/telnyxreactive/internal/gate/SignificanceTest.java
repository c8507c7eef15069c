package io.github.telnyxreactive.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.telnyxreactive.bulk.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignificanceTest {

    /** The second is Fisher's tea, the third the table of Wikipedia's article; the others were computed with fractions. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, 0.5",
        "1, 4, 3, 4, 0.242857142857",
        "1, 12, 9, 12, 0.001379728092",
        "3, 4, 1, 4, 0.985714285714",
        "0, 3, 3, 3, 0.05",
        "10, 10, 10, 10, 1",
        "0, 10, 0, 10, 1",
        "17, 20, 19, 20, 0.302494802494803",
        "0, 200, 200, 200, 0",
        "5, 5, 0, 5, 1"
    })
    void knowsTheProbabilityOfSoFewPasses(int passed, int tests, int otherPassed, int otherTests, double expected) {
        assertThat(Significance.pValue(passed, tests, otherPassed, otherTests)).isCloseTo(expected, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 3, 95, true", "0, 3, 3, 96, false", "1, 4, 3, 75, true", "1, 4, 3, 76, false"})
    void isReachedAtTheConfidence(int passed, int tests, int otherPassed, double confidence, boolean reached) {
        double pValue = Significance.pValue(passed, tests, otherPassed, tests);

        assertThat(Significance.isReached(pValue, Percentage.of(confidence))).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "0.302521, p = 0.30",
        "0.05, p = 0.05",
        "0.0013797, p = 0.0014",
        "0.00009, p < 0.0001",
        "0.0001, p = 0.00010",
        "0.999, p = 1.0"
    })
    void showsTwoDigits(double pValue, String shown) {
        assertThat(Significance.show(pValue)).isEqualTo(shown);
    }
}
