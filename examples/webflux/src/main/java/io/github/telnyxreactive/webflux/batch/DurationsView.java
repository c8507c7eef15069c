package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.bulk.Durations;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How long runs took.
 *
 * @param minMillis the shortest, in milliseconds
 * @param meanMillis on average
 * @param maxMillis the longest
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record DurationsView(long minMillis, long meanMillis, long maxMillis) {

    static @Nullable DurationsView of(@Nullable Durations durations) {
        return durations == null
                ? null
                : new DurationsView(
                        durations.shortest().toMillis(),
                        durations.mean().toMillis(),
                        durations.longest().toMillis());
    }
}
