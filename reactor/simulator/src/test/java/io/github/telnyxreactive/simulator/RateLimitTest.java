package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final MutableClock clock = new MutableClock();

    private SimulatorBuilder builder() {
        return Simulator.builder().clock(clock).rateLimit(3, Duration.ofSeconds(10));
    }

    @Test
    void everyResponseReportsTheRemainingLimit() {
        try (Simulator simulator = builder().start()) {
            Caller caller = new Caller(simulator);

            assertLimit(caller.get(TESTS), 200, 2, 10);
            clock.advance(Duration.ofMillis(1500));
            assertLimit(caller.get("/nothing"), 404, 1, 9);
            assertLimit(caller.post(TESTS, "{"), 422, 0, 9);
            HttpResponse<String> beyond = caller.get(TESTS);
            assertLimit(beyond, 429, 0, 9);
            assertThat(Caller.json(beyond).get("errors").get(0).get("code").stringValue())
                    .isEqualTo("10011");
            assertThat(beyond.headers().firstValue("retry-after")).isEmpty();

            clock.advance(Duration.ofMillis(8499));
            assertLimit(caller.get(TESTS), 429, 0, 1);
            clock.advance(Duration.ofMillis(1));
            assertLimit(caller.get(TESTS), 200, 2, 10);
            clock.advance(Duration.ofSeconds(35));
            assertLimit(caller.get(TESTS), 200, 2, 5);
        }
    }

    private static void assertLimit(HttpResponse<String> response, int status, int remaining, int reset) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValueAsLong("x-ratelimit-limit")).hasValue(3);
        assertThat(response.headers().firstValueAsLong("x-ratelimit-remaining")).hasValue(remaining);
        assertThat(response.headers().firstValueAsLong("x-ratelimit-reset")).hasValue(reset);
    }

    @Test
    void rejectionHasRetryAfterIfEnabled() {
        try (Simulator simulator = builder().retryAfterOn429(true).start()) {
            Caller caller = new Caller(simulator);
            IntStream.range(0, 3).forEach(i -> caller.get(TESTS));
            clock.advance(Duration.ofMillis(500));

            HttpResponse<String> beyond = caller.get(TESTS);

            assertThat(beyond.headers().firstValue("retry-after")).contains("10");
            assertThat(beyond.headers().firstValue("retry-after-ms")).contains("9500");
        }
    }

    @Test
    void responsesOfFaultsReportTheLimitToo() {
        try (Simulator simulator = builder().start()) {
            simulator.inject(FaultRule.onAny().inject(Fault.badGateway()));

            assertLimit(new Caller(simulator).get(TESTS), 502, 2, 10);
        }
    }

    @Test
    void noLimitIsReportedByDefault() {
        try (Simulator simulator = Simulator.start()) {
            assertThat(new Caller(simulator).get(TESTS).headers().map().keySet())
                    .noneMatch(name -> name.startsWith("x-ratelimit"));
        }
    }

    @Test
    void limitMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulator.builder().rateLimit(0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulator.builder().rateLimit(1, Duration.ZERO));
    }
}
