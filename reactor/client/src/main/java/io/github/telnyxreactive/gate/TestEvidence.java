package io.github.telnyxreactive.gate;

import java.util.List;

/**
 * The runs of one test against one version.
 *
 * @param suite the name of the suite of the test
 * @param testId the id of the test
 * @param digest the digest of the definition of the test, see {@link VersionEvidence}
 * @param runs its runs, one for each repeat
 */
public record TestEvidence(String suite, String testId, String digest, List<RunEvidence> runs) {

    /** Checks the values, and copies the list. */
    public TestEvidence {
        RunEvidence.requireNotEmpty(suite, "suite");
        RunEvidence.requireNotEmpty(testId, "testId");
        RunEvidence.requireNotEmpty(digest, "digest");
        runs = List.copyOf(runs);
    }
}
