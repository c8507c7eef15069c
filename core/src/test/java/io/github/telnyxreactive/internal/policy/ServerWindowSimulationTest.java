package io.github.telnyxreactive.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.internal.policy.FixedWindowSimulation.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A service that counts in fixed windows is kept busy and rejects hardly any request. Unless stated otherwise, 50
 * requests are in flight, 100 are allowed per second, and the latency of each direction is 5 to 60 ms, so that requests
 * and responses overtake each other.
 */
class ServerWindowSimulationTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long SECOND = 1_000_000_000;

    static Stream<Arguments> services() {
        return Stream.of(
                row("exact reset", 0.01, 0.95, MINUTE, s -> s),
                row("reset in whole seconds", 0.01, 0.9, MINUTE, s -> s.reset(ServerWindowSimulationTest::roundedUp)),
                row("fast network", 0.01, 0.95, MINUTE, s -> s.oneWay(Duration.ofMillis(1), Duration.ofMillis(5))),
                row("slow network", 0.01, 0.9, MINUTE, s -> s.oneWay(Duration.ofMillis(5), Duration.ofMillis(200))),
                row("few in flight", 0.01, 0.95, MINUTE, s -> s.concurrency(10)),
                row("nearly the limit in flight", 0.01, 0.95, MINUTE, s -> s.concurrency(90)),
                row("lost responses", 0.01, 0.9, MINUTE, s -> s.lost(0.05)),
                row("no pause after a rejection", 0.01, 0.95, MINUTE, FixedWindowSimulation::withoutPauses),
                row(
                        "long window",
                        0.01,
                        0.9,
                        Duration.ofMinutes(5),
                        s -> s.window(Duration.ofSeconds(10), 100).reset(ServerWindowSimulationTest::roundedUp)),
                row(
                        "very long window",
                        0.01,
                        0.9,
                        Duration.ofMinutes(20),
                        s -> s.window(MINUTE, 1000).reset(ServerWindowSimulationTest::roundedUp)),
                // Requests that others send in the meantime cannot be known.
                row("limit shared with others", 0.03, 0.7, MINUTE, s -> s.others(40)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void usesTheLimitAndHardlyEverExceedsIt(
            String name,
            double rejectedAtMost,
            double throughputAtLeast,
            Duration duration,
            UnaryOperator<FixedWindowSimulation> service) {
        for (Result result : results(duration, service)) {
            assertThat(result.rejectedShare()).as("share of 429 in %s", result).isLessThan(rejectedAtMost);
            assertThat(result.throughput())
                    .as("used fraction of the limit in %s", result)
                    .isGreaterThan(throughputAtLeast);
        }
    }

    @Test
    void moreInFlightThanTheLimitExceedsItOnlyOnce() {
        for (Result result : results(MINUTE, s -> s.concurrency(200))) {
            assertThat(result.rejected()).as("%s", result).isLessThanOrEqualTo(110);
            assertThat(result.throughput()).as("%s", result).isGreaterThan(0.9);
        }
    }

    @Test
    void sameSeedGivesTheSameResult() {
        assertThat(new FixedWindowSimulation(3, 0.5).run(MINUTE))
                .isEqualTo(new FixedWindowSimulation(3, 0.5).run(MINUTE));
    }

    /** Runs ten seeds, each started at ten different offsets into the service's window. */
    private static List<Result> results(Duration duration, UnaryOperator<FixedWindowSimulation> service) {
        List<Result> results = new ArrayList<>();
        for (int seed = 0; seed < 10; seed++) {
            for (int tenth = 0; tenth < 10; tenth++) {
                results.add(service.apply(new FixedWindowSimulation(seed, tenth / 10.0))
                        .run(duration));
            }
        }
        return results;
    }

    private static Arguments row(
            String name,
            double rejectedAtMost,
            double throughputAtLeast,
            Duration duration,
            UnaryOperator<FixedWindowSimulation> service) {
        return Arguments.of(name, rejectedAtMost, throughputAtLeast, duration, service);
    }

    private static long roundedUp(long nanos) {
        return (nanos + SECOND - 1) / SECOND * SECOND;
    }
}
