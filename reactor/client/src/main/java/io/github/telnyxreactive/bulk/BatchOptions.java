package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.internal.model.GenerateBuilder;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RateLimit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of a batch.
 *
 * @param maxConcurrentRuns the maximum number of runs under way at the same time, at least 1, or {@link BatchOptions#UNLIMITED}. A
 *     suite that has more tests is triggered test by test, or is refused if it has an idempotency key, under which it may
 *     have been triggered as a whole before. A run counts until its end was seen; one that was abandoned, or
 *     may exist because of an unknown outcome, counts until the deadline of its item, and if it was seen not to have ended
 *     by then, to the end of the batch
 * @param maxRuns the maximum number of runs that the batch starts in total, at least 1, {@code null} for no limit; items
 *     that would exceed it are refused
 * @param readTests whether the tests of a suite are read before it is triggered, which takes a request for every 100 tests.
 *     Without it, the size of a suite is not known beforehand, so it requires {@link BatchOptions#UNLIMITED} concurrent runs and no
 *     {@code maxRuns}, and a test for which no run was started goes unnoticed
 * @param maxLag how long the service may take until it shows what it has just created: as long, a run that is not found is
 *     waited for, and so is the run of a test that has none; zero or more
 * @param sameAccount whether a journal that was written with another API key is accepted without proof that it is of the
 *     same account
 * @param maxConcurrentRequests the maximum number of requests in flight, at least 1 and at most the number of
 *     connections of the client
 * @param eventBuffer the number of events that may be queued for the subscriber before triggering and polling pause, at
 *     least 1; the responses to requests in flight may exceed it
 * @param maxAttempts the maximum number of attempts of a request, at least 1; during an outage, when no request
 *     succeeds, attempts do not count
 * @param rateLimit the rate limit of the batch, in addition to those of the client and of the service, {@code null} for
 *     none
 * @param polling the bounds of the delay between two polls of an item, the factor by which it grows while nothing
 *     changes and shrinks when something does, and its jitter. If the rate does not suffice for that, polls come later, and
 *     almost nothing is started while some items are not polled within twice the longest delay
 * @param itemDeadline how long an item may take, from the start of triggering it, more than zero; triggering itself is
 *     abandoned after at most 23 hours, since the service remembers the key for 24 hours
 * @param deadline how long the whole batch may take, from the first demand of the subscriber, more than zero,
 *     {@code null} for no limit
 */
@GenerateBuilder
public record BatchOptions(
        int maxConcurrentRuns,
        @Nullable Integer maxRuns,
        boolean readTests,
        Duration maxLag,
        boolean sameAccount,
        int maxConcurrentRequests,
        int eventBuffer,
        int maxAttempts,
        @Nullable RateLimit rateLimit,
        PollingSchedule polling,
        Duration itemDeadline,
        @Nullable Duration deadline) {

    /** The value of {@code maxConcurrentRuns} for no limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Longer durations may overflow in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final BatchOptions DEFAULT = new BatchOptions(
            50,
            null,
            true,
            Duration.ofSeconds(30),
            false,
            64,
            256,
            20,
            null,
            PollingSchedule.defaults(),
            Duration.ofHours(2),
            null);

    /** Checks the values. */
    public BatchOptions {
        requirePositive(maxConcurrentRuns, "maxConcurrentRuns");
        if (maxRuns != null) {
            requirePositive(maxRuns, "maxRuns");
        }
        if (!readTests && (maxConcurrentRuns != UNLIMITED || maxRuns != null)) {
            throw new IllegalArgumentException(
                    "without readTests the size of a suite is not known before it is triggered,"
                            + " so no number of runs can be guaranteed: set maxConcurrentRuns to UNLIMITED and no maxRuns, or leave"
                            + " readTests on");
        }
        if (maxLag.isNegative()) {
            throw new IllegalArgumentException("maxLag must not be negative: " + maxLag);
        }
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
     * Returns the default options: 50 runs under way, no limit in total, the tests of suites are read, 30 s until the
     * service shows what it has created, 64 requests in flight, a buffer of 256 events, 20 attempts,
     * no rate limit, {@link PollingSchedule#defaults()}, 2 hours for an item and no deadline for the batch.
     *
     * @return the defaults
     */
    public static BatchOptions defaults() {
        return DEFAULT;
    }

    /**
     * Returns a builder with the default options.
     *
     * @return a new builder
     */
    public static BatchOptionsBuilder builder() {
        return BatchOptionsBuilder.builder(DEFAULT);
    }
}
