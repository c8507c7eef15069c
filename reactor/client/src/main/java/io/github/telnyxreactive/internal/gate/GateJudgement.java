package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.gate.Comparison;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.gate.Regression;
import io.github.telnyxreactive.internal.gate.Rates.Rate;
import io.github.telnyxreactive.internal.gate.VersionRuns.TestResult;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of complete evidence about a candidate.
 *
 * @param outcome why the candidate does not pass, refused or inconclusive; {@code null} if it passes
 * @param reasons all reasons against it, or for the lack of a decision; otherwise the reasons for it
 * @param comparison how it compares with the baseline, {@code null} without one
 * @param regressions the tests that pass on the baseline but not on the candidate
 */
record GateJudgement(
        @Nullable Outcome outcome,
        List<String> reasons,
        @Nullable Comparison comparison,
        List<Regression> regressions) {

    static GateJudgement of(GateRequest request, GateEvidence evidence) {
        PassRule rule = request.passRule();
        int needed = rule == null ? request.repeats() : rule.passes();
        List<TestResult> results = evidence.candidate().results(evidence.tests(), needed);
        Rate rate = VersionRuns.rate(results);
        List<String> inFavour = new ArrayList<>();
        List<String> against = new ArrayList<>();
        (rate.reaches(request.minPassRate()) ? inFavour : against)
                .add(rate + " against the candidate passed; at least " + request.minPassRate() + " are required");
        VersionRuns baseline = evidence.baseline();
        if (baseline == null) {
            return new GateJudgement(
                    against.isEmpty() ? null : Outcome.REFUSED,
                    against.isEmpty() ? inFavour : against,
                    null,
                    List.of());
        }
        List<TestResult> others = baseline.results(evidence.tests(), needed);
        Difference difference = Difference.of(rate, VersionRuns.rate(others), request, baseline.name());
        List<Regression> regressions = regressions(results, others);
        Outcome outcome = against.isEmpty() ? difference.outcome() : Outcome.REFUSED;
        if (outcome == Outcome.INCONCLUSIVE) {
            return new GateJudgement(outcome, List.of(difference.reason()), difference.comparison(), regressions);
        }
        (difference.outcome() == Outcome.REFUSED ? against : inFavour).add(difference.reason());
        if (!against.isEmpty() && !regressions.isEmpty()) {
            against.add(show(regressions, evidence.tests(), baseline.name()));
        }
        return new GateJudgement(outcome, outcome == null ? inFavour : against, difference.comparison(), regressions);
    }

    private static List<Regression> regressions(List<TestResult> results, List<TestResult> others) {
        Set<String> passed = new HashSet<>();
        others.stream()
                .filter(TestResult::passed)
                .forEach(other -> passed.add(other.group().test(other.testId())));
        return results.stream()
                .filter(result ->
                        !result.passed() && passed.contains(result.group().test(result.testId())))
                .map(GateJudgement::regression)
                .toList();
    }

    private static Regression regression(TestResult result) {
        TestRun run = result.missed().get(0);
        return new Regression(
                result.group().suite(),
                result.testId(),
                run.runId(),
                Objects.requireNonNullElse(run.status(), RunState.UNKNOWN));
    }

    private static String show(List<Regression> regressions, SuiteTests tests, String baseline) {
        return "tests that pass on " + baseline + " but not on the candidate: "
                + Sentences.list(regressions.stream()
                        .map(regression -> new TestGroup(regression.suite())
                                        .of(Sentences.test(
                                                regression.testId(), tests.of(new TestGroup(regression.suite()))))
                                + " (" + regression.status() + ")")
                        .toList());
    }

    /**
     * The difference between the rates of the two versions.
     *
     * @param outcome why the candidate does not pass because of it, {@code null} if it does
     * @param reason the rates, and what the difference is worth
     * @param comparison the same in numbers
     */
    private record Difference(@Nullable Outcome outcome, String reason, Comparison comparison) {

        static Difference of(Rate rate, Rate other, GateRequest request, String baseline) {
            double pValue = Significance.pValue(rate.passed(), rate.tests(), other.passed(), other.tests());
            Comparison comparison = new Comparison(rate.passed(), rate.tests(), other.passed(), other.tests(), pValue);
            boolean tooLow = rate.isBelow(other, request.maxPassRateDrop());
            boolean significant = Significance.isReached(pValue, request.confidence());
            String reason = other + " against " + baseline + " passed; the candidate is "
                    + (tooLow ? "more than " : "at most ") + Rates.points(request.maxPassRateDrop()) + " below that";
            if (rate.passed() < other.passed()) {
                String numbers =
                        " (" + Significance.show(pValue) + ", at a confidence of " + request.confidence() + ")";
                reason += significant
                        ? "; this difference is significant" + numbers
                        : "; with so few tests, a difference of this size is not significant" + numbers;
            }
            if (!tooLow || significant || !request.allowInsignificantDrop()) {
                return new Difference(tooLow ? Outcome.REFUSED : null, reason, comparison);
            }
            double least = Significance.pValue(0, rate.tests(), other.passed(), other.tests());
            return Significance.isReached(least, request.confidence())
                    ? new Difference(null, reason + ", which is allowed", comparison)
                    : new Difference(
                            Outcome.INCONCLUSIVE,
                            reason + "; no difference could be with so few, so more tests are needed",
                            comparison);
        }
    }
}
