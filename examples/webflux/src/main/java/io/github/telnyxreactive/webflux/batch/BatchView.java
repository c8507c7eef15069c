package io.github.telnyxreactive.webflux.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A batch at one moment.
 *
 * @param id the id of the batch
 * @param status its status
 * @param suites the requested suites, including those without runs so far
 * @param startedAt when it was started
 * @param endedAt when it ended, {@code null} if it has not
 * @param totals the totals of its runs
 * @param runs its runs, in the order in which they were triggered
 * @param items what could not be triggered, or is not known to have been
 * @param problem why the batch was aborted, {@code null} if it was not
 * @param missed {@code true} if the reader has missed events, otherwise omitted
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record BatchView(
        String id,
        BatchStatus status,
        List<String> suites,
        Instant startedAt,
        @Nullable Instant endedAt,
        TotalsView totals,
        List<RunView> runs,
        List<ItemView> items,
        @Nullable String problem,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean missed) {

    BatchView withMissed() {
        return new BatchView(id, status, suites, startedAt, endedAt, totals, runs, items, problem, true);
    }
}
