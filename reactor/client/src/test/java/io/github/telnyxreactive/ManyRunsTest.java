package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Two thousand runs at once from one client. */
class ManyRunsTest {

    private static final int RUNS = 2_000;
    private static final Duration WAIT = Duration.ofMillis(500);

    @Test
    void finishesAllRunsOnAHandfulOfThreads() {
        try (Simulator simulator = Simulator.builder()
                        .runDuration(WAIT, WAIT.multipliedBy(3))
                        .start();
                TelnyxClient client = Clients.of(simulator)
                        .polling(PollingSchedule.fixed(WAIT), Duration.ofMinutes(10))
                        .build()) {
            List<AssistantTest> tests = simulator.addSuite("checkout", RUNS);
            var runs = client.ai().assistants().tests().runs();
            // Threads that exist already belong to the virtual machine and the simulator, not to the client.
            client.ai().assistants().tests().testSuites().list().blockLast();
            Set<String> before = threadNames();

            List<TestRun> ended = Flux.fromIterable(tests)
                    .flatMap(
                            test -> runs.triggerAndAwait(
                                    test.testId(),
                                    TriggerTestRunRequest.builder().build()),
                            RUNS)
                    .collectList()
                    .block();

            assertThat(ended)
                    .hasSize(RUNS)
                    .allMatch(run -> run.status().isTerminal())
                    .extracting(TestRun::runId)
                    .doesNotHaveDuplicates();
            assertThat(simulator.runs()).hasSize(RUNS);
            assertThat(simulator.requestCount("assistants.tests.runs.trigger")).isEqualTo(RUNS);
            // Polls are one wait apart, so a run is polled at most once for each wait that it takes.
            long scheduled = ended.stream().mapToLong(ManyRunsTest::waits).sum();
            assertThat((long) simulator.requestCount("assistants.tests.runs.retrieve"))
                    .isBetween((long) RUNS, scheduled);
            assertThat(simulator.requestCount())
                    .isEqualTo(1 + RUNS + simulator.requestCount("assistants.tests.runs.retrieve"));
            Set<String> added = threadNames();
            added.removeAll(before);
            int processors = Runtime.getRuntime().availableProcessors();
            assertThat(added).hasSizeLessThanOrEqualTo(Math.max(4, processors) + processors + 2);
        }
    }

    private static long waits(TestRun run) {
        Duration taken = Duration.between(run.createdAt(), Objects.requireNonNull(run.completedAt()));
        return taken.plus(WAIT).minusNanos(1).dividedBy(WAIT);
    }

    private static Set<String> threadNames() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
    }
}
