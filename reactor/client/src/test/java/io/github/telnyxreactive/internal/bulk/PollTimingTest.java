package io.github.telnyxreactive.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.telnyxreactive.bulk.Runs;
import io.github.telnyxreactive.internal.policy.EndForecast;
import io.github.telnyxreactive.internal.runs.News;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollTimingTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long START = -seconds(1000);
    private static final OffsetDateTime CREATED = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    private final EndForecast forecast = new EndForecast();
    private final PollTiming timing = new PollTiming(forecast, LONGEST, START);

    private static long seconds(double seconds) {
        return (long) (seconds * 1e9);
    }

    private static News ended(@Nullable Double took) {
        TestRun run = Runs.run("a", TestRunStatus.PASSED);
        return new News.Ended(
                took == null
                        ? run
                        : run.toBuilder()
                                .createdAt(CREATED)
                                .completedAt(CREATED.plusNanos(seconds(took)))
                                .build());
    }

    /** Teaches that runs take that long. */
    private void learn(double... durations) {
        for (double duration : durations) {
            forecast.survived(1000, 0, duration * 1e9);
            for (int n = 0; n < 1000; n++) {
                forecast.ended(duration * 1e9);
            }
        }
    }

    private double lateAfter(int open) {
        return (timing.lateFrom(open) - START) / 1e9;
    }

    @Test
    void aPollIsLateBeforeTwiceTheLongestDelayHasPassed() {
        learn(300);
        assertThat(lateAfter(5)).isEqualTo(17.5);
        timing.polled(List.of(), 5, START + seconds(7));
        assertThat(lateAfter(5)).isEqualTo(24.5);
    }

    @Test
    void runsOfUnknownAgeSayNothing() {
        PollTiming unknown = new PollTiming(null, LONGEST, START);
        unknown.polled(List.of(ended(3.0)), 5, START + seconds(4));
        assertThat(unknown.lateFrom(5)).isEqualTo(START + seconds(21.5));
        assertThat(unknown.lateFrom(0)).isEqualTo(START + seconds(21.5));
    }

    @Test
    void nothingIsExpectedOfNoRuns() {
        learn(1);
        assertThat(lateAfter(0)).isEqualTo(17.5);
    }

    @Test
    void aPollIsLateAsSoonAsAllRunsHaveProbablyEnded() {
        learn(12);
        assertThat(lateAfter(1)).isCloseTo(12.5, within(0.7));
        assertThat(lateAfter(2)).isCloseTo(12.5, within(0.7));
        timing.polled(List.of(), 1, START + seconds(11));
        assertThat(lateAfter(1)).isCloseTo(12.5, within(0.7));
    }

    @Test
    void aPollIsLateTheLongestDelayAfterAnEnd() {
        learn(4, 1000);
        // One of four ends after four seconds, the others much later.
        assertThat(lateAfter(4)).isCloseTo(14.2, within(0.4));
        assertThat(lateAfter(1)).isEqualTo(17.5);
    }

    @Test
    void othersLearnWhatIsSeen() {
        PollTiming other = new PollTiming(forecast, LONGEST, START);
        for (int n = 0; n < 100; n++) {
            PollTiming first = new PollTiming(forecast, LONGEST, START);
            first.polled(List.of(), 10, START + seconds(4));
            first.polled(Collections.nCopies(10, ended(null)), 0, START + seconds(8));
        }

        assertThat(other.lateFrom(10)).isBetween(START + seconds(6), START + seconds(8));
        assertThat(forecast.ageAt(0.1, 0, 1e12)).isCloseTo(6e9, within(5e8));
    }

    @Test
    void theServiceSaysHowLongRunsTook() {
        assertThat(learntFrom(ended(4.5))).isCloseTo(4.5, within(0.3));
        assertThat(learntFrom(ended(4.0))).isCloseTo(4.0, within(0.3));
        assertThat(learntFrom(ended(8.0))).isCloseTo(8.0, within(0.5));
    }

    @Test
    void timesThatContradictWhatWasSeenAreIgnored() {
        assertThat(learntFrom(ended(3.9))).isCloseTo(6, within(0.4));
        assertThat(learntFrom(ended(8.1))).isCloseTo(6, within(0.4));
        assertThat(learntFrom(ended(-5.0))).isCloseTo(6, within(0.4));
    }

    /** Returns the age at which a tenth of the runs has ended, after ends between four and eight seconds. */
    private static double learntFrom(News end) {
        EndForecast own = new EndForecast();
        for (int n = 0; n < 100; n++) {
            PollTiming one = new PollTiming(own, LONGEST, START);
            one.polled(List.of(), 10, START + seconds(4));
            one.polled(Collections.nCopies(10, end), 0, START + seconds(8));
        }
        return own.ageAt(0.1, 0, 1e12) / 1e9;
    }

    @Test
    void openRunsAreNotExpectedToEndAtAnAgeThatManyHavePassed() {
        for (int n = 0; n < 1000; n++) {
            new PollTiming(forecast, LONGEST, START).polled(List.of(), 10, START + seconds(15));
        }
        assertThat(lateAfter(1)).isBetween(15.0, 18.0);
        assertThat(forecast.ageAt(0.3, 0, 1e12)).isGreaterThan(15e9);
    }

    @Test
    void aPollThatHasFailedIsNotLateAtOnce() {
        learn(3);
        timing.failed(START + seconds(100));
        assertThat(lateAfter(1)).isGreaterThan(100);
        assertThat(forecast.ageAt(0.5, 0, 1e12)).isCloseTo(3e9, within(3e8));
    }

    @Test
    void veryLongDelaysAreFine() {
        PollTiming endless = new PollTiming(null, Duration.ofDays(365_000_000), 0);
        assertThat(endless.lateFrom(1)).isEqualTo(Long.MAX_VALUE);
    }
}
