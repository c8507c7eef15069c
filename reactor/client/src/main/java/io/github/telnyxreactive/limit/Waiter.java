package io.github.telnyxreactive.limit;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A subscription that waits until it is let through, and from then on stands between source and subscriber to notice when
 * it ends.
 *
 * @param <T> what the source emits
 */
abstract class Waiter<T> extends Operators.DeferredSubscription implements CoreSubscriber<T> {

    private final CoreSubscriber<? super T> actual;
    private final AtomicBoolean leaving = new AtomicBoolean();

    Waiter(CoreSubscriber<? super T> actual) {
        this.actual = actual;
    }

    /**
     * Takes note, once, that it was cancelled or has ended.
     *
     * @param outcome how it ended
     * @param error what it ended with, {@code null} unless it failed
     */
    abstract void left(Outcome outcome, @Nullable Throwable error);

    /** Whether it was cancelled or has ended, even if nobody has taken note yet. */
    final boolean isLeaving() {
        return leaving.get();
    }

    final void start(Supplier<? extends Publisher<T>> source) {
        try {
            source.get().subscribe(this);
        } catch (Throwable e) {
            // Even what Reactor takes for fatal is this subscriber's alone: thrown, it would stop everybody's limiter.
            onError(e);
        }
    }

    final void reject(Throwable reason) {
        if (leaving.compareAndSet(false, true)) {
            actual.onError(reason);
        }
    }

    private void leave(Outcome outcome, @Nullable Throwable error) {
        if (leaving.compareAndSet(false, true)) {
            left(outcome, error);
        }
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            super.request(n);
        }
    }

    @Override
    public void cancel() {
        super.cancel();
        leave(Outcome.CANCELLED, null);
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        set(subscription);
    }

    @Override
    public void onNext(T value) {
        actual.onNext(value);
    }

    @Override
    public void onError(Throwable error) {
        leave(Outcome.FAILED, error);
        actual.onError(error);
    }

    @Override
    public void onComplete() {
        leave(Outcome.COMPLETED, null);
        actual.onComplete();
    }

    /** How a subscription ends. */
    enum Outcome {
        COMPLETED,
        FAILED,
        CANCELLED
    }
}
