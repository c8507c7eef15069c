package io.github.telnyxreactive.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.StopSignal;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** A gate that is stopped: before, while and after its suites run, and while the version is promoted. */
class StoppedGateTest {

    private final Sinks.One<StopSignal> stop = Sinks.one();

    private GateDecision decide(GateScene scene, Consumer<BatchEvent> observer) {
        return Objects.requireNonNull(scene.gate()
                .stoppedBy(stop.asMono())
                .run(scene.request().build(), new TotalsCollector(), observer)
                .block());
    }

    private void leave() {
        stop.tryEmitValue(StopSignal.LEAVE);
    }

    @Test
    void triggersNothingIfItIsStoppedBefore() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            leave();

            GateDecision decision = decide(scene, event -> {});

            assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(decision.missing()).containsExactly("the gate was stopped before a decision");
            assertThat(scene.triggerings()).isZero();
            assertThat(scene.changes()).isZero();
        }
    }

    @Test
    void isInconclusiveIfItIsStoppedWhileTheSuitesRun() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            GateDecision decision = decide(scene, event -> leave());

            assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(decision.missing()).isNotEmpty();
            assertThat(scene.changes()).isZero();
        }
    }

    /** The operations before and after the runs, and the promotion, which goes on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "assistants.retrieve",
                "assistants.versions.retrieve",
                "assistants.tests.list",
                "assistants.tests.testSuites.runs.list",
                "assistants.versions.promote"
            })
    void stopsAtEachStep(String operation) {
        AtomicReference<Runnable> action = new AtomicReference<>(() -> {});
        CallListener listener = new CallListener() {
            @Override
            public void onSend(String sent, int attempt, Duration waited) {
                if (sent.equals(operation)) {
                    action.get().run();
                }
            }
        };
        try (GateScene scene = new GateScene(simulator -> simulator, listener)) {
            action.set(this::leave);

            GateDecision decision = decide(scene, event -> {});

            boolean isPromoted = operation.equals("assistants.versions.promote");
            assertThat(decision.outcome()).isEqualTo(isPromoted ? Outcome.PROMOTED : Outcome.INCONCLUSIVE);
            assertThat(scene.changes()).isEqualTo(isPromoted ? 1 : 0);
        }
    }

    @Test
    void goesOnIfTheSignalsEndOrFail() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            GateDecision decision = scene.gate()
                    .stoppedBy(Flux.empty())
                    .run(scene.request().build())
                    .block();

            assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
        }
    }

    @Test
    void eachDecisionHasItsOwnStop() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            ReleaseGate gate = scene.gate().stoppedBy(stop.asMono());
            GateRequest request = scene.request().decideOnly(true).build();

            assertThat(gate.run(request).block().outcome()).isEqualTo(Outcome.WOULD_PROMOTE);
            leave();
            assertThat(gate.run(request).block().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        }
    }
}
