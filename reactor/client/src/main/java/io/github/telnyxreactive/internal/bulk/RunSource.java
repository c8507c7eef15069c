package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.internal.runs.RunPoll;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Triggers and polls the runs of a batch. */
interface RunSource {

    /**
     * Triggers an item.
     *
     * @param item what to run
     * @param key the idempotency key
     * @param limit how long it may take
     * @return the runs; a {@link io.github.telnyxreactive.error.DecodingException} with those that could be read if there are
     *     others
     */
    Mono<List<TestRun>> trigger(BatchItem item, String key, Duration limit);

    /** Returns an idempotency key that was never used. */
    String newKey();

    /**
     * Polls runs that have not ended.
     *
     * @param item the item of the runs
     * @param open the runs as last seen
     * @param runs the number of all runs of the item that are known
     * @param missing the error if it has others, {@code null} if it has not
     * @return the result; an error if no run could be read
     */
    Mono<RunPoll.Result> poll(BatchItem item, Collection<TestRun> open, int runs, @Nullable DecodingException missing);
}
