package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchOptions;

/**
 * What a batch may use: runs under way, runs in total, requests that trigger, and events that wait for the subscriber. Not
 * thread-safe.
 */
final class BatchBudget {

    private final BatchOptions options;
    private int underWay;
    private int held;
    private int lost;
    private long started;
    private int triggering;

    BatchBudget(BatchOptions options) {
        this.options = options;
    }

    /** Returns how many runs may be under way at the same time, apart from those that may never end. */
    int capacity() {
        return options.maxConcurrentRuns() == BatchOptions.UNLIMITED
                ? BatchOptions.UNLIMITED
                : Math.max(0, options.maxConcurrentRuns() - lost);
    }

    /** Returns whether so many more runs may be under way now. None need no room, however many there are. */
    boolean hasRoomFor(int runs) {
        return runs == 0 || (long) underWay + held + runs <= capacity();
    }

    /** Changes the number of runs that are, or may be, under way. */
    void move(int before, int after) {
        underWay += after - before;
    }

    /** Records runs that may never end. */
    void lose(int runs) {
        lost += runs;
    }

    /** Records runs that may be under way for some time, and are not followed. */
    void hold(int runs) {
        held += runs;
    }

    /** Records that they have ended by now. */
    void release(int runs) {
        held -= runs;
    }

    /** Counts runs that earlier processes of the batch have started. */
    void startedBefore(int runs) {
        started += runs;
    }

    /** Counts runs that are to be started. Returns whether that is not more than the batch may start in total. */
    boolean reserve(int runs) {
        started += runs;
        Integer limit = options.maxRuns();
        return limit == null || started <= limit;
    }

    /** Changes the number of runs that were started in total. */
    void correct(int expected, int actual) {
        started += actual - expected;
    }

    /** Returns whether another request may be sent that triggers something. */
    boolean canTrigger(int queuedEvents) {
        return triggering < options.maxConcurrentRequests() && queuedEvents + triggering < options.eventBuffer();
    }

    void triggers() {
        triggering++;
    }

    void hasTriggered() {
        triggering--;
    }
}
