package io.github.telnyxreactive.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.telnyxreactive.benchmarks.endtoend.Median.Interval;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianTest {

    private static Median ofFirst(int size) {
        // In an order that is neither ascending nor descending.
        return Objects.requireNonNull(Median.of(IntStream.rangeClosed(1, size)
                .mapToDouble(number -> number % 2 == 0 ? number : size + 1 - number - (size % 2 == 0 ? 1 : 0))));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1.5", "5, 3", "6, 3.5", "15, 8"})
    void medianIsInTheMiddle(int size, double expected) {
        assertThat(ofFirst(size).value()).isEqualTo(expected);
        assertThat(ofFirst(size).size()).isEqualTo(size);
    }

    /** The ranks and confidences are those of tables of the binomial distribution. */
    @ParameterizedTest
    @CsvSource({
        "6, 1, 0.96875",
        "8, 1, 0.9921875",
        "9, 2, 0.9609375",
        "15, 4, 0.96484375",
        "20, 6, 0.95861053",
        "30, 10, 0.95722605"
    })
    void intervalIsTheNarrowestWithAConfidenceOf95Percent(int size, int rank, double confidence) {
        Interval interval = Objects.requireNonNull(ofFirst(size).interval());

        assertThat(interval.low()).isEqualTo(rank);
        assertThat(interval.high()).isEqualTo(size + 1 - rank);
        assertThat(interval.confidence()).isCloseTo(confidence, within(1e-7));
    }

    @Test
    void fiveValuesAreTooFewForAnInterval() {
        assertThat(ofFirst(5).interval()).isNull();
    }

    @Test
    void valuesThatAreNotFiniteDoNotCount() {
        Median median = Median.of(DoubleStream.of(Double.NaN, 3, Double.POSITIVE_INFINITY, 1, 2));

        assertThat(median).isEqualTo(new Median(3, 2, null));
        assertThat(Median.of(DoubleStream.of(Double.NaN))).isNull();
    }
}
