package io.github.telnyxreactive.internal.operator;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/**
 * A source that calls {@code onSubscribe} when a test says so, so that this can race with a cancellation. It emits
 * nothing by itself.
 *
 * @param <T> the type of the elements
 */
public final class LateSource<T> extends Flux<T> {

    private final AtomicReference<CoreSubscriber<? super T>> waiting = new AtomicReference<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        waiting.set(actual);
    }

    public boolean isSubscribed() {
        return waiting.get() != null;
    }

    /** Calls {@code onSubscribe} of the last subscriber. */
    public void accept() {
        CoreSubscriber<? super T> actual = waiting.get();
        actual.onSubscribe(new Subscription() {

            @Override
            public void request(long n) {}

            @Override
            public void cancel() {
                cancelled.set(true);
            }
        });
    }

    /** Returns whether the last subscription has been cancelled, once or more often. */
    public boolean isCancelled() {
        return cancelled.get();
    }
}
