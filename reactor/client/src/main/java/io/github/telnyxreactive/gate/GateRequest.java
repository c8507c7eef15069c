package io.github.telnyxreactive.gate;

import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.internal.model.GenerateBuilder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to a {@link ReleaseGate}: the candidate, the requirements, and the action if the candidate passes. All rates
 * are in per cent, and are rates of tests: a test that is run several times counts once.
 *
 * @param assistantId the id of the assistant
 * @param candidateVersionId the id of the candidate, which is a version of the assistant
 * @param suites the names of the suites to run; duplicates are ignored
 * @param tests the ids of single tests to run, beside the suites; duplicates are ignored. There is at least one suite or test
 * @param minPassRate the minimum percentage of the tests that the candidate has to pass
 * @param baseline what the candidate is compared with
 * @param maxPassRateDrop by how many percentage points the pass rate of the candidate may be below that of the baseline:
 *     with 5, a candidate with 85 % passes after a baseline with 90 %; without meaning if there is no baseline
 * @param repeats how many times each test is run against each version, at least 1
 * @param passRule how many of the runs of a test have to pass so that the test counts as passed, of as many as there are
 *     {@code repeats}; {@code null} for all of them
 * @param minRuns the number of runs against each version below which the gate does not decide, at least 1. If the suites
 *     have fewer tests, nothing is run
 * @param confidence the confidence at which a difference from the baseline counts as significant, above 0 and below 100
 *     per cent
 * @param allowInsignificantDrop whether a candidate passes although its pass rate has dropped by more than
 *     {@code maxPassRateDrop}, if the drop is not significant at this confidence. With few tests, only a large drop is
 *     significant; with so few that none could be, the gate does not decide
 * @param batch the name of the batch of runs, {@code null} for none. Repeating a gate within 24 hours under the same
 *     name triggers nothing twice, and judges the runs of the first time; only what was changed in the meantime, a version
 *     or a test, is run again
 * @param action what to do with a candidate that passes
 * @param decideOnly whether to run and judge the suites, but change nothing
 */
@GenerateBuilder
public record GateRequest(
        String assistantId,
        String candidateVersionId,
        List<String> suites,
        List<String> tests,
        Percentage minPassRate,
        Baseline baseline,
        Percentage maxPassRateDrop,
        int repeats,
        @Nullable PassRule passRule,
        int minRuns,
        Percentage confidence,
        boolean allowInsignificantDrop,
        @Nullable String batch,
        GateAction action,
        boolean decideOnly) {

    private static final Percentage USUAL_CONFIDENCE = Percentage.of(95);

    /** Checks the values, and copies the list without duplicates. */
    public GateRequest {
        requireNotEmpty(assistantId, "assistantId");
        requireNotEmpty(candidateVersionId, "candidateVersionId");
        suites = List.copyOf(new LinkedHashSet<>(suites));
        tests = List.copyOf(new LinkedHashSet<>(tests));
        if (suites.isEmpty() && tests.isEmpty()) {
            throw new IllegalArgumentException("at least one suite or test is needed to judge a version");
        }
        tests.forEach(test -> requireNotEmpty(test, "the id of a test"));
        suites.forEach(suite -> requireNotEmpty(suite, "the name of a suite"));
        Objects.requireNonNull(minPassRate, "minPassRate");
        Objects.requireNonNull(maxPassRateDrop, "maxPassRateDrop");
        Objects.requireNonNull(action, "action");
        Baseline compared =
                Objects.requireNonNull(baseline, "baseline") instanceof Baseline.Kept kept ? kept.version() : baseline;
        if (compared instanceof Baseline.Version version && version.versionId().equals(candidateVersionId)) {
            throw new IllegalArgumentException("the baseline is the candidate itself: " + candidateVersionId);
        }
        requirePositive(repeats, "repeats");
        requirePositive(minRuns, "minRuns");
        if (passRule != null && passRule.runs() != repeats) {
            throw new IllegalArgumentException(
                    "a pass rule of " + passRule + " needs " + passRule.runs() + " repeats: " + repeats);
        }
        if (Objects.requireNonNull(confidence, "confidence").equals(Percentage.ZERO)
                || confidence.equals(Percentage.ALL)) {
            throw new IllegalArgumentException("confidence must be above 0 % and below 100 %: " + confidence);
        }
    }

    private static void requireNotEmpty(String value, String name) {
        if (Objects.requireNonNull(value, name).isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
    }

    private static void requirePositive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
    }

    /**
     * Returns a builder with the required values. By default, each test is run once, every test has to pass, the candidate
     * must not be worse than the main version, whether that is significant or not, at a confidence of 95 %; the batch has
     * no name, and a candidate that passes is promoted; a change is made. There are no single tests.
     *
     * @param assistantId the id of the assistant
     * @param candidateVersionId the id of the candidate, which is a version of the assistant
     * @param suites the names of the suites to run, at least one unless single tests are added
     * @return a new builder
     */
    public static GateRequestBuilder builder(String assistantId, String candidateVersionId, List<String> suites) {
        return GateRequestBuilder.builder()
                .assistantId(assistantId)
                .candidateVersionId(candidateVersionId)
                .suites(suites)
                .tests(List.of())
                .minPassRate(Percentage.ALL)
                .baseline(Baseline.main())
                .maxPassRateDrop(Percentage.ZERO)
                .repeats(1)
                .minRuns(1)
                .confidence(USUAL_CONFIDENCE)
                .action(GateAction.promote());
    }
    /**
     * Returns a builder initialized with the components of this value.
     *
     * @return a new builder
     */
    public GateRequestBuilder toBuilder() {
        return GateRequestBuilder.builder(this);
    }
}
