package io.github.telnyxreactive.limit;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;

/**
 * A subscription that waits until a {@link ConcurrencyLimiter} admits it.
 *
 * @param <T> the type of the elements
 */
final class SlotWaiter<T> extends Waiter<T> {

    private final ConcurrencyLimiter limiter;
    private final Publisher<T> source;
    private boolean active;
    private boolean probe;
    private volatile boolean emitted;

    SlotWaiter(ConcurrencyLimiter limiter, Publisher<T> source, CoreSubscriber<? super T> actual) {
        super(actual);
        this.limiter = limiter;
        this.source = source;
    }

    /** Returns whether it was admitted. For the limiter only. */
    boolean isActive() {
        return active;
    }

    /** Returns whether it was admitted as a probe. For the limiter only. */
    boolean isProbe() {
        return probe;
    }

    void activate(boolean probing) {
        active = true;
        probe = probing;
        start(() -> source);
    }

    @Override
    public void onNext(T value) {
        emitted = true;
        super.onNext(value);
    }

    /** A subscriber may cancel as soon as it has what it needs, so a cancellation after an element is a success. */
    @Override
    void left(Outcome outcome, @Nullable Throwable error) {
        boolean succeeded = outcome == Outcome.COMPLETED || emitted;
        limiter.signal(() -> limiter.leave(this, succeeded, error));
    }
}
