package io.github.telnyxreactive.simulator.internal.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request that created runs. All of its runs share it.
 *
 * @param suiteRunId the id of the suite run, {@code null} if a single test was triggered
 * @param requestedVersion the id of the assistant version that was requested, {@code null} for none
 * @param idempotencyKey the idempotency key of the request, {@code null} for none
 * @param repeated whether the request repeats one that has already succeeded, and whose key the service has forgotten
 * @param at when the request was processed
 */
public record Trigger(
        @Nullable String suiteRunId,
        @Nullable String requestedVersion,
        @Nullable String idempotencyKey,
        boolean repeated,
        Instant at) {

    /** Creates a trigger; the time is truncated to microseconds, as in the dates of the API. */
    public Trigger {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
