package io.github.telnyxreactive.cli.internal.command.simulation;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.Service.Limits;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.simulator.Simulator;
import java.util.List;
import java.util.Objects;

/** The options that run the gate for a generated assistant in a simulator. */
public final class GateSimulation extends SimulationOptions {

    /**
     * Starts a simulator that has an assistant with a main version and a candidate.
     *
     * @param suites the names of the suites
     * @param environment the environment
     * @param limits the limits of the client
     * @return the client, its simulator and the assistant
     * @throws IllegalArgumentException if the simulator rejects a suite or a setting
     */
    public Scene start(List<String> suites, Environment environment, Limits limits) {
        Simulator simulator =
                builder(environment).outcomes(firstVersion(), 1, 0, 0).start();
        Service service = Service.simulated(simulator, polling(), outage(simulator), limits);
        try {
            String assistantId = simulator.addAssistant(assistant()).id();
            String version = draft(service.client(), assistantId);
            furnish(simulator, suites);
            return new Scene(service, assistantId, version);
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    /** Returns the id of the first version. Ids follow from the seed, so it can be taken from another simulator. */
    private String firstVersion() {
        try (Simulator other = Simulator.builder().seed(seed()).start()) {
            return Objects.requireNonNull(other.addAssistant(assistant()).versionId(), "version_id");
        }
    }

    private static CreateAssistantRequest assistant() {
        return CreateAssistantRequest.builder()
                .name("Simulated assistant")
                .instructions("Answer kindly.")
                .build();
    }

    private static String draft(TelnyxClient client, String assistantId) {
        UpdateAssistantRequestWithPromotion draft = UpdateAssistantRequestWithPromotion.builder()
                .greeting(Field.set("Hello!"))
                .promoteToMain(false)
                .build();
        return Objects.requireNonNull(
                client.ai()
                        .assistants()
                        .update(assistantId, draft)
                        .mapNotNull(Assistant::versionId)
                        .block(),
                "version_id");
    }

    /**
     * A generated assistant.
     *
     * @param service the client and its simulator
     * @param assistantId the id of the assistant
     * @param candidateVersionId the id of the version to release
     */
    public record Scene(Service service, String assistantId, String candidateVersionId) {}
}
