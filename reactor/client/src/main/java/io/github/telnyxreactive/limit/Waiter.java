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
 * A subscription that waits until a limiter admits it, and from then on relays the signals of the source and reports
 * its termination. It is its own entry in the queue, so that a cancelled subscription leaves the queue without a search, and
 * waiting takes a single object: a composition around a {@code Mono} of permits takes several.
 *
 * @param <T> the type of the elements
 */
abstract class Waiter<T> extends Operators.DeferredSubscription implements CoreSubscriber<T> {

    private final CoreSubscriber<? super T> actual;
    private final AtomicBoolean leaving = new AtomicBoolean();

    Waiter(CoreSubscriber<? super T> actual) {
        this.actual = actual;
    }

    /**
     * Called once, when the subscription has terminated or was cancelled.
     *
     * @param outcome how it ended
     * @param error its error, {@code null} unless it failed
     */
    abstract void left(Outcome outcome, @Nullable Throwable error);

    /** Returns whether it has terminated or was cancelled, even if the limiter does not know yet. */
    final boolean isLeaving() {
        return leaving.get();
    }

    final void start(Supplier<? extends Publisher<T>> source) {
        try {
            source.get().subscribe(this);
        } catch (Throwable e) {
            // Even an error that Reactor considers fatal concerns this subscriber only: rethrown, it would stop the
            // limiter.
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
