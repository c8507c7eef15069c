package io.github.telnyxreactive.operator;

import io.github.telnyxreactive.http.RateLimitHeaders;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A subscription that waits for its permit, and from then on stands between source and subscriber to notice when it ends.
 *
 * @param <T> what the source emits
 */
final class Waiter<T> extends Operators.DeferredSubscription implements CoreSubscriber<T>, Permit {

    private final RateLimiter limiter;
    private final Function<? super Permit, ? extends Publisher<T>> source;
    private final CoreSubscriber<? super T> actual;
    private final AtomicBoolean leaving = new AtomicBoolean();
    private long order;

    Waiter(
            RateLimiter limiter,
            Function<? super Permit, ? extends Publisher<T>> source,
            CoreSubscriber<? super T> actual) {
        this.limiter = limiter;
        this.source = source;
        this.actual = actual;
    }

    /** Whether it was cancelled or has ended, even if the limiter does not know yet. */
    boolean isLeaving() {
        return leaving.get();
    }

    /** Whether it was let through; known to the limiter only. */
    boolean isGranted() {
        return order > 0;
    }

    void grant(long place) {
        order = place;
        try {
            source.apply(this).subscribe(this);
        } catch (Throwable e) {
            // Even what Reactor takes for fatal is this subscriber's alone: thrown, it would stop the limiter for
            // everybody.
            onError(e);
        }
    }

    void reject(Throwable reason) {
        if (leaving.compareAndSet(false, true)) {
            actual.onError(reason);
        }
    }

    private void leave() {
        if (leaving.compareAndSet(false, true)) {
            limiter.signal(() -> limiter.leave(this));
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
        leave();
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
        leave();
        actual.onError(error);
    }

    @Override
    public void onComplete() {
        leave();
        actual.onComplete();
    }

    @Override
    public void learn(RateLimitHeaders headers) {
        if (headers.isComplete()) {
            long place = order;
            limiter.signal(() -> limiter.learn(headers, place));
        }
    }

    @Override
    public void pause(Duration wait) {
        limiter.signal(() -> limiter.pause(wait));
    }
}
