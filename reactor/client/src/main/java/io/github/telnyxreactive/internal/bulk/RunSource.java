package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Where a batch has its runs started and learns how far they have come. */
interface RunSource {

    /**
     * Triggers an item.
     *
     * @param item what to run
     * @param limit how long it may take
     * @return the runs
     */
    Mono<List<TestRun>> trigger(BatchItem item, Duration limit);

    /**
     * Looks at runs that have not ended.
     *
     * @param item whose runs these are
     * @param open the runs as last seen
     * @param runs how many runs the item has in all
     * @return what was seen; an error if nothing could be
     */
    Mono<Look> look(BatchItem item, Collection<TestRun> open, int runs);

    /**
     * What was seen of runs.
     *
     * @param seen the runs as they are now, as far as they could be read
     * @param unreadable why the others could not be read, by their ids; those that are in neither are as they were
     */
    record Look(List<TestRun> seen, Map<String, Throwable> unreadable) {}
}
