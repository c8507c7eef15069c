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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** Batches against the simulator: every run has one outcome, whatever fails. */
class TestBatchTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);
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

    private final List<AssistantTest> tests = new ArrayList<>();

    private Simulator simulator(SimulatorBuilder builder) {
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
                .polling(new PollingSchedule(Duration.ofMillis(50), Duration.ofMillis(200), 1.5, 0.2))
                .itemDeadline(LIMIT);
    }

    private static Flux<BatchItem> suites() {
        return Flux.range(0, SUITES).map(suite -> BatchItem.suite("suite-" + suite));
    }

    private Flux<BatchItem> singleTests() {
        return Flux.fromIterable(tests).map(test -> BatchItem.test(test.testId()));
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
        try (Simulator simulator = simulator(quickRuns());
                TelnyxClient client = Clients.of(simulator).build()) {
            TotalsCollector totals = new TotalsCollector();
            List<BatchEvent> events = client.ai()
                    .assistants()
                    .tests()
                    .batch(options().build())
                    .run(suites(), totals)
                    .collectList()
                    .block(LIMIT);

            assertComplete(simulator, events);
            assertThat(totals.totals().overall().finished()).isEqualTo(SUITES * TESTS);
            assertThat(totals.requests().total()).isEqualTo(simulator.requestCount());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void faultsLoseAndDoubleNothing(long seed) {
        try (Simulator simulator = simulator(quickRuns().seed(seed));
                TelnyxClient client = Clients.of(simulator)
                        .responseTimeout(Duration.ofMillis(500))
                        .build()) {
            FAULTS.forEach(fault -> simulator.inject(FaultRule.parse("*:" + fault + ":probability=0.0275")));
            TotalsCollector totals = new TotalsCollector();
            Flux<BatchItem> work = seed % 2 == 0 ? suites() : singleTests();

            List<BatchEvent> events = client.ai()
                    .assistants()
                    .tests()
                    .batch(options().build())
                    .run(work, totals)
                    .collectList()
                    .block(LIMIT);

            assertComplete(simulator, events);
        }
    }
}
