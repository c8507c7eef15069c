package io.github.telnyxreactive.internal.operator;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;

/**
 * A deadline for the completion of one subscription to a {@link Flux}, not counting the time that its subscriber takes:
 * once the source has responded, time counts only while there is unfulfilled demand.
 *
 * <p>No composition of operators does that: the timeouts of Reactor do not pause while there is no demand.
 */
public final class DemandDeadline {

    private final Object lock = new Object();
    private final long limit;
    private final Scheduler scheduler;
    private volatile boolean pausedWithoutDemand;
    private @Nullable Counting<?> subscription;
    private boolean subscribed;
    private boolean started;
    private boolean running;
    private long since;
    private long used;
    private @Nullable Disposable timer;

    /**
     * Creates a deadline for one subscription. The time starts with it.
     *
     * @param limit how long the source may take
     * @param scheduler the scheduler of the timer
     */
    public DemandDeadline(Duration limit, Scheduler scheduler) {
        this.limit = TimeUnit.NANOSECONDS.convert(limit);
        this.scheduler = scheduler;
    }

    /**
     * Sets whether the time is paused while there is no demand. Initially, it is not.
     *
     * @param paused {@code true} if the source has responded, {@code false} if a response is awaited
     */
    public void pauseWithoutDemand(boolean paused) {
        pausedWithoutDemand = paused;
        Counting<?> present;
        synchronized (lock) {
            present = subscription;
        }
        if (present != null) {
            present.update(false);
        }
    }

    /**
     * Cancels a source and emits an error unless it completes in time.
     *
     * @param source the source
     * @param error creates the error
     * @param <T> the type of the elements
     * @return the source, until the deadline; it can be subscribed to once
     */
    public <T> Flux<T> enforce(Flux<T> source, Supplier<? extends Throwable> error) {
        return new Enforced<>(source, this, error);
    }

    private static final class Enforced<T> extends FluxOperator<T, T> {

        private final DemandDeadline deadline;
        private final Supplier<? extends Throwable> error;

        Enforced(Flux<T> source, DemandDeadline deadline, Supplier<? extends Throwable> error) {
            super(source);
            this.deadline = deadline;
            this.error = error;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> subscriber) {
            Counting<T> counting = new Counting<>(subscriber, deadline, error);
            if (deadline.startsWith(counting)) {
                counting.subscribeTo(source);
            } else {
                Operators.error(subscriber, new IllegalStateException("a deadline allows one subscriber only"));
            }
        }

        @Override
        @SuppressWarnings("rawtypes")
        public @Nullable Object scanUnsafe(Attr key) {
            return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : super.scanUnsafe(key);
        }
    }

    private boolean startsWith(Counting<?> counting) {
        synchronized (lock) {
            if (subscribed) {
                return false;
            }
            subscribed = true;
            subscription = counting;
            return true;
        }
    }

    /**
     * Starts or stops the time, and returns whether it has passed. A timer that is already set is left alone: it can
     * only fire too early, and is then set again.
     */
    private boolean tick(Counting<?> counting) {
        boolean runs = started && !counting.isTerminated() && (!pausedWithoutDemand || counting.demand > 0);
        if (runs != running) {
            running = runs;
            if (runs) {
                since = now();
            } else {
                used += Math.max(0, now() - since);
            }
        }
        if (!runs || timer != null) {
            return false;
        }
        long left = limit - used - Math.max(0, now() - since);
        if (left <= 0) {
            return true;
        }
        timer = scheduler.schedule(counting, left, TimeUnit.NANOSECONDS);
        return false;
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }

    /** The only subscription, which counts the demand. */
    private static final class Counting<T> extends Timed<T> {

        @SuppressWarnings("rawtypes")
        private static final AtomicLongFieldUpdater<Counting> DEMAND =
                AtomicLongFieldUpdater.newUpdater(Counting.class, "demand");

        private final DemandDeadline deadline;
        private volatile long demand;

        Counting(CoreSubscriber<? super T> actual, DemandDeadline deadline, Supplier<? extends Throwable> error) {
            super(actual, false, error);
            this.deadline = deadline;
        }

        @Override
        void startTimer() {
            synchronized (deadline.lock) {
                deadline.started = true;
            }
            update(false);
        }

        /** Also drops the subscriber, as whoever pauses the time may keep the deadline. */
        @Override
        void stopTimer() {
            synchronized (deadline.lock) {
                deadline.subscription = null;
                Disposable set = deadline.timer;
                if (set != null) {
                    set.dispose();
                    deadline.timer = null;
                }
            }
        }

        @Override
        public void run() {
            update(true);
        }

        /** The subscriber is notified outside the lock, as it may do anything. */
        private void update(boolean timerFired) {
            boolean passed;
            try {
                synchronized (deadline.lock) {
                    if (timerFired) {
                        deadline.timer = null;
                    }
                    passed = deadline.tick(this);
                }
            } catch (RejectedExecutionException e) {
                expire(e);
                return;
            }
            if (passed) {
                expire();
            }
        }

        @Override
        public void request(long n) {
            if (n > 0 && Operators.addCap(DEMAND, this, n) == 0) {
                update(false);
            }
            super.request(n);
        }

        @Override
        public void onNext(T value) {
            if (demand != Long.MAX_VALUE && Operators.produced(DEMAND, this, 1) == 0) {
                update(false);
            }
            super.onNext(value);
        }
    }
}
