package io.github.telnyxreactive.gate;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchOptionsBuilder;
import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.model.canarydeploy.CanaryRule;
import io.github.telnyxreactive.model.canarydeploy.RolloutSlot;
import io.github.telnyxreactive.model.canarydeploy.Serve;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.resource.Assistants;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.SimulatorBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An assistant with a main version, a candidate, a third version and two suites, and a gate for it. */
final class GateScene implements AutoCloseable {

    static final Duration LIMIT = Duration.ofMinutes(10);
    static final List<String> SUITES = List.of("checkout", "refunds");
    static final int TESTS = 20;
    static final int RUNS = SUITES.size() * TESTS;

    /** The ids of the first versions in any simulator with the default seed. */
    private static final List<String> VERSIONS = firstVersions();

    static final String MAIN = VERSIONS.get(0);
    static final String CANDIDATE = VERSIONS.get(1);
    static final String OTHER = VERSIONS.get(2);

    private static final List<String> CHANGING = List.of(
            "assistants.update",
            "assistants.versions.update",
            "assistants.versions.promote",
            "assistants.canaryDeploys.create",
            "assistants.canaryDeploys.update",
            "assistants.canaryDeploys.delete");

    final Simulator simulator;
    final TelnyxClient client;
    final String assistantId;

    /** Creates a scene in which all runs pass, unless the simulator is changed. */
    GateScene(UnaryOperator<SimulatorBuilder> change) {
        this(change, CallListener.NONE);
    }

    /** Creates a scene whose calls are listened to. */
    GateScene(UnaryOperator<SimulatorBuilder> change, CallListener listener) {
        simulator = change.apply(
                        Simulator.builder().outcomes(1, 0, 0).runDuration(Duration.ofMillis(20), Duration.ofMillis(80)))
                .start();
        client = Clients.of(simulator).listener(listener).build();
        SUITES.forEach(suite -> simulator.addSuite(suite, TESTS));
        assistantId = simulator.addAssistant(assistant()).id();
        for (String greeting : List.of("Hello!", "Good day!")) {
            UpdateAssistantRequestWithPromotion draft = UpdateAssistantRequestWithPromotion.builder()
                    .greeting(Field.set(greeting))
                    .promoteToMain(false)
                    .build();
            assistants().update(assistantId, draft).block();
        }
        simulator.clearRequests();
    }

    private static CreateAssistantRequest assistant() {
        return CreateAssistantRequest.builder()
                .name("Front desk")
                .instructions("Answer kindly.")
                .build();
    }

    private static List<String> firstVersions() {
        try (Simulator simulator = Simulator.start()) {
            return IntStream.range(0, 3)
                    .mapToObj(n -> Objects.requireNonNull(
                            simulator.addAssistant(assistant()).versionId()))
                    .toList();
        }
    }

    Assistants assistants() {
        return client.ai().assistants();
    }

    GateRequestBuilder request() {
        return GateRequest.builder(assistantId, CANDIDATE, SUITES);
    }

    static BatchOptionsBuilder options() {
        return BatchOptions.builder()
                .maxConcurrentRuns(BatchOptions.UNLIMITED)
                .maxLag(Duration.ZERO)
                .polling(new PollingSchedule(Duration.ofMillis(20), Duration.ofMillis(100), 1.5, 0.2))
                .itemDeadline(LIMIT);
    }

    ReleaseGate gate() {
        return assistants().releaseGate(options().build());
    }

    GateDecision decide(GateRequestBuilder request) {
        return Objects.requireNonNull(gate().run(request.build()).block());
    }

    @Nullable String mainVersion() {
        return assistants().retrieve(assistantId).map(Assistant::versionId).block();
    }

    @Nullable CanaryDeploy canary() {
        return assistants()
                .canaryDeploys()
                .retrieve(assistantId)
                .onErrorResume(NotFoundException.class, none -> Mono.empty())
                .block();
    }

    void startCanary(CanaryDeployRequest request) {
        assistants().canaryDeploys().create(assistantId, request).block();
        simulator.clearRequests();
    }

    static RolloutSlot slot(String version, double weight) {
        return RolloutSlot.builder().versionId(version).weight(weight).build();
    }

    static CanaryRule rule(RolloutSlot... slots) {
        return CanaryRule.builder()
                .serve(Serve.builder().rollout(List.of(slots)).build())
                .build();
    }

    /** Returns the number of requests to change something, whatever their outcome. */
    int changes() {
        return CHANGING.stream().mapToInt(simulator::requestCount).sum();
    }

    int triggerings() {
        return simulator.requestCount("assistants.tests.testSuites.runs.trigger");
    }

    /** Returns the requested version of each run. */
    Stream<String> versionsOfRuns() {
        return simulator.runs().stream().map(GateScene::version);
    }

    private static String version(TestRun run) {
        return run.additionalProperties().get("destination_version_id").stringValue();
    }

    static void await(BooleanSupplier condition) {
        Flux.interval(Duration.ofMillis(5))
                .onBackpressureDrop()
                .filter(tick -> condition.getAsBoolean())
                .blockFirst();
    }

    @Override
    public void close() {
        client.close();
        simulator.close();
    }
}
