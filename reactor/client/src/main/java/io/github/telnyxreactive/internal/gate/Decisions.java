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
        return new GateDecision(outcome, List.of(reason), mainVersionId, null, null, List.of(), null);
    }

    /** Returns a copy with the given outcome and reasons. */
    static GateDecision with(GateDecision decision, Outcome outcome, List<String> reasons) {
        return new GateDecision(
                outcome,
                reasons,
                decision.mainVersionId(),
                decision.candidate(),
                decision.baseline(),
                decision.regressions(),
                decision.canaryDeploy());
    }

    /** Returns a copy with the given outcome and one more reason. */
    static GateDecision with(GateDecision decision, Outcome outcome, String reason) {
        List<String> reasons = new ArrayList<>(decision.reasons());
        reasons.add(reason);
        return with(decision, outcome, reasons);
    }

    /** Returns a copy with the given canary deploy. */
    static GateDecision with(GateDecision decision, @Nullable CanaryDeploy deploy) {
        return new GateDecision(
                decision.outcome(),
                decision.reasons(),
                decision.mainVersionId(),
                decision.candidate(),
                decision.baseline(),
                decision.regressions(),
                deploy);
    }
}
