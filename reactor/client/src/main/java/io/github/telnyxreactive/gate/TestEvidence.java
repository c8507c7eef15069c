package io.github.telnyxreactive.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one test against one version.
 *
 * @param suite the name of the suite with which it was run, {@code null} if it was run as a single test
 * @param testId the id of the test
 * @param digest the digest of the definition of the test, see {@link VersionEvidence}
 * @param runs its runs, one for each repeat
 */
public record TestEvidence(@Nullable String suite, String testId, String digest, List<RunEvidence> runs) {

    /** Checks the values, and copies the list. */
    public TestEvidence {
        if (suite != null) {
            RunEvidence.requireNotEmpty(suite, "suite");
        }
        RunEvidence.requireNotEmpty(testId, "testId");
        RunEvidence.requireNotEmpty(digest, "digest");
        runs = List.copyOf(runs);
    }
}
