package io.github.telnyxreactive.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class JitteredRetryTimingTest {

    private static final double JUST_BELOW_ONE = Math.nextDown(1.0);
    private static final Duration CEILING = Duration.ofMillis(100);
    private static final RetryPolicy POLICY =
            new RetryPolicy(6, new Backoff(CEILING, Duration.ofSeconds(1)), Duration.ofSeconds(60));

    private final ManualTime time = new ManualTime();

    static Stream<Arguments> instants() {
        return Stream.of(
                Arguments.of(0.0, List.of(0L, 0L, 0L, 0L, 0L, 0L)),
                Arguments.of(0.5, millis(0, 50, 150, 350, 750, 1250)),
                Arguments.of(
                        JUST_BELOW_ONE,
                        List.of(0L, 99_999_999L, 299_999_998L, 699_999_997L, 1_499_999_996L, 2_499_999_995L)));
    }

    private static List<Long> millis(long... values) {
        List<Long> nanos = new ArrayList<>();
        for (long value : values) {
            nanos.add(value * 1_000_000);
        }
        return nanos;
    }

    @ParameterizedTest
    @MethodSource("instants")
    void retriesAMonoAfterExactlyTheDrawnWaits(double random, List<Long> nanos) {
        List<Long> attempts = new ArrayList<>();
        Mono.defer(() -> attempt(attempts)).retryWhen(retry(POLICY, random)).subscribe(value -> {}, error -> {});
        time.advance(Duration.ofMinutes(1));

        assertThat(attempts).isEqualTo(nanos);
    }

    @ParameterizedTest
    @MethodSource("instants")
    void retriesAFluxAfterExactlyTheDrawnWaits(double random, List<Long> nanos) {
        List<Long> attempts = new ArrayList<>();
        Flux.defer(() -> attempt(attempts)).retryWhen(retry(POLICY, random)).subscribe(value -> {}, error -> {});
        time.advance(Duration.ofMinutes(1));

        assertThat(attempts).isEqualTo(nanos);
    }

    @Test
    void doesNotRetryEarly() {
        List<Long> attempts = new ArrayList<>();
        Mono.defer(() -> attempt(attempts)).retryWhen(retry(POLICY, 0.5)).subscribe(value -> {}, error -> {});

        time.advance(Duration.ofMillis(50).minusNanos(1));
        assertThat(attempts).hasSize(1);
        time.advance(Duration.ofNanos(1));
        assertThat(attempts).hasSize(2);
    }

    @Test
    void drawsWaitsEvenlyFromZeroToTheCeiling() {
        int draws = 5000;
        Random random = new Random(20261120);
        Mono<Object> source = Mono.error(new IOException())
                .retryWhen(JitteredRetry.of(POLICY.withMaxAttempts(2))
                        .scheduler(time)
                        .random(random::nextDouble));
        for (int i = 0; i < draws; i++) {
            source.subscribe(value -> {}, error -> {});
        }

        int[] tenths = new int[10];
        for (Duration wait : time.waits()) {
            assertThat(wait).isBetween(Duration.ZERO, CEILING.minusNanos(1));
            tenths[(int) (10 * wait.toNanos() / CEILING.toNanos())]++;
        }
        // 500 are expected in each tenth, and 100 are more than four standard deviations.
        for (int tenth : tenths) {
            assertThat(tenth).isBetween(400, 600);
        }
    }

    @Test
    void keepsTheLongestWaitForTheTenThousandthAttempt() {
        int attempts = 10_001;
        Mono.error(new IOException())
                .retryWhen(retry(POLICY.withMaxAttempts(attempts), 0.5))
                .subscribe(value -> {}, error -> {});
        time.advance(Duration.ofDays(1));

        assertThat(time.waits()).hasSize(attempts - 1);
        assertThat(time.waits().subList(4, attempts - 1)).containsOnly(Duration.ofMillis(500));
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void addsTheRequestedWaitToTheBackoff() {
        assertThat(waitAfter(Map.of("retry-after", "3"), 0)).isEqualTo(Duration.ofSeconds(3));
        assertThat(waitAfter(Map.of("retry-after", "3"), 0.5)).isEqualTo(Duration.ofMillis(3050));
        assertThat(waitAfter(Map.of("retry-after-ms", "7"), 0)).isEqualTo(Duration.ofMillis(7));
        assertThat(waitAfter(Map.of("retry-after", "0"), 0.5)).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void capsTheRequestedWait() {
        assertThat(waitAfter(Map.of("retry-after", "60"), 0)).isEqualTo(Duration.ofSeconds(60));
        assertThat(waitAfter(Map.of("retry-after", "61"), 0)).isEqualTo(Duration.ofSeconds(60));
        assertThat(waitAfter(Map.of("retry-after", "999999999999"), 0.5)).isEqualTo(Duration.ofMillis(60_050));
    }

    private Duration waitAfter(Map<String, String> headers, double random) {
        int before = time.waits().size();
        Mono.error(Responses.failure(429, headers))
                .retryWhen(retry(POLICY.withMaxAttempts(2), random))
                .subscribe(value -> {}, error -> {});
        return time.waits().get(before);
    }

    private <T> Mono<T> attempt(List<Long> attempts) {
        attempts.add(time.elapsed().toNanos());
        return Mono.error(new IOException());
    }

    private JitteredRetry retry(RetryPolicy policy, double random) {
        return JitteredRetry.of(policy).scheduler(time).random(() -> random);
    }
}
