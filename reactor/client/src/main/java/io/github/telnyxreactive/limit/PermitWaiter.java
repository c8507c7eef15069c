package io.github.telnyxreactive.limit;

import io.github.telnyxreactive.http.RateLimitHeaders;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;

/**
 * A subscription that waits for its permit from a {@link RateLimiter}.
 *
 * @param <T> the type of the elements
 */
final class PermitWaiter<T> extends Waiter<T> implements Permit {

    private final RateLimiter limiter;
    private final Function<? super Permit, ? extends Publisher<T>> source;
    private long order;

    PermitWaiter(
            RateLimiter limiter,
            Function<? super Permit, ? extends Publisher<T>> source,
            CoreSubscriber<? super T> actual) {
        super(actual);
        this.limiter = limiter;
        this.source = source;
    }

    /** Returns whether it was granted a permit. For the limiter only. */
    boolean isGranted() {
        return order > 0;
    }

    void grant(long place) {
        order = place;
        start(() -> source.apply(this));
    }

    @Override
    void left(Outcome outcome, @Nullable Throwable error) {
        limiter.signal(() -> limiter.leave(this));
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
