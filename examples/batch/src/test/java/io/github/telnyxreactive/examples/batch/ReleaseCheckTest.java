package io.github.telnyxreactive.examples.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.SimulatorBuilder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseCheckTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void promotesACandidateThatPassesAllTests() {
        try (Simulator simulator = fastRuns().outcomes(1, 0, 0).start();
                TelnyxClient client = Simulation.client(simulator)) {
            simulator.addSuite("checkout", 5);
            String assistantId = Simulation.assistant(simulator);
            String candidate = Simulation.candidate(client, assistantId);

            int exitCode = new ReleaseCheck(client, out).run(assistantId, candidate, List.of("checkout"));

            assertThat(exitCode).isEqualTo(ReleaseCheck.PASSED);
            assertThat(printed()).contains("PROMOTED", "candidate: 5 of 5 runs finished, 5 passed");
            assertThat(mainVersion(client, assistantId)).isEqualTo(candidate);
            assertThat(simulator.runs()).hasSize(10);
        }
    }

    @Test
    void refusesACandidateWhoseTestsFailAndNamesThem() {
        try (Simulator simulator = fastRuns().outcomes(0, 1, 0).start();
                TelnyxClient client = Simulation.client(simulator)) {
            String testId = simulator.addSuite("checkout", 1).get(0).testId();
            String assistantId = Simulation.assistant(simulator);
            String main = mainVersion(client, assistantId);
            String candidate = Simulation.candidate(client, assistantId);

            int exitCode = new ReleaseCheck(client, out).run(assistantId, candidate, List.of("checkout"));

            assertThat(exitCode).isEqualTo(ReleaseCheck.REFUSED);
            assertThat(printed()).contains("REFUSED", "checkout: test " + testId + " failed");
            assertThat(mainVersion(client, assistantId)).isEqualTo(main);
        }
    }

    @Test
    void decidesNothingIfEvidenceIsMissing() {
        try (Simulator simulator = fastRuns().outcomes(1, 0, 0).start();
                TelnyxClient client = Simulation.client(simulator)) {
            simulator.addSuite("checkout", 1);
            String assistantId = Simulation.assistant(simulator);
            String main = mainVersion(client, assistantId);
            String candidate = Simulation.candidate(client, assistantId);

            int exitCode = new ReleaseCheck(client, out).run(assistantId, candidate, List.of("checkout", "refunds"));

            assertThat(exitCode).isEqualTo(ReleaseCheck.UNDECIDED);
            assertThat(printed()).contains("INCONCLUSIVE", "suite refunds has no tests");
            assertThat(mainVersion(client, assistantId)).isEqualTo(main);
        }
    }

    @Test
    void continuesTheSameRunsWhenItIsRepeated() {
        try (Simulator simulator = fastRuns().outcomes(0, 1, 0).start();
                TelnyxClient client = Simulation.client(simulator)) {
            simulator.addSuite("checkout", 3);
            String assistantId = Simulation.assistant(simulator);
            String candidate = Simulation.candidate(client, assistantId);
            ReleaseCheck check = new ReleaseCheck(client, out);

            check.run(assistantId, candidate, List.of("checkout"));
            check.run(assistantId, candidate, List.of("checkout"));

            assertThat(simulator.runs()).hasSize(6);
        }
    }

    @Test
    void reportsThatThereIsNoDecisionWithoutTheService() {
        Simulator simulator = Simulator.start();
        try (TelnyxClient client = TelnyxClient.builder()
                .baseUrl(simulator.baseUrl())
                .apiKey(simulator.apiKey())
                .retry(RetryPolicy.defaults().withMaxAttempts(1))
                .build()) {
            simulator.close();

            int exitCode = new ReleaseCheck(client, out).run("assistant-1", "version-2", List.of("checkout"));

            assertThat(exitCode).isEqualTo(ReleaseCheck.UNDECIDED);
            assertThat(printed()).startsWith("no decision: ");
        }
    }

    @Test
    void runsInASimulation() {
        assertThat(Simulation.run(out)).isEqualTo(ReleaseCheck.PASSED);
        assertThat(printed()).contains("PROMOTED");
    }

    private static SimulatorBuilder fastRuns() {
        return Simulator.builder().runDuration(Duration.ZERO, Duration.ofMillis(50));
    }

    private static String mainVersion(TelnyxClient client, String assistantId) {
        return String.valueOf(
                client.ai().assistants().retrieve(assistantId).block().versionId());
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
