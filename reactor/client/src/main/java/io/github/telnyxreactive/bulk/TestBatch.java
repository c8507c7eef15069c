package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.policy.RetryPolicy;
import java.time.Duration;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/**
 * Runs any number of suites and tests, and tells what happens to each of them.
 *
 * <p>Work is taken as there is room for it. Each item is triggered by
 * {@code POST /ai/assistants/tests/test-suites/{suite_name}/runs} or {@code POST /ai/assistants/tests/{test_id}/runs} with
 * an idempotency key, and an outcome that is not known is settled by repeating the request with the same key, never by
 * guessing. The runs of a suite are then looked at together, by
 * {@code GET /ai/assistants/tests/test-suites/{suite_name}/runs}; a run that no list shows, and that of a single test, by
 * {@code GET /ai/assistants/tests/{test_id}/runs/{run_id}}. All items share one interval, which grows while nothing
 * changes and shrinks when runs move; each wait is varied, so that the looks spread out.
 *
 * <p>While the service is out, one request at a time finds out whether it is back, after waits that grow; then the batch
 * goes on by itself. What goes wrong with one item is an event and does not touch the others. Immutable, and safe for use
 * by many threads.
 */
public final class TestBatch {

    private final Exchange exchange;
    private final BatchOptions options;

    /**
     * Creates a batch.
     *
     * @param exchange executes the operations
     * @param options the settings
     * @throws IllegalArgumentException if more requests are to be under way at once than the client has connections
     */
    public TestBatch(Exchange exchange, BatchOptions options) {
        if (options.maxConcurrentRequests() > exchange.maxConnections()) {
            throw new IllegalArgumentException("maxConcurrentRequests is " + options.maxConcurrentRequests()
                    + ", but the client has no more than " + exchange.maxConnections()
                    + " connections: lower the one, or raise maxConnections of the client");
        }
        this.options = options;
        CallOptions calls = exchange.options();
        RetryPolicy persistent = calls.retry().withMaxAttempts(Integer.MAX_VALUE);
        this.exchange = exchange.with(calls.withRetry(persistent).withDeadline(options.itemDeadline()));
    }

    /**
     * Runs work. Nothing is taken or sent before there is demand; each subscription runs the work anew, with keys of its
     * own where the items have none.
     *
     * <p>A subscriber that asks for no more events stops the triggering and the looking as soon as the
     * {@linkplain BatchOptions#eventBuffer() buffer} is full. Cancelling ends the requests that are under way; runs that
     * were triggered go on at the service.
     *
     * @param work what to run; an item is asked for when there is room for it
     * @return what happens, to the end of the last run; an error only if the publisher of the work fails, after everything
     *     that it gave before has ended
     */
    public Flux<BatchEvent> run(Publisher<? extends BatchItem> work) {
        return run(work, new TotalsCollector());
    }

    /**
     * Runs work, as {@link #run(Publisher)}, and counts what happens.
     *
     * @param work what to run
     * @param totals where to count: every event when it happens, which may be before it is emitted, and every request
     * @return what happens
     */
    public Flux<BatchEvent> run(Publisher<? extends BatchItem> work, TotalsCollector totals) {
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(totals, "totals");
        return new Events(work, totals);
    }

    /** What happens, once for each subscription. */
    private final class Events extends Flux<BatchEvent> {

        private final Publisher<? extends BatchItem> work;
        private final TotalsCollector totals;

        Events(Publisher<? extends BatchItem> work, TotalsCollector totals) {
            this.work = work;
            this.totals = totals;
        }

        @Override
        public void subscribe(CoreSubscriber<? super BatchEvent> actual) {
            Duration longestPause = exchange.options().retry().maxServerWait();
            BatchAdmission admission = new BatchAdmission(options, longestPause, exchange.scheduler());
            Exchange admitted = exchange.with(admission, totals.calls());
            actual.onSubscribe(new BatchSubscription(
                    work, new ServiceRuns(admitted), exchange.scheduler(), options, totals, actual));
        }
    }
}
