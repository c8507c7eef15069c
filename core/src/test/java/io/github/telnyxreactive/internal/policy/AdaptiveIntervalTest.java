package io.github.telnyxreactive.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.telnyxreactive.internal.policy.AdaptiveInterval.Seen;
import io.github.telnyxreactive.policy.PollingSchedule;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveIntervalTest {

    private static final PollingSchedule SCHEDULE =
            new PollingSchedule(Duration.ofSeconds(1), Duration.ofSeconds(100), 2, 0.2);

    private final AdaptiveInterval interval = new AdaptiveInterval(SCHEDULE);

    @Test
    void startsAtTheShortestDelay() {
        assertThat(middle(interval)).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 1000})
    void growsByTheFactorAfterARoundWithoutChange(int items) {
        round(Seen.NOTHING_NEW, items);
        assertSeconds(2);
        round(Seen.NOTHING_NEW, items);
        assertSeconds(4);
    }

    @Test
    void neverExceedsTheLongestDelay() {
        for (int i = 0; i < 100; i++) {
            round(Seen.NOTHING_NEW, 3);
        }

        assertThat(middle(interval)).isEqualTo(Duration.ofSeconds(100));
        round(Seen.CHANGE, 1);
        assertSeconds(50);
    }

    @ParameterizedTest
    @CsvSource({"CHANGE, 32", "END, 16"})
    void shrinksAfterAChangeAndTwiceAsMuchAfterAnEnd(Seen seen, double seconds) {
        for (int i = 0; i < 6; i++) {
            interval.polled(Seen.NOTHING_NEW, 1);
        }
        assertSeconds(64);
        interval.polled(seen, 1);

        assertSeconds(seconds);
    }

    @Test
    void oneOfManyPolledItemsHasLittleWeight() {
        for (int i = 0; i < 6; i++) {
            interval.polled(Seen.NOTHING_NEW, 1);
        }
        interval.polled(Seen.CHANGE, 10);

        assertSeconds(64 / Math.pow(2, 0.1));
    }

    @ParameterizedTest
    @EnumSource(value = Seen.class, names = "NOTHING_NEW", mode = EnumSource.Mode.EXCLUDE)
    void neverFallsBelowTheShortestDelay(Seen seen) {
        for (int i = 0; i < 100; i++) {
            interval.polled(seen, 1);
        }
        assertThat(middle(interval)).isEqualTo(Duration.ofSeconds(1));
        interval.polled(Seen.NOTHING_NEW, 1);

        assertSeconds(2);
    }

    @ParameterizedTest
    @CsvSource({"0, PT0.8S", "0.25, PT0.9S", "0.5, PT1S", "0.75, PT1.1S"})
    void appliesTheJitterOfTheSchedule(double random, Duration wait) {
        assertThat(interval.next(random)).isEqualTo(wait);
    }

    @Test
    void readingTheDelayDoesNotChangeIt() {
        for (double random = 0; random < 1; random += 0.01) {
            interval.next(random);
        }

        assertThat(middle(interval)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void delayIsNeverZero() {
        AdaptiveInterval full =
                new AdaptiveInterval(new PollingSchedule(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1));

        assertThat(full.next(0)).isEqualTo(Duration.ofNanos(1));
    }

    @ParameterizedTest
    @EnumSource(Seen.class)
    void fixedScheduleNeverAdapts(Seen seen) {
        AdaptiveInterval fixed = new AdaptiveInterval(PollingSchedule.fixed(Duration.ofSeconds(3)));
        for (int i = 0; i < 10; i++) {
            fixed.polled(seen, 1 + i);
        }

        assertThat(fixed.next(0)).isEqualTo(Duration.ofSeconds(3));
        assertThat(fixed.next(Math.nextDown(1.0))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void zeroItemsCountAsOne() {
        interval.polled(Seen.NOTHING_NEW, 0);

        assertSeconds(2);
    }

    @Test
    void longestDelaysDoNotOverflow() {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        AdaptiveInterval growing = new AdaptiveInterval(new PollingSchedule(Duration.ofDays(1), endless, 1e9, 1));
        for (int i = 0; i < 10; i++) {
            growing.polled(Seen.NOTHING_NEW, 1);
        }

        assertThat(growing.next(Math.nextDown(1.0))).isGreaterThan(Duration.ofDays(36_500));
        growing.polled(Seen.END, 1);
        assertThat(growing.next(0.5)).isPositive();
    }

    private void round(Seen seen, int items) {
        for (int i = 0; i < items; i++) {
            interval.polled(seen, items);
        }
    }

    private void assertSeconds(double seconds) {
        assertThat(middle(interval).toNanos() / 1e9).isCloseTo(seconds, within(1e-6));
    }

    private static Duration middle(AdaptiveInterval interval) {
        return interval.next(0.5);
    }
}
