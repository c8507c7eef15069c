package io.github.telnyxreactive.limit;

import static io.github.telnyxreactive.limit.Responses.limit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.http.RateLimitHeaders;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class RateServerTest {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration RESET = Duration.ofSeconds(10);

    private final ManualTime time = new ManualTime();
    private final PermitQueue limiter = PermitQueue.rate(new RateLimit(1_000_000, 1000, 1000), LONGEST_PAUSE, time);
    private final List<Long> passed = new ArrayList<>();

    @Test
    void delaysAllCallsByAPause() {
        respond(permit -> permit.pause(Duration.ofSeconds(5)));
        subscribe(10);
        time.advance(Duration.ofSeconds(5).minusNanos(1));
        assertThat(passed).isEmpty();
        assertThat(limiter.waiting()).isEqualTo(10);
        time.advance(Duration.ofNanos(1));
        subscribe(1);

        assertThat(passed).hasSize(11).containsOnly(5000L);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void doesNotAddOverlappingPauses() {
        Request first = request();
        Request second = request();
        Request third = request();
        first.permit().pause(Duration.ofSeconds(5));
        time.advance(Duration.ofSeconds(2));
        second.permit().pause(Duration.ofSeconds(4));
        third.permit().pause(Duration.ofSeconds(1));
        subscribe(3);
        time.advance(Duration.ofMinutes(1));

        assertThat(passed).containsExactly(6000L, 6000L, 6000L);
    }

    @Test
    void delaysWaitersByALaterPause() {
        Request inFlight = request();
        respond(permit -> permit.pause(Duration.ofSeconds(1)));
        subscribe(1);
        inFlight.permit().pause(Duration.ofSeconds(3));
        time.advance(Duration.ofSeconds(3).minusNanos(1));
        assertThat(passed).isEmpty();
        time.advance(Duration.ofNanos(1));

        assertThat(passed).containsExactly(3000L);
    }

    @Test
    void capsAPause() {
        respond(permit -> permit.pause(Duration.ofDays(400_000)));
        subscribe(1);
        time.advance(LONGEST_PAUSE.minusNanos(1));
        assertThat(passed).isEmpty();
        time.advance(Duration.ofNanos(1));

        assertThat(passed).containsExactly(60_000L);
    }

    @Test
    void keepsThePauseWhenItsCallIsCancelled() {
        Request request = request();
        request.permit().pause(Duration.ofSeconds(5));
        request.subscription().dispose();
        subscribe(1);
        time.advance(Duration.ofSeconds(5));

        assertThat(passed).containsExactly(5000L);
    }

    @Test
    void waitsForTheResetIfNothingRemainsAndThenAppliesTheLimit() {
        respond(permit -> permit.learn(limit(5, 0, RESET)));
        subscribe(7);
        time.advance(RESET.minusNanos(1));
        assertThat(passed).isEmpty();
        time.advance(Duration.ofMinutes(1));

        assertThat(passed).containsExactly(10_000L, 10_000L, 10_000L, 10_000L, 10_000L, 20_000L, 20_000L);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void admitsAsManyCallsAsRemain() {
        respond(permit -> permit.learn(limit(5, 3, RESET)));
        subscribe(5);
        assertThat(passed).containsExactly(0L, 0L, 0L);
        time.advance(RESET);

        assertThat(passed).containsExactly(0L, 0L, 0L, 10_000L, 10_000L);
    }

    @Test
    void countsRequestsInFlightAgainstTheRemainder() {
        Request first = request();
        Request second = request();
        Request third = request();
        first.permit().learn(limit(5, 4, RESET));
        first.end();
        subscribe(5);

        assertThat(passed).hasSize(2);
        second.end();
        third.end();
        assertThat(passed).hasSize(2);
        time.advance(RESET);
        assertThat(passed).hasSize(5);
    }

    @Test
    void countsACancelledRequestOnce() {
        Request first = request();
        Request second = request();
        first.permit().learn(limit(5, 2, RESET));
        first.end();
        second.subscription().dispose();
        second.subscription().dispose();
        subscribe(3);

        assertThat(passed).hasSize(1);
        time.advance(RESET);
        assertThat(passed).hasSize(3);
    }

    @Test
    void doesNotRaiseTheRemainderForAnOvertakenResponse() {
        Request first = request();
        Request second = request();
        second.permit().learn(limit(5, 0, RESET));
        second.end();
        first.permit().learn(limit(5, 4, RESET));
        first.end();
        subscribe(1);

        assertThat(passed).isEmpty();
        time.advance(RESET);
        assertThat(passed).containsExactly(10_000L);
    }

    @Test
    void startsANewWindowIfALaterResponseHasMoreRemaining() {
        Request first = request();
        first.permit().learn(limit(5, 1, RESET));
        first.end();
        Request second = request();
        second.permit().learn(limit(5, 4, Duration.ofSeconds(30)));
        second.end();
        subscribe(5);

        assertThat(passed).hasSize(4);
        time.advance(Duration.ofSeconds(30));
        assertThat(passed).containsExactly(0L, 0L, 0L, 0L, 30_000L);
    }

    @Test
    void admitsWaitersEarlierIfTheResetIsSooner() {
        Request first = request();
        Request second = request();
        first.permit().learn(limit(5, 0, RESET));
        first.end();
        subscribe(1);
        second.permit().learn(limit(5, 0, Duration.ofSeconds(4)));
        second.end();
        assertThat(time.liveTimers()).isEqualTo(1);
        time.advance(RESET);

        assertThat(passed).containsExactly(4000L);
    }

    @Test
    void capsAResetBeyondTheLongestPause() {
        respond(permit -> permit.learn(limit(5, 0, Duration.ofHours(1))));
        subscribe(1);
        time.advance(LONGEST_PAUSE);

        assertThat(passed).containsExactly(60_000L);
    }

    @Test
    void ignoresMeaninglessHeaders() {
        respond(permit -> permit.learn(new RateLimitHeaders(5L, 0L, null)));
        respond(permit -> permit.learn(new RateLimitHeaders(5L, null, RESET)));
        respond(permit -> permit.learn(new RateLimitHeaders(null, null, null)));
        subscribe(3);

        assertThat(passed).hasSize(3);
    }

    @Test
    void leavesNoTimerWhenAWaiterForTheResetIsCancelled() {
        respond(permit -> permit.learn(limit(5, 0, RESET)));
        Disposable waiter = limiter.limit(pass()).subscribe();
        assertThat(time.liveTimers()).isEqualTo(1);
        waiter.dispose();
        assertThat(time.liveTimers()).isZero();
        time.advance(RESET);

        assertThat(passed).isEmpty();
        subscribe(1);
        assertThat(passed).hasSize(1);
    }

    private void subscribe(int times) {
        for (int i = 0; i < times; i++) {
            limiter.limit(pass()).subscribe();
        }
    }

    private Mono<Object> pass() {
        return Mono.fromRunnable(() -> passed.add(time.elapsedMillis()));
    }

    private void respond(Consumer<Permit> headers) {
        PermitQueue.limit(limiter.acquire(), permit -> Mono.fromRunnable(() -> headers.accept(permit)))
                .subscribe();
    }

    private Request request() {
        List<Permit> permits = new ArrayList<>();
        Sinks.Empty<Object> response = Sinks.empty();
        Disposable subscription = PermitQueue.limit(limiter.acquire(), permit -> {
                    permits.add(permit);
                    return response.asMono();
                })
                .subscribe();
        return new Request(permits.get(0), response, subscription);
    }

    /** A request that was admitted and is in flight. */
    private record Request(Permit permit, Sinks.Empty<Object> response, Disposable subscription) {

        void end() {
            response.tryEmitEmpty().orThrow();
        }
    }
}
