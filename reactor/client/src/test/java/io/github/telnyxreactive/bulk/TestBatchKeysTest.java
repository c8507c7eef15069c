package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent.Finished;
import io.github.telnyxreactive.bulk.BatchEvent.TriggerFailed;
import io.github.telnyxreactive.bulk.BatchEvent.Triggered;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** How often items are triggered, and with which keys. */
class TestBatchKeysTest {

    private static final String TRIGGER_SUITE = "assistants.tests.testSuites.runs.trigger";
    private static final String TRIGGER_TEST = "assistants.tests.runs.trigger";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofMillis(20), Duration.ofMillis(100))
            .start();
    private final TelnyxClient client = Clients.of(simulator).maxConnections(8).build();
    private final List<AssistantTest> tests = simulator.addSuite("checkout", 5);

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    @Test
    void rejectsMoreRequestsThanConnections() {
        assertThat(batch(options().maxConcurrentRequests(8))).isNotNull();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch(options().maxConcurrentRequests(9)))
                .withMessageContaining("maxConcurrentRequests is 9")
                .withMessageContaining("at most 8 connections");
    }

    @Test
    void repeatingABatchTriggersNothingTwice() {
        Flux<BatchItem> work = Flux.just(
                        BatchItem.suite("checkout"), BatchItem.test(tests.get(0).testId()))
                .map(item -> item.inBatch("nightly"));
        List<String> first = finished(run(work));
        List<String> second = finished(run(work));

        assertThat(first).hasSize(6);
        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
        assertThat(simulator.runs()).hasSize(6);
        assertThat(simulator.requestCount(TRIGGER_SUITE)).isEqualTo(2);
        assertThat(keys(TRIGGER_SUITE)).hasSize(1);
        assertThat(keys(TRIGGER_TEST)).hasSize(1).doesNotContainAnyElementsOf(keys(TRIGGER_SUITE));
    }

    @Test
    void aBatchWithAnotherNameTriggersAgain() {
        Flux<BatchItem> work = Flux.just(BatchItem.suite("checkout"));
        run(work.map(item -> item.inBatch("monday")));
        run(work.map(item -> item.inBatch("tuesday")));

        assertThat(simulator.runs()).hasSize(10);
    }

    @Test
    void itemsWithoutAKeyGetUniqueKeys() {
        List<String> ended = finished(run(Flux.just(BatchItem.suite("checkout"), BatchItem.suite("checkout"))));

        assertThat(ended).hasSize(10).doesNotHaveDuplicates();
        assertThat(keys(TRIGGER_SUITE)).hasSize(2).doesNotContainNull();
    }

    @Test
    void equalItemsOfABatchAreTriggeredOnce() {
        TotalsCollector totals = new TotalsCollector();
        BatchItem item = BatchItem.suite("checkout").inBatch("nightly");
        List<BatchEvent> events = batch(options())
                .run(Flux.just(item, item), totals)
                .collectList()
                .block();

        assertThat(events).filteredOn(Triggered.class::isInstance).hasSize(2);
        assertThat(finished(events)).hasSize(10);
        assertThat(simulator.runs()).hasSize(5);
    }

    @Test
    void allAttemptsSendTheSameKey() {
        simulator.inject(FaultRule.on(TRIGGER_SUITE).times(2).inject(Fault.resetAfterProcessing()));
        simulator.inject(FaultRule.on(TRIGGER_SUITE).times(2).inject(Fault.serviceUnavailable()));
        TotalsCollector totals = new TotalsCollector();
        batch(options()).run(Flux.just(BatchItem.suite("checkout")), totals).blockLast();

        assertThat(simulator.requestCount(TRIGGER_SUITE)).isEqualTo(5);
        assertThat(keys(TRIGGER_SUITE)).hasSize(1).doesNotContainNull();
        assertThat(simulator.runs()).hasSize(5);
        assertThat(totals.requests().retries()).isEqualTo(4);
        assertThat(totals.totals().overall().finished()).isEqualTo(5);
    }

    @Test
    void sendsTheGivenKey() {
        run(Flux.just(BatchItem.suite("checkout").withIdempotencyKey("my-key_1")));

        assertThat(keys(TRIGGER_SUITE)).containsExactly("my-key_1");
    }

    @Test
    void anInvalidKeyFailsOnlyItsItem() {
        List<BatchEvent> events = run(
                Flux.just(BatchItem.suite("checkout").withIdempotencyKey("no spaces"), BatchItem.suite("checkout")));

        assertThat(events).filteredOn(TriggerFailed.class::isInstance).hasSize(1);
        assertThat(finished(events)).hasSize(5);
    }

    @Test
    void anUnknownSuiteFailsOnlyItsItem() {
        List<BatchEvent> events = run(Flux.just(BatchItem.suite("unknown"), BatchItem.suite("checkout")));

        assertThat(events).filteredOn(TriggerFailed.class::isInstance).hasSize(1);
        assertThat(finished(events)).hasSize(5);
    }

    @Test
    void aResponseWithoutARunLeavesItsItemUnknown() {
        simulator.inject(FaultRule.on(TRIGGER_TEST).inject(Fault.status(201, "null", "application/json")));
        List<BatchEvent> events = run(Flux.just(BatchItem.test(tests.get(0).testId())));

        assertThat(events).singleElement().isInstanceOf(BatchEvent.OutcomeUnknown.class);
    }

    private static BatchOptionsBuilder options() {
        return BatchOptions.builder()
                .maxConcurrentRequests(8)
                .maxLag(Duration.ZERO)
                .polling(PollingSchedule.fixed(Duration.ofMillis(20)))
                .itemDeadline(LIMIT);
    }

    private TestBatch batch(BatchOptionsBuilder options) {
        return client.ai().assistants().tests().batch(options.build());
    }

    private List<BatchEvent> run(Flux<BatchItem> work) {
        return Objects.requireNonNull(batch(options()).run(work).collectList().block());
    }

    private static List<String> finished(List<BatchEvent> events) {
        return events.stream()
                .filter(Finished.class::isInstance)
                .map(event -> ((Finished) event).run())
                .map(TestRun::runId)
                .toList();
    }

    /** Returns the distinct keys of the requests to an operation. */
    private List<String> keys(String operation) {
        return simulator.requests(operation).stream()
                .map(request -> request.header("idempotency-key"))
                .distinct()
                .toList();
    }
}
