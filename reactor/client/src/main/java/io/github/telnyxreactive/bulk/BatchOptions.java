package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RateLimit;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a batch.
 *
 * @param maxConcurrentRuns how many runs may be under way at once, at least 1; a suite that is being triggered counts as
 *     one run, so a suite that turns out to be larger may exceed it
 * @param maxConcurrentRequests how many requests may be under way at once, at least 1 and at most the number of connections
 *     of the client
 * @param eventBuffer how many events may wait for the subscriber before nothing more is triggered and no run is looked at,
 *     at least 1; what is under way by then still comes in
 * @param maxAttempts how many attempts a request has while others succeed, at least 1; while none does, the service is
 *     taken to be out, and attempts do not count
 * @param rateLimit how many requests the batch may make, on top of the limits of the client and of the service, {@code null}
 *     for no such limit
 * @param polling the waits between two looks at an item: the shortest, the longest, how they grow while nothing changes and
 *     shrink when something does, and their jitter
 * @param itemDeadline how long an item may take from the beginning of its triggering on, more than zero; the triggering
 *     itself is given up after 23 hours at the latest, since the service knows its key for 24
 * @param deadline how long the whole batch may take from the first demand on, more than zero, {@code null} for no such
 *     limit
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, addStaticBuilder = false)
public record BatchOptions(
        int maxConcurrentRuns,
        int maxConcurrentRequests,
        int eventBuffer,
        int maxAttempts,
        @Nullable RateLimit rateLimit,
        PollingSchedule polling,
        Duration itemDeadline,
        @Nullable Duration deadline) {

    /** Beyond it, nanoseconds may overflow. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final BatchOptions DEFAULT =
            new BatchOptions(10_000, 64, 256, 20, null, PollingSchedule.defaults(), Duration.ofHours(2), null);

    /** Checks the settings. */
    public BatchOptions {
        requirePositive(maxConcurrentRuns, "maxConcurrentRuns");
        requirePositive(maxConcurrentRequests, "maxConcurrentRequests");
        requirePositive(eventBuffer, "eventBuffer");
        requirePositive(maxAttempts, "maxAttempts");
        requirePositive(itemDeadline, "itemDeadline");
        if (deadline != null) {
            requirePositive(deadline, "deadline");
        }
    }

    private static void requirePositive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
    }

    private static void requirePositive(Duration value, String name) {
        if (value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " must be more than zero and at most " + LONGEST.toDays() + " days: " + value);
        }
    }

    /**
     * Returns the settings of a batch that sets none: 10,000 runs and 64 requests at once, 256 events waiting, 20 attempts,
     * no rate limit of its own, the client's default polling schedule, 2 hours for an item and no limit for the whole.
     *
     * @return the defaults
     */
    public static BatchOptions defaults() {
        return DEFAULT;
    }

    /**
     * Starts settings with the defaults.
     *
     * @return a builder that holds all defaults
     */
    public static BatchOptionsBuilder builder() {
        return BatchOptionsBuilder.builder(DEFAULT);
    }
}
