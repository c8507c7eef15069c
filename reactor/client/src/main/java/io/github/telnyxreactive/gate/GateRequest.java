package io.github.telnyxreactive.gate;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ReleaseGate} is asked: which version is to pass, what it has to show, and what is done with it then.
 *
 * @param assistantId the id of the assistant
 * @param candidateVersionId the id of the version that is to pass
 * @param suites the names of the suites to run, at least one; a name that is there twice counts once
 * @param minPassRate the part of the runs against the candidate that has to pass, from 0 to 1
 * @param maxPassRateDrop by how much the pass rate of the candidate may be lower than that of the main version, from 0 to 1:
 *     with 0.05, a candidate of 0.85 may follow a main version of 0.9. With {@code null} the suites are run against the
 *     candidate only, and nothing is compared
 * @param batch the name of the batch of runs, {@code null} for none. A gate that is repeated within 24 hours under the same
 *     name for the same versions triggers nothing twice and judges the runs of the first time; so a candidate that was
 *     changed in the meantime needs another name
 * @param action what is done with a candidate that may pass
 * @param dryRun whether the suites are run and judged, but nothing is changed
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, addStaticBuilder = false)
public record GateRequest(
        String assistantId,
        String candidateVersionId,
        List<String> suites,
        double minPassRate,
        @Nullable Double maxPassRateDrop,
        @Nullable String batch,
        GateAction action,
        boolean dryRun) {

    /** Checks that this can be decided, and copies what could change. */
    public GateRequest {
        requireNotEmpty(assistantId, "assistantId");
        requireNotEmpty(candidateVersionId, "candidateVersionId");
        suites = List.copyOf(new LinkedHashSet<>(suites));
        if (suites.isEmpty()) {
            throw new IllegalArgumentException("at least one suite is needed to judge a version");
        }
        suites.forEach(suite -> requireNotEmpty(suite, "the name of a suite"));
        requireRate(minPassRate, "minPassRate");
        if (maxPassRateDrop != null) {
            requireRate(maxPassRateDrop, "maxPassRateDrop");
        }
        Objects.requireNonNull(action, "action");
    }

    private static void requireNotEmpty(String value, String name) {
        if (Objects.requireNonNull(value, name).isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
    }

    private static void requireRate(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1: " + value);
        }
    }

    /**
     * Starts a request with what has no default. Unless changed, it asks that every run against the candidate passes and
     * that the candidate is not worse than the main version, names no batch, promotes, and is no dry run.
     *
     * @param assistantId the id of the assistant
     * @param candidateVersionId the id of the version that is to pass
     * @param suites the names of the suites to run, at least one
     * @return a builder that holds these and all defaults
     */
    public static GateRequestBuilder builder(String assistantId, String candidateVersionId, List<String> suites) {
        return GateRequestBuilder.builder()
                .assistantId(assistantId)
                .candidateVersionId(candidateVersionId)
                .suites(suites)
                .minPassRate(1)
                .maxPassRateDrop(0.0)
                .action(GateAction.promote());
    }
}
