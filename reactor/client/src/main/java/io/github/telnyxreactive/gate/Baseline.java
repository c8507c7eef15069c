package io.github.telnyxreactive.gate;

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

    /** No comparison. */
    record None() implements Baseline {}
}
