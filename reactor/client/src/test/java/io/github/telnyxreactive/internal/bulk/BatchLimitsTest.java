package io.github.telnyxreactive.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Await;
import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchOptionsBuilder;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.SimulatorBuilder;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Batches keep their own limits, and those of the client and the service. */
class BatchLimitsTest {

    private static final int TESTS = 300;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** The time of the client and of the service, where a test says so. */
    private final ManualTime time = new ManualTime();

    private Instant now() {
        return START.plus(time.elapsed());
    }

    private static SimulatorBuilder quickRuns() {
        return Simulator.builder().runDuration(Duration.ofMillis(200), Duration.ofMillis(600));
    }

    private static BatchOptionsBuilder options() {
        return BatchOptions.builder()
                .polling(new PollingSchedule(Duration.ofMillis(100), Duration.ofMillis(400), 1.5, 0.2));
    }

    private static Mono<BatchEvent> batch(
            Simulator simulator, TelnyxClient client, BatchOptions options, TotalsCollector totals) {
        List<AssistantTest> tests = simulator.addSuite("checkout", TESTS);
        return client.ai()
                .assistants()
                .tests()
                .batch(options)
                .run(Flux.fromIterable(tests).map(test -> BatchItem.test(test.testId())), totals)
                .last();
    }

    /** Lets time pass until the batch has ended, but not while a request is on its way. */
    private void complete(
            CompletableFuture<BatchEvent> batch, Simulator simulator, TelnyxClient client, TotalsCollector totals) {
        while (!batch.isDone()) {
            Await.until(() -> batch.isDone()
                    || totals.requests().total() == simulator.requestCount()
                            && client.pool().acquired() == 0);
            time.advanceMillis(10);
        }
        batch.join();
        assertComplete(simulator, totals);
    }

    private static void assertComplete(Simulator simulator, TotalsCollector totals) {
        assertThat(totals.totals().overall().finished()).isEqualTo(TESTS);
        assertThat(simulator.runs()).hasSize(TESTS);
    }

    private static long rejected(Simulator simulator) {
        return simulator.requests().stream()
                .map(RecordedRequest::status)
                .filter(status -> Objects.equals(status, 429))
                .count();
    }

    @Test
    void keepsTheRateLimitOfTheBatch() {
        TotalsCollector totals = new TotalsCollector();
        BatchOptions limited =
                options().rateLimit(RateLimit.perSecond(200).withBurst(20)).build();
        try (Simulator simulator = quickRuns().clock(this::now).start();
                TelnyxClient client = Clients.of(simulator).scheduler(time).build()) {
            CompletableFuture<BatchEvent> batch =
                    batch(simulator, client, limited, totals).toFuture();

            // As long as there is work, there is a request for each 5 ms, be it a trigger or a poll.
            for (int allowed = 20; allowed < TESTS; allowed++) {
                int requests = allowed;
                Await.until(() -> simulator.requestCount() >= requests);
                assertThat(simulator.requestCount()).isEqualTo(requests);
                time.advanceMillis(5);
            }
            complete(batch, simulator, client, totals);
        }
    }

    @Test
    void keepsTheRateLimitOfTheServiceWithoutRejections() {
        TotalsCollector totals = new TotalsCollector();
        try (Simulator simulator = quickRuns()
                        .clock(this::now)
                        .rateLimit(150, Duration.ofSeconds(1))
                        .start();
                TelnyxClient client = Clients.of(simulator)
                        .retry(RetryPolicy.defaults())
                        .scheduler(time)
                        .build()) {
            CompletableFuture<BatchEvent> batch =
                    batch(simulator, client, options().build(), totals).toFuture();
            complete(batch, simulator, client, totals);

            assertThat(totals.requests().total()).isEqualTo(simulator.requestCount());
            assertThat(totals.requests().rejections()).isEqualTo(rejected(simulator));
            assertThat(rejected(simulator)).isLessThan(simulator.requestCount() / 100);
        }
    }

    @Test
    void keepsTheLimitOfRequestsInFlight() {
        TotalsCollector totals = new TotalsCollector();
        BatchOptions limited = options().maxConcurrentRequests(5).build();
        try (Simulator simulator = quickRuns().start();
                TelnyxClient client = Clients.of(simulator).build()) {
            batch(simulator, client, limited, totals).block();

            assertComplete(simulator, totals);
            // HTTP/1.1 needs a connection for each request in flight, and the next may begin before one is given back.
            assertThat(simulator.connectionCount()).isBetween(2, 10);
        }
    }
}
