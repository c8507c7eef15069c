package io.github.telnyxreactive.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.policy.RateLimit;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {

    private static final long SECOND = 1_000_000_000;

    /** A time of day, as returned by system clocks. */
    private static final long TODAY = 1_700_000_000L * SECOND;

    static Stream<Arguments> schedules() {
        return Stream.of(
                Arguments.of(10.0, 1, new long[] {0, 100, 200, 300, 400}),
                Arguments.of(10.0, 3, new long[] {0, 0, 0, 100, 200, 300}),
                Arguments.of(1.0, 1, new long[] {0, 1000, 2000}),
                Arguments.of(1.0, 2, new long[] {0, 0, 1000, 2000}),
                Arguments.of(0.5, 1, new long[] {0, 2000, 4000}),
                Arguments.of(1000.0, 5, new long[] {0, 0, 0, 0, 0, 1, 2, 3}),
                Arguments.of(0.001, 2, new long[] {0, 0, 1_000_000, 2_000_000}),
                Arguments.of(2.5, 1, new long[] {0, 400, 800, 1200}));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void permitsTheBurstImmediatelyAndThenTheRate(double rate, int burst, long[] milliseconds) {
        for (long origin : new long[] {0, TODAY, -TODAY, -5 * SECOND}) {
            long[] expected = Arrays.stream(milliseconds)
                    .map(ms -> origin + ms * 1_000_000)
                    .toArray();

            assertThat(schedule(bucket(rate, burst), origin, milliseconds.length))
                    .containsExactly(expected);
        }
    }

    @Test
    void waitIsExactAndTakesNoToken() {
        TokenBucket bucket = bucket(10, 2);
        assertThat(bucket.waitNanos(0)).isZero();
        assertThat(bucket.waitNanos(0)).isZero();
        bucket.take(0);
        assertThat(bucket.waitNanos(0)).isZero();
        bucket.take(0);

        assertThat(bucket.waitNanos(0)).isEqualTo(SECOND / 10);
        assertThat(bucket.waitNanos(SECOND / 40)).isEqualTo(SECOND * 3 / 40);
        assertThat(bucket.waitNanos(SECOND / 10 - 1)).isEqualTo(1);
        assertThat(bucket.waitNanos(SECOND / 10)).isZero();
    }

    @Test
    void idleTimeRefillsTheBucketUpToTheBurst() {
        TokenBucket bucket = bucket(10, 3);
        schedule(bucket, 0, 3);

        assertThat(schedule(bucket, SECOND / 5, 3)).containsExactly(SECOND / 5, SECOND / 5, SECOND * 3 / 10);
        assertThat(schedule(bucket, 1000 * SECOND, 5))
                .containsExactly(
                        1000 * SECOND,
                        1000 * SECOND,
                        1000 * SECOND,
                        1000 * SECOND + SECOND / 10,
                        1000 * SECOND + SECOND / 5);
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of(0.3, 1),
                Arguments.of(1.0, 1),
                Arguments.of(3.0, 1),
                Arguments.of(7.0, 2),
                Arguments.of(33.3, 5),
                Arguments.of(100.0, 10),
                Arguments.of(999.9, 1),
                Arguments.of(12_345.0, 1),
                Arguments.of(70_000.0, 1),
                Arguments.of(70_000.0, 7_000),
                Arguments.of(300_000.0, 1),
                Arguments.of(1_500_000.0, 10));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void permitsAtMostRateAndBurstInAnySecond(double rate, int burst) {
        Random random = new Random(11);
        int permits = (int) Math.max(200, Math.min(3 * rate + burst, 5_000_000));
        TokenBucket bucket = bucket(rate, burst);
        long[] times = new long[permits];
        long now = TODAY;
        for (int i = 0; i < permits; i++) {
            if (i > permits / 2 && random.nextInt(permits) < 20) {
                now += (long) (random.nextDouble() * SECOND / 2);
            }
            now += bucket.waitNanos(now);
            bucket.take(now);
            times[i] = now;
        }

        assertThat((double) mostInASecond(times)).isLessThanOrEqualTo(rate + burst);
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 30, 300, 3_000, 30_000, 300_000})
    void usesTheFullRate(double rate) {
        long[] times = schedule(bucket(rate, 1), 0, (int) rate + 1);

        assertThat(times[times.length - 1]).isBetween(SECOND - SECOND / 1000, SECOND + SECOND / 1000);
    }

    @ParameterizedTest
    @CsvSource({"1e9, 1", "5e8, 2", "6e8, 2", "7e8, 2", "3e8, 4", "0.001, 1000000000000", "1e-9, 1000000000000000000"})
    void roundsTheIntervalUpToWholeNanoseconds(double rate, long interval) {
        TokenBucket bucket = bucket(rate, 1);
        bucket.take(0);

        assertThat(bucket.waitNanos(0)).isEqualTo(interval);
    }

    @Test
    void infiniteRateNeverWaits() {
        TokenBucket bucket = new TokenBucket(RateLimit.unlimited());

        assertThat(schedule(bucket, TODAY, 100_000)).containsOnly(TODAY);
        assertThat(bucket.waitNanos(0)).isZero();
        assertThat(bucket.waitNanos(Long.MAX_VALUE / 2)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.001, 10000000", "0.1, 2147483647", "1e-6, 1000000"})
    void permitsAHugeBurstAtALowRate(double rate, int burst) {
        TokenBucket bucket = bucket(rate, burst);

        assertThat(schedule(bucket, TODAY, 90)).containsOnly(TODAY);
        assertThat(bucket.waitNanos(TODAY + SECOND)).isZero();
    }

    @Test
    void hugeBurstIsExhausted() {
        TokenBucket bucket = bucket(0.001, 50_000);

        assertThat(schedule(bucket, TODAY, 50_000)).containsOnly(TODAY);
        assertThat(bucket.waitNanos(TODAY)).isEqualTo(1000 * SECOND);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, SECOND, 3600 * SECOND, TODAY})
    void clockSetBackDelaysByAtMostOneBurst(long back) {
        TokenBucket bucket = bucket(10, 3);
        schedule(bucket, TODAY, 3);
        long earlier = TODAY - back;

        assertThat(bucket.waitNanos(earlier)).isBetween(0L, 3 * SECOND / 10);
        long[] times = schedule(bucket, earlier, 4);
        assertThat(times[3] - earlier).isBetween(SECOND * 3 / 10, SECOND * 6 / 10);
    }

    @Test
    void clockGoingBackAndForthGrantsNoExtraPermits() {
        TokenBucket bucket = bucket(10, 3);
        schedule(bucket, TODAY, 3);
        int permits = 0;
        for (int i = 0; i < 1000; i++) {
            long now = TODAY + (i % 2) * 1_000_000;
            while (bucket.waitNanos(now) == 0) {
                bucket.take(now);
                permits++;
            }
        }

        assertThat(permits).isZero();
    }

    private static TokenBucket bucket(double rate, int burst) {
        return new TokenBucket(new RateLimit(rate, burst, 0));
    }

    private static long[] schedule(TokenBucket bucket, long start, int permits) {
        long[] now = {start};
        return LongStream.range(0, permits)
                .map(i -> {
                    now[0] += bucket.waitNanos(now[0]);
                    assertThat(bucket.waitNanos(now[0])).isZero();
                    bucket.take(now[0]);
                    return now[0];
                })
                .toArray();
    }

    /** Returns the highest number of permits in any second, which includes its start and excludes its end. */
    private static int mostInASecond(long[] times) {
        int most = 0;
        for (int first = 0, last = 0; last < times.length; last++) {
            while (times[last] - times[first] >= SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
