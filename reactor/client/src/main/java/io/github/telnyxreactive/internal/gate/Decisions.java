package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.gate.GateDecision;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates decisions, and copies of them. */
final class Decisions {

    private Decisions() {}

    /** Creates a decision without runs. */
    static GateDecision withoutRuns(Outcome outcome, String reason, @Nullable String mainVersionId) {
        return new GateDecision(
                outcome, List.of(reason), List.of(), mainVersionId, null, null, null, List.of(), null, null, null);
    }

    /** Creates a decision that nothing is worth running. */
    static GateDecision inconclusive(List<String> missing, @Nullable String mainVersionId) {
        return new GateDecision(
                Outcome.INCONCLUSIVE, missing, missing, mainVersionId, null, null, null, List.of(), null, null, null);
    }

    /** Creates a decision from runs, without reasons. */
    static GateDecision of(GateEvidence evidence, @Nullable String mainVersionId) {
        return new GateDecision(
                Outcome.INCONCLUSIVE,
                List.of(),
                List.of(),
                mainVersionId,
                evidence.candidate().totals(),
                evidence.baselineTotals(),
                null,
                List.of(),
                null,
                null,
                null);
    }

    /** Returns a copy that says what is missing. */
    static GateDecision missing(GateDecision decision, List<String> missing) {
        return new GateDecision(
                Outcome.INCONCLUSIVE,
                missing,
                missing,
                decision.mainVersionId(),
                decision.candidate(),
                decision.baseline(),
                decision.comparison(),
                decision.regressions(),
                decision.canaryDeploy(),
                decision.candidateEvidence(),
                decision.baselineEvidence());
    }

    /** Returns a copy with a judgement of complete evidence, and the given outcome. */
    static GateDecision judged(
            GateDecision decision, Outcome outcome, GateJudgement judgement, CompleteEvidence evidence) {
        return new GateDecision(
                outcome,
                judgement.reasons(),
                outcome == Outcome.INCONCLUSIVE ? judgement.reasons() : List.of(),
                decision.mainVersionId(),
                decision.candidate(),
                decision.baseline(),
                judgement.comparison(),
                judgement.regressions(),
                decision.canaryDeploy(),
                evidence.candidate(),
                evidence.baseline());
    }

    /** Returns a copy with the given outcome and reasons. */
    static GateDecision with(GateDecision decision, Outcome outcome, List<String> reasons) {
        return new GateDecision(
                outcome,
                reasons,
                decision.missing(),
                decision.mainVersionId(),
                decision.candidate(),
                decision.baseline(),
                decision.comparison(),
                decision.regressions(),
                decision.canaryDeploy(),
                decision.candidateEvidence(),
                decision.baselineEvidence());
    }

    /** Returns a copy with the given outcome and one more reason. */
    static GateDecision with(GateDecision decision, Outcome outcome, String reason) {
        List<String> reasons = new ArrayList<>(decision.reasons());
        reasons.add(reason);
        return with(decision, outcome, reasons);
    }

    /** Returns a copy with more reasons, which are not missing. */
    static GateDecision noted(GateDecision decision, List<String> notes) {
        List<String> reasons = new ArrayList<>(decision.reasons());
        reasons.addAll(notes);
        return with(decision, decision.outcome(), reasons);
    }

    /** Returns a copy with the given canary deploy. */
    static GateDecision with(GateDecision decision, @Nullable CanaryDeploy deploy) {
        return new GateDecision(
                decision.outcome(),
                decision.reasons(),
                decision.missing(),
                decision.mainVersionId(),
                decision.candidate(),
                decision.baseline(),
                decision.comparison(),
                decision.regressions(),
                deploy,
                decision.candidateEvidence(),
                decision.baselineEvidence());
    }
}
