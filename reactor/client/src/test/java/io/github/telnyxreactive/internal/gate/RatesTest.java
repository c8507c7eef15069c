package io.github.telnyxreactive.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    @ParameterizedTest
    @CsvSource({"9, 0.9, true", "8, 0.9, false", "7, 0.7, true", "10, 1, true", "9, 1, false", "0, 0, true"})
    void comparesSharesExactly(int passed, double part, boolean reached) {
        assertThat(Rates.reaches(runs(passed), part)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "7, 8, 0.1, false",
        "7, 8, 0.09, true",
        "2, 3, 0.1, false",
        "9, 9, 0, false",
        "8, 9, 0, true",
        "9, 8, 0, false"
    })
    void comparesDropsExactly(int passed, int others, double allowed, boolean lower) {
        assertThat(Rates.isLower(runs(passed), runs(others), allowed)).isEqualTo(lower);
    }

    private static RunTotals runs(int passed) {
        return new RunTotals(
                1,
                0,
                Map.of(TestRunStatus.PASSED, passed, TestRunStatus.FAILED, 10 - passed),
                0,
                Map.of(),
                null,
                0,
                0,
                0);
    }
}
