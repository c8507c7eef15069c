package io.github.telnyxreactive.webflux.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/**
 * A bounded log of the most recent events, for any number of readers.
 *
 * <p>The log keeps each event once for all readers. A reader holds only its position, and reads one event after the other
 * under the demand of its subscriber. So a slow reader neither costs memory nor delays the appending thread. If the events
 * that it has not read are no longer kept, it receives a snapshot instead and continues from there. Reactor's replaying
 * sinks have no such bound: a slow subscriber retains all events that it has not read.
 *
 * <p>Thread-safe. Appending never runs the code of a reader.
 *
 * @param <T> the type of the events, which must be immutable
 */
public final class EventLog<T> {

    /** The position of a reader that has read nothing and begins with a snapshot. */
    public static final long NOTHING = -1;

    private final int capacity;
    private final Scheduler scheduler;
    private final Snapshots<T> snapshots;

    private final Object lock = new Object();
    private final List<Logged<T>> ring = new ArrayList<>();
    private final Set<LogReader<T>> waiting = new LinkedHashSet<>();
    private long lastId;
    private boolean complete;

    /**
     * Creates a log.
     *
     * @param capacity the number of events to keep, at least 1
     * @param scheduler where waiting readers continue when there are new events; they do not block it
     * @param snapshots the source of snapshots, which replace events that a reader has missed
     */
    public EventLog(int capacity, Scheduler scheduler, Snapshots<T> snapshots) {
        if (capacity < 1) {
            throw new IllegalArgumentException("the capacity must be at least 1: " + capacity);
        }
        this.capacity = capacity;
        this.scheduler = scheduler;
        this.snapshots = snapshots;
    }

    /**
     * Appends an event, and removes the oldest one if the log is full.
     *
     * @param event the event
     * @return its number
     * @throws IllegalStateException if the log is complete
     */
    public long append(T event) {
        List<LogReader<T>> readers;
        long id;
        synchronized (lock) {
            if (complete) {
                throw new IllegalStateException("the log is complete");
            }
            id = ++lastId;
            Logged<T> logged = new Logged<>(id, event);
            if (ring.size() < capacity) {
                ring.add(logged);
            } else {
                ring.set(index(id), logged);
            }
            readers = takeWaiting();
        }
        wake(readers);
        return id;
    }

    /** Completes the log. Readers complete when they have read to the end. */
    public void complete() {
        List<LogReader<T>> readers;
        synchronized (lock) {
            complete = true;
            readers = takeWaiting();
        }
        wake(readers);
    }

    /**
     * Returns the number of the last event.
     *
     * @return the number, 0 if there is none yet
     */
    public long lastId() {
        synchronized (lock) {
            return lastId;
        }
    }

    /**
     * Returns whether the log is complete.
     *
     * @return whether no more events can be appended
     */
    public boolean isComplete() {
        synchronized (lock) {
            return complete;
        }
    }

    /**
     * Returns whether a reader at the given position has read everything there will be.
     *
     * @param position the number of the last event that was read
     * @return whether the log is complete and the position is its end
     */
    public boolean isEnd(long position) {
        synchronized (lock) {
            return complete && position == lastId;
        }
    }

    /**
     * Reads the events after a position. Each subscription has its own position. One snapshot replaces events that the log no
     * longer keeps, or never had.
     *
     * @param afterId the number of the last event that was read, {@link #NOTHING} to begin with a snapshot
     * @return the events in ascending order of their numbers, each as soon as it is available and requested, up to the end of
     *     the log; fails only if a snapshot cannot be created
     */
    public Flux<Logged<T>> from(long afterId) {
        return new Flux<>() {
            @Override
            public void subscribe(CoreSubscriber<? super Logged<T>> actual) {
                LogReader<T> reader = new LogReader<>(EventLog.this, afterId, actual);
                actual.onSubscribe(reader);
                // Completion needs no demand.
                reader.wake();
            }
        };
    }

    /** Returns where a reader is. One that has to wait is registered and woken when there is more. */
    Position position(LogReader<T> reader, long position) {
        synchronized (lock) {
            if (position != lastId) {
                return Position.BEHIND;
            }
            if (complete) {
                return Position.END;
            }
            waiting.add(reader);
            return Position.WAITING;
        }
    }

    /** Returns the event after a position, or {@code null} if it is not kept or the position never existed. */
    @Nullable Logged<T> after(long position) {
        synchronized (lock) {
            boolean kept = position >= lastId - ring.size() && position < lastId;
            return kept ? ring.get(index(position + 1)) : null;
        }
    }

    Logged<T> snapshot(boolean missed) {
        return snapshots.snapshot(missed);
    }

    void forget(LogReader<T> reader) {
        synchronized (lock) {
            waiting.remove(reader);
        }
    }

    private int index(long id) {
        return (int) ((id - 1) % capacity);
    }

    private List<LogReader<T>> takeWaiting() {
        List<LogReader<T>> readers = List.copyOf(waiting);
        waiting.clear();
        return readers;
    }

    private void wake(List<LogReader<T>> readers) {
        if (!readers.isEmpty()) {
            scheduler.schedule(() -> readers.forEach(LogReader::wake));
        }
    }

    /** Where a reader is. */
    enum Position {
        /** There are events to read. */
        BEHIND,
        /** There are no new events yet. */
        WAITING,
        /** There will be no more events. */
        END
    }

    /**
     * Creates snapshots, which replace events that a reader has missed.
     *
     * @param <T> the type of the events
     */
    @FunctionalInterface
    public interface Snapshots<T> {

        /**
         * Creates a snapshot. Called on the threads of readers, possibly concurrently.
         *
         * @param missed whether the reader has missed events, rather than just started
         * @return the snapshot, with the number of the last event that it includes
         */
        Logged<T> snapshot(boolean missed);
    }
}
