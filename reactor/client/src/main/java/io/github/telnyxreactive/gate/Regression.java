package io.github.telnyxreactive.gate;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import org.jspecify.annotations.Nullable;

/**
 * A test that passes on the baseline but not on the candidate.
 *
 * @param suite the name of the suite with which it was run, {@code null} if it was run as a single test
 * @param testId the id of the test
 * @param runId the id of the first of its runs against the candidate that did not pass
 * @param status the final status of that run
 */
public record Regression(@Nullable String suite, String testId, String runId, TestRunStatus status) {}
