package io.github.telnyxreactive.internal.operator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.util.context.Context;

/**
 * A subscription that relays all signals, to be changed by those that differ.
 *
 * @param <T> the type of the elements
 */
public abstract class Relay<T> implements CoreSubscriber<T>, Subscription, Scannable {

    private final CoreSubscriber<? super T> actual;

    /** Set by the first signal, before the subscriber can call any method. */
    private @Nullable Subscription source;

    /**
     * Creates a relay.
     *
     * @param actual the subscriber
     */
    protected Relay(CoreSubscriber<? super T> actual) {
        this.actual = actual;
    }

    /**
     * Returns whether the subscription was cancelled.
     *
     * @return whether it was
     */
    protected abstract boolean isCancelled();

    private Subscription source() {
        return Objects.requireNonNull(source, "no signal precedes onSubscribe");
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source = subscription;
        actual.onSubscribe(this);
    }

    @Override
    public void request(long n) {
        source().request(n);
    }

    @Override
    public void cancel() {
        source().cancel();
    }

    @Override
    public void onNext(T value) {
        actual.onNext(value);
    }

    @Override
    public void onError(Throwable failure) {
        actual.onError(failure);
    }

    @Override
    public void onComplete() {
        actual.onComplete();
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object scanUnsafe(Attr key) {
        if (key == Attr.PARENT) {
            return source;
        }
        if (key == Attr.ACTUAL) {
            return actual;
        }
        if (key == Attr.CANCELLED) {
            return isCancelled();
        }
        return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : null;
    }
}
