package io.github.telnyxreactive.cli.internal.command.selection;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to run.
 *
 * @param suites the names of the suites, without duplicates
 * @param isAll whether every suite is wanted
 * @param tests the ids or names of single tests, without duplicates
 * @param selection which tests of these
 * @param isEachTest whether the tests of suites are triggered one by one
 * @param versionId the version of the assistant, {@code null} for the main version
 */
public record Wanted(
        List<String> suites,
        boolean isAll,
        Set<String> tests,
        TestSelection selection,
        boolean isEachTest,
        @Nullable String versionId) {}
