package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.gate.Regression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the evidence says of the candidate.
 *
 * @param accepted whether the candidate may pass
 * @param reasons all that speaks against it if it may not, else what speaks for it
 */
record GateJudgement(boolean accepted, List<String> reasons) {

    /** So many regressions are named; the others are counted. */
    private static final int NAMED = 10;

    static GateJudgement of(GateRequest request, GateEvidence evidence) {
        List<String> against = new ArrayList<>(evidence.gaps());
        List<String> inFavour = new ArrayList<>();
        boolean complete = against.isEmpty();
        RunTotals candidate = evidence.candidate();
        if (candidate.runs() > 0) {
            boolean enough = Rates.reaches(candidate, request.minPassRate());
            String required = Rates.percent(100 * request.minPassRate());
            (enough ? inFavour : against)
                    .add(Rates.show(candidate) + " against the candidate have passed, and "
                            + (enough ? required + " are enough" : "at least " + required + " have to"));
        }
        RunTotals baseline = evidence.baseline();
        Double allowed = request.maxPassRateDrop();
        // Where runs are missing, the rates are not of the same tests.
        if (complete && baseline != null && allowed != null) {
            boolean lower = Rates.isLower(candidate, baseline, allowed);
            (lower ? against : inFavour)
                    .add(Rates.show(baseline) + " against the main version have passed, and the candidate is "
                            + (lower ? "more than " : "not more than ") + Rates.points(allowed) + " below that");
        }
        List<Regression> regressions = evidence.regressions();
        if (!against.isEmpty() && !regressions.isEmpty()) {
            against.add(show(regressions));
        }
        return against.isEmpty() ? new GateJudgement(true, inFavour) : new GateJudgement(false, against);
    }

    private static String show(List<Regression> regressions) {
        int more = regressions.size() - NAMED;
        return regressions.stream()
                .limit(NAMED)
                .map(regression ->
                        regression.testId() + " of suite " + regression.suite() + " (" + regression.status() + ")")
                .collect(Collectors.joining(
                        ", ",
                        "tests that pass on the main version and not on the candidate: ",
                        more > 0 ? " and " + more + " more" : ""));
    }
}
