package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.webflux.event.EventLog;
import io.github.telnyxreactive.webflux.event.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/**
 * The content of one batch, and the log of its changes. Both change together, so that a snapshot and the events after it fit
 * without a gap or a repetition. Thread-safe.
 *
 * <p>The ids of events consist of the epoch of the record and the number of the event. After a restart of the service, the
 * record has another epoch, so a number of the earlier process is not mistaken for one of this process.
 */
final class BatchRecord {

    private static final char AFTER_EPOCH = '-';

    /** A position that no log has. */
    private static final long UNKNOWN = Long.MAX_VALUE;

    private final BatchHead head;
    private final Duration totalsInterval;
    private final Scheduler scheduler;
    private final EventLog<StreamEvent> log;
    private final String epoch = Long.toHexString(ThreadLocalRandom.current().nextLong());

    private final Object lock = new Object();
    private final BatchContent content;
    private @Nullable Instant endedAt;
    private @Nullable String problem;
    private BatchStatus status = BatchStatus.RUNNING;
    private boolean isStopping;
    private boolean totalsDue;

    BatchRecord(BatchHead head, BatchContent content, int eventsKept, Duration totalsInterval, Scheduler scheduler) {
        this.head = head;
        this.content = content;
        this.totalsInterval = totalsInterval;
        this.scheduler = scheduler;
        this.log = new EventLog<>(eventsKept, scheduler, this::snapshot);
    }

    String id() {
        return head.id();
    }

    void accept(BatchEvent event) {
        synchronized (lock) {
            if (status != BatchStatus.RUNNING || isStopping && isProblem(event)) {
                return;
            }
            List<StreamEvent> changes = content.accept(event);
            changes.forEach(log::append);
            if (!changes.isEmpty()) {
                totalsChanged();
            }
        }
    }

    /** What a stopped batch has not triggered is no problem: it is triggered when the batch is resumed. */
    private static boolean isProblem(BatchEvent event) {
        return event instanceof BatchEvent.TriggerFailed
                || event instanceof BatchEvent.OutcomeUnknown
                || event instanceof BatchEvent.NotStarted;
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
            if (status == BatchStatus.RUNNING && !log.isComplete()) {
                log.append(StreamEvent.of("totals", content.totals()));
            }
        }
    }

    /** Ends the batch when everything is known. Ending it again has no effect. */
    void finish() {
        end(BatchStatus.FINISHED, now(scheduler), null);
    }

    /** Ends the batch in the past, as its journal says. */
    void finishedAt(Instant end) {
        end(BatchStatus.FINISHED, end, null);
    }

    /** Ends the batch before everything is known. */
    void fail(String reason) {
        failedAt(now(scheduler), reason);
    }

    /** Ends the batch in the past before everything was known. */
    void failedAt(Instant end, String reason) {
        end(BatchStatus.FAILED, end, reason);
    }

    private void end(BatchStatus ended, Instant at, @Nullable String reason) {
        synchronized (lock) {
            if (status == BatchStatus.RUNNING) {
                endedAt = at;
                status = ended;
                problem = reason;
                log.append(StreamEvent.of("done", new BatchEnd(status, at, content.totals(), reason)));
                log.complete();
            }
        }
    }

    /** Announces that the service is going to stop before the batch has ended. */
    void stopping() {
        synchronized (lock) {
            isStopping = true;
        }
    }

    /** Ends the streams of the batch, which a later process continues. */
    void leave() {
        synchronized (lock) {
            if (status == BatchStatus.RUNNING) {
                log.complete();
            }
        }
    }

    boolean isRunning() {
        synchronized (lock) {
            return status == BatchStatus.RUNNING;
        }
    }

    BatchSummary summary() {
        synchronized (lock) {
            return new BatchSummary(head.id(), status, head.suites(), head.startedAt(), endedAt, problem);
        }
    }

    BatchView view() {
        synchronized (lock) {
            return new BatchView(
                    head.id(),
                    status,
                    head.suites(),
                    head.startedAt(),
                    endedAt,
                    content.totals(),
                    content.runs(),
                    content.problems(),
                    problem,
                    null);
        }
    }

    /**
     * Returns the events after a position.
     *
     * @param last the id of the last event that was read, {@code null} to begin with a snapshot
     */
    Flux<Logged<StreamEvent>> events(@Nullable String last) {
        return log.from(position(last));
    }

    /** Returns whether there is nothing more to read after a position, ever. */
    boolean isEnd(@Nullable String last) {
        return !isRunning() && log.isEnd(position(last));
    }

    /** Returns the id of an event. */
    String eventId(Logged<StreamEvent> event) {
        return epoch + AFTER_EPOCH + event.id();
    }

    private long position(@Nullable String last) {
        if (last == null || last.isBlank()) {
            return EventLog.NOTHING;
        }
        String id = last.strip();
        int end = epoch.length();
        if (!id.startsWith(epoch) || id.length() < end + 2 || id.charAt(end) != AFTER_EPOCH) {
            // The reader has not read this log, so it gets a snapshot that says that it has missed events.
            return UNKNOWN;
        }
        try {
            long number = Long.parseLong(id, end + 1, id.length(), 10);
            return number < 0 ? UNKNOWN : number;
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
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
}
