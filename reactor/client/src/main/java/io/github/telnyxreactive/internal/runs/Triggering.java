package io.github.telnyxreactive.internal.runs;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was triggered, and what is known about it beforehand.
 *
 * @param suite the name of the suite, {@code null} for a single test
 * @param testId the id of the single test, {@code null} for a suite
 * @param tests the ids of the tests that are to run, {@code null} if they are not known
 * @param since when it was triggered, by the clock of this machine
 * @param maxLag how long the service may take to show what it has created
 * @param repeated whether an earlier request with the same idempotency key may have been processed as well, so that there
 *     are more runs if the service has forgotten the key
 * @param isForeign returns whether a run, or the runs with a common id, belong to something else
 */
public record Triggering(
        @Nullable String suite,
        @Nullable String testId,
        @Nullable Set<String> tests,
        OffsetDateTime since,
        Duration maxLag,
        boolean repeated,
        Predicate<String> isForeign) {}
