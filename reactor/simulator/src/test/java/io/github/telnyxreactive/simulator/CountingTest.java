package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The counts of requests and responses, which do not depend on what is recorded. */
class CountingTest {

    private final MutableClock clock = new MutableClock();

    @Test
    void peakRateIsTheHighestOfAnySecond() {
        try (Simulator simulator =
                Simulator.builder().clock(clock).recordedRequests(0).start()) {
            Caller caller = new Caller(simulator);
            assertThat(simulator.peakRequestsPerSecond()).isZero();
            caller.get(TESTS);
            clock.advance(Duration.ofMillis(600));
            caller.get(TESTS);
            caller.get(TESTS);
            clock.advance(Duration.ofMillis(399));
            caller.get(TESTS);
            assertThat(simulator.peakRequestsPerSecond()).isEqualTo(4);

            clock.advance(Duration.ofMillis(1));
            caller.get(TESTS);
            assertThat(simulator.peakRequestsPerSecond())
                    .as("the first request is a second old")
                    .isEqualTo(4);

            clock.advance(Duration.ofSeconds(5));
            caller.get(TESTS);
            assertThat(simulator.peakRequestsPerSecond()).isEqualTo(4);

            simulator.clearRequests();
            caller.get(TESTS);
            assertThat(simulator.peakRequestsPerSecond()).isEqualTo(1);
        }
    }

    @Test
    void requestsAreCountedByOperationAndResponsesByStatus() {
        try (Simulator simulator = Simulator.builder().recordedRequests(0).start()) {
            simulator.inject(FaultRule.on("assistants.tests.list").after(2).inject(Fault.badGateway()));
            Caller caller = new Caller(simulator);
            caller.get(TESTS);
            caller.get(TESTS);
            caller.get(TESTS);
            caller.get(SUITES + "/none/runs");
            caller.get("/nothing");

            assertThat(simulator.requestCounts())
                    .isEqualTo(Map.of("assistants.tests.list", 3, "assistants.tests.testSuites.runs.list", 1));
            assertThat(simulator.responseCount(200) + simulator.responseCount(404))
                    .isEqualTo(4);
            assertThat(simulator.responseCount(200)).isGreaterThanOrEqualTo(2);
            assertThat(simulator.responseCount(502)).isEqualTo(1);
            assertThat(simulator.responseCount(429)).isZero();

            simulator.clearRequests();
            assertThat(simulator.requestCounts()).isEmpty();
            assertThat(simulator.responseCount(200)).isZero();
        }
    }
}
