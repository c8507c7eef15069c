package io.github.telnyxreactive.examples.batch;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A release check without an account: a simulator, an assistant, and a candidate version of it. */
final class Simulation {

    private static final List<String> SUITES = List.of("checkout", "refunds");
    private static final PollingSchedule POLLING =
            new PollingSchedule(Duration.ofMillis(100), Duration.ofSeconds(1), 1.5, 0.2);

    private Simulation() {}

    /** Runs the check; every test of the simulated suites passes. */
    static int run(PrintStream out) {
        try (Simulator simulator = Simulator.builder()
                        .runDuration(Duration.ofMillis(200), Duration.ofSeconds(2))
                        .outcomes(1, 0, 0)
                        .start();
                TelnyxClient client = client(simulator)) {
            SUITES.forEach(suite -> simulator.addSuite(suite, 10));
            String assistantId = assistant(simulator);
            return new ReleaseCheck(client, out).run(assistantId, candidate(client, assistantId), SUITES);
        }
    }

    static TelnyxClient client(Simulator simulator) {
        return TelnyxClient.builder()
                .baseUrl(simulator.baseUrl())
                .apiKey(simulator.apiKey())
                .polling(POLLING, Duration.ofHours(1))
                .build();
    }

    static String assistant(Simulator simulator) {
        CreateAssistantRequest assistant = CreateAssistantRequest.builder()
                .name("Front desk")
                .instructions("Be kind, and book appointments.")
                .build();
        return simulator.addAssistant(assistant).id();
    }

    /** Creates a version that is not the main one. */
    static String candidate(TelnyxClient client, String assistantId) {
        UpdateAssistantRequestWithPromotion change = UpdateAssistantRequestWithPromotion.builder()
                .greeting(Field.set("Good day!"))
                .promoteToMain(false)
                .build();
        return Objects.requireNonNull(
                client.ai()
                        .assistants()
                        .update(assistantId, change)
                        .mapNotNull(Assistant::versionId)
                        .block(),
                "version_id");
    }
}
