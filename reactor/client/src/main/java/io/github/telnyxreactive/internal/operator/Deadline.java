package io.github.telnyxreactive.internal.operator;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.scheduler.Scheduler;

/**
 * A deadline for the completion of a source, no matter how often it emits before.
 *
 * <p>Every call has one, so there is a single object per subscription, which is also the task of the timer:
 * {@code Mono.timeout} takes nearly twice the time and the memory, and for a {@code Flux}, whose {@code timeout} limits
 * the time between elements instead, {@code takeUntilOther} with a delay that fails takes three times as much.
 */
public final class Deadline {

    private final long nanos;
    private final Scheduler timer;
    private final Supplier<? extends Throwable> error;

    private Deadline(Duration limit, Scheduler timer, Supplier<? extends Throwable> error) {
        this.nanos = TimeUnit.NANOSECONDS.convert(limit);
        this.timer = timer;
        this.error = error;
    }

    /**
     * Cancels a source and emits an error unless it completes in time.
     *
     * @param source the source
     * @param limit how long the source may take from subscription on
     * @param timer the scheduler of the timer
     * @param error creates the error
     * @param <T> the type of the elements
     * @return the source, until the deadline
     */
    public static <T> Flux<T> enforce(
            Flux<T> source, Duration limit, Scheduler timer, Supplier<? extends Throwable> error) {
        return new Many<>(source, new Deadline(limit, timer, error));
    }

    /**
     * Cancels a source and emits an error unless it emits its value, or completes empty, in time.
     *
     * @param source the source
     * @param limit how long the source may take from subscription on
     * @param timer the scheduler of the timer
     * @param error creates the error
     * @param <T> the type of the elements
     * @return the source, until the deadline
     */
    public static <T> Mono<T> enforce(
            Mono<T> source, Duration limit, Scheduler timer, Supplier<? extends Throwable> error) {
        return new One<>(source, new Deadline(limit, timer, error));
    }

    private static final class Many<T> extends FluxOperator<T, T> {

        private final Deadline deadline;

        Many(Flux<T> source, Deadline deadline) {
            super(source);
            this.deadline = deadline;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> subscriber) {
            new InTime<T>(subscriber, false, deadline).subscribeTo(source);
        }

        @Override
        @SuppressWarnings("rawtypes")
        public @Nullable Object scanUnsafe(Attr key) {
            return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : super.scanUnsafe(key);
        }
    }

    private static final class One<T> extends MonoOperator<T, T> {

        private final Deadline deadline;

        One(Mono<T> source, Deadline deadline) {
            super(source);
            this.deadline = deadline;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> subscriber) {
            new InTime<T>(subscriber, true, deadline).subscribeTo(source);
        }

        @Override
        @SuppressWarnings("rawtypes")
        public @Nullable Object scanUnsafe(Attr key) {
            return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : super.scanUnsafe(key);
        }
    }

    /** A subscription that has to end in time. */
    private static final class InTime<T> extends Timed<T> {

        private final Deadline deadline;
        private volatile @Nullable Disposable timer;

        InTime(CoreSubscriber<? super T> actual, boolean single, Deadline deadline) {
            super(actual, single, deadline.error);
            this.deadline = deadline;
        }

        @Override
        void startTimer() {
            if (isTerminated()) {
                return;
            }
            try {
                Disposable set = deadline.timer.schedule(this, deadline.nanos, TimeUnit.NANOSECONDS);
                timer = set;
                if (isTerminated()) {
                    set.dispose();
                }
            } catch (RejectedExecutionException e) {
                expire(e);
            }
        }

        @Override
        void stopTimer() {
            Disposable set = timer;
            if (set != null) {
                set.dispose();
            }
        }

        @Override
        public void run() {
            expire();
        }
    }
}
