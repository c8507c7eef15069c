package io.github.telnyxreactive.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.internal.time.DurationText;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollingScheduleTest {

    private static final Duration ENDLESS = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
    private static final double ALMOST_ONE = Math.nextDown(1.0);

    @ParameterizedTest
    @CsvSource({
        "1, PT1S",
        "2, PT1.5S",
        "3, PT2.25S",
        "4, PT3.375S",
        "5, PT5.0625S",
        "6, PT7.59375S",
        "7, PT10S",
        "8, PT10S",
        "10000, PT10S",
        "9223372036854775807, PT10S"
    })
    void defaultDelayGrowsByHalfUpToTenSeconds(long polls, Duration wait) {
        assertThat(PollingSchedule.defaults().delay(polls, 0.5)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({"0, PT0.8S", "0.25, PT0.9S", "0.5, PT1S", "0.75, PT1.1S"})
    void defaultDelayVariesByAFifth(double random, Duration wait) {
        assertThat(PollingSchedule.defaults().delay(1, random)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 5, 7, 64, 10_000, Long.MAX_VALUE})
    void delayStaysWithinItsJitter(long polls) {
        PollingSchedule schedule = PollingSchedule.defaults();
        Duration middle = schedule.delay(polls, 0.5);
        for (double random = 0; random < 1; random += 0.01) {
            assertThat(schedule.delay(polls, random))
                    .isBetween(
                            middle.multipliedBy(8).dividedBy(10),
                            middle.multipliedBy(12).dividedBy(10));
        }
        assertThat(schedule.delay(polls, ALMOST_ONE))
                .isLessThanOrEqualTo(middle.multipliedBy(12).dividedBy(10));
    }

    @Test
    void fullJitterRangesUpToTwiceTheDelayAndIsNeverZero() {
        PollingSchedule schedule = new PollingSchedule(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1);

        assertThat(schedule.delay(1, 0)).isEqualTo(Duration.ofNanos(1));
        assertThat(schedule.delay(1, 0.5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(schedule.delay(1, ALMOST_ONE)).isBetween(Duration.ofMillis(1999), Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 1000, Long.MAX_VALUE})
    void fixedScheduleHasEqualDelays(long polls) {
        for (double random : new double[] {0, 0.5, ALMOST_ONE}) {
            assertThat(PollingSchedule.fixed(Duration.ofMillis(1500)).delay(polls, random))
                    .isEqualTo(Duration.ofMillis(1500));
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "63", "64", "10000", "9223372036854775807"})
    void hugeDelaysSaturate(long polls) {
        PollingSchedule schedule = new PollingSchedule(ENDLESS, ENDLESS, Double.MAX_VALUE, 1);

        assertThat(schedule.delay(polls, 0.5)).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
        assertThat(schedule.delay(polls, ALMOST_ONE)).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
        assertThat(schedule.delay(polls, 0)).isPositive();
    }

    @Test
    void delaysNeverShrink() {
        PollingSchedule schedule = new PollingSchedule(Duration.ofMillis(1), Duration.ofDays(1), 1.01, 0);
        Duration last = Duration.ZERO;
        for (long polls = 1; polls < 3_000; polls++) {
            Duration next = schedule.delay(polls, 0.3);
            assertThat(next).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofDays(1));
            last = next;
        }
        assertThat(last).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT1S", "PT-1S, PT1S", "PT2S, PT1S"})
    void rejectsInvalidDelays(Duration first, Duration longest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PollingSchedule(first, longest, 1, 0))
                .withMessage(
                        "invalid delays: first " + DurationText.of(first) + ", maximum " + DurationText.of(longest));
    }

    @ParameterizedTest
    @CsvSource({"0.99, 0", "0, 0", "-1, 0", "NaN, 0", "1, -0.1", "1, 1.1", "1, NaN", "1, Infinity"})
    void rejectsAFactorBelowOneAndAJitterOutsideZeroToOne(double factor, double jitter) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PollingSchedule(Duration.ofSeconds(1), Duration.ofSeconds(1), factor, jitter))
                .withMessage("invalid growth: factor " + factor + ", jitter " + jitter);
    }
}
