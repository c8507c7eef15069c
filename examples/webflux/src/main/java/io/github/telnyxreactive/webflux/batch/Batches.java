package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.bulk.StopSignal;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.webflux.client.TelnyxProperties;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Runs the batches of this service. They continue after the requests that started them and, with a journal, after the process
 * as well: those that have not finished are read before the server listens, and resumed as soon as it does.
 *
 * <p>Of all lifecycles, this one stops first, while the server and the client still work.
 */
@Component
class Batches implements InitializingBean, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Batches.class);

    private static final int MAX_CONCURRENT_REQUESTS = 32;

    private final TestBatch batch;
    private final Journals journals;
    private final BatchProperties properties;
    private final KeptBatches kept;
    private final Scheduler scheduler = Schedulers.parallel();
    private final IdGenerator ids = new AlternativeJdkIdGenerator();

    /** The batches that an earlier process has left. */
    private final Map<String, BatchRecord> left = new LinkedHashMap<>();

    /** What completes when a batch is no longer followed, by its id. */
    private final Map<String, Mono<Void>> followed = new ConcurrentHashMap<>();

    private final Sinks.One<StopSignal> stop = Sinks.one();
    private volatile boolean isStopping;
    private volatile boolean isRunning;

    Batches(TelnyxClient client, Journals journals, BatchProperties properties, TelnyxProperties telnyx) {
        this.journals = journals;
        this.properties = properties;
        this.kept = new KeptBatches(properties);
        this.batch = client.ai()
                .assistants()
                .tests()
                .batch(BatchOptions.builder()
                        .sameAccount(properties.sameAccount())
                        .maxConcurrentRuns(properties.maxConcurrentRuns())
                        .maxConcurrentRequests(Math.min(MAX_CONCURRENT_REQUESTS, telnyx.maxConnections()))
                        .maxLag(properties.maxLag())
                        .polling(new PollingSchedule(
                                properties.shortestPolling(), properties.longestPolling(), 1.5, 0.2))
                        .build())
                .stoppedBy(stop.asMono());
    }

    @Override
    public void afterPropertiesSet() {
        for (SavedBatch saved : journals.unfinished()) {
            saved.content().resume();
            BatchRecord restored = record(saved.head(), saved.content());
            kept.put(restored);
            String problem = saved.problem();
            if (problem == null) {
                left.put(restored.id(), restored);
            } else {
                log.error("Batch {} cannot be resumed: {}", restored.id(), problem);
                restored.fail(journals.withoutFolder(problem));
            }
        }
    }

    private BatchRecord record(BatchHead head, BatchContent content) {
        return new BatchRecord(head, content, properties.eventsKept(), properties.totalsInterval(), scheduler);
    }

    @Override
    public void start() {
        isRunning = true;
        left.values().forEach(restored -> {
            log.info("Batch {} is resumed", restored.id());
            follow(restored, resumed(restored.id()));
        });
        left.clear();
    }

    private Flux<BatchEvent> resumed(String id) {
        return batch.resume(journals.of(id), new TotalsCollector());
    }

    /**
     * Starts a batch, after its plan is in its journal.
     *
     * @return the batch; a {@link TooManyBatchesException} if too many are running, an
     *     {@link io.github.telnyxreactive.bulk.ItemRefusedException} if a suite is not known, or the error of reading the
     *     suites
     */
    Mono<BatchRecord> start(List<String> suites, @Nullable String versionId) {
        List<BatchItem> items = suites.stream()
                .map(suite -> BatchItem.suite(suite).againstVersion(versionId))
                .toList();
        return Mono.defer(() -> {
            Instant now = Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS));
            BatchRecord started = record(new BatchHead(ids.generateId().toString(), suites, now), new BatchContent());
            kept.add(started);
            return batch.plan(items)
                    .takeUntilOther(stop.asMono())
                    .switchIfEmpty(Mono.error(StoppingException::new))
                    .doFinally(signal -> {
                        if (signal != SignalType.ON_COMPLETE) {
                            kept.remove(started);
                        }
                    })
                    .flatMap(plan -> begun(started, plan));
        });
    }

    /**
     * Records a plan and begins with it. This goes on when the request is cancelled: what is in the journal would run after a
     * restart, so it has to run now.
     */
    private Mono<BatchRecord> begun(BatchRecord started, BatchPlan plan) {
        Mono<BatchRecord> begun = recorded(started.id(), plan)
                .then(Mono.fromSupplier(() -> {
                    follow(started, journals.areKept() ? resumed(started.id()) : simulated(started.id(), plan));
                    return started;
                }))
                .onErrorResume(error -> {
                    log.error("Batch {} could not be recorded", started.id(), error);
                    kept.remove(started);
                    // What was refused to the caller must not run after a restart.
                    return journals.discard(started.id()).then(Mono.error(error));
                })
                .cache();
        begun.onErrorComplete().subscribe();
        return begun;
    }

    private Mono<Void> recorded(String id, BatchPlan plan) {
        return journals.areKept() ? batch.record(plan, journals.of(id)) : Mono.empty();
    }

    private Flux<BatchEvent> simulated(String id, BatchPlan plan) {
        return batch.run(
                Flux.fromIterable(plan.items()).map(PlannedItem::toItem).map(item -> item.inBatch(id)));
    }

    private void follow(BatchRecord record, Flux<BatchEvent> events) {
        Mono<Void> ended = events.doOnNext(record::accept)
                .takeUntilOther(stop.asMono().delayElement(properties.shutdown(), scheduler))
                .then(Mono.defer(() -> ended(record)))
                .onErrorResume(error -> {
                    log.error("Batch {} was aborted", record.id(), error);
                    aborted(record, error);
                    return Mono.empty();
                })
                .doFinally(signal -> followed.remove(record.id()))
                .cache();
        followed.put(record.id(), ended);
        ended.subscribe();
    }

    private void aborted(BatchRecord record, Throwable error) {
        if (isStopping) {
            record.leave();
        } else {
            record.fail(journals.withoutFolder(ProblemText.of(error)));
        }
    }

    private Mono<Void> ended(BatchRecord record) {
        if (isStopping) {
            record.leave();
            return Mono.empty();
        }
        return journals.finish(record.id())
                .onErrorResume(error -> {
                    log.warn(
                            "The journal of batch {} could not be moved; it is read again at a restart",
                            record.id(),
                            error);
                    return Mono.empty();
                })
                .then(Mono.fromRunnable(record::finish));
    }

    /** Returns the batches in memory, in the order in which they came there. */
    List<BatchRecord> all() {
        return kept.all();
    }

    /**
     * Returns a batch, which is read from its journal if it is no longer in memory.
     *
     * @return the batch; a {@link BatchNotFoundException} if there is none with this id
     */
    Mono<BatchRecord> find(String id) {
        BatchRecord found = kept.get(id);
        return found != null
                ? Mono.just(found)
                : journals.read(id)
                        .map(saved -> kept.put(ended(saved)))
                        .switchIfEmpty(Mono.error(BatchNotFoundException::new));
    }

    private BatchRecord ended(SavedBatch saved) {
        BatchRecord restored = record(saved.head(), saved.content());
        String problem = saved.problem();
        if (problem != null) {
            restored.failedAt(saved.pausedAt(), journals.withoutFolder(problem));
        } else if (saved.isFinished()) {
            restored.finishedAt(saved.pausedAt());
        } else {
            restored.failedAt(saved.pausedAt(), "It was aborted, and is resumed when the service is started again.");
        }
        return restored;
    }

    /** Stops the batches: nothing more is triggered, and what the triggers in flight have started is recorded. */
    @Override
    public void stop(Runnable stopped) {
        isStopping = true;
        kept.all().forEach(BatchRecord::stopping);
        stop.tryEmitValue(StopSignal.LEAVE);
        Mono.when(followed.values())
                .doFinally(signal -> {
                    kept.all().forEach(BatchRecord::leave);
                    isRunning = false;
                    stopped.run();
                })
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
