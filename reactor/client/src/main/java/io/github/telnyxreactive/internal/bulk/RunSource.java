package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Triggers and polls the runs of a batch. */
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
     * Polls runs that have not ended.
     *
     * @param item the item of the runs
     * @param open the runs as last seen
     * @param runs the number of all runs of the item
     * @return the result; an error if no run could be read
     */
    Mono<PollResult> poll(BatchItem item, Collection<TestRun> open, int runs);

    /**
     * The result of a poll. Runs that are in neither component are unchanged.
     *
     * @param seen the runs that could be read, as they are now
     * @param unreadable the errors with which other runs could not be read, by their ids
     */
    record PollResult(List<TestRun> seen, Map<String, Throwable> unreadable) {}
}
