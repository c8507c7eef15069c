package io.github.telnyxreactive.webflux.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to run suites.
 *
 * @param suites the names of the suites; duplicates are ignored
 * @param versionId the version of the assistant that is tested, {@code null} for the main version
 */
record BatchRequest(
        @Nullable List<@Nullable String> suites,
        @JsonProperty("version_id") @Nullable String versionId) {

    private static final int LONGEST_NAME = 100;

    /**
     * Returns the suites.
     *
     * @throws InvalidBatchException if there are none, too many, or one has an invalid name
     */
    List<String> validSuites(int most) {
        if (suites == null || suites.isEmpty()) {
            throw new InvalidBatchException("suites", "must name at least one suite");
        }
        if (suites.size() > most) {
            throw new InvalidBatchException("suites", "must not name more than " + most + " suites");
        }
        return suites.stream().map(BatchRequest::validName).distinct().toList();
    }

    private static String validName(@Nullable String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidBatchException("suites", "must name suites with 1 to " + LONGEST_NAME + " characters");
        }
        return name;
    }

    /**
     * Returns the version.
     *
     * @throws InvalidBatchException if it is blank
     */
    @Nullable String validVersion() {
        if (versionId != null && versionId.isBlank()) {
            throw new InvalidBatchException("version_id", "must not be blank: leave it out for the main version");
        }
        return versionId;
    }
}
