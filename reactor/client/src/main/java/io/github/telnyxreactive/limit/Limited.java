package io.github.telnyxreactive.limit;

import io.github.telnyxreactive.internal.operator.Upstream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A subscription that acquires a permit, and then relays the signals of the source and reports them to the permit.
 *
 * <p>{@code usingWhen} is no substitute: it requests from a {@code Mono} without demand, releases the permit after the
 * termination instead of before it, and takes several times the memory.
 *
 * @param <T> the type of the elements
 */
final class Limited<T> extends Upstream implements CoreSubscriber<T>, Scannable {

    private final CoreSubscriber<? super T> actual;
    private final Function<? super Permit, ? extends Publisher<T>> source;
    private final Acquiring acquiring = new Acquiring();
    private volatile @Nullable Permit permit;
    private volatile boolean ended;
    private boolean emitted;

    Limited(CoreSubscriber<? super T> actual, Function<? super Permit, ? extends Publisher<T>> source) {
        this.actual = actual;
        this.source = source;
    }

    void acquire(Mono<? extends Permit> permits) {
        actual.onSubscribe(this);
        permits.subscribe(acquiring);
    }

    private void start(Permit granted) {
        permit = granted;
        if (isCancelled()) {
            granted.release();
            return;
        }
        try {
            source.apply(granted).subscribe(this);
        } catch (Throwable e) {
            // Even an error that Reactor considers fatal concerns this subscriber only.
            onError(e);
        }
    }

    @Override
    public void cancel() {
        super.cancel();
        acquiring.cancel();
        Permit granted = permit;
        if (granted != null) {
            granted.release();
        }
    }

    @Override
    public void onNext(T value) {
        Permit granted = permit;
        if (!emitted && granted != null) {
            emitted = true;
            granted.succeeded();
        }
        actual.onNext(value);
    }

    @Override
    public void onError(Throwable error) {
        if (ended) {
            Operators.onErrorDropped(error, currentContext());
            return;
        }
        ended = true;
        Permit granted = permit;
        if (granted != null) {
            granted.failed(error);
            granted.release();
        }
        actual.onError(error);
    }

    @Override
    public void onComplete() {
        if (ended) {
            return;
        }
        ended = true;
        Permit granted = permit;
        if (granted != null) {
            granted.succeeded();
            granted.release();
        }
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
            Subscription present = source();
            return present == null ? acquiring.subscription : present;
        }
        if (key == Attr.ACTUAL) {
            return actual;
        }
        if (key == Attr.TERMINATED) {
            return ended;
        }
        if (key == Attr.CANCELLED) {
            return isCancelled() && !ended;
        }
        return key == Attr.RUN_STYLE ? Attr.RunStyle.ASYNC : null;
    }

    /** Receives the permit. */
    private final class Acquiring implements CoreSubscriber<Permit> {

        private volatile Subscription subscription = Operators.emptySubscription();

        void cancel() {
            subscription.cancel();
        }

        @Override
        public void onSubscribe(Subscription s) {
            subscription = s;
            if (isCancelled()) {
                s.cancel();
            } else {
                s.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(Permit granted) {
            start(granted);
        }

        @Override
        public void onError(Throwable error) {
            Limited.this.onError(error);
        }

        @Override
        public void onComplete() {
            if (permit == null) {
                Limited.this.onError(new IllegalStateException("the source of permits has emitted none"));
            }
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }
    }
}
