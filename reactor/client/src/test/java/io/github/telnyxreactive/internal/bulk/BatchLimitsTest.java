package io.github.telnyxreactive.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchOptionsBuilder;
import io.github.telnyxreactive.bulk.RequestTotals;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.SimulatorBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Batches keep their own limits, and those of the client and the service. */
class BatchLimitsTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int TESTS = 300;

    private static SimulatorBuilder quickRuns() {
        return Simulator.builder().runDuration(Duration.ofMillis(200), Duration.ofMillis(600));
    }

    private static BatchOptionsBuilder options() {
        return BatchOptions.builder()
                .polling(new PollingSchedule(Duration.ofMillis(100), Duration.ofMillis(400), 1.5, 0.2));
    }

    private static RequestTotals run(Simulator simulator, TelnyxClient client, BatchOptions options) {
        List<AssistantTest> tests = simulator.addSuite("checkout", TESTS);
        TotalsCollector totals = new TotalsCollector();
        client.ai()
                .assistants()
                .tests()
                .batch(options)
                .run(Flux.fromIterable(tests).map(test -> BatchItem.test(test.testId())), totals)
                .blockLast(LIMIT);
        assertThat(totals.totals().overall().finished()).isEqualTo(TESTS);
        assertThat(simulator.runs()).hasSize(TESTS);
        return totals.requests();
    }

    /** Returns the highest number of requests within one second. */
    private static int mostInOneSecond(Simulator simulator) {
        List<Long> times = simulator.requests().stream()
                .map(request -> request.receivedAt().toEpochMilli())
                .sorted()
                .toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (times.get(last) - times.get(first) >= 1000) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private static long rejected(Simulator simulator) {
        return simulator.requests().stream()
                .map(RecordedRequest::status)
                .filter(status -> Objects.equals(status, 429))
                .count();
    }

    @Test
    void keepsTheRateLimitOfTheBatch() {
        try (Simulator simulator = quickRuns().start();
                TelnyxClient client = Clients.of(simulator).build()) {
            run(simulator, client, options().rateLimit(RateLimit.perSecond(200)).build());

            // The limit and its burst are 220; without them there would be more than three times as many. Requests that
            // are sent at an even pace may arrive in a bunch if the machine is busy.
            assertThat(mostInOneSecond(simulator)).isLessThanOrEqualTo(260);
        }
    }

    @Test
    void keepsTheRateLimitOfTheServiceWithoutRejections() {
        try (Simulator simulator =
                        quickRuns().rateLimit(150, Duration.ofSeconds(1)).start();
                TelnyxClient client =
                        Clients.of(simulator).retry(RetryPolicy.defaults()).build()) {
            RequestTotals requests = run(simulator, client, options().build());

            assertThat(requests.total()).isEqualTo(simulator.requestCount());
            assertThat(requests.rejections()).isEqualTo(rejected(simulator));
            assertThat(rejected(simulator)).isLessThan(simulator.requestCount() / 100);
        }
    }

    @Test
    void keepsTheLimitOfRequestsInFlight() {
        try (Simulator simulator = quickRuns().start();
                TelnyxClient client = Clients.of(simulator).build()) {
            run(simulator, client, options().maxConcurrentRequests(5).build());

            // HTTP/1.1 needs a connection for each request in flight.
            assertThat(simulator.connectionCount()).isBetween(2, 6);
        }
    }
}
