package io.github.telnyxreactive.webflux.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The end of a batch.
 *
 * @param status the final status
 * @param endedAt when it ended
 * @param totals the totals of its runs
 * @param problem why the batch was aborted, {@code null} if it was not
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record BatchEnd(
        BatchStatus status,
        Instant endedAt,
        TotalsView totals,
        @Nullable String problem) {}
