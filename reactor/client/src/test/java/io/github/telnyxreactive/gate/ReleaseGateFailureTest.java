package io.github.telnyxreactive.gate;

import static io.github.telnyxreactive.gate.GateScene.CANDIDATE;
import static io.github.telnyxreactive.gate.GateScene.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.PermissionDeniedException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gate whose calls fail changes nothing unless that is known to be right. */
class ReleaseGateFailureTest {

    private static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";
    private static final String PROMOTE = "assistants.versions.promote";
    private static final Fault FORBIDDEN = Fault.status(403, "{}", "application/json");

    private final GateScene scene = new GateScene(simulator -> simulator);

    @AfterEach
    void close() {
        scene.close();
    }

    private void assertUntouched() {
        assertThat(scene.changes()).isZero();
        scene.simulator.clearFaults();
        assertThat(scene.mainVersion()).isEqualTo(MAIN);
        assertThat(scene.canary()).isNull();
    }

    @Test
    void failsBeforeAnyRunIfTheVersionIsUnknown() {
        GateRequest request = GateRequest.builder(scene.assistantId, "unknown", GateScene.SUITES)
                .build();

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> scene.gate().run(request).block())
                .withMessageContaining("assistants.versions.retrieve");
        assertThat(scene.triggerings()).isZero();
        assertUntouched();
    }

    @Test
    void decidesNothingIfASuiteCannotBeTriggered() {
        scene.simulator.inject(FaultRule.on(TRIGGER).after(3).inject(FORBIDDEN));

        GateDecision decision = scene.decide(scene.request().action(GateAction.canary(10)));

        assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(decision.reasons())
                .singleElement()
                .asString()
                .matches("suite \\w+ against the (candidate|main version) could not be triggered: .*status 403.*");
        assertUntouched();
    }

    @Test
    void namesEveryMissingSuite() {
        scene.simulator.inject(FaultRule.on(TRIGGER).inject(FORBIDDEN));

        GateDecision decision = scene.decide(scene.request().minPassRate(Percentage.ZERO));

        assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(decision.reasons().stream().map(reason -> reason.substring(0, reason.indexOf(" could not"))))
                .containsExactly(
                        "suite checkout against the candidate",
                        "suite checkout against the main version",
                        "suite refunds against the candidate",
                        "suite refunds against the main version");
        assertUntouched();
    }

    @Test
    void decidesNothingIfASuiteHasNoRuns() {
        scene.simulator.inject(FaultRule.on(TRIGGER).inject(Fault.status(201, "[]", "application/json")));

        GateDecision decision = scene.decide(scene.request()
                .suites(List.of("checkout"))
                .minPassRate(Percentage.ZERO)
                .baseline(Baseline.none()));

        assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(decision.reasons())
                .singleElement()
                .asString()
                .startsWith("no run of these tests of suite checkout against the candidate: ")
                .endsWith(" and 10 more");
        assertUntouched();
    }

    @Test
    void decidesNothingIfRunsWereAbandoned() {
        scene.simulator.inject(
                FaultRule.on("assistants.tests.testSuites.runs.list").inject(FORBIDDEN));
        scene.simulator.inject(FaultRule.on("assistants.tests.runs.retrieve").inject(FORBIDDEN));

        GateDecision decision = scene.decide(scene.request()
                .suites(List.of("refunds"))
                .minPassRate(Percentage.ZERO)
                .baseline(Baseline.none()));

        assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(decision.reasons())
                .singleElement()
                .asString()
                .startsWith("20 of 20 runs of suite refunds against the candidate were not seen to end: ")
                .contains("status 403");
        assertThat(decision.candidate().abandoned()).isEqualTo(GateScene.TESTS);
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset-after", "truncated-body", "garbage"})
    void readsTheAssistantIfTheResponseToThePromotionIsLost(String fault) {
        scene.simulator.inject(FaultRule.parse(PROMOTE + ":" + fault));

        GateDecision decision = scene.decide(scene.request());

        assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(scene.simulator.requestCount(PROMOTE)).isEqualTo(1);
        assertThat(scene.changes()).isEqualTo(1);
        assertThat(scene.mainVersion()).isEqualTo(CANDIDATE);
    }

    @Test
    void doesNotTakeAnInvalidResponseForAPromotion() {
        scene.simulator.inject(FaultRule.on(PROMOTE).inject(Fault.status(200, "{}", "application/json")));

        assertThatExceptionOfType(TelnyxException.class).isThrownBy(() -> scene.decide(scene.request()));
        assertThat(scene.simulator.requestCount("assistants.retrieve")).isEqualTo(3);
        assertThat(scene.mainVersion()).isEqualTo(MAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset-before", "internal-server-error"})
    void failsIfThePromotionWasNotMade(String fault) {
        scene.simulator.inject(FaultRule.parse(PROMOTE + ":" + fault));

        assertThatExceptionOfType(TelnyxException.class)
                .isThrownBy(() -> scene.decide(scene.request()))
                .matches(failure -> PROMOTE.equals(failure.operation()))
                .matches(failure -> !failure.isOutcomeKnown());
        assertThat(scene.simulator.requestCount(PROMOTE)).isEqualTo(1);
        assertThat(scene.mainVersion()).isEqualTo(MAIN);
    }

    @Test
    void failsAtOnceIfThePromotionIsRejected() {
        scene.simulator.inject(FaultRule.on(PROMOTE).inject(FORBIDDEN));

        assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(() -> scene.decide(scene.request()));
        assertThat(scene.simulator.requestCount("assistants.retrieve")).isEqualTo(2);
        assertThat(scene.mainVersion()).isEqualTo(MAIN);
    }

    @Test
    void failsWithTheOriginalErrorIfTheOutcomeStaysUnknown() {
        scene.simulator.inject(FaultRule.on(PROMOTE).inject(Fault.resetAfterProcessing()));
        scene.simulator.inject(FaultRule.on("assistants.retrieve").after(2).inject(FORBIDDEN));

        assertThatExceptionOfType(TelnyxException.class)
                .isThrownBy(() -> scene.decide(scene.request()))
                .matches(failure -> PROMOTE.equals(failure.operation()))
                .satisfies(failure ->
                        assertThat(failure.getSuppressed()).anyMatch(PermissionDeniedException.class::isInstance));
        assertThat(scene.simulator.requestCount(PROMOTE)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset-after", "reset-before", "service-unavailable"})
    void startsTheCanaryOnceIfTheFirstResponseIsLost(String fault) {
        scene.simulator.inject(FaultRule.parse("assistants.canaryDeploys.create:" + fault + ":times=1"));

        GateDecision decision = scene.decide(scene.request().action(GateAction.canary(10)));

        assertThat(decision.outcome()).isEqualTo(Outcome.CANARY_STARTED);
        assertThat(scene.simulator.requestCount("assistants.canaryDeploys.create"))
                .isEqualTo(2);
        assertThat(scene.canary().rules()).containsExactly(GateScene.rule(GateScene.slot(CANDIDATE, 10)));
    }

    @Test
    void anObserverThatThrowsEndsTheGateInTheContextOfTheSubscriber() {
        AtomicReference<Object> failedOn = new AtomicReference<>();
        BiFunction<Throwable, Object, Throwable> handler = (error, event) -> {
            failedOn.set(event);
            return error;
        };

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> scene.gate()
                        .run(scene.request().build(), new TotalsCollector(), event -> {
                            throw new IllegalStateException("enough");
                        })
                        .contextWrite(context -> context.put("reactor.onOperatorError.local", handler))
                        .block())
                .withMessage("enough");
        assertThat(failedOn.get()).isInstanceOf(BatchEvent.Triggered.class);
        assertUntouched();
    }
}
