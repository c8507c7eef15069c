package io.github.telnyxreactive.webflux.batch;

import java.time.Instant;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The end of a batch.
 *
 * @param status how it has ended
 * @param endedAt when it ended
 * @param totals what became of it
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record BatchEnd(BatchStatus status, Instant endedAt, TotalsView totals) {}
