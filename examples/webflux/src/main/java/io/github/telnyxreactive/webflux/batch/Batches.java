package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.resource.AssistantTests;
import io.github.telnyxreactive.webflux.client.TelnyxProperties;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The batches of this service, with a limit on running ones and on those in memory. They continue after the requests that
 * started them, and end with the service.
 */
@Component
class Batches {

    private static final Logger log = LoggerFactory.getLogger(Batches.class);

    private static final int MAX_CONCURRENT_REQUESTS = 32;
    private static final int CONCURRENT_SUITES = 4;
    private static final int MAX_NAMES_OF_A_SUITE = 10_000;
    private static final Duration NAMES_TIMEOUT = Duration.ofSeconds(10);

    private final AssistantTests tests;
    private final TestBatch batch;
    private final BatchProperties properties;
    private final Scheduler scheduler = Schedulers.parallel();
    // Random rather than sequential: idempotency keys derive from it, which the service remembers for 24 hours.
    private final IdGenerator ids = new AlternativeJdkIdGenerator();

    private final Object lock = new Object();
    private final Map<String, BatchRecord> kept = new LinkedHashMap<>();
    private final Disposable.Composite running = Disposables.composite();

    Batches(TelnyxClient client, BatchProperties properties, TelnyxProperties telnyx) {
        this.tests = client.ai().assistants().tests();
        this.properties = properties;
        this.batch = tests.batch(BatchOptions.builder()
                .maxConcurrentRuns(properties.maxConcurrentRuns())
                .maxConcurrentRequests(Math.min(MAX_CONCURRENT_REQUESTS, telnyx.maxConnections()))
                .polling(new PollingSchedule(properties.shortestPolling(), properties.longestPolling(), 1.5, 0.2))
                .build());
    }

    /**
     * Starts a batch.
     *
     * @throws TooManyBatchesException if too many are running
     */
    BatchRecord start(List<String> suites, @Nullable String versionId) {
        BatchRecord started = new BatchRecord(
                ids.generateId().toString(), suites, properties.eventsKept(), properties.totalsInterval(), scheduler);
        keep(started);
        Flux<BatchItem> work = Flux.fromIterable(suites)
                .flatMapSequential(
                        suite -> names(suite, started)
                                .thenReturn(BatchItem.suite(suite)
                                        .againstVersion(versionId)
                                        .inBatch(started.id())),
                        CONCURRENT_SUITES,
                        1);
        follow(started, batch.run(work));
        return started;
    }

    private void follow(BatchRecord started, Flux<BatchEvent> events) {
        Disposable.Swap following = Disposables.swap();
        running.add(following);
        following.update(events.doOnCancel(() -> started.end(BatchStatus.FAILED))
                .doFinally(signal -> running.remove(following))
                .subscribe(
                        started::accept,
                        error -> {
                            log.error("Batch {} was aborted", started.id(), error);
                            started.end(BatchStatus.FAILED);
                        },
                        () -> started.end(BatchStatus.FINISHED)));
    }

    /** Reads the names of the tests of a suite. A batch is easier to read with them, but runs without them as well. */
    private Mono<Void> names(String suite, BatchRecord started) {
        TestListParams ofSuite =
                TestListParams.builder().testSuite(suite).pageSize(100).build();
        return tests.list(ofSuite)
                .take(MAX_NAMES_OF_A_SUITE)
                .doOnNext(test -> started.named(test.testId(), Objects.requireNonNullElse(test.name(), test.testId())))
                .then()
                .timeout(NAMES_TIMEOUT, scheduler)
                .onErrorResume(error -> {
                    log.warn("Batch {} runs without the names of tests: {}", started.id(), error.toString());
                    return Mono.empty();
                });
    }

    private void keep(BatchRecord started) {
        synchronized (lock) {
            long runningNow =
                    kept.values().stream().filter(BatchRecord::isRunning).count();
            if (runningNow >= properties.maxRunning()) {
                throw new TooManyBatchesException(properties.maxRunning());
            }
            Iterator<BatchRecord> oldestFirst = kept.values().iterator();
            while (kept.size() >= properties.maxKept() && oldestFirst.hasNext()) {
                if (!oldestFirst.next().isRunning()) {
                    oldestFirst.remove();
                }
            }
            kept.put(started.id(), started);
        }
    }

    /**
     * Returns a batch.
     *
     * @throws BatchNotFoundException if there is none with this id, or it was removed
     */
    BatchRecord find(String id) {
        synchronized (lock) {
            BatchRecord found = kept.get(id);
            if (found == null) {
                throw new BatchNotFoundException();
            }
            return found;
        }
    }

    /** Ends all batches, before the server waits for their readers, and before the threads of the client end. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        running.dispose();
    }
}
