package io.github.telnyxreactive.webflux.batch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A batch without its runs.
 *
 * @param id the id of the batch
 * @param status its status
 * @param suites the requested suites
 * @param startedAt when it was started
 * @param endedAt when it ended, {@code null} if it has not
 * @param problem why it was aborted, {@code null} if it was not
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record BatchSummary(
        String id,
        BatchStatus status,
        List<String> suites,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String problem) {}
