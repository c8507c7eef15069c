package io.github.telnyxreactive.gate;

import java.time.Duration;
import java.util.Objects;

/** What a {@link ReleaseGate} compares the candidate with. */
public sealed interface Baseline {

    /**
     * Returns the comparison with the version that is the main version when the gate starts.
     *
     * @return the baseline
     */
    static Baseline main() {
        return new Main();
    }

    /**
     * Returns the comparison with a version of the same assistant.
     *
     * @param versionId the id of the version
     * @return the baseline
     * @throws IllegalArgumentException if the id is empty
     */
    static Baseline version(String versionId) {
        return new Version(versionId);
    }

    /**
     * Returns the comparison with the version that is the main version when the gate starts, by evidence of an earlier gate if
     * that still holds, like {@link #kept(VersionEvidence, Duration, Baseline)}.
     *
     * @param evidence the evidence, usually the {@linkplain GateDecision#nextBaseline() next baseline} of the last decision
     * @param maxAge the maximum age of the evidence
     * @return the baseline
     * @throws IllegalArgumentException if the age is not positive
     */
    static Baseline kept(VersionEvidence evidence, Duration maxAge) {
        return kept(evidence, maxAge, main());
    }

    /**
     * Returns the comparison with a version by evidence of an earlier gate if that still holds. If it does, the suites are run
     * against the candidate only. It holds if
     *
     * <ul>
     *   <li>it is not older than {@code maxAge}, and not from the future, by the clock of this machine,
     *   <li>it is of the same assistant and of the version to compare with, which is unchanged,
     *   <li>it is of the suites of the request, with exactly the tests that they have now, whose definitions are unchanged,
     *   <li>it has as many runs of each test as the request asks for,
     *   <li>and each run can be read again, and still has the status and the version that it had.
     * </ul>
     *
     * <p>Otherwise the suites are run against the version again, and the reasons of the decision say why. The runs are read
     * again at the start, and like all others once more before the decision.
     *
     * @param evidence the evidence
     * @param maxAge the maximum age of the evidence
     * @param version the version to compare with, {@link #main()} or {@link #version(String)}
     * @return the baseline
     * @throws IllegalArgumentException if the age is not positive, or if {@code version} is another kind of baseline
     */
    static Baseline kept(VersionEvidence evidence, Duration maxAge, Baseline version) {
        return new Kept(evidence, maxAge, version);
    }

    /**
     * Returns no comparison: the suites are run against the candidate only.
     *
     * @return the baseline
     */
    static Baseline none() {
        return new None();
    }

    /** The version that is the main version when the gate starts. */
    record Main() implements Baseline {}

    /**
     * A version of the same assistant.
     *
     * @param versionId its id
     */
    record Version(String versionId) implements Baseline {

        /** Checks the id. */
        public Version {
            if (Objects.requireNonNull(versionId, "versionId").isBlank()) {
                throw new IllegalArgumentException("versionId must not be empty");
            }
        }
    }

    /**
     * A version, by evidence of an earlier gate if that still holds.
     *
     * @param evidence the evidence
     * @param maxAge its maximum age
     * @param version the version, which is run again if the evidence does not hold
     */
    record Kept(VersionEvidence evidence, Duration maxAge, Baseline version) implements Baseline {

        /** Checks the values. */
        public Kept {
            Objects.requireNonNull(evidence, "evidence");
            if (maxAge.isNegative() || maxAge.isZero()) {
                throw new IllegalArgumentException("maxAge must be positive: " + maxAge);
            }
            if (!(version instanceof Main || version instanceof Version)) {
                throw new IllegalArgumentException(
                        "evidence is kept of the main version or of a named one: " + version);
            }
        }
    }

    /** No comparison. */
    record None() implements Baseline {}
}
