package io.github.telnyxreactive.internal.operator;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.util.context.Context;

/**
 * Subscribes to a source on the first demand.
 *
 * <p>A composition of operators that does so is {@code concat} of a source that is itself an element. It may lose a
 * cancellation, see {@link Cancellation}.
 *
 * @param <T> the type of the elements
 */
public final class OnDemand<T> extends FluxOperator<T, T> {

    private OnDemand(Flux<T> source) {
        super(source);
    }

    /**
     * Returns a source that is subscribed to on the first demand.
     *
     * @param source the source
     * @param <T> the type of the elements
     * @return the same elements
     */
    public static <T> Flux<T> of(Flux<T> source) {
        return new OnDemand<>(source);
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        actual.onSubscribe(new Awaiting<T>(source, actual));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object scanUnsafe(Attr key) {
        return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : super.scanUnsafe(key);
    }

    /** Subscribes itself to the source. */
    private static final class Awaiting<T> extends Upstream implements CoreSubscriber<T>, Scannable {

        @SuppressWarnings("rawtypes")
        private static final AtomicIntegerFieldUpdater<Awaiting> SUBSCRIBED =
                AtomicIntegerFieldUpdater.newUpdater(Awaiting.class, "subscribed");

        private final Flux<? extends T> publisher;
        private final CoreSubscriber<? super T> actual;
        private volatile int subscribed;

        Awaiting(Flux<? extends T> publisher, CoreSubscriber<? super T> actual) {
            this.publisher = publisher;
            this.actual = actual;
        }

        @Override
        public void request(long n) {
            super.request(n);
            if (n > 0 && !isCancelled() && SUBSCRIBED.compareAndSet(this, 0, 1)) {
                publisher.subscribe(this);
            }
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
                return source();
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
}
