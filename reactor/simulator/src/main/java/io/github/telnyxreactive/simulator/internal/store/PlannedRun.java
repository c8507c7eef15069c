package io.github.telnyxreactive.simulator.internal.store;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import org.jspecify.annotations.Nullable;

/**
 * A run to create.
 *
 * @param test the test to run
 * @param versionId the id of the assistant version that it runs against, {@code null} if unknown
 * @param isExtra whether it is created beside the run that was requested
 */
public record PlannedRun(AssistantTest test, @Nullable String versionId, boolean isExtra) {}
