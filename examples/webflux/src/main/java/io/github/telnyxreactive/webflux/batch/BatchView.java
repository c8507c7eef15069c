package io.github.telnyxreactive.webflux.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch at a moment.
 *
 * @param id the id of the batch
 * @param status how far it has come
 * @param totals what became of it up to now
 * @param runs its runs, in the order in which they were triggered
 * @param items the suites that could not be triggered
 * @param missed whether it is sent to a reader because that has missed events; else left out
 */
record BatchView(
        String id,
        BatchStatus status,
        TotalsView totals,
        List<RunView> runs,
        List<ItemView> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean missed) {

    BatchView withMissed() {
        return new BatchView(id, status, totals, runs, items, true);
    }
}
