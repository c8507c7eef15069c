package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An assistant and a suite in a simulator in which all runs pass. */
final class GateScene implements AutoCloseable {

    static final int TESTS = 5;

    final Simulator simulator = Simulator.builder()
            .outcomes(1, 0, 0)
            .runDuration(Duration.ofMillis(20), Duration.ofMillis(80))
            .start();
    final TelnyxClient client = TelnyxClient.builder()
            .apiKey(simulator.apiKey())
            .baseUrl(simulator.baseUrl())
            .build();
    final String assistantId;

    GateScene() {
        simulator.addSuite("checkout", TESTS);
        assistantId = simulator
                .addAssistant(CreateAssistantRequest.builder()
                        .name("Front desk")
                        .instructions("Answer kindly.")
                        .build())
                .id();
    }

    /** Creates a version, and returns its id. */
    String draft(String greeting) {
        UpdateAssistantRequestWithPromotion draft = UpdateAssistantRequestWithPromotion.builder()
                .greeting(Field.set(greeting))
                .promoteToMain(false)
                .build();
        return Objects.requireNonNull(client.ai()
                .assistants()
                .update(assistantId, draft)
                .mapNotNull(Assistant::versionId)
                .block());
    }

    Result gate(String candidate, String... options) {
        return gate(Cli.to(simulator), candidate, options);
    }

    Result gate(Cli cli, String candidate, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("gate", "checkout", "--assistant", assistantId, "--version-id", candidate));
        arguments.addAll(List.of(options));
        return cli.run(arguments.toArray(String[]::new));
    }

    @Override
    public void close() {
        client.close();
        simulator.close();
    }
}
