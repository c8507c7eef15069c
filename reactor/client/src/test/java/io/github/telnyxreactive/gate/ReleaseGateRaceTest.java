package io.github.telnyxreactive.gate;

import static io.github.telnyxreactive.gate.GateScene.CANDIDATE;
import static io.github.telnyxreactive.gate.GateScene.MAIN;
import static io.github.telnyxreactive.gate.GateScene.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.model.canarydeploy.CanaryRule;
import io.github.telnyxreactive.resource.AssistantTests;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.SimulatorBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;

/** Changes by someone else while the suites run; the test decides when the runs end. */
class ReleaseGateRaceTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final AtomicReference<InstantSource> clock = new AtomicReference<>(InstantSource.fixed(START));
    private final GateScene scene = new GateScene(this::held);

    private SimulatorBuilder held(SimulatorBuilder builder) {
        return builder.clock(() -> clock.get().instant());
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private GateDecision decideAfter(GateRequestBuilder request, Runnable change) throws Exception {
        return decideAfter(request, 2 * GateScene.RUNS, change);
    }

    private GateDecision decideAfter(GateRequestBuilder request, int runs, Runnable change) throws Exception {
        CompletableFuture<GateDecision> decision =
                scene.gate().run(request.build()).toFuture();
        GateScene.await(() -> scene.simulator.runs().size() == runs);
        change.run();
        scene.simulator.clearRequests();
        clock.set(InstantSource.system());
        return decision.get();
    }

    private void promote(String version) {
        scene.assistants().versions().promote(scene.assistantId, version).block();
    }

    @Test
    void decidesNothingIfTheMainVersionHasChanged() throws Exception {
        GateDecision decision = decideAfter(scene.request(), () -> promote(OTHER));

        assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(decision.reasons())
                .containsExactly(
                        "the main version has changed from " + MAIN + " to " + OTHER + " while the suites ran");
        assertThat(decision.baseline().finished()).isEqualTo(GateScene.RUNS);
        assertThat(scene.versionsOfRuns()).containsOnly(MAIN, CANDIDATE);
        assertThat(scene.changes()).isZero();
        assertThat(scene.mainVersion()).isEqualTo(OTHER);
    }

    @Test
    void decidesNothingIfASingleTestWasChanged() throws Exception {
        AssistantTests tests = scene.assistants().tests();
        List<AssistantTest> both = tests.list().take(2).collectList().block();
        List<String> ids = both.stream().map(AssistantTest::testId).toList();
        GateRequestBuilder request = scene.request().suites(List.of()).tests(ids);

        GateDecision decision = decideAfter(request, 4, () -> {
            tests.update(
                            ids.get(0),
                            UpdateAssistantTestRequest.builder()
                                    .instructions(Field.set("Ask twice."))
                                    .build())
                    .block();
        });

        assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(decision.missing())
                .containsExactly("test \"" + both.get(0).name() + "\" (" + ids.get(0)
                        + ") was changed while it ran, in these fields: instructions");
        assertThat(scene.changes()).isZero();
    }

    @Test
    void changesNothingIfSomeoneElsePromotedTheCandidate() throws Exception {
        GateDecision decision = decideAfter(scene.request(), () -> promote(CANDIDATE));

        assertThat(decision.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(decision.reasons()).last().isEqualTo("the candidate was made the main version while the suites ran");
        assertThat(scene.changes()).isZero();
    }

    @Test
    void decidesNothingIfTheCandidateHasChanged() throws Exception {
        UpdateAssistantRequest edit =
                UpdateAssistantRequest.builder().greeting(Field.set("Go away!")).build();

        GateDecision decision = decideAfter(
                scene.request(),
                () -> scene.assistants()
                        .versions()
                        .update(scene.assistantId, CANDIDATE, edit)
                        .block());

        assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(decision.reasons())
                .containsExactly("the candidate was changed while the suites ran, in these fields: greeting");
        assertThat(scene.changes()).isZero();
        assertThat(scene.mainVersion()).isEqualTo(MAIN);
    }

    @Test
    void refusesIfTheCanaryDeployHasNoRoomAnyMore() throws Exception {
        CanaryRule full = GateScene.rule(GateScene.slot(OTHER, 95));
        CanaryDeployRequest filled =
                CanaryDeployRequest.builder().rules(List.of(full)).build();

        GateDecision decision =
                decideAfter(scene.request().action(GateAction.canary(10)), () -> scene.startCanary(filled));

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.reasons()).singleElement().asString().contains("other versions have 95 %");
        assertThat(scene.changes()).isZero();
        assertThat(scene.canary().rules()).containsExactly(full);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assistants.retrieve",
                "assistants.versions.retrieve",
                "assistants.canaryDeploys.retrieve",
                "assistants.tests.list",
                "assistants.tests.testSuites.runs.trigger",
                "assistants.tests.testSuites.runs.list"
            })
    void cancellingChangesNothing(String operation) {
        scene.simulator.inject(FaultRule.on(operation).inject(Fault.latency(Duration.ofMillis(100))));
        AtomicReference<Object> end = new AtomicReference<>();
        Disposable gate = scene.gate()
                .run(scene.request().action(GateAction.canary(10)).build())
                .subscribe(end::set, end::set, () -> end.compareAndSet(null, "completed"));
        GateScene.await(() -> scene.simulator.requestCount(operation) > 0);

        gate.dispose();
        scene.simulator.clearFaults();
        clock.set(InstantSource.system());

        // By then, a gate that continued would have ended.
        for (int i = 0; i < 4; i++) {
            assertThat(scene.decide(scene.request().decideOnly(true)).outcome()).isEqualTo(Outcome.WOULD_PROMOTE);
        }
        assertThat(end).hasNullValue();
        assertThat(scene.changes()).isZero();
        assertThat(scene.canary()).isNull();
    }

    @Test
    void decidesNothingIfTheDeadlineOfTheBatchHasPassed() {
        BatchOptions hurried = GateScene.options()
                .maxConcurrentRuns(1)
                .deadline(Duration.ofMillis(300))
                .build();

        GateDecision decision = scene.assistants()
                .releaseGate(hurried)
                .run(scene.request().baseline(Baseline.none()).build())
                .block();

        assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(decision.reasons()).anyMatch(reason -> reason.startsWith("suite refunds against the candidate "));
        assertThat(scene.changes()).isZero();
    }
}
