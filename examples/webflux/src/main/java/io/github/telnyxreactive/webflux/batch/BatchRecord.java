package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.webflux.event.EventLog;
import io.github.telnyxreactive.webflux.event.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/**
 * What is known of one batch, and the log of how it came to be known. State and log change together, so that a snapshot and
 * the events after it fit without a gap and without a repetition. Safe for use by many threads.
 */
final class BatchRecord {

    private final String id;
    private final Duration totalsInterval;
    private final Scheduler scheduler;
    private final EventLog<StreamEvent> log;

    private final Object lock = new Object();
    private final TotalsCollector totals = new TotalsCollector();
    private final Map<String, String> testNames = new HashMap<>();
    private final Map<String, RunView> runs = new LinkedHashMap<>();
    private final List<ItemView> items = new ArrayList<>();
    private final List<String> suites;
    private final Instant startedAt;
    private @Nullable Instant endedAt;
    private BatchStatus status = BatchStatus.RUNNING;
    private boolean totalsDue;

    BatchRecord(String id, List<String> suites, int eventsKept, Duration totalsInterval, Scheduler scheduler) {
        this.id = id;
        this.suites = List.copyOf(suites);
        this.startedAt = now(scheduler);
        this.totalsInterval = totalsInterval;
        this.scheduler = scheduler;
        this.log = new EventLog<>(eventsKept, scheduler, this::snapshot);
    }

    String id() {
        return id;
    }

    /** Remembers what a test is called; runs tell its id only. */
    void named(String testId, String name) {
        synchronized (lock) {
            testNames.put(testId, name);
        }
    }

    void accept(BatchEvent event) {
        synchronized (lock) {
            if (status != BatchStatus.RUNNING) {
                return;
            }
            totals.accept(event);
            String suite = event.item().name();
            if (event instanceof BatchEvent.Triggered triggered) {
                triggered.runs().forEach(run -> changed(suite, run, null));
            } else if (event instanceof BatchEvent.StatusChanged moved) {
                changed(suite, moved.run(), null);
            } else if (event instanceof BatchEvent.Finished finished) {
                changed(suite, finished.run(), null);
            } else if (event instanceof BatchEvent.GaveUp gaveUp) {
                changed(suite, gaveUp.lastSeen(), text(gaveUp.reason()));
            } else if (event instanceof BatchEvent.TriggerFailed failed) {
                ItemView item = new ItemView(suite, text(failed.error()));
                items.add(item);
                append("item", item);
            }
            totalsChanged();
        }
    }

    private void changed(String suite, TestRun run, @Nullable String problem) {
        RunView view = RunView.of(suite, run, testNames.get(run.testId()), problem);
        runs.put(view.runId(), view);
        append("run", new RunChange(suite, view));
    }

    /** Totals that change all the time are told from time to time. */
    private void totalsChanged() {
        if (!totalsDue) {
            totalsDue = true;
            scheduler.schedule(this::tellTotals, totalsInterval.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void tellTotals() {
        synchronized (lock) {
            totalsDue = false;
            if (status == BatchStatus.RUNNING) {
                append("totals", totalsNow());
            }
        }
    }

    /** Ends the batch. Ending it again does nothing. */
    void end(BatchStatus ended) {
        synchronized (lock) {
            if (status == BatchStatus.RUNNING) {
                Instant now = now(scheduler);
                endedAt = now;
                status = ended;
                append("done", new BatchEnd(status, now, totalsNow()));
                log.complete();
            }
        }
    }

    boolean isRunning() {
        synchronized (lock) {
            return status == BatchStatus.RUNNING;
        }
    }

    BatchView view() {
        synchronized (lock) {
            return new BatchView(
                    id,
                    status,
                    suites,
                    startedAt,
                    endedAt,
                    totalsNow(),
                    List.copyOf(runs.values()),
                    List.copyOf(items),
                    null);
        }
    }

    /** Reads what happens from a place on. */
    Flux<Logged<StreamEvent>> events(long afterId) {
        return log.from(afterId);
    }

    /** Tells whether there is nothing more to read after a place. */
    boolean isEnd(long afterId) {
        return log.isEnd(afterId);
    }

    private Logged<StreamEvent> snapshot(boolean missed) {
        BatchView view;
        long lastId;
        synchronized (lock) {
            view = view();
            // The end is always told, also to those who begin after it.
            lastId = status == BatchStatus.RUNNING ? log.lastId() : log.lastId() - 1;
        }
        return new Logged<>(lastId, StreamEvent.of("snapshot", missed ? view.withMissed() : view));
    }

    private static Instant now(Scheduler scheduler) {
        return Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS));
    }

    private TotalsView totalsNow() {
        return TotalsView.of(totals.totals());
    }

    private void append(String type, Object data) {
        log.append(StreamEvent.of(type, data));
    }

    /** The messages of the library hold nothing secret; of other errors that is not known. */
    private static String text(Throwable error) {
        String message = error instanceof TelnyxException ? error.getMessage() : null;
        return message == null ? "An error in this service; its log says more." : message;
    }
}
