package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Await;
import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent.Finished;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An outage of the service in the middle of a batch. */
class TestBatchOutageTest {

    private static final int SUITES = 40;
    private static final int TESTS = 5;
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration OUTAGE = Duration.ofMillis(500);

    /**
     * The requests in flight when the outage begins, the reserve of the retry budget, and some probes; without a limiter,
     * retries would be thousands.
     */
    private static final int FEW = 64 + 10 + 50;

    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofMillis(300), Duration.ofMillis(900))
            .start();
    private final TelnyxClient client = Clients.of(simulator).build();
    private final TotalsCollector totals = new TotalsCollector();

    @BeforeEach
    void add() {
        for (int suite = 0; suite < SUITES; suite++) {
            simulator.addSuite("suite-" + suite, TESTS);
        }
    }

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    @Test
    void waitsForAServiceThatCannotBeReached() {
        Mono<List<BatchEvent>> batch = batch();
        simulator.suspend();
        long before = totals.requests().total();
        Mono.delay(OUTAGE).block();
        long sent = totals.requests().total() - before;
        simulator.resume();

        assertComplete(batch);
        assertThat(sent).isLessThan(FEW);
    }

    @Test
    void probesAnUnavailableServiceRarelyUntilItIsBack() {
        Mono<List<BatchEvent>> batch = batch();
        simulator.inject(FaultRule.onAny().inject(Fault.serviceUnavailable()));
        int before = simulator.requestCount();
        Mono.delay(OUTAGE).block();
        Await.until(() -> simulator.requestCount() - before >= 10);
        int received = simulator.requestCount() - before;
        simulator.clearFaults();

        assertComplete(batch);
        assertThat(received).isLessThan(FEW);
    }

    /** Returns a batch of which some suites have been triggered. */
    private Mono<List<BatchEvent>> batch() {
        BatchOptions options = BatchOptions.builder()
                .maxLag(Duration.ofSeconds(1))
                .polling(new PollingSchedule(Duration.ofMillis(50), Duration.ofMillis(200), 1.5, 0.2))
                .maxConcurrentRuns(SUITES * TESTS / 2)
                .itemDeadline(LIMIT)
                .build();
        Flux<BatchItem> work = Flux.range(0, SUITES).map(suite -> BatchItem.suite("suite-" + suite));
        Flux<BatchEvent> events = client.ai()
                .assistants()
                .tests()
                .batch(options)
                .run(work, totals)
                .replay()
                .autoConnect();
        events.take(SUITES / 4).blockLast();
        return events.collectList();
    }

    private void assertComplete(Mono<List<BatchEvent>> batch) {
        List<BatchEvent> events = Objects.requireNonNull(batch.block());
        assertThat(events)
                .noneMatch(BatchEvent.Abandoned.class::isInstance)
                .noneMatch(BatchEvent.TriggerFailed.class::isInstance);
        List<String> finished = events.stream()
                .filter(Finished.class::isInstance)
                .map(event -> ((Finished) event).run().runId())
                .toList();
        assertThat(finished)
                .hasSize(SUITES * TESTS)
                .containsExactlyInAnyOrderElementsOf(
                        simulator.runs().stream().map(TestRun::runId).toList());
        assertThat(totals.totals().overall().open()).isZero();
        assertThat(totals.totals().overall().finished()).isEqualTo(SUITES * TESTS);
    }
}
