package io.github.telnyxreactive.gate;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision of a {@link ReleaseGate}, with its reasons.
 *
 * @param outcome what was done, or would have been done if a change had been wanted
 * @param reasons the reasons in human-readable sentences, at least one; if the candidate was refused, all reasons
 *     against it; if the gate was inconclusive, what is missing. If a {@linkplain Baseline#kept kept baseline} was not used,
 *     the last one says why
 * @param missing what is missing for a decision, in human-readable sentences; empty unless the gate was inconclusive
 * @param mainVersionId the id of the main version at the start, {@code null} if the service does not return it
 * @param candidate the totals of the runs against the candidate, {@code null} if nothing was run
 * @param baseline the totals of the runs against the baseline, kept ones included; {@code null} without a comparison
 * @param comparison how the candidate compares with the baseline, {@code null} without a comparison or without complete
 *     evidence
 * @param regressions the tests that pass on the baseline but not on the candidate, in the order in which they are listed;
 *     empty without a comparison
 * @param canaryDeploy the canary deploy that was started or widened, or that was already wide enough, otherwise
 *     {@code null}
 * @param candidateEvidence the evidence about the candidate, {@code null} if it is not complete
 * @param baselineEvidence the evidence about the baseline, the kept one if that was used; {@code null} without a comparison,
 *     or if the evidence is not complete
 */
public record GateDecision(
        Outcome outcome,
        List<String> reasons,
        List<String> missing,
        @Nullable String mainVersionId,
        @Nullable RunTotals candidate,
        @Nullable RunTotals baseline,
        @Nullable Comparison comparison,
        List<Regression> regressions,
        @Nullable CanaryDeploy canaryDeploy,
        @Nullable VersionEvidence candidateEvidence,
        @Nullable VersionEvidence baselineEvidence) {

    /** Copies the lists. */
    public GateDecision {
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
        regressions = List.copyOf(regressions);
    }

    /**
     * Returns whether the candidate passes, which is usually all that a pipeline needs.
     *
     * @return whether the outcome is neither {@link Outcome#REFUSED} nor {@link Outcome#INCONCLUSIVE}
     */
    public boolean isAccepted() {
        return outcome != Outcome.REFUSED && outcome != Outcome.INCONCLUSIVE;
    }

    /**
     * Returns the evidence about the version that the next candidate is to be compared with. To run each version only once,
     * keep it, and pass it to {@link Baseline#kept(VersionEvidence, java.time.Duration)} in the next request.
     *
     * @return the evidence about the candidate if it was made the main version, otherwise about the baseline; {@code null} if
     *     there is none
     */
    public @Nullable VersionEvidence nextBaseline() {
        return outcome == Outcome.PROMOTED ? candidateEvidence : baselineEvidence;
    }

    /** The outcome of a gate. */
    public enum Outcome {
        /** The candidate was made the main version. */
        PROMOTED,
        /** A canary deploy of the candidate was started. */
        CANARY_STARTED,
        /** The existing canary deploy was changed to give the candidate a larger share of the conversations. */
        CANARY_WIDENED,
        /** Decided only: the candidate would have been made the main version. */
        WOULD_PROMOTE,
        /** Decided only: a canary deploy of the candidate would have been started. */
        WOULD_START_CANARY,
        /** Decided only: the existing canary deploy would have been widened. */
        WOULD_WIDEN_CANARY,
        /** Nothing was changed: the candidate is already the main version, or already has its share. */
        UNCHANGED,
        /**
         * The evidence is complete, and the candidate does not pass, or the canary deploy has no room for it. Nothing was
         * changed.
         */
        REFUSED,
        /**
         * The evidence is incomplete, or no longer applies, so it says nothing about the candidate. Nothing was changed;
         * running the gate again may help.
         */
        INCONCLUSIVE
    }
}
