package io.github.telnyxreactive.bulk;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Runs any number of suites and tests, and emits what happens to each of them. It is obtained from the client, by
 * {@link io.github.telnyxreactive.resource.AssistantTests#batch(BatchOptions)}.
 *
 * <p>Items are requested from the publisher of the work as room becomes available. Each item is triggered by
 * {@code POST /ai/assistants/tests/test-suites/{suite_name}/runs} or {@code POST /ai/assistants/tests/{test_id}/runs} with
 * an idempotency key; an unknown outcome is resolved by repeating the request with the same key, never by guessing. The
 * runs of a suite are then polled together, by {@code GET /ai/assistants/tests/test-suites/{suite_name}/runs}; a run that
 * no list contains, and the run of a single test, by {@code GET /ai/assistants/tests/{test_id}/runs/{run_id}}. All items
 * share one polling interval, which grows while nothing changes and shrinks when runs progress; jitter spreads the polls.
 *
 * <p>During an outage of the service, one request at a time probes whether it is back, after growing delays; then the batch
 * resumes by itself. A failure of one item is an event and does not affect the others. Immutable and thread-safe.
 */
public interface TestBatch {

    /**
     * Runs work. Nothing is requested or sent before there is demand. Each subscription runs the work anew, with new keys
     * for items that have none.
     *
     * <p>When the subscriber requests no more events, triggering and polling pause once the
     * {@linkplain BatchOptions#eventBuffer() buffer} is full. Cancelling aborts the requests in flight; runs that were
     * triggered continue at the service.
     *
     * @param work what to run; an item is requested when there is room for it
     * @return the events, until the last run has ended; an error only if the publisher of the work fails, after everything
     *     that it emitted before has ended
     */
    default Flux<BatchEvent> run(Publisher<? extends BatchItem> work) {
        return run(work, new TotalsCollector());
    }

    /**
     * Runs work like {@link #run(Publisher)}, and counts what happens.
     *
     * @param work what to run
     * @param totals counts every event when it happens, which may be before it is emitted, and every request
     * @return the events
     */
    Flux<BatchEvent> run(Publisher<? extends BatchItem> work, TotalsCollector totals);
}
