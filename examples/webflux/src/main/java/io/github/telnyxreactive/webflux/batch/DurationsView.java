package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.bulk.RunDurations;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How long runs took, in milliseconds.
 *
 * @param minMillis the shortest duration
 * @param meanMillis the mean duration
 * @param maxMillis the longest duration
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record DurationsView(long minMillis, long meanMillis, long maxMillis) {

    static @Nullable DurationsView of(@Nullable RunDurations durations) {
        return durations == null
                ? null
                : new DurationsView(
                        durations.shortest().toMillis(),
                        durations.mean().toMillis(),
                        durations.longest().toMillis());
    }
}
