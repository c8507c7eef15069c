package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A candidate from this build or from a baseline.
 *
 * @param candidate the candidate
 * @param baseline the jar of the baseline, {@code null} for this build
 */
record Contender(Candidates candidate, @Nullable Path baseline) {

    static Contender of(Candidates candidate) {
        return new Contender(candidate, null);
    }

    String title() {
        return baseline == null ? candidate.title() : candidate.baselineTitle();
    }

    /** Returns the class path of its process. */
    String classPath() {
        return baseline == null ? PinnedProcess.CLASS_PATH : baseline.toString();
    }
}
