package io.github.telnyxreactive.limit;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;

/**
 * A subscription that waits until a {@link ConcurrencyLimiter} has room for it.
 *
 * @param <T> what the source emits
 */
final class SlotWaiter<T> extends Waiter<T> {

    private final ConcurrencyLimiter limiter;
    private final Publisher<T> source;
    private boolean active;
    private boolean probe;
    private volatile boolean answered;

    SlotWaiter(ConcurrencyLimiter limiter, Publisher<T> source, CoreSubscriber<? super T> actual) {
        super(actual);
        this.limiter = limiter;
        this.source = source;
    }

    /** Whether it was let through; known to the limiter only. */
    boolean isActive() {
        return active;
    }

    /** Whether it was let through to find out whether there is service again; known to the limiter only. */
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
        answered = true;
        super.onNext(value);
    }

    /** Who has what they asked for may cancel before the end. */
    @Override
    void left(Outcome outcome, @Nullable Throwable error) {
        boolean succeeded = outcome == Outcome.COMPLETED || answered;
        limiter.signal(() -> limiter.leave(this, succeeded, error));
    }
}
