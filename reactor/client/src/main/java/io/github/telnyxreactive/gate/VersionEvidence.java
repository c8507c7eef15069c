package io.github.telnyxreactive.gate;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a {@link ReleaseGate} has found out about one version: which tests were run, and how each run ended. It is taken from
 * a {@link GateDecision}, and can be kept, by {@link io.github.telnyxreactive.bulk.report.JsonEvidence} for example, so that
 * a later gate need not run the version again: see {@link Baseline#kept(VersionEvidence, java.time.Duration)}.
 *
 * <p>It is always complete: each test has as many runs as it was to have, and each run has ended as passed, failed or error.
 *
 * <p>A definition is known by its digest: the SHA-256 of all fields but times and those that are {@code null}, in hexadecimal
 * digits. The name of a test is part of its definition.
 *
 * @param assistantId the id of the assistant
 * @param versionId the id of the version
 * @param versionDigest the digest of the assistant in this version
 * @param startedAt when the gate began to run the suites, or when the first of the runs was created if that was earlier
 * @param repeats how many times each test was run, at least 1
 * @param tests the tests, in the order in which they were listed
 */
public record VersionEvidence(
        String assistantId,
        String versionId,
        String versionDigest,
        OffsetDateTime startedAt,
        int repeats,
        List<TestEvidence> tests) {

    /** Checks the values, and copies the list. */
    public VersionEvidence {
        RunEvidence.requireNotEmpty(assistantId, "assistantId");
        RunEvidence.requireNotEmpty(versionId, "versionId");
        RunEvidence.requireNotEmpty(versionDigest, "versionDigest");
        Objects.requireNonNull(startedAt, "startedAt");
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats must be at least 1: " + repeats);
        }
        tests = List.copyOf(tests);
        for (TestEvidence test : tests) {
            if (test.runs().size() != repeats) {
                throw new IllegalArgumentException(
                        "test " + test.testId() + (test.suite() == null ? "" : " of suite " + test.suite())
                                + " has "
                                + test.runs().size() + " runs, and not " + repeats);
            }
        }
        if (tests.stream()
                        .map(test -> Arrays.asList(test.suite(), test.testId()))
                        .distinct()
                        .count()
                != tests.size()) {
            throw new IllegalArgumentException("a test is there twice");
        }
    }
}
