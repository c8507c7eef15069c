package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.ListObserver;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Reads a list to its end, and records when its first element arrived. */
final class ListReader implements ListObserver {

    private final long start = System.nanoTime();
    private final CountDownLatch done = new CountDownLatch(1);
    private final long pausedAt;
    private final Runnable pause;
    private volatile @Nullable Throwable failure;
    private long count;
    private long first;

    ListReader() {
        this(-1, () -> {});
    }

    /**
     * Creates a reader that runs an action in the middle of the list.
     *
     * @param pausedAt the number of elements after which the action runs
     * @param pause the action
     */
    ListReader(long pausedAt, Runnable pause) {
        this.pausedAt = pausedAt;
        this.pause = pause;
    }

    @Override
    public void next(Object element) {
        if (count++ == 0) {
            first = System.nanoTime() - start;
        }
        if (count == pausedAt) {
            pause.run();
        }
    }

    @Override
    public void completed() {
        done.countDown();
    }

    @Override
    public void failed(Throwable reason) {
        failure = reason;
        done.countDown();
    }

    /** Returns when the list has completed with the expected number of elements, and throws otherwise. */
    void await(long expected) {
        Latches.await(done);
        check(expected);
    }

    /** Returns whether the list has completed in time, and throws if it failed or has another number of elements. */
    boolean completesWithin(long millis, long expected) {
        if (!Latches.await(done, millis)) {
            return false;
        }
        check(expected);
        return true;
    }

    private void check(long expected) {
        Throwable reason = failure;
        if (reason != null) {
            throw new IllegalStateException("the list failed after " + count + " elements: " + reason, reason);
        }
        if (count != expected) {
            throw new IllegalStateException(count + " elements instead of " + expected);
        }
    }

    double firstMillis() {
        return first / 1e6;
    }
}
