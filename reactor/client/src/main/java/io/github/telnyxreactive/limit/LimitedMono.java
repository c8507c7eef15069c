package io.github.telnyxreactive.limit;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;

/**
 * A {@link Mono} whose subscriptions wait for a permit.
 *
 * @param <T> the type of the value
 */
final class LimitedMono<T> extends Mono<T> implements Scannable {

    private final Mono<? extends Permit> permits;
    private final Function<? super Permit, ? extends Mono<T>> source;

    LimitedMono(Mono<? extends Permit> permits, Function<? super Permit, ? extends Mono<T>> source) {
        this.permits = permits;
        this.source = source;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        new Limited<T>(actual, source).acquire(permits);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object scanUnsafe(Attr key) {
        if (key == Attr.PARENT) {
            return permits;
        }
        return key == Attr.RUN_STYLE ? Attr.RunStyle.ASYNC : null;
    }
}
