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
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;

/** A time by which the whole of a source has to be there, however often it emits in between. */
public final class Deadline {

    private final long nanos;
    private final Scheduler timer;
    private final Supplier<? extends Throwable> missed;

    private Deadline(Duration limit, Scheduler timer, Supplier<? extends Throwable> missed) {
        this.nanos = TimeUnit.NANOSECONDS.convert(limit);
        this.timer = timer;
        this.missed = missed;
    }

    /**
     * Ends a source with an error unless it completes in time. The source is cancelled then.
     *
     * @param source what has to complete
     * @param limit how long it may take from the subscription on
     * @param timer times it
     * @param missed makes the error
     * @param <T> what the source emits
     * @return what the source emits, up to the deadline
     */
    public static <T> Flux<T> enforce(
            Flux<T> source, Duration limit, Scheduler timer, Supplier<? extends Throwable> missed) {
        return new Many<>(source, new Deadline(limit, timer, missed));
    }

    /**
     * Ends a source with an error unless it emits its value, or completes without one, in time. The source is cancelled
     * then.
     *
     * @param source what has to emit or complete
     * @param limit how long it may take from the subscription on
     * @param timer times it
     * @param missed makes the error
     * @param <T> what the source emits
     * @return what the source emits, up to the deadline
     */
    public static <T> Mono<T> enforce(
            Mono<T> source, Duration limit, Scheduler timer, Supplier<? extends Throwable> missed) {
        return new One<>(source, new Deadline(limit, timer, missed));
    }

    private static final class Many<T> extends FluxOperator<T, T> {

        private final Deadline deadline;

        Many(Flux<T> source, Deadline deadline) {
            super(source);
            this.deadline = deadline;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> subscriber) {
            new Whole<T>(subscriber, deadline).subscribeTo(source);
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
            new Single<T>(subscriber, deadline).subscribeTo(source);
        }
    }

    /** What has to complete in time. */
    private static class Whole<T> extends Timed<T> {

        private final Deadline deadline;
        private volatile @Nullable Disposable timer;

        Whole(CoreSubscriber<? super T> actual, Deadline deadline) {
            super(actual, deadline.missed);
            this.deadline = deadline;
        }

        @Override
        final void startTimer() {
            if (isOver()) {
                return;
            }
            try {
                Disposable set = deadline.timer.schedule(this, deadline.nanos, TimeUnit.NANOSECONDS);
                timer = set;
                if (isOver()) {
                    set.dispose();
                }
            } catch (RejectedExecutionException e) {
                reject(e);
            }
        }

        @Override
        final void stopTimer() {
            Disposable set = timer;
            if (set != null) {
                set.dispose();
            }
        }

        @Override
        public final void run() {
            miss();
        }
    }

    /** What has to emit one value in time, with which it is as good as complete. */
    private static final class Single<T> extends Whole<T> {

        private boolean emitted;

        Single(CoreSubscriber<? super T> actual, Deadline deadline) {
            super(actual, deadline);
        }

        @Override
        boolean end() {
            return emitted ? !isCancelled() : super.end();
        }

        @Override
        public void onNext(T value) {
            if (!emitted && super.end()) {
                emitted = true;
                actual.onNext(value);
            } else {
                Operators.onDiscard(value, currentContext());
            }
        }
    }
}
