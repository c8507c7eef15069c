package io.github.telnyxreactive.gate;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ReleaseGate} has decided, and why.
 *
 * @param outcome what was done, or would be done but for the dry run
 * @param reasons why, in sentences for people, at least one; of a refusal all that speaks against the candidate
 * @param mainVersionId the id of the main version when the gate began, {@code null} if the service does not tell
 * @param candidate the runs against the candidate, {@code null} if none was needed for the decision
 * @param baseline the runs against the main version, {@code null} if there was no comparison
 * @param regressions the tests that pass on the main version and not on the candidate, in the order in which their runs
 *     ended; empty without a comparison
 * @param canaryDeploy the canary deploy that was started, widened, or wide enough already; {@code null} in all other cases
 */
public record GateDecision(
        Outcome outcome,
        List<String> reasons,
        @Nullable String mainVersionId,
        @Nullable RunTotals candidate,
        @Nullable RunTotals baseline,
        List<Regression> regressions,
        @Nullable CanaryDeploy canaryDeploy) {

    /** Copies what could change. */
    public GateDecision {
        reasons = List.copyOf(reasons);
        regressions = List.copyOf(regressions);
    }

    /**
     * Tells whether the candidate may pass, which is all that a pipeline needs to know.
     *
     * @return whether the outcome is not {@link Outcome#REFUSED}
     */
    public boolean isAccepted() {
        return outcome != Outcome.REFUSED;
    }

    /** What a gate comes to. */
    public enum Outcome {
        /** The candidate was made the main version. */
        PROMOTED,
        /** A canary deploy of the candidate was started. */
        CANARY_STARTED,
        /** The canary deploy that there was serves the candidate more conversations than before. */
        CANARY_WIDENED,
        /** A dry run: the candidate would have been made the main version. */
        WOULD_PROMOTE,
        /** A dry run: a canary deploy of the candidate would have been started. */
        WOULD_START_CANARY,
        /** A dry run: the canary deploy that there is would have been widened. */
        WOULD_WIDEN_CANARY,
        /** There was nothing to do: the candidate is the main version already, or has the share of conversations already. */
        UNCHANGED,
        /** The candidate may not pass, and everything was left as it was. */
        REFUSED
    }
}
