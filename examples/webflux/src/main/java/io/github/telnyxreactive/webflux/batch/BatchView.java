package io.github.telnyxreactive.webflux.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A batch at a moment.
 *
 * @param id the id of the batch
 * @param status how far it has come
 * @param suites the suites that were asked for, also those that have no runs yet
 * @param startedAt when it was started
 * @param endedAt when it ended, {@code null} if it has not
 * @param totals what became of it up to now
 * @param runs its runs, in the order in which they were triggered
 * @param items the suites that could not be triggered
 * @param missed whether it is sent to a reader because that has missed events; else left out
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean missed) {

    BatchView withMissed() {
        return new BatchView(id, status, suites, startedAt, endedAt, totals, runs, items, true);
    }
}
