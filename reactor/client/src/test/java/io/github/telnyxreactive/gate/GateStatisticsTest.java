package io.github.telnyxreactive.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.gate.GateService.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many tests have to pass, in how many of their runs, and what a difference is worth. */
class GateStatisticsTest {

    private final EvidenceScene scene = new EvidenceScene();
    private final GateService service = scene.service;
    private final GateRequestBuilder request = scene.request.suites(List.of("many"));

    @AfterEach
    void close() {
        scene.close();
    }

    private GateDecision decide() {
        return scene.decide();
    }

    /** Adds tests, and lets the first of them fail: so many on the candidate, so many on the other version. */
    private void suite(int tests, int failedOnCandidate, int failedOnOther) {
        service.addTests(
                "many", IntStream.range(0, tests).mapToObj(n -> "m" + n).toArray(String[]::new));
        service.ending = run -> {
            int number = Integer.parseInt(run.testId().substring(1));
            return number < (run.version().equals("v2") ? failedOnCandidate : failedOnOther) ? "failed" : "passed";
        };
    }

    /** Lets the first runs of each test fail: so many on each version. */
    private void failFirst(ToIntFunction<Run> failures) {
        Map<String, Integer> started = new HashMap<>();
        service.ending = run -> {
            int repeat = started.merge(run.version() + run.testId(), 1, Integer::sum);
            return repeat <= failures.applyAsInt(run) ? "failed" : "passed";
        };
    }

    @ParameterizedTest
    @CsvSource({"0, PROMOTED", "1, PROMOTED", "2, REFUSED", "3, REFUSED"})
    void aTestCountsAsPassedByTheRule(int failures, Outcome outcome) {
        service.addTests("many", "m1", "m2");
        failFirst(run -> run.version().equals("v2") && run.testId().equals("m2") ? failures : 0);
        request.repeats(3).passRule(PassRule.of(2, 3));

        GateDecision decision = decide();

        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.candidate().runs()).isEqualTo(6);
        assertThat(decision.candidate().failed()).isEqualTo(failures);
        assertThat(service.runs).hasSize(12);
        assertThat(decision.regressions())
                .extracting(Regression::testId)
                .isEqualTo(outcome == Outcome.REFUSED ? List.of("m2") : List.of());
    }

    @Test
    void withoutARuleEveryRunOfATestHasToPass() {
        service.addTests("many", "m1", "m2");
        failFirst(run -> run.version().equals("v2") && run.testId().equals("m2") ? 1 : 0);
        request.repeats(3);

        GateDecision decision = decide();

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.reasons())
                .first()
                .isEqualTo("1 of 2 tests (50 %) against the candidate passed; at least 100 % are required");
    }

    @Test
    void aNamedBatchKeepsItsRepeatsApart() {
        service.addTests("many", "m1");
        request.repeats(3).batch("release 7");

        assertThat(decide().outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(service.runs).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"NOTHING, 4", "TIME, 4", "TEST, 8", "CANDIDATE, 6", "MAIN, 6"})
    void aNamedBatchJudgesNoRunsOfSomethingElse(String changed, int triggerings) {
        service.addTests("many", "m1");
        service.addTests("more", "m2");
        request.suites(List.of("many", "more")).batch("release 7").decideOnly(true);

        assertThat(decide().outcome()).isEqualTo(Outcome.WOULD_PROMOTE);
        switch (changed) {
            case "TIME" -> service.versions.get("v2").put("updated_at", "2026-02-02T00:00:00Z");
            case "TEST" -> service.tests.values().forEach(test -> test.put("instructions", "Ask for nothing"));
            case "CANDIDATE" -> service.versions.get("v2").put("instructions", "Be rude");
            case "MAIN" -> service.versions.get("v1").put("instructions", "Be rude");
            default -> {}
        }
        assertThat(decide().outcome()).isEqualTo(Outcome.WOULD_PROMOTE);

        assertThat(service.keys).hasSize(triggerings);
    }

    @Test
    void aDropIsRefusedWhetherItIsSignificantOrNot() {
        suite(20, 3, 1);
        request.minPassRate(Percentage.of(80)).maxPassRateDrop(Percentage.of(5));

        GateDecision decision = decide();

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.reasons())
                .first()
                .isEqualTo("19 of 20 tests (95 %) against the main version passed; the candidate is more than 5"
                        + " percentage points below that; with so few tests, a difference of this size is not"
                        + " significant (p = 0.30, at a confidence of 95 %)");
        Comparison comparison = Objects.requireNonNull(decision.comparison());
        assertThat(comparison.candidatePassed()).isEqualTo(17);
        assertThat(comparison.baselinePassed()).isEqualTo(19);
        assertThat(comparison.pValue()).isCloseTo(0.3025, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource({"3, 80, 95, PROMOTED", "3, 90, 95, REFUSED", "9, 0, 95, REFUSED", "9, 0, 99.9, PROMOTED"})
    void aDropThatIsNotSignificantPassesIfAllowed(int failed, int required, double confidence, Outcome outcome) {
        suite(20, failed, 1);
        request.minPassRate(Percentage.of(required))
                .allowInsignificantDrop(true)
                .confidence(Percentage.of(confidence));

        GateDecision decision = decide();

        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(String.join("\n", decision.reasons()).contains("which is allowed"))
                .isEqualTo(outcome == Outcome.PROMOTED);
        assertThat(service.changes()).isEqualTo(outcome == Outcome.PROMOTED ? 1 : 0);
    }

    @Test
    void decidesNothingIfNoDropCouldBeSignificant() {
        suite(2, 2, 0);
        request.minPassRate(Percentage.ZERO).allowInsignificantDrop(true);

        GateDecision decision = decide();

        assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(decision.missing())
                .singleElement()
                .asString()
                .contains("(p = 0.17, at a confidence of 95 %)")
                .endsWith("no difference could be with so few, so more tests are needed");
        assertThat(service.changes()).isZero();
    }

    @Test
    void fewTestsThatDoNotDropPassAllTheSame() {
        suite(2, 1, 1);
        request.minPassRate(Percentage.of(50)).allowInsignificantDrop(true);

        assertThat(decide().outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @ParameterizedTest
    @CsvSource({"50, PROMOTED", "51, REFUSED"})
    void withoutAComparisonOnlyThePassRateCounts(int required, Outcome outcome) {
        suite(2, 1, 0);
        request.baseline(Baseline.none()).minPassRate(Percentage.of(required));

        GateDecision decision = decide();

        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.reasons())
                .first()
                .isEqualTo(
                        "1 of 2 tests (50 %) against the candidate passed; at least " + required + " % are required");
        assertThat(decision.comparison()).isNull();
        assertThat(decision.regressions()).isEmpty();
        assertThat(decision.missing()).isEmpty();
    }

    @Test
    void minRunsCountsRepeats() {
        suite(2, 0, 0);
        request.repeats(3).minRuns(6);

        assertThat(decide().outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void comparesWithTheNamedVersion() {
        suite(4, 1, 0);
        request.baseline(Baseline.version("v3")).minPassRate(Percentage.ZERO);

        GateDecision decision = decide();

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.mainVersionId()).isEqualTo("v1");
        assertThat(decision.reasons()).first().asString().startsWith("4 of 4 tests (100 %) against version v3 passed");
        assertThat(service.runs.values())
                .extracting(Run::version)
                .contains("v2", "v3")
                .doesNotContain("v1");
    }

    @Test
    void runsOfASuiteAreReadAgainTogether() {
        suite(30, 0, 0);

        assertThat(decide().outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(service.calls).noneMatch(call -> call.path().matches(".*/tests/m\\d+/runs/.*"));
    }
}
