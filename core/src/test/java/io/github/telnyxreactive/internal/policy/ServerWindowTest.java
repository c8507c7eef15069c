package io.github.telnyxreactive.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.http.RateLimitHeaders;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerWindowTest {

    private static final long SECOND = 1_000_000_000;

    /** A time of day, as returned by system clocks. */
    private static final long NOW = 1_700_000_000L * SECOND;

    private final ServerWindow window = new ServerWindow(Duration.ofSeconds(60));
    private long requests;

    @Test
    void permitsEverythingWithoutHeaders() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(window.waitNanos(NOW)).isZero();
            long order = sent();
            if (i % 2 == 0) {
                window.learn(new RateLimitHeaders(null, null, null), order, NOW);
                window.ended();
            }
        }
    }

    static RateLimitHeaders[] incomplete() {
        return new RateLimitHeaders[] {
            new RateLimitHeaders(1L, null, null),
            new RateLimitHeaders(1L, 0L, null),
            new RateLimitHeaders(null, 0L, null),
            new RateLimitHeaders(1L, null, Duration.ofSeconds(1)),
            new RateLimitHeaders(null, null, Duration.ofSeconds(1))
        };
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void incompleteHeadersSetNoLimit(RateLimitHeaders headers) {
        window.learn(headers, sent(), NOW);
        window.ended();

        assertThat(window.waitNanos(NOW)).isZero();
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void responseWithIncompleteHeadersUsesOnePermit(RateLimitHeaders headers) {
        respond(2, SECOND);
        window.learn(headers, sent(), NOW);
        window.ended();

        assertThat(permits(NOW)).isEqualTo(1);
    }

    @Test
    void permitsAsManyRequestsAsRemain() {
        respond(3, SECOND);

        assertThat(permits(NOW)).isEqualTo(3);
        assertThat(window.waitNanos(NOW)).isEqualTo(SECOND);
        assertThat(window.waitNanos(NOW + SECOND / 4)).isEqualTo(SECOND * 3 / 4);
        assertThat(window.waitNanos(NOW + SECOND - 1)).isEqualTo(1);
    }

    @Test
    void requestsInFlightCountAgainstTheRemaining() {
        long first = sent();
        for (int i = 0; i < 4; i++) {
            sent();
        }
        learn(first, 10, SECOND, NOW);
        window.ended();

        assertThat(permits(NOW)).isEqualTo(6);
    }

    @Test
    void requestWithoutAResponseStaysCounted() {
        respond(3, SECOND);
        sent();
        window.ended();

        assertThat(permits(NOW)).isEqualTo(2);
    }

    @Test
    void requestsCountedByTheServiceAreNotCountedTwice() {
        long[] orders = new long[10];
        for (int i = 0; i < orders.length; i++) {
            orders[i] = sent();
        }
        // The response to the request counted last arrives first: the service has counted all ten.
        for (int i = orders.length - 1; i >= 0; i--) {
            learn(orders[i], 99 - i, SECOND, NOW);
            window.ended();
        }

        assertThat(permits(NOW)).isEqualTo(90);
    }

    @Test
    void overtakenResponseReturnsNoPermit() {
        long second = 2;
        sent();
        sent();
        // The service counted the second request first, and its response arrived last.
        learn(1, 98, SECOND, NOW);
        window.ended();
        learn(second, 99, SECOND, NOW + 1);
        window.ended();

        assertThat(permits(NOW + 1)).isEqualTo(98);
    }

    @Test
    void newWindowPermitsTheWholeLimit() {
        respond(0, SECOND);

        assertThat(window.waitNanos(NOW)).isEqualTo(SECOND);
        assertThat(window.waitNanos(NOW + SECOND)).isZero();
        assertThat(permits(NOW + SECOND)).isEqualTo(100);
    }

    @Test
    void detectsAWindowThatStartedEarlierThanExpected() {
        respond(5, 10 * SECOND);
        long later = sent();
        learn(later, 99, 10 * SECOND, NOW + SECOND);
        window.ended();

        assertThat(permits(NOW + SECOND)).isEqualTo(99);
    }

    @Test
    void partialFirstWindowDoesNotSetTheLengthOfTheNext() {
        respond(0, SECOND / 10);
        long start = NOW + SECOND / 10;
        assertThat(window.waitNanos(start)).isZero();
        long order = sent();
        learn(order, 99, SECOND, start);
        window.ended();
        assertThat(permits(start)).isEqualTo(99);

        assertThat(window.waitNanos(start + SECOND / 10)).isEqualTo(SECOND * 9 / 10);
        assertThat(window.waitNanos(start + SECOND - 1)).isEqualTo(1);
        assertThat(window.waitNanos(start + SECOND)).isZero();
    }

    @Test
    void lateResponseFromThePreviousWindowDoesNotEndTheCurrentOne() {
        respond(5, SECOND);
        long late = sent();
        long start = NOW + SECOND;
        assertThat(window.waitNanos(start)).isZero();
        long order = sent();
        learn(order, 40, SECOND, start);
        window.ended();
        learn(late, 3, 1_000, start);
        window.ended();

        assertThat(permits(start)).isEqualTo(40);
        assertThat(window.waitNanos(start + SECOND / 2)).isEqualTo(SECOND / 2);
    }

    @Test
    void windowWithoutResponsesLastsAsLongAsThePreviousOne() {
        respond(0, SECOND);
        long start = NOW + SECOND;
        for (int i = 0; i < 100; i++) {
            assertThat(window.waitNanos(start)).isZero();
            sent();
            window.ended();
        }

        assertThat(window.waitNanos(start)).isEqualTo(SECOND);
        assertThat(window.waitNanos(start + SECOND)).isZero();
    }

    @Test
    void withoutALimitHeaderTheHighestObservedCountIsTheLimit() {
        window.learn(new RateLimitHeaders(null, 7L, Duration.ofSeconds(1)), sent(), NOW);
        window.ended();
        window.learn(new RateLimitHeaders(null, 6L, Duration.ofSeconds(1)), sent(), NOW);
        window.ended();

        assertThat(permits(NOW)).isEqualTo(6);
        for (int i = 0; i < 6; i++) {
            window.ended();
        }
        assertThat(permits(NOW + SECOND)).isEqualTo(8);
    }

    @Test
    void limitOfZeroPermitsOneProbeInEachWindow() {
        window.learn(new RateLimitHeaders(0L, 0L, Duration.ofSeconds(1)), sent(), NOW);
        window.ended();

        assertThat(window.waitNanos(NOW)).isEqualTo(SECOND);
        assertThat(permits(NOW + SECOND)).isEqualTo(1);
        assertThat(permits(NOW + 2 * SECOND)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT1M0.000000001S", "PT24H", "PT2562047788015H"})
    void capsTheEndOfTheWindow(Duration reset) {
        window.learn(new RateLimitHeaders(1L, 0L, reset), sent(), NOW);

        assertThat(window.waitNanos(NOW)).isEqualTo(60 * SECOND);
        assertThat(window.waitNanos(NOW + 60 * SECOND)).isZero();
    }

    @Test
    void pauseDelaysEveryRequest() {
        window.pause(Duration.ofSeconds(2), NOW);

        assertThat(window.waitNanos(NOW)).isEqualTo(2 * SECOND);
        assertThat(window.waitNanos(NOW + SECOND)).isEqualTo(SECOND);
        assertThat(window.waitNanos(NOW + 2 * SECOND)).isZero();
        assertThat(window.waitNanos(NOW)).isZero();
    }

    @Test
    void longerOfTwoPausesApplies() {
        window.pause(Duration.ofSeconds(3), NOW);
        window.pause(Duration.ofSeconds(1), NOW);
        assertThat(window.waitNanos(NOW)).isEqualTo(3 * SECOND);
        window.pause(Duration.ofSeconds(3), NOW + SECOND);
        assertThat(window.waitNanos(NOW + SECOND)).isEqualTo(3 * SECOND);
    }

    @Test
    void longerOfPauseAndWindowApplies() {
        respond(0, 2 * SECOND);
        window.pause(Duration.ofSeconds(1), NOW);
        assertThat(window.waitNanos(NOW)).isEqualTo(2 * SECOND);
        window.pause(Duration.ofSeconds(3), NOW);
        assertThat(window.waitNanos(NOW)).isEqualTo(3 * SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT1M0.000000001S", "PT24H", "PT2562047788015H"})
    void capsThePause(Duration wait) {
        window.pause(wait, NOW);

        assertThat(window.waitNanos(NOW)).isEqualTo(60 * SECOND);
    }

    @Test
    void neverWaitsIfTheMaximumWaitIsZero() {
        ServerWindow impatient = new ServerWindow(Duration.ZERO);
        impatient.pause(Duration.ofSeconds(1), NOW);
        impatient.sent(1);
        impatient.learn(new RateLimitHeaders(1L, 0L, Duration.ofSeconds(1)), 1, NOW);

        assertThat(impatient.waitNanos(NOW)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {61 * SECOND, 3600 * SECOND, NOW})
    void clockSetFarBackEndsPauseAndWindow(long back) {
        respond(0, SECOND);
        window.pause(Duration.ofSeconds(2), NOW);

        assertThat(window.waitNanos(NOW - back)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -NOW, -1, 1})
    void acceptsAnyOriginOfTime(long origin) {
        learn(sent(), 0, SECOND, origin);
        window.ended();
        window.pause(Duration.ofSeconds(2), origin);

        assertThat(window.waitNanos(origin)).isEqualTo(2 * SECOND);
        assertThat(window.waitNanos(origin + 2 * SECOND)).isZero();
    }

    /** Records a response with the remaining number of 100, while no other request is in flight. */
    private void respond(long remaining, long resetNanos) {
        learn(sent(), remaining, resetNanos, NOW);
        window.ended();
    }

    private void learn(long order, long remaining, long resetNanos, long now) {
        window.learn(new RateLimitHeaders(100L, remaining, Duration.ofNanos(resetNanos)), order, now);
    }

    private int permits(long now) {
        int permits = 0;
        while (permits < 10_000 && window.waitNanos(now) == 0) {
            sent();
            permits++;
        }
        return permits;
    }

    private long sent() {
        requests++;
        window.sent(requests);
        return requests;
    }
}
