package io.github.telnyxreactive.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class RateTimingTest {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final ManualTime time = new ManualTime();
    private final List<Long> passed = new ArrayList<>();

    /** The rate, the burst, and the times in milliseconds at which waiters that all subscribe at once are admitted. */
    static Stream<Arguments> instants() {
        return Stream.of(
                Arguments.of(10.0, 1, List.of(0L, 100L, 200L, 300L, 400L)),
                Arguments.of(10.0, 3, List.of(0L, 0L, 0L, 100L, 200L)),
                Arguments.of(10.0, 5, List.of(0L, 0L, 0L, 0L, 0L)),
                Arguments.of(2.5, 2, List.of(0L, 0L, 400L, 800L, 1200L)),
                Arguments.of(0.1, 1, List.of(0L, 10_000L, 20_000L, 30_000L, 40_000L)),
                Arguments.of(1000.0, 1, List.of(0L, 1L, 2L, 3L, 4L)));
    }

    @ParameterizedTest
    @MethodSource("instants")
    void admitsWaitersAtExactlyTheRateAfterTheBurst(double rate, int burst, List<Long> instants) {
        PermitQueue limiter = limiter(rate, burst);
        for (int i = 0; i < instants.size(); i++) {
            subscribe(limiter);
        }
        time.advance(Duration.ofMinutes(2));

        assertThat(passed).isEqualTo(instants);
        assertThat(time.liveTimers()).isZero();
        assertThat(limiter.waiting()).isZero();
    }

    @Test
    void admitsNoWaiterEarly() {
        PermitQueue limiter = limiter(10, 1);
        subscribe(limiter);
        subscribe(limiter);

        time.advance(Duration.ofMillis(100).minusNanos(1));
        assertThat(passed).hasSize(1);
        assertThat(limiter.waiting()).isEqualTo(1);
        time.advance(Duration.ofNanos(1));
        assertThat(passed).hasSize(2);
        assertThat(limiter.waiting()).isZero();
    }

    @Test
    void accumulatesAtMostOneBurstWhileIdle() {
        PermitQueue limiter = limiter(10, 3);
        subscribe(limiter);
        time.advance(Duration.ofHours(1));
        passed.clear();
        for (int i = 0; i < 5; i++) {
            subscribe(limiter);
        }
        time.advance(Duration.ofSeconds(1));

        long hour = 3_600_000;
        assertThat(passed).containsExactly(hour, hour, hour, hour + 100, hour + 200);
    }

    @Test
    void accumulatesPermitsInProportionToTheIdleTime() {
        PermitQueue limiter = limiter(10, 3);
        for (int i = 0; i < 3; i++) {
            subscribe(limiter);
        }
        time.advanceMillis(150);
        passed.clear();
        for (int i = 0; i < 3; i++) {
            subscribe(limiter);
        }
        time.advance(Duration.ofSeconds(1));

        assertThat(passed).containsExactly(150L, 200L, 300L);
    }

    @Test
    void usesOneTimerForTheWholeQueue() {
        PermitQueue limiter = limiter(10, 1);
        for (int i = 0; i < 1001; i++) {
            subscribe(limiter);
        }
        assertThat(limiter.waiting()).isEqualTo(1000);
        assertThat(time.liveTimers()).isEqualTo(1);
        time.advance(Duration.ofSeconds(50));

        assertThat(limiter.waiting()).isEqualTo(500);
        assertThat(time.liveTimers()).isEqualTo(1);
        assertThat(time.waits()).hasSizeLessThanOrEqualTo(501);
    }

    @Test
    void needsNoTimerWithoutWaiters() {
        PermitQueue limiter = limiter(10, 5);
        for (int i = 0; i < 5; i++) {
            subscribe(limiter);
        }

        assertThat(time.waits()).isEmpty();
    }

    @Test
    void admitsAllCallsAtOnceWithoutALimit() {
        PermitQueue limiter = PermitQueue.rate(RateLimit.unlimited(), LONGEST_PAUSE, time);
        for (int i = 0; i < 1000; i++) {
            subscribe(limiter);
        }

        assertThat(passed).hasSize(1000).containsOnly(0L);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void losesAtMostOneIntervalWhenTheClockGoesBack() {
        PermitQueue limiter = limiter(10, 1);
        subscribe(limiter);
        time.shiftClock(Duration.ofDays(-1));
        subscribe(limiter);
        subscribe(limiter);
        time.advanceMillis(300);

        assertThat(passed).hasSize(3);
        assertThat(passed.get(1)).isLessThanOrEqualTo(200);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void doesNotStallWhenTheClockGoesBackWhileWaiting() {
        PermitQueue limiter = limiter(10, 1);
        subscribe(limiter);
        subscribe(limiter);
        time.advanceMillis(50);
        time.shiftClock(Duration.ofHours(-5));
        time.advanceMillis(50);
        time.advanceMillis(100);
        subscribe(limiter);
        time.advanceMillis(100);

        assertThat(passed).containsExactly(0L, 200L, 300L);
    }

    @Test
    void doesNotExceedTheLongestPauseWhenTheClockGoesBack() {
        PermitQueue limiter = limiter(10, 1);
        pause(limiter, Duration.ofSeconds(5));
        subscribe(limiter);
        time.shiftClock(Duration.ofDays(-1));
        time.advance(LONGEST_PAUSE);

        assertThat(passed).hasSize(1);
    }

    @Test
    void admitsAtMostABurstWhenTheClockGoesForward() {
        PermitQueue limiter = limiter(10, 2);
        for (int i = 0; i < 6; i++) {
            subscribe(limiter);
        }
        time.shiftClock(Duration.ofDays(1));
        time.advanceMillis(100);

        assertThat(passed).containsExactly(0L, 0L, 100L, 100L);
    }

    @Test
    void leavesNoTimerWhenCancelledAfterTheClockWentForward() {
        PermitQueue limiter = limiter(10, 1);
        subscribe(limiter);
        Disposable waiter = limiter.limit(Mono.empty()).subscribe();
        time.shiftClock(Duration.ofDays(1));
        waiter.dispose();

        assertThat(time.liveTimers()).isZero();
    }

    private PermitQueue limiter(double rate, int burst) {
        return PermitQueue.rate(new RateLimit(rate, burst, 10_000), LONGEST_PAUSE, time);
    }

    private void subscribe(PermitQueue limiter) {
        limiter.limit(Mono.fromRunnable(() -> passed.add(time.elapsedMillis()))).subscribe();
    }

    private static void pause(PermitQueue limiter, Duration wait) {
        PermitQueue.limit(limiter.acquire(), permit -> {
                    permit.pause(wait);
                    return Mono.empty();
                })
                .subscribe();
    }
}
