package io.github.telnyxreactive.gate;

import static io.github.telnyxreactive.gate.GateScene.CANDIDATE;
import static io.github.telnyxreactive.gate.GateScene.MAIN;
import static io.github.telnyxreactive.gate.GateScene.OTHER;
import static io.github.telnyxreactive.gate.GateScene.RUNS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.model.canarydeploy.CanaryRule;
import io.github.telnyxreactive.model.canarydeploy.VersionPercentage;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** The decisions and actions of a gate without failures. */
class ReleaseGateTest {

    private static GateScene good() {
        return new GateScene(simulator -> simulator);
    }

    private static GateScene bad() {
        return new GateScene(simulator -> simulator.outcomes(CANDIDATE, 0, 1, 0));
    }

    @Test
    void promotesAGoodVersion() {
        try (GateScene scene = good()) {
            GateDecision decision = scene.decide(scene.request());

            assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
            assertThat(decision.isAccepted()).isTrue();
            assertThat(decision.reasons())
                    .containsExactly(
                            "40 of 40 tests (100 %) against the candidate passed; at least 100 % are required",
                            "40 of 40 tests (100 %) against the main version passed; the candidate is at most"
                                    + " 0 percentage points below that",
                            "the candidate was made the main version");
            assertThat(decision.mainVersionId()).isEqualTo(MAIN);
            assertThat(decision.candidate().in(TestRunStatus.PASSED)).isEqualTo(RUNS);
            assertThat(decision.baseline().in(TestRunStatus.PASSED)).isEqualTo(RUNS);
            assertThat(decision.regressions()).isEmpty();
            assertThat(decision.canaryDeploy()).isNull();
            assertThat(scene.changes()).isEqualTo(1);
            assertThat(scene.mainVersion()).isEqualTo(CANDIDATE);
            assertThat(scene.triggerings()).isEqualTo(4);
            Map<String, Long> runs =
                    scene.versionsOfRuns().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(runs).isEqualTo(Map.of(MAIN, (long) RUNS, CANDIDATE, (long) RUNS));
        }
    }

    @Test
    void runsOnlyTheCandidateWithoutAComparison() {
        try (GateScene scene = new GateScene(simulator -> simulator.outcomes(MAIN, 0, 0, 1))) {
            GateDecision decision = scene.decide(scene.request().baseline(Baseline.none()));

            assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
            assertThat(decision.baseline()).isNull();
            assertThat(scene.versionsOfRuns()).hasSize(RUNS).containsOnly(CANDIDATE);
        }
    }

    @Test
    void refusesABadVersion() {
        try (GateScene scene = bad()) {
            GateDecision decision = scene.decide(scene.request().minPassRate(Percentage.of(80)));

            assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(decision.isAccepted()).isFalse();
            assertThat(decision.regressions())
                    .hasSize(RUNS)
                    .allMatch(regression -> regression.status().equals(TestRunStatus.FAILED));
            assertThat(decision.reasons()).hasSize(3);
            assertThat(decision.reasons().get(0))
                    .isEqualTo("0 of 40 tests (0 %) against the candidate passed; at least 80 % are required");
            assertThat(decision.reasons().get(1))
                    .isEqualTo("40 of 40 tests (100 %) against the main version passed; the candidate is more than"
                            + " 0 percentage points below that; this difference is significant (p < 0.0001, at a"
                            + " confidence of 95 %)");
            assertThat(decision.reasons().get(2))
                    .startsWith("tests that pass on the main version but not on the candidate: ")
                    .contains("\" (" + decision.regressions().get(0).testId() + ") of suite ")
                    .endsWith(" and 30 more");
            assertThat(scene.changes()).isZero();
            assertThat(scene.mainVersion()).isEqualTo(MAIN);
        }
    }

    @Test
    void refusesAVersionThatIsWorseThanTheMainVersion() {
        try (GateScene scene = new GateScene(simulator -> simulator.outcomes(CANDIDATE, 1, 1, 0))) {
            GateDecision decision = scene.decide(
                    scene.request().minPassRate(Percentage.parse("1%")).maxPassRateDrop(Percentage.parse("1%")));

            assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(decision.reasons()).hasSize(2);
            assertThat(decision.reasons().get(0)).contains("the candidate is more than 1 percentage point below that");
            assertThat(decision.regressions())
                    .hasSize(decision.candidate().in(TestRunStatus.FAILED))
                    .extracting(Regression::runId)
                    .doesNotHaveDuplicates();
            assertThat(scene.changes()).isZero();
            assertThat(scene.mainVersion()).isEqualTo(MAIN);
        }
    }

    @Test
    void acceptsABadVersionThatIsNoWorseIfAllowed() {
        try (GateScene scene = new GateScene(simulator -> simulator.outcomes(0, 0, 1))) {
            assertThat(scene.decide(scene.request().minPassRate(Percentage.ZERO))
                            .outcome())
                    .isEqualTo(Outcome.PROMOTED);
        }
    }

    @Test
    void runsNothingIfTheCandidateIsAlreadyTheMainVersion() {
        try (GateScene scene = good()) {
            GateDecision decision = scene.decide(GateRequest.builder(scene.assistantId, MAIN, GateScene.SUITES));

            assertThat(decision.outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(decision.reasons()).containsExactly("the candidate is already the main version");
            assertThat(decision.candidate()).isNull();
            assertThat(scene.triggerings()).isZero();
            assertThat(scene.changes()).isZero();
        }
    }

    @Test
    void startsACanaryInTheNewerForm() {
        try (GateScene scene = good()) {
            GateDecision decision = scene.decide(scene.request().action(GateAction.canary(12.5)));

            assertThat(decision.outcome()).isEqualTo(Outcome.CANARY_STARTED);
            assertThat(decision.reasons()).last().isEqualTo("the candidate gets 12.5 % of the conversations");
            assertThat(decision.canaryDeploy()).isEqualTo(scene.canary());
            assertThat(scene.canary().rules()).containsExactly(GateScene.rule(GateScene.slot(CANDIDATE, 12.5)));
            assertThat(scene.canary().versions()).isEmpty();
            assertThat(scene.changes()).isEqualTo(1);
            assertThat(scene.mainVersion()).isEqualTo(MAIN);
        }
    }

    @Test
    void widensRulesInRules() {
        try (GateScene scene = good()) {
            CanaryRule rule = GateScene.rule(GateScene.slot(OTHER, 30), GateScene.slot(CANDIDATE, 5));
            scene.startCanary(CanaryDeployRequest.builder().rules(List.of(rule)).build());

            GateDecision decision = scene.decide(scene.request().action(GateAction.canary(20)));

            assertThat(decision.outcome()).isEqualTo(Outcome.CANARY_WIDENED);
            assertThat(decision.reasons())
                    .last()
                    .isEqualTo("the candidate gets 20 % of the conversations instead of 5 %");
            assertThat(scene.canary().rules())
                    .containsExactly(GateScene.rule(GateScene.slot(OTHER, 30), GateScene.slot(CANDIDATE, 20)));
            assertThat(scene.canary().versions()).isEmpty();
            assertThat(scene.changes()).isEqualTo(1);
        }
    }

    @Test
    void widensVersionsInVersions() {
        try (GateScene scene = good()) {
            scene.startCanary(CanaryDeployRequest.builder()
                    .versions(List.of(share(CANDIDATE, 5), share(OTHER, 30)))
                    .build());

            GateDecision decision = scene.decide(scene.request().action(GateAction.canary(20)));

            assertThat(decision.outcome()).isEqualTo(Outcome.CANARY_WIDENED);
            assertThat(scene.canary().versions()).containsExactly(share(CANDIDATE, 20), share(OTHER, 30));
            assertThat(scene.simulator.requests("assistants.canaryDeploys.update"))
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.text()).doesNotContain("rules"));
        }
    }

    private static VersionPercentage share(String version, double percentage) {
        return VersionPercentage.builder()
                .versionId(version)
                .percentage(percentage)
                .build();
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 50})
    void doesNotChangeACanaryThatIsWideEnough(double wanted) {
        try (GateScene scene = good()) {
            CanaryRule rule = GateScene.rule(GateScene.slot(CANDIDATE, 50));
            scene.startCanary(CanaryDeployRequest.builder().rules(List.of(rule)).build());
            CanaryDeploy before = scene.canary();

            GateDecision decision = scene.decide(scene.request().action(GateAction.canary(wanted)));

            assertThat(decision.outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(decision.reasons()).last().isEqualTo("there is nothing to do: it already has 50 %");
            assertThat(decision.canaryDeploy()).isEqualTo(before).isEqualTo(scene.canary());
            assertThat(decision.candidate().finished()).isEqualTo(RUNS);
            assertThat(scene.changes()).isZero();
        }
    }

    @Test
    void refusesBeforeAnyRunIfTheCanaryHasNoRoom() {
        try (GateScene scene = good()) {
            CanaryRule rule = GateScene.rule(GateScene.slot(OTHER, 80), GateScene.slot(CANDIDATE, 5));
            scene.startCanary(CanaryDeployRequest.builder().rules(List.of(rule)).build());

            GateDecision decision = scene.decide(scene.request().action(GateAction.canary(20)));

            assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(decision.reasons())
                    .containsExactly(
                            "the canary deploy has no room for the candidate: other versions have 80 %, and all"
                                    + " shares together must be below 100 %");
            assertThat(scene.triggerings()).isZero();
            assertThat(scene.changes()).isZero();
        }
    }

    /** An action, and its outcome if only a decision is wanted. */
    enum DryRun {
        PROMOTION(GateAction.promote(), Outcome.WOULD_PROMOTE),
        NEW_CANARY(GateAction.canary(10), Outcome.WOULD_START_CANARY),
        WIDER_CANARY(GateAction.canary(10), Outcome.WOULD_WIDEN_CANARY);

        private final GateAction action;
        private final Outcome outcome;

        DryRun(GateAction action, Outcome outcome) {
            this.action = action;
            this.outcome = outcome;
        }
    }

    @ParameterizedTest
    @EnumSource(DryRun.class)
    void dryRunChangesNothing(DryRun dryRun) {
        try (GateScene scene = good()) {
            if (dryRun == DryRun.WIDER_CANARY) {
                CanaryRule rule = GateScene.rule(GateScene.slot(OTHER, 30));
                scene.startCanary(
                        CanaryDeployRequest.builder().rules(List.of(rule)).build());
            }
            CanaryDeploy before = scene.canary();

            GateDecision decision =
                    scene.decide(scene.request().action(dryRun.action).decideOnly(true));

            assertThat(decision.outcome()).isEqualTo(dryRun.outcome);
            assertThat(decision.isAccepted()).isTrue();
            assertThat(decision.reasons().get(2)).contains("would").endsWith("but only a decision was asked for");
            assertThat(decision.candidate().finished()).isEqualTo(RUNS);
            assertThat(scene.changes()).isZero();
            assertThat(scene.mainVersion()).isEqualTo(MAIN);
            assertThat(scene.canary()).isEqualTo(before);
        }
    }

    @Test
    void reportsEventsAndTotalsOfBothVersions() {
        try (GateScene scene = bad()) {
            TotalsCollector totals = new TotalsCollector();
            List<BatchEvent> events = new ArrayList<>();

            GateDecision decision = scene.gate()
                    .run(scene.request().build(), totals, events::add)
                    .block();

            assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(events).filteredOn(BatchEvent.Finished.class::isInstance).hasSize(2 * RUNS);
            assertThat(totals.totals().overall().in(TestRunStatus.FAILED)).isEqualTo(RUNS);
            assertThat(totals.totals().overall().in(TestRunStatus.PASSED)).isEqualTo(RUNS);
            assertThat(totals.requests().byOperation()).containsEntry("assistants.tests.testSuites.runs.trigger", 4L);
        }
    }

    @Test
    void eachSubscriptionDecidesAnew() {
        try (GateScene scene = good()) {
            Mono<GateDecision> decision = scene.gate().run(scene.request().build());
            assertThat(scene.simulator.requestCount()).isZero();

            assertThat(decision.block().outcome()).isEqualTo(Outcome.PROMOTED);
            assertThat(decision.block().outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(scene.changes()).isEqualTo(1);
        }
    }

    @Test
    void repeatingANamedGateTriggersNothingTwice() {
        try (GateScene scene = bad()) {
            Mono<GateDecision> named =
                    scene.gate().run(scene.request().batch("release 7").build());

            GateDecision first = named.block();
            GateDecision second = named.block();

            assertThat(first.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(second.candidate().byStatus())
                    .isEqualTo(first.candidate().byStatus());
            assertThat(second.regressions()).containsExactlyInAnyOrderElementsOf(first.regressions());
            assertThat(scene.triggerings()).isEqualTo(8);
            assertThat(scene.simulator.runs()).hasSize(2 * RUNS);
        }
    }
}
