package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchProgress;
import io.github.telnyxreactive.bulk.ItemProgress;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.webflux.event.EventLog;
import io.github.telnyxreactive.webflux.event.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/**
 * The progress of one batch, and the log of its changes. Both change together, so that a snapshot and the events after it
 * fit without a gap or a repetition. Thread-safe.
 */
final class BatchRecord {

    private final String id;
    private final Duration totalsInterval;
    private final Scheduler scheduler;
    private final EventLog<StreamEvent> log;

    private final Object lock = new Object();
    private final BatchProgress progress = new BatchProgress(BatchRecord::text);
    private final Map<String, String> testNames = new HashMap<>();
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

    /** Records the name of a test, of which runs contain only the id. */
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
            progress.accept(event);
            if (event instanceof BatchEvent.Triggered triggered) {
                triggered.runs().forEach(run -> changed(event.item(), run));
            } else if (event instanceof BatchEvent.StatusChanged moved) {
                changed(event.item(), moved.run());
            } else if (event instanceof BatchEvent.Finished finished) {
                changed(event.item(), finished.run());
            } else if (event instanceof BatchEvent.Abandoned abandoned) {
                changed(event.item(), abandoned.lastSeen());
            } else if (event instanceof BatchEvent.TriggerFailed failed) {
                append("item", new ItemView(event.item().name(), text(failed.error())));
            } else if (event instanceof BatchEvent.OutcomeUnknown unknown) {
                append("item", new ItemView(event.item().name(), text(unknown.error())));
            } else if (event instanceof BatchEvent.NotStarted missing) {
                append("item", new ItemView(event.item().name(), notStarted(missing)));
            }
            totalsChanged();
        }
    }

    private static String notStarted(BatchEvent.NotStarted missing) {
        String test = Objects.requireNonNullElse(missing.testName(), missing.testId());
        Throwable error = missing.error();
        return "The test \"" + test + "\" was not started" + (error == null ? "." : ": " + text(error));
    }

    private void changed(BatchItem item, TestRun run) {
        RunState state = Objects.requireNonNull(progress.run(item, run.runId()));
        append("run", new RunChange(item.name(), view(item, state)));
    }

    private RunView view(BatchItem item, RunState run) {
        return RunView.of(item.name(), run, testNames.get(run.testId()));
    }

    /** Totals change all the time, and so are appended at intervals. */
    private void totalsChanged() {
        if (!totalsDue) {
            totalsDue = true;
            scheduler.schedule(this::appendTotals, totalsInterval.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void appendTotals() {
        synchronized (lock) {
            totalsDue = false;
            if (status == BatchStatus.RUNNING) {
                append("totals", totals());
            }
        }
    }

    /** Ends the batch. Ending it again has no effect. */
    void end(BatchStatus ended) {
        synchronized (lock) {
            if (status == BatchStatus.RUNNING) {
                Instant now = now(scheduler);
                endedAt = now;
                status = ended;
                append("done", new BatchEnd(status, now, totals()));
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
            List<RunView> runs = new ArrayList<>();
            List<ItemView> failed = new ArrayList<>();
            for (ItemProgress item : progress.items()) {
                item.runs().forEach(run -> runs.add(view(item.item(), run)));
                if (item.problem() != null) {
                    failed.add(new ItemView(item.item().name(), item.problem()));
                }
            }
            return new BatchView(id, status, suites, startedAt, endedAt, totals(), runs, failed, null);
        }
    }

    /** Returns the events after a position. */
    Flux<Logged<StreamEvent>> events(long afterId) {
        return log.from(afterId);
    }

    /** Returns whether there is nothing more to read after a position. */
    boolean isEnd(long afterId) {
        return log.isEnd(afterId);
    }

    private Logged<StreamEvent> snapshot(boolean missed) {
        BatchView view;
        long lastId;
        synchronized (lock) {
            view = view();
            // The last event is always sent, also to readers that start after it.
            lastId = status == BatchStatus.RUNNING ? log.lastId() : log.lastId() - 1;
        }
        return new Logged<>(lastId, StreamEvent.of("snapshot", missed ? view.withMissed() : view));
    }

    private static Instant now(Scheduler scheduler) {
        return Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS));
    }

    private TotalsView totals() {
        return TotalsView.of(progress.totals());
    }

    private void append(String type, Object data) {
        log.append(StreamEvent.of(type, data));
    }

    /** The messages of the library contain no secrets; those of other errors might. */
    private static String text(Throwable error) {
        boolean isOfLibrary = error instanceof TelnyxException || error instanceof ItemRefusedException;
        String message = isOfLibrary ? error.getMessage() : null;
        return message == null ? "An error in this service; its log has the details." : message;
    }
}
