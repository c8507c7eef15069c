package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.gate.Baseline;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs against both versions, and what is missing of them. Not thread-safe. */
final class GateEvidence {

    private final GateRequest request;
    private final SuiteTests tests;
    private final VersionRuns candidate;
    private final @Nullable VersionRuns baseline;
    private final boolean isKept;

    /**
     * Collects evidence.
     *
     * @param request the request
     * @param tests the tests
     * @param main the id of the main version
     * @param kept the runs against the baseline that are known already, {@code null} for none
     */
    GateEvidence(GateRequest request, SuiteTests tests, String main, @Nullable VersionRuns kept) {
        this.request = request;
        this.tests = tests;
        this.candidate = new VersionRuns("the candidate", request.candidateVersionId());
        this.baseline = kept == null ? baseline(request.baseline(), main) : kept;
        this.isKept = kept != null;
    }

    /** Returns a version to compare with, without runs; {@code null} for none. */
    static @Nullable VersionRuns baseline(Baseline baseline, String main) {
        if (baseline instanceof Baseline.Version version) {
            return new VersionRuns("version " + version.versionId(), version.versionId());
        }
        return baseline instanceof Baseline.Main ? new VersionRuns("the main version", main) : null;
    }

    void accept(BatchEvent event) {
        VersionRuns compared = baseline;
        boolean ofCandidate = request.candidateVersionId().equals(event.item().versionId());
        if (ofCandidate || compared == null) {
            candidate.accept(event);
        } else if (!isKept) {
            // Otherwise, a journal tells of runs against a baseline that could not be kept at first, and can now.
            compared.accept(event);
        }
    }

    SuiteTests tests() {
        return tests;
    }

    VersionRuns candidate() {
        return candidate;
    }

    /** Returns the runs against the baseline, {@code null} without a comparison. */
    @Nullable VersionRuns baseline() {
        return baseline;
    }

    /** Returns the totals of the baseline, {@code null} without a comparison. */
    @Nullable RunTotals baselineTotals() {
        return baseline == null ? null : baseline.totals();
    }

    /** Returns the runs against either version. */
    List<VersionRuns> sides() {
        return baseline == null ? List.of(candidate) : List.of(candidate, baseline);
    }

    /** Returns what is missing for a judgement, as sentences. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        for (TestGroup group : tests.groups().keySet()) {
            sides().forEach(side -> gaps.addAll(side.gaps(tests, group, request.repeats())));
        }
        if (baseline != null) {
            List<String> shared =
                    shared(ids(candidate).toList(), new HashSet<>(ids(baseline).toList()));
            if (!shared.isEmpty()) {
                gaps.add("the service returned the same runs for both versions: " + Sentences.list(shared));
            }
        }
        return gaps;
    }

    private static Stream<String> ids(VersionRuns side) {
        return side.runs().values().stream().flatMap(Collection::stream).map(TestRun::runId);
    }

    private static List<String> shared(List<String> ids, Set<String> others) {
        return ids.stream().filter(others::contains).toList();
    }
}
