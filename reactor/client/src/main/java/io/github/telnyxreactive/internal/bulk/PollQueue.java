package io.github.telnyxreactive.internal.bulk;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The items whose interval has passed, in the order in which their polls become late. While one is late, because the rate does
 * not suffice for all polls, almost nothing is started: otherwise the batch would have under way what it cannot follow.
 * Confined to tasks of the mailbox of the batch.
 *
 * @param <T> the type of the items
 */
final class PollQueue<T> {

    /** How many late polls are made before something is started nevertheless, so that a batch advances in any case. */
    static final int MAX_POLLS_PER_START = 31;

    private final Queue<Entry<T>> entries = new PriorityQueue<>(
            Comparator.<Entry<T>>comparingLong(Entry::lateFrom).thenComparingLong(Entry::order));
    private long order;
    private int pollsSinceStart;

    /**
     * An item that waits for its poll.
     *
     * @param item the item
     * @param lateFrom from when on the poll is late
     * @param order the position among those with the same time
     * @param <T> the type of the item
     */
    private record Entry<T>(T item, long lateFrom, long order) {}

    void add(T item, long lateFrom) {
        entries.add(new Entry<>(item, lateFrom, order++));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Removes the item that is polled next. */
    T next() {
        pollsSinceStart++;
        return entries.remove().item();
    }

    /** Returns whether something may be started ahead of the polls. */
    boolean mayStart(long now) {
        Entry<T> first = entries.peek();
        return first == null || now < first.lateFrom() || pollsSinceStart >= MAX_POLLS_PER_START;
    }

    /** Records that something is started. */
    void started() {
        pollsSinceStart = 0;
    }

    void clear() {
        entries.clear();
    }
}
