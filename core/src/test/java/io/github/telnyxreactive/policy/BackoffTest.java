package io.github.telnyxreactive.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.internal.time.DurationText;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

    private static final Duration ENDLESS = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
    private static final Duration LARGEST = Duration.ofNanos(Long.MAX_VALUE);
    private static final Backoff HALF_A_SECOND_TO_20 = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(20));

    @ParameterizedTest
    @CsvSource({
        "1, PT0.5S",
        "2, PT1S",
        "3, PT2S",
        "4, PT4S",
        "5, PT8S",
        "6, PT16S",
        "7, PT20S",
        "8, PT20S",
        "63, PT20S",
        "64, PT20S",
        "65, PT20S",
        "10000, PT20S",
        "9223372036854775807, PT20S",
        "0, PT0.5S"
    })
    void ceilingDoublesUpToTheMaximum(long attempt, Duration ceiling) {
        assertThat(HALF_A_SECOND_TO_20.ceiling(attempt)).isEqualTo(ceiling);
    }

    static Stream<Backoff> backoffs() {
        List<Duration> waits = List.of(
                Duration.ofNanos(1),
                Duration.ofNanos(3),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofDays(365),
                Duration.ofNanos(1L << 62),
                LARGEST,
                ENDLESS);
        return waits.stream()
                .flatMap(first -> waits.stream()
                        .filter(longest -> longest.compareTo(first) >= 0)
                        .map(longest -> new Backoff(first, longest)));
    }

    @ParameterizedTest
    @MethodSource("backoffs")
    void ceilingIsExactAndStopsAtTheMaximum(Backoff backoff) {
        for (long attempt : new long[] {1, 2, 3, 10, 31, 32, 33, 60, 61, 62, 63, 64, 65, 10_000}) {
            BigInteger exact = nanos(backoff.firstBackoff()).shiftLeft((int) attempt - 1);
            BigInteger bounded = exact.min(nanos(backoff.maxBackoff())).min(BigInteger.valueOf(Long.MAX_VALUE));

            assertThat(backoff.ceiling(attempt).toNanos())
                    .as("attempt %s", attempt)
                    .isEqualTo(bounded.longValueExact());
        }
        assertThat(backoff.ceiling(Long.MAX_VALUE))
                .isEqualTo(backoff.maxBackoff().compareTo(LARGEST) > 0 ? LARGEST : backoff.maxBackoff());
    }

    @ParameterizedTest
    @MethodSource("backoffs")
    void delayIsUniformBetweenZeroAndTheCeiling(Backoff backoff) {
        double almostOne = Math.nextDown(1.0);
        for (long attempt : new long[] {1, 2, 63, 64, 10_000, Long.MAX_VALUE}) {
            Duration ceiling = backoff.ceiling(attempt);

            assertThat(backoff.delay(attempt, 0)).isZero();
            assertThat(backoff.delay(attempt, 0.5).toNanos()).isBetween(half(ceiling) - 1024, half(ceiling) + 1024);
            assertThat(backoff.delay(attempt, almostOne)).isLessThanOrEqualTo(ceiling);
        }
    }

    @Test
    void delayGrowsWithTheRandomValue() {
        assertThat(HALF_A_SECOND_TO_20.delay(1, 0.25)).isEqualTo(Duration.ofMillis(125));
        assertThat(HALF_A_SECOND_TO_20.delay(3, 0.25)).isEqualTo(Duration.ofMillis(500));
        assertThat(HALF_A_SECOND_TO_20.delay(100, 0.75)).isEqualTo(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void rejectsANonPositiveFirstDelay(Duration first) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(first, Duration.ofSeconds(1)))
                .withMessage("the first backoff must be more than zero, not " + DurationText.of(first));
    }

    @Test
    void rejectsAMaximumBelowTheFirstDelay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .withMessage("the maximum backoff of 1 s is below the first of 2 s");
        assertThat(new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(2)).ceiling(9))
                .isEqualTo(Duration.ofSeconds(2));
    }

    private static long half(Duration duration) {
        return duration.toNanos() / 2;
    }

    private static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000_000))
                .add(BigInteger.valueOf(duration.getNano()));
    }
}
