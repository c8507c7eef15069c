package io.github.telnyxreactive.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.internal.gate.Rates.Rate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    @ParameterizedTest
    @CsvSource({"9, 90, true", "8, 90, false", "7, 70, true", "7, 70.001%, false", "10, 100, true", "9, 100, false"})
    void comparesRatesExactly(int passed, String required, boolean reached) {
        assertThat(new Rate(passed, 10).reaches(Percentage.parse(required))).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 8, 10, false",
        "7, 8, 9, true",
        "2, 3, 10, false",
        "9, 9, 0, false",
        "8, 9, 0, true",
        "8, 9, 0.5%, true",
        "9, 8, 0, false"
    })
    void comparesDropsExactly(int passed, int others, String allowed, boolean below) {
        assertThat(new Rate(passed, 10).isBelow(new Rate(others, 10), Percentage.parse(allowed)))
                .isEqualTo(below);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1 of 1 test (100 %)", "2, 3, 2 of 3 tests (66.67 %)", "0, 3, 0 of 3 tests (0 %)"})
    void showsBothNumbers(int passed, int tests, String shown) {
        assertThat(new Rate(passed, tests)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({"1%, 1 percentage point", "0, 0 percentage points", "0.5%, 0.5 percentage points"})
    void showsDifferencesInPoints(String difference, String shown) {
        assertThat(Rates.points(Percentage.parse(difference))).isEqualTo(shown);
    }
}
