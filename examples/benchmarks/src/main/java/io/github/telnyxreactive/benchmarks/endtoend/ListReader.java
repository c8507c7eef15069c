package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Elements;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Reads a list to its end, and notes when its first element was there. */
final class ListReader implements Elements {

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
     * Creates a reader that does something in the midst of the list.
     *
     * @param pausedAt after how many elements
     * @param pause what it does
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

    /** Returns when the list has ended as it should; anything else is thrown. */
    void await(long expected) {
        Latches.await(done);
        check(expected);
    }

    /** Tells whether the list has ended as it should before the time is up. */
    boolean endsWithin(long millis, long expected) {
        if (!Latches.await(done, millis)) {
            return false;
        }
        check(expected);
        return true;
    }

    private void check(long expected) {
        Throwable reason = failure;
        if (reason != null) {
            throw new IllegalStateException("the list broke off after " + count + ": " + reason, reason);
        }
        if (count != expected) {
            throw new IllegalStateException(count + " elements instead of " + expected);
        }
    }

    double firstMillis() {
        return first / 1e6;
    }
}
