package io.github.telnyxreactive.bulk.report;

import org.jspecify.annotations.Nullable;

/**
 * Knows in which files the tests of a batch are defined, so that build servers show their results there. The service does not
 * know files: they are those of a team that keeps its tests in a repository.
 */
@FunctionalInterface
public interface SourceFiles {

    /** Knows no file. */
    SourceFiles NONE = (suite, testId, testName) -> null;

    /**
     * Returns the file in which a test is defined. A writer may ask for the same test several times.
     *
     * @param suite the name of the suite as part of which the test was to run, {@code null} for a single test
     * @param testId the id of the test, {@code null} if it is not known
     * @param testName the name of the test, {@code null} if it is not known; without phone numbers, as that of the suite, in a
     *     report that is masked
     * @return its path as build servers expect it, usually from the root of the repository and with slashes; {@code null} if it
     *     is not known
     */
    @Nullable String of(@Nullable String suite, @Nullable String testId, @Nullable String testName);
}
