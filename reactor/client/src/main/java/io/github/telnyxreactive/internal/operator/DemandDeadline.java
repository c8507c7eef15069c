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
 * A time that one subscription to a {@link Flux} may take, from which the time is left out that its subscriber takes: once
 * the source has answered, it counts only while something is asked for that has not been emitted.
 */
public final class DemandDeadline {

    private final Object lock = new Object();
    private final long limit;
    private final Scheduler scheduler;
    private volatile boolean answered;
    private @Nullable Counting<?> subscription;
    private boolean begun;
    private boolean running;
    private long since;
    private long used;
    private @Nullable Disposable timer;

    /**
     * Creates a deadline for one subscription. The time begins with it.
     *
     * @param limit how long the source may take
     * @param scheduler times it
     */
    public DemandDeadline(Duration limit, Scheduler scheduler) {
        this.limit = TimeUnit.NANOSECONDS.convert(limit);
        this.scheduler = scheduler;
    }

    /**
     * Takes note of whether the source has answered.
     *
     * @param value {@code true} if from now on the time counts under demand only, {@code false} if it counts in any case
     */
    public void answered(boolean value) {
        answered = value;
        Counting<?> present;
        synchronized (lock) {
            present = subscription;
        }
        if (present != null) {
            present.update(false);
        }
    }

    /**
     * Ends a source with an error unless it completes in time. The source is cancelled then.
     *
     * @param source what has to complete
     * @param missed makes the error
     * @param <T> what the source emits
     * @return what the source emits, to be subscribed to once
     */
    public <T> Flux<T> enforce(Flux<T> source, Supplier<? extends Throwable> missed) {
        return new Enforced<>(source, this, missed);
    }

    private static final class Enforced<T> extends FluxOperator<T, T> {

        private final DemandDeadline deadline;
        private final Supplier<? extends Throwable> missed;

        Enforced(Flux<T> source, DemandDeadline deadline, Supplier<? extends Throwable> missed) {
            super(source);
            this.deadline = deadline;
            this.missed = missed;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> subscriber) {
            Counting<T> counting = new Counting<>(subscriber, deadline, missed);
            if (deadline.isFor(counting)) {
                counting.subscribeTo(source);
            } else {
                Operators.error(subscriber, new IllegalStateException("a deadline is for one subscription"));
            }
        }
    }

    private boolean isFor(Counting<?> counting) {
        synchronized (lock) {
            if (subscription == null) {
                subscription = counting;
            }
            return subscription == counting;
        }
    }

    /**
     * Starts or stops the time, and tells whether it is up. A timer that is set is left alone: it is late at the most, and
     * is set again if it is early.
     */
    private boolean tick(Counting<?> counting) {
        boolean runs = begun && !counting.isOver() && (!answered || counting.demand > 0);
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

    /** The one subscription, which knows what is asked for. */
    private static final class Counting<T> extends Timed<T> {

        @SuppressWarnings("rawtypes")
        private static final AtomicLongFieldUpdater<Counting> DEMAND =
                AtomicLongFieldUpdater.newUpdater(Counting.class, "demand");

        private final DemandDeadline deadline;
        private volatile long demand;

        Counting(CoreSubscriber<? super T> actual, DemandDeadline deadline, Supplier<? extends Throwable> missed) {
            super(actual, missed);
            this.deadline = deadline;
        }

        @Override
        void startTimer() {
            synchronized (deadline.lock) {
                deadline.begun = true;
            }
            update(false);
        }

        @Override
        void stopTimer() {
            synchronized (deadline.lock) {
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

        /** The subscriber is told without the lock, as it may do anything. */
        private void update(boolean timerWentOff) {
            boolean over;
            try {
                synchronized (deadline.lock) {
                    if (timerWentOff) {
                        deadline.timer = null;
                    }
                    over = deadline.tick(this);
                }
            } catch (RejectedExecutionException e) {
                reject(e);
                return;
            }
            if (over) {
                miss();
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
