package io.github.telnyxreactive.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent.Finished;
import io.github.telnyxreactive.bulk.BatchEvent.TriggerFailed;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.SimulatorBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Batches against the simulator: every run has one outcome, whatever fails. */
class TestBatchTest {

    private static final int SUITES = 8;
    private static final int TESTS = 10;

    /** Together they affect one request in five. */
    private static final List<String> FAULTS = List.of(
            "reset-before",
            "reset-after",
            "internal-server-error",
            "bad-gateway",
            "service-unavailable",
            "too-many-requests",
            "truncated-body",
            "silence");

    private static Simulator simulator(SimulatorBuilder builder, List<AssistantTest> tests) {
        Simulator simulator = builder.start();
        for (int suite = 0; suite < SUITES; suite++) {
            tests.addAll(simulator.addSuite("suite-" + suite, TESTS));
        }
        return simulator;
    }

    private static SimulatorBuilder quickRuns() {
        return Simulator.builder().runDuration(Duration.ofMillis(200), Duration.ofMillis(800));
    }

    private static BatchOptionsBuilder options() {
        return BatchOptions.builder()
                .maxLag(Duration.ofSeconds(1))
                .polling(new PollingSchedule(Duration.ofMillis(50), Duration.ofMillis(200), 1.5, 0.2))
                .itemDeadline(Duration.ofMinutes(10));
    }

    private static Flux<BatchItem> suites() {
        return Flux.range(0, SUITES).map(suite -> BatchItem.suite("suite-" + suite));
    }

    private static void assertComplete(Simulator simulator, List<BatchEvent> events) {
        List<TestRun> finished = events.stream()
                .filter(Finished.class::isInstance)
                .map(event -> ((Finished) event).run())
                .toList();
        assertThat(events).noneMatch(BatchEvent.Abandoned.class::isInstance).noneMatch(TriggerFailed.class::isInstance);
        assertThat(finished)
                .hasSize(SUITES * TESTS)
                .allMatch(run -> run.status().isTerminal());
        Set<String> created = simulator.runs().stream().map(TestRun::runId).collect(Collectors.toSet());
        assertThat(finished).extracting(TestRun::runId).containsExactlyInAnyOrderElementsOf(created);
    }

    @Test
    void runsSuitesToTheirEnd() {
        try (Simulator simulator = simulator(quickRuns(), new ArrayList<>());
                TelnyxClient client = Clients.of(simulator).build()) {
            TotalsCollector totals = new TotalsCollector();
            List<BatchEvent> events = client.ai()
                    .assistants()
                    .tests()
                    .batch(options().build())
                    .run(suites(), totals)
                    .collectList()
                    .block();

            assertComplete(simulator, events);
            assertThat(totals.totals().overall().finished()).isEqualTo(SUITES * TESTS);
            assertThat(totals.requests().total()).isEqualTo(simulator.requestCount());
        }
    }

    /** All at once, as most of the time is spent waiting for runs and for what the faults swallow. */
    @Test
    void faultsLoseAndDoubleNothing() {
        List<FaultyBatch> batches =
                LongStream.rangeClosed(1, 20).mapToObj(FaultyBatch::new).toList();
        try {
            Flux.fromIterable(batches).flatMap(FaultyBatch::run, batches.size()).blockLast();
        } finally {
            batches.forEach(FaultyBatch::close);
        }
    }

    /** A batch of suites or of single tests, depending on the seed, and a service of its own with faults. */
    private static final class FaultyBatch implements AutoCloseable {

        private final long seed;
        private final List<AssistantTest> tests = new ArrayList<>();
        private final Simulator simulator;
        private final TelnyxClient client;

        FaultyBatch(long seed) {
            this.seed = seed;
            simulator = simulator(quickRuns().seed(seed), tests);
            FAULTS.forEach(fault -> simulator.inject(FaultRule.parse("*:" + fault + ":probability=0.0275")));
            client =
                    Clients.of(simulator).responseTimeout(Duration.ofSeconds(1)).build();
        }

        Mono<List<BatchEvent>> run() {
            Flux<BatchItem> work =
                    seed % 2 == 0 ? suites() : Flux.fromIterable(tests).map(test -> BatchItem.test(test.testId()));
            return client.ai()
                    .assistants()
                    .tests()
                    .batch(options().build())
                    .run(work, new TotalsCollector())
                    .collectList()
                    .doOnNext(events -> assertComplete(simulator, events))
                    .onErrorMap(e -> new AssertionError("seed " + seed + ": " + e.getMessage(), e));
        }

        @Override
        public void close() {
            client.close();
            simulator.close();
        }
    }
}
