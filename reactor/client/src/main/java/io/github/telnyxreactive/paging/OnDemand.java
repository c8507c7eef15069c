package io.github.telnyxreactive.paging;

import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Subscribes to a source only when something is asked for.
 *
 * @param <T> what the source emits
 */
final class OnDemand<T> extends Flux<T> {

    private final Flux<T> source;

    OnDemand(Flux<T> source) {
        this.source = source;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        actual.onSubscribe(new Waiting<>(source, actual));
    }

    private static final class Waiting<T> extends Operators.DeferredSubscription implements CoreSubscriber<T> {

        private final Flux<T> source;
        private final CoreSubscriber<? super T> actual;
        private final AtomicBoolean asked = new AtomicBoolean();

        Waiting(Flux<T> source, CoreSubscriber<? super T> actual) {
            this.source = source;
            this.actual = actual;
        }

        @Override
        public void request(long n) {
            if (Operators.validate(n)) {
                super.request(n);
                if (asked.compareAndSet(false, true)) {
                    source.subscribe(this);
                }
            }
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
            actual.onError(error);
        }

        @Override
        public void onComplete() {
            actual.onComplete();
        }
    }
}
