package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.gate.Regression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The judgement of the evidence about a candidate.
 *
 * @param accepted whether the candidate passes
 * @param reasons all reasons against it if it does not pass, otherwise the reasons for it
 */
record GateJudgement(boolean accepted, List<String> reasons) {

    /** The maximum number of regressions to name. */
    private static final int MAX_NAMED = 10;

    static GateJudgement of(GateRequest request, GateEvidence evidence) {
        List<String> against = new ArrayList<>(evidence.gaps());
        List<String> inFavour = new ArrayList<>();
        boolean complete = against.isEmpty();
        RunTotals candidate = evidence.candidate();
        if (candidate.runs() > 0) {
            boolean enough = Rates.reaches(candidate, request.minPassRate());
            String required = Rates.percent(100 * request.minPassRate());
            (enough ? inFavour : against)
                    .add(Rates.show(candidate) + " against the candidate passed; at least " + required
                            + " are required");
        }
        RunTotals baseline = evidence.baseline();
        Double allowed = request.maxPassRateDrop();
        // If runs are missing, the rates are not those of the same tests.
        if (complete && baseline != null && allowed != null) {
            boolean lower = Rates.isLower(candidate, baseline, allowed);
            (lower ? against : inFavour)
                    .add(Rates.show(baseline) + " against the main version passed; the candidate is "
                            + (lower ? "more than " : "at most ") + Rates.points(allowed) + " below that");
        }
        List<Regression> regressions = evidence.regressions();
        if (!against.isEmpty() && !regressions.isEmpty()) {
            against.add(show(regressions));
        }
        return against.isEmpty() ? new GateJudgement(true, inFavour) : new GateJudgement(false, against);
    }

    private static String show(List<Regression> regressions) {
        int more = regressions.size() - MAX_NAMED;
        return regressions.stream()
                .limit(MAX_NAMED)
                .map(regression ->
                        regression.testId() + " of suite " + regression.suite() + " (" + regression.status() + ")")
                .collect(Collectors.joining(
                        ", ",
                        "tests that pass on the main version but not on the candidate: ",
                        more > 0 ? " and " + more + " more" : ""));
    }
}
