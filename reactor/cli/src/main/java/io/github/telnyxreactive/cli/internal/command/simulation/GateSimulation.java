package io.github.telnyxreactive.cli.internal.command.simulation;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.Service.Limits;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Option;
import reactor.core.Disposables;

/** The options with which the gate is tried out on a made-up assistant. */
public final class GateSimulation {

    private static final int ALL = 100;
    private static final Duration SHORTEST_RUN = Duration.ofMillis(500);
    private static final Duration LONGEST_RUN = Duration.ofSeconds(2);
    private static final PollingSchedule POLLING =
            new PollingSchedule(Duration.ofMillis(200), Duration.ofSeconds(1), 1.5, 0.2);

    @Option(
            names = "--simulate",
            required = true,
            description =
                    "Try the gate on a made-up assistant in a simulator in this process, whose main version passes "
                            + "every test. Nothing is sent to Telnyx, and no key is needed.")
    boolean enabled;

    @Option(
            names = "--simulate-failures",
            paramLabel = "PERCENT",
            description = "How many of the runs against the candidate fail, on average (default: ${DEFAULT-VALUE}).",
            defaultValue = "0")
    int failures;

    @Option(
            names = "--tests-per-suite",
            paramLabel = "NUMBER",
            description = "How many tests a simulated suite has (default: ${DEFAULT-VALUE}).",
            defaultValue = "8")
    int testsPerSuite;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "What simulated durations and outcomes derive from (default: ${DEFAULT-VALUE}).",
            defaultValue = "0")
    long seed;

    /**
     * Starts a simulator with an assistant that has a main version and a candidate.
     *
     * @throws IllegalArgumentException if there can be no such suite, or no such percentage
     */
    public Scene start(List<String> suites, Limits limits) {
        Simulator simulator = Simulator.builder()
                .seed(seed)
                .runDuration(SHORTEST_RUN, LONGEST_RUN)
                .outcomes(ALL - failures, failures, 0)
                .outcomes(firstVersion(), 1, 0, 0)
                .start();
        Service service = Service.simulated(simulator, POLLING, Disposables.disposed(), limits);
        try {
            suites.forEach(suite -> simulator.addSuite(suite, testsPerSuite));
            String assistantId = simulator.addAssistant(assistant()).id();
            return new Scene(service, assistantId, draft(service.client(), assistantId));
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    /** Ids follow from the seed, so another simulator tells what that of the first version is going to be. */
    private String firstVersion() {
        try (Simulator other = Simulator.builder().seed(seed).start()) {
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
     * What a gate is tried out on.
     *
     * @param service the client and the simulator
     * @param assistantId the id of the assistant
     * @param candidateVersionId the id of the version that is to pass
     */
    public record Scene(Service service, String assistantId, String candidateVersionId) {}
}
