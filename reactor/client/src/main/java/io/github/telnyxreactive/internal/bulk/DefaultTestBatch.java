package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.policy.RetryPolicy;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs batches over an exchange. */
public final class DefaultTestBatch implements TestBatch {

    private final Exchange exchange;

    /** For what comes before the batch, which does not wait for the end of an outage. */
    private final Exchange before;

    private final BatchOptions options;

    /**
     * Creates a batch.
     *
     * @param exchange executes the operations
     * @param options the options of the batch
     * @throws IllegalArgumentException if the batch may have more requests in flight than the client has connections
     */
    public DefaultTestBatch(Exchange exchange, BatchOptions options) {
        if (options.maxConcurrentRequests() > exchange.maxConnections()) {
            throw new IllegalArgumentException("maxConcurrentRequests is " + options.maxConcurrentRequests()
                    + ", but the client has at most " + exchange.maxConnections()
                    + " connections: lower the former, or raise maxConnections of the client");
        }
        this.options = options;
        this.before = exchange;
        CallOptions calls = exchange.options();
        RetryPolicy persistent = calls.retry().withMaxAttempts(Integer.MAX_VALUE);
        this.exchange = exchange.with(calls.withRetry(persistent).withDeadline(options.itemDeadline()));
    }

    @Override
    public Flux<BatchEvent> run(Publisher<? extends BatchItem> work, TotalsCollector totals) {
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(totals, "totals");
        return exchange.untilClosed(new Events(work, totals, Recording.none()));
    }

    @Override
    public Mono<Void> check(Collection<? extends BatchItem> items) {
        List<BatchItem> all = List.copyOf(items);
        return exchange.untilClosed(Mono.defer(() -> new WorkCheck(before).of(all)));
    }

    @Override
    public Flux<BatchEvent> run(Publisher<? extends BatchItem> work, BatchJournal journal, TotalsCollector totals) {
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(totals, "totals");
        Flux<BatchEvent> events = Flux.usingWhen(
                journal.open().publishOn(exchange.scheduler()),
                session -> new JournalOpening(before, options.sameAccount())
                        .open(session)
                        .publishOn(exchange.scheduler())
                        .flatMapMany(state -> resumed(work, session, state, totals)),
                BatchJournal.Session::close,
                (session, error) -> session.close(),
                BatchJournal.Session::close);
        return exchange.untilClosed(events);
    }

    /** Emits the events so far, then follows what was begun before, and then takes what is new. */
    private Flux<BatchEvent> resumed(
            Publisher<? extends BatchItem> work,
            BatchJournal.Session session,
            JournalState state,
            TotalsCollector totals) {
        String batch = state.opened().batch();
        Replay replay = new Replay(state);
        Flux<BatchEvent> earlier = session.entries()
                .publishOn(exchange.scheduler())
                .mapNotNull(replay::event)
                .doOnNext(totals::accept);
        List<ItemId> unfinished = state.unfinished();
        Set<ItemId> seen = new HashSet<>(unfinished);
        Flux<BatchItem> items = Flux.fromIterable(unfinished)
                .map(ItemId::toItem)
                .concatWith(Flux.from(work)
                        .filter(item -> seen.add(ItemId.of(item)) && !state.isCompleted(ItemId.of(item))))
                .map(item -> item.withoutRuns().inBatch(batch));
        return earlier.concatWith(new Events(items, totals, new Recording(session, state)));
    }

    /** The events, once for each subscription. */
    private final class Events extends Flux<BatchEvent> {

        private final Publisher<? extends BatchItem> work;
        private final TotalsCollector totals;
        private final Recording recording;

        Events(Publisher<? extends BatchItem> work, TotalsCollector totals, Recording recording) {
            this.work = work;
            this.totals = totals;
            this.recording = recording;
        }

        @Override
        public void subscribe(CoreSubscriber<? super BatchEvent> actual) {
            Duration longestPause = exchange.options().retry().maxServerWait();
            BatchAdmission admission = new BatchAdmission(options, longestPause, exchange.scheduler());
            Exchange admitted = exchange.with(admission, totals.callListener());
            actual.onSubscribe(new BatchSubscription(
                    work, new ServiceRuns(admitted), exchange.scheduler(), options, totals, recording, actual));
        }
    }
}
