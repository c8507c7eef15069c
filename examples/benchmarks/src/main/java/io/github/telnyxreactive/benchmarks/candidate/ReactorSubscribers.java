package io.github.telnyxreactive.benchmarks.candidate;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** Pass on what Reactor emits, at no cost of their own. */
final class ReactorSubscribers {

    private ReactorSubscribers() {}

    static final class CallSubscriber implements CoreSubscriber<Object> {

        private final CallObserver observer;

        CallSubscriber(CallObserver observer) {
            this.observer = observer;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Object value) {
            observer.succeeded(value);
        }

        @Override
        public void onError(Throwable reason) {
            observer.failed(reason);
        }

        @Override
        public void onComplete() {
            // The value has been passed on.
        }
    }

    static final class ListSubscriber implements CoreSubscriber<Object> {

        private final ListObserver observer;

        ListSubscriber(ListObserver observer) {
            this.observer = observer;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(observer.demand());
        }

        @Override
        public void onNext(Object element) {
            observer.next(element);
        }

        @Override
        public void onError(Throwable reason) {
            observer.failed(reason);
        }

        @Override
        public void onComplete() {
            observer.completed();
        }
    }
}
