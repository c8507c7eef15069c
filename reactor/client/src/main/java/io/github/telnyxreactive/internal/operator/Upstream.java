package io.github.telnyxreactive.internal.operator;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Operators;

/**
 * A subscription that can be handed out before the source has one. Unlike {@link Operators.DeferredSubscription}, it
 * cancels the source immediately, even while the source emits in response to the deferred demand.
 */
public abstract class Upstream implements Subscription {

    private static final AtomicReferenceFieldUpdater<Upstream, Subscription> SOURCE =
            AtomicReferenceFieldUpdater.newUpdater(Upstream.class, Subscription.class, "source");
    private static final AtomicLongFieldUpdater<Upstream> REQUESTED =
            AtomicLongFieldUpdater.newUpdater(Upstream.class, "requested");

    private volatile @Nullable Subscription source;
    private volatile long requested;

    /**
     * Sets the subscription to the source, or cancels it if this one has been cancelled.
     *
     * @param subscription the subscription to the source
     */
    public void onSubscribe(Subscription subscription) {
        if (Operators.setOnce(SOURCE, this, subscription)) {
            requestDeferred(subscription);
        }
    }

    @Override
    public void request(long n) {
        if (!Operators.validate(n)) {
            return;
        }
        Subscription present = source;
        if (present == null) {
            Operators.addCap(REQUESTED, this, n);
            present = source;
            if (present != null) {
                requestDeferred(present);
            }
        } else {
            present.request(n);
        }
    }

    private void requestDeferred(Subscription subscription) {
        long n = REQUESTED.getAndSet(this, 0);
        if (n != 0) {
            subscription.request(n);
        }
    }

    @Override
    public void cancel() {
        Operators.terminate(SOURCE, this);
    }

    /**
     * Returns the subscription to the source.
     *
     * @return the subscription, {@code null} if there is none yet
     */
    protected final @Nullable Subscription source() {
        return source;
    }

    /**
     * Returns whether this subscription was cancelled.
     *
     * @return whether {@link #cancel()} was called
     */
    protected final boolean isCancelled() {
        return source == Operators.cancelledSubscription();
    }
}
