package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.ItemResolution;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.bulk.StopSignal;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.bulk.UnresolvedItem;
import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.policy.RetryPolicy;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    private final Publisher<StopSignal> stops;

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
        this.stops = Flux.never();
        this.before = exchange;
        CallOptions calls = exchange.options();
        RetryPolicy persistent = calls.retry().withMaxAttempts(Integer.MAX_VALUE);
        this.exchange = exchange.with(calls.withRetry(persistent).withDeadline(options.itemDeadline()));
    }

    private DefaultTestBatch(DefaultTestBatch batch, Publisher<StopSignal> stops) {
        this.exchange = batch.exchange;
        this.before = batch.before;
        this.options = batch.options;
        this.stops = stops;
    }

    @Override
    public DefaultTestBatch stoppedBy(Publisher<StopSignal> signals) {
        return new DefaultTestBatch(this, Objects.requireNonNull(signals, "signals"));
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
    public Mono<BatchPlan> plan(Collection<? extends BatchItem> items) {
        List<BatchItem> all = List.copyOf(items);
        if (all.stream().anyMatch(item -> item.runs() != null)) {
            throw new IllegalArgumentException("an item that was triggered before cannot be planned");
        }
        return exchange.untilClosed(Mono.defer(() -> new Planning(before, options.maxConcurrentRuns()).of(all)));
    }

    @Override
    public Mono<Void> record(BatchPlan plan, PassRequirement requirement, BatchJournal journal) {
        PlanRecord record = new PlanRecord(options, plan, requirement);
        Objects.requireNonNull(journal, "journal");
        return with(
                journal.open(),
                session -> state(session)
                        .doOnNext(state -> record.write(session, state))
                        .then());
    }

    @Override
    public Mono<List<UnresolvedItem>> unresolved(BatchJournal journal) {
        Objects.requireNonNull(journal, "journal");
        return with(
                journal.openExisting(),
                session -> resolving(session, JournalOpening.Use.LOOK).flatMap(Resolving::unresolved));
    }

    @Override
    public Mono<Void> resolve(Collection<ItemResolution> resolutions, BatchJournal journal) {
        List<ItemResolution> all = List.copyOf(resolutions);
        Objects.requireNonNull(journal, "journal");
        return with(
                journal.openExisting(),
                session -> resolving(session, JournalOpening.Use.DECIDE).flatMap(resolving -> resolving.resolve(all)));
    }

    private Mono<Resolving> resolving(BatchJournal.Session session, JournalOpening.Use use) {
        return new JournalOpening(before, options.sameAccount(), use)
                .read(session)
                .publishOn(exchange.scheduler())
                .map(state -> new Resolving(before, session, state));
    }

    /** Does something with a journal, and emits the result when the journal is closed. */
    private <T> Mono<T> with(Mono<BatchJournal.Session> opened, Function<BatchJournal.Session, Mono<T>> work) {
        Mono<T> result = Mono.usingWhen(
                        opened.publishOn(exchange.scheduler()),
                        work,
                        BatchJournal.Session::close,
                        (session, error) -> session.close().onErrorResume(failure -> addSuppressed(error, failure)),
                        BatchJournal.Session::close)
                .onErrorMap(DefaultTestBatch::unwrapped);
        return exchange.untilClosed(result);
    }

    private Mono<BatchJournal.Session> opened(BatchJournal journal) {
        return journal.open().publishOn(exchange.scheduler());
    }

    private Mono<JournalState> state(BatchJournal.Session session) {
        return new JournalOpening(before, options.sameAccount(), JournalOpening.Use.RUN)
                .open(session)
                .publishOn(exchange.scheduler());
    }

    @Override
    public Flux<BatchEvent> run(Publisher<? extends BatchItem> work, BatchJournal journal, TotalsCollector totals) {
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(totals, "totals");
        return with(journal, (session, state) -> {
            if (state.definitions() != null) {
                throw new JournalException(
                        JournalException.Reason.OTHER_BATCH,
                        "the journal is of a release gate, which alone can go on with it: nothing was triggered; run the gate"
                                + " again with this journal");
            }
            return resumed(new Work(work, Map.of()), session, state, totals);
        });
    }

    /**
     * Runs work with a journal, or what is left of it, if the journal is of the same definitions. The work is planned in the
     * journal first. Items with the name of a batch keep it.
     *
     * @param work the work
     * @param journal the journal of the batch
     * @param totals counts every request of this subscription, and every event of the whole batch
     * @return the events of the whole batch, or a {@link JournalException}
     */
    public Flux<BatchEvent> run(DefinedWork work, BatchJournal journal, TotalsCollector totals) {
        return with(journal, (session, state) -> {
            if (!state.hasPlan() && !state.hasBegun()) {
                session.record(new JournalEntry.Gated(work.definitions()));
                new PlanRecord(options, work.plan(), PassRequirement.EVERY_RUN).write(session, state);
            } else if (!work.definitions().equals(state.definitions())) {
                throw new JournalException(
                        JournalException.Reason.OTHER_BATCH,
                        "the journal is not of this gate, or a version or a test was changed since it was begun: nothing was"
                                + " triggered; begin a new gate with another journal");
            }
            return resumed(Work.all(work.items()), session, state, totals);
        });
    }

    private Flux<BatchEvent> with(
            BatchJournal journal, BiFunction<BatchJournal.Session, JournalState, Flux<BatchEvent>> run) {
        Objects.requireNonNull(journal, "journal");
        Flux<BatchEvent> events = Flux.usingWhen(
                opened(journal),
                session -> state(session).flatMapMany(state -> run.apply(session, state)),
                DefaultTestBatch::pause,
                (session, error) -> Mono.from(pause(session)).onErrorResume(failure -> addSuppressed(error, failure)),
                DefaultTestBatch::pause);
        return exchange.untilClosed(events.onErrorMap(DefaultTestBatch::unwrapped));
    }

    /** The error that has ended the batch counts; often, closing the journal fails for the same reason. */
    private static Mono<Void> addSuppressed(Throwable error, Throwable failure) {
        if (failure != error) {
            error.addSuppressed(failure);
        }
        return Mono.empty();
    }

    /** What cannot be closed is wrapped by {@code usingWhen}. */
    private static Throwable unwrapped(Throwable error) {
        return error.getCause() instanceof JournalException failure ? failure : error;
    }

    private static Publisher<Void> pause(BatchJournal.Session session) {
        session.record(new JournalEntry.Paused(OffsetDateTime.now(ZoneOffset.UTC)));
        return session.close();
    }

    /** Emits the events so far, then follows what was begun before, and then takes what is new: first of the plan. */
    private Flux<BatchEvent> resumed(
            Work work, BatchJournal.Session session, JournalState state, TotalsCollector totals) {
        String batch = state.opened().batch();
        Replay replay = new Replay(state);
        Flux<BatchEvent> earlier = session.entries()
                .publishOn(exchange.scheduler())
                .concatMapIterable(replay::events)
                .doOnNext(totals::accept);
        IdSet seen = new IdSet();
        Flux<BatchItem> planned = work.isAll() ? Flux.empty() : planned(session, state);
        Flux<BatchItem> items = Flux.concat(unfinished(state).map(work::named), planned, work.items())
                .filter(item -> !state.isCompleted(ItemId.of(item)) && seen.add(ItemId.of(item)))
                .map(BatchItem::withoutRuns)
                .map(item -> work.isAll() && item.batch() != null ? item : item.inBatch(batch));
        return earlier.concatWith(new Events(items, totals, new Recording(session, state, exchange.scheduler())));
    }

    private static Flux<BatchItem> unfinished(JournalState state) {
        return Flux.fromIterable(state.unfinished())
                .map(id -> id.toItem().named(state.of(id).testName()));
    }

    /** Reads the plan again rather than keeping it, since it may be long. */
    private Flux<BatchItem> planned(BatchJournal.Session session, JournalState state) {
        return state.hasPlan()
                ? session.entries()
                        .ofType(JournalEntry.Planned.class)
                        .concatMapIterable(JournalEntry.Planned::items, 1)
                        .skip(state.withdrawn())
                        .map(PlannedItem::toItem)
                        // Otherwise, the batch would go on on the thread that writes the journal.
                        .publishOn(exchange.scheduler())
                : Flux.empty();
    }

    /**
     * Work beside that of a journal.
     *
     * @param items the items
     * @param all the items if these are all of the journal, with the names under which they are triggered, otherwise none
     */
    private record Work(Publisher<? extends BatchItem> items, Map<ItemId, BatchItem> all) {

        static Work all(List<BatchItem> items) {
            Map<ItemId, BatchItem> all = new HashMap<>();
            items.forEach(item -> all.put(ItemId.of(item), item));
            return new Work(Flux.fromIterable(items), all);
        }

        boolean isAll() {
            return !all.isEmpty();
        }

        /** Returns an item with the name under which it is triggered. */
        BatchItem named(BatchItem item) {
            return all.getOrDefault(ItemId.of(item), item);
        }
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
                    work,
                    new ServiceRuns(admitted, admission.waiting()),
                    exchange.scheduler(),
                    options,
                    totals,
                    recording,
                    stops,
                    actual));
        }
    }
}
