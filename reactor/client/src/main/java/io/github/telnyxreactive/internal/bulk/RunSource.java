package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.internal.runs.RunPoll;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** Triggers and polls the runs of a batch. */
interface RunSource {

    /** Returns whether a request that is made now is not held up by others that wait. */
    default boolean isReady() {
        return true;
    }

    /**
     * Registers a listener.
     *
     * @param listener called on any thread whenever the source becomes ready
     */
    default void onReady(Runnable listener) {}

    /**
     * Reads the tests of a suite.
     *
     * @param suite the name of the suite
     * @return the tests, none if there is no such suite
     */
    Mono<SuiteTests> tests(String suite);

    /** Returns an idempotency key that was never used. */
    String newKey();

    /**
     * Triggers an item.
     *
     * @param item what to run
     * @param key the idempotency key
     * @param limit how long it may take
     * @return the answer; a {@link io.github.telnyxreactive.error.DecodingException} with the runs that could be read if there
     *     are others
     */
    Mono<Answer> trigger(BatchItem item, String key, Duration limit);

    /**
     * Polls runs.
     *
     * @param look where to look
     * @return the result
     */
    Mono<RunPoll.Result> poll(RunPoll.Look look);

    /**
     * The answer to a trigger.
     *
     * @param runs the runs
     * @param repeated whether an earlier request with the same key may have been processed as well
     */
    record Answer(List<TestRun> runs, boolean repeated) {}
}
