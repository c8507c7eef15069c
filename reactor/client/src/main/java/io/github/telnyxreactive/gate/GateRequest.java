package io.github.telnyxreactive.gate;

import io.github.telnyxreactive.internal.model.GenerateBuilder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to a {@link ReleaseGate}: the candidate, the requirements, and the action if the candidate passes.
 *
 * @param assistantId the id of the assistant
 * @param candidateVersionId the id of the candidate, which is a version of the assistant
 * @param suites the names of the suites to run, at least one; duplicates are ignored
 * @param minPassRate the minimum share of runs against the candidate that have to pass, from 0 to 1
 * @param maxPassRateDrop by how much the pass rate of the candidate may be below that of the main version, from 0 to 1:
 *     with 0.05, a candidate with 0.85 passes after a main version with 0.9. With {@code null}, the suites are run
 *     against the candidate only, without a comparison
 * @param batch the name of the batch of runs, {@code null} for none. Repeating a gate within 24 hours under the same
 *     name for the same versions triggers nothing twice, and judges the runs of the first time; a candidate that was
 *     changed in the meantime therefore needs another name
 * @param action what to do with a candidate that passes
 * @param dryRun whether to run and judge the suites, but change nothing
 */
@GenerateBuilder
public record GateRequest(
        String assistantId,
        String candidateVersionId,
        List<String> suites,
        double minPassRate,
        @Nullable Double maxPassRateDrop,
        @Nullable String batch,
        GateAction action,
        boolean dryRun) {

    /** Checks the values, and copies the list without duplicates. */
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
     * Returns a builder with the required values. By default, every run against the candidate has to pass, the
     * candidate must not be worse than the main version, the batch has no name, and a candidate that passes is
     * promoted; it is not a dry run.
     *
     * @param assistantId the id of the assistant
     * @param candidateVersionId the id of the candidate, which is a version of the assistant
     * @param suites the names of the suites to run, at least one
     * @return a new builder
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
