package io.github.telnyxreactive.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndForecastTest {

    private static final double SECOND = 1e9;
    private static final double NEVER = Double.MAX_VALUE;

    private final EndForecast forecast = new EndForecast();

    /** Records a run that has ended at an age, and was seen all the time. */
    private void ran(double seconds) {
        forecast.survived(1, 0, seconds * SECOND);
        forecast.ended(seconds * SECOND);
    }

    private double seconds(double share, double fromSeconds) {
        return forecast.ageAt(share, fromSeconds * SECOND, NEVER) / SECOND;
    }

    @Test
    void expectsAnEndSoonOfRunsOfWhichNothingIsKnown() {
        // Half of an end in each group: half of the runs have ended after 1.4 groups, each of which is 9 % longer.
        assertThat(seconds(0.5, 10)).isBetween(11.0, 12.0);
        assertThat(seconds(0.5, 100)).isBetween(110.0, 120.0);
        assertThat(forecast.ageAt(0.5, 0, NEVER)).isBetween(1e6, 2e6);
    }

    @Test
    void learnsFromEnds() {
        Random random = new Random(1);
        for (int n = 0; n < 10_000; n++) {
            ran(20 + 70 * random.nextDouble());
        }

        assertThat(seconds(0.1, 0)).isCloseTo(27, within(1.5));
        assertThat(seconds(0.5, 0)).isCloseTo(55, within(1.5));
        assertThat(seconds(0.9, 0)).isCloseTo(83, within(1.5));
        // Of those that have not ended after 55 seconds, half end in the first half of the rest.
        assertThat(seconds(0.5, 55)).isCloseTo(72.5, within(1.5));
    }

    @Test
    void runsThatAreOpenCountAsWell() {
        for (int n = 0; n < 100; n++) {
            ran(10);
        }
        double misled = seconds(0.5, 0);
        forecast.survived(900, 0, 30 * SECOND);

        assertThat(misled).isLessThan(11);
        assertThat(seconds(0.05, 0)).isLessThan(11);
        assertThat(seconds(0.5, 0)).isGreaterThan(30);
    }

    @Test
    void countsThePartsOfGroupsThatRunsHavePassed() {
        // One group, from 9.75 to 10.6 seconds.
        forecast.survived(1000, 9.8 * SECOND, 10.3 * SECOND);
        for (int n = 0; n < 250; n++) {
            forecast.ended(10 * SECOND);
        }

        // 250 ends in 500 seconds.
        assertThat(forecast.ageAt(1 - Math.exp(-0.1), 9.85 * SECOND, NEVER) / SECOND)
                .isCloseTo(10.05, within(0.001));
    }

    @Test
    void addsUpTheGroupsOnTheWay() {
        forecast.survived(1_000_000, 0, 100 * SECOND);

        // From there on, half of an end in each group.
        assertThat(seconds(1 - Math.exp(-0.5), 5)).isBetween(100.0, 112.0);
        assertThat(seconds(1 - Math.exp(-0.5), 0)).isBetween(100.0, 112.0);
    }

    @Test
    void earlierKnowledgeIsRefined() {
        forecast.survived(3, 4 * SECOND, 5 * SECOND);
        double before = seconds(0.5, 4);
        forecast.survived(3, 4 * SECOND, 5 * SECOND);

        assertThat(seconds(0.5, 4)).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 1000, Double.POSITIVE_INFINITY})
    void allOfTheRunsAreNeverExpectedToHaveEnded(double share) {
        assertThat(forecast.ageAt(share, 3, 70)).isEqualTo(70);
    }

    @Test
    void theResultIsBounded() {
        assertThat(forecast.ageAt(0.5, 10 * SECOND, 10.5 * SECOND)).isEqualTo(10.5 * SECOND);
        assertThat(forecast.ageAt(0.5, 10 * SECOND, 10 * SECOND)).isEqualTo(10 * SECOND);
        assertThat(forecast.ageAt(1e-9, 10 * SECOND, 10.5 * SECOND)).isCloseTo(10 * SECOND, within(1e6));
    }

    @Test
    void agesThatAreLongOrShort() {
        double year = Duration.ofDays(365).toNanos();
        forecast.survived(10, year, 2 * year);
        forecast.ended(year);
        forecast.ended(-1);
        forecast.survived(5, 0, 10);

        assertThat(forecast.ageAt(0.9, year, NEVER)).isGreaterThan(year).isLessThan(100 * year);
        assertThat(forecast.ageAt(0.9, 0, NEVER)).isPositive().isLessThan(1e7);
    }

    @Test
    void nothingIsLearntFromNothing() {
        double before = seconds(0.5, 4);
        forecast.survived(0, 4 * SECOND, 5 * SECOND);
        forecast.survived(-1, 4 * SECOND, 5 * SECOND);
        forecast.survived(1, 5 * SECOND, 5 * SECOND);
        forecast.survived(1, 5 * SECOND, 4 * SECOND);

        assertThat(seconds(0.5, 4)).isEqualTo(before);
    }
}
