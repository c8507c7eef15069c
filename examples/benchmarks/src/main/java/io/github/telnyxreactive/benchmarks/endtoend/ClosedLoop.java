package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.CallObserver;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps a number of calls in flight: when one ends the next begins, until all have completed. */
final class ClosedLoop {

    private final Consumer<CallObserver> call;
    private final int calls;
    private final long[] nanos;
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    ClosedLoop(Consumer<CallObserver> call, int calls) {
        this.call = call;
        this.calls = calls;
        this.nanos = new long[calls];
    }

    /** Returns the durations when all calls have succeeded, or throws the first failure. */
    Durations run(int concurrency) {
        for (int i = 0; i < concurrency; i++) {
            next();
        }
        Latches.await(done);
        Throwable reason = failure.get();
        if (reason != null) {
            throw new IllegalStateException("a call failed: " + reason, reason);
        }
        return new Durations(nanos);
    }

    private void next() {
        int number = started.getAndIncrement();
        if (number < calls) {
            call.accept(new Timed(number));
        }
    }

    private final class Timed implements CallObserver {

        private final int number;
        private final long start = System.nanoTime();

        Timed(int number) {
            this.number = number;
        }

        @Override
        public void succeeded(Object value) {
            nanos[number] = System.nanoTime() - start;
            if (ended.incrementAndGet() == calls) {
                done.countDown();
            } else {
                next();
            }
        }

        @Override
        public void failed(Throwable reason) {
            failure.compareAndSet(null, reason);
            done.countDown();
        }
    }
}
