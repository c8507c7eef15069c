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
 * The last events of something that goes on, and any number of readers.
 *
 * <p>The log keeps so many events and no more, once for all readers. A reader holds nothing but its position: it takes
 * event after event as its subscriber asks for them. So a slow reader costs neither memory nor the time of whoever
 * appends; when what it has not read is no longer kept, it gets a snapshot instead and goes on from there.
 *
 * <p>Safe for use by many threads. Who appends never runs a reader's code.
 *
 * @param <T> the type of the events, which must not change
 */
public final class EventLog<T> {

    /** The place before everything, for a reader that knows nothing yet. */
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
     * @param capacity how many events are kept, at least 1
     * @param scheduler where readers that have read everything go on when there is more; without blocking
     * @param snapshots what takes the place of events that a reader has not seen
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
     * Appends an event, and forgets the oldest if there are too many.
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

    /** Says that there will be no more events. Readers complete when they have read to the end. */
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
     * Tells whether a reader at a position has nothing more to come.
     *
     * @param position the number of the last event that was read
     * @return whether the log is complete and the position its end
     */
    public boolean isEnd(long position) {
        synchronized (lock) {
            return complete && position == lastId;
        }
    }

    /**
     * Reads on. Each subscription has a position of its own. Where events are missing that the log no longer keeps, or
     * never had, one snapshot stands for them.
     *
     * @param afterId the number of the last event that was read, {@link #NOTHING} to begin with a snapshot
     * @return the events with numbers that grow, each when it is there and asked for, to the end of the log; an error only
     *     if a snapshot cannot be made
     */
    public Flux<Logged<T>> from(long afterId) {
        return new Flux<>() {
            @Override
            public void subscribe(CoreSubscriber<? super Logged<T>> actual) {
                LogReader<T> reader = new LogReader<>(EventLog.this, afterId, actual);
                actual.onSubscribe(reader);
                // The end needs no demand.
                reader.wake();
            }
        };
    }

    /** Finds out what a reader can do; if it can only wait, it is woken when there is more. */
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

    /** Returns the event after a position, or {@code null} if it is not kept or a position that never was. */
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

    /** What a reader can do. */
    enum Position {
        /** There is more. */
        BEHIND,
        /** There is nothing more yet. */
        WAITING,
        /** There will be nothing more. */
        END
    }

    /**
     * Makes what stands for events that a reader has not seen.
     *
     * @param <T> the type of the events
     */
    @FunctionalInterface
    public interface Snapshots<T> {

        /**
         * Makes a snapshot. Called on the threads of readers, by many at the same time.
         *
         * @param missed whether the reader has missed events, rather than just begun
         * @return the snapshot, with the number of the last event that it takes into account
         */
        Logged<T> snapshot(boolean missed);
    }
}
