package io.github.telnyxreactive.benchmarks.candidate;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** Passes on what Reactor emits, without limit and at no cost of its own. */
final class ReactorSubscribers {

    private ReactorSubscribers() {}

    static final class ToOutcome implements CoreSubscriber<Object> {

        private final Outcome outcome;

        ToOutcome(Outcome outcome) {
            this.outcome = outcome;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Object value) {
            outcome.succeeded(value);
        }

        @Override
        public void onError(Throwable reason) {
            outcome.failed(reason);
        }

        @Override
        public void onComplete() {
            // The value has been passed on.
        }
    }

    static final class ToElements implements CoreSubscriber<Object> {

        private final Elements elements;

        ToElements(Elements elements) {
            this.elements = elements;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Object element) {
            elements.next(element);
        }

        @Override
        public void onError(Throwable reason) {
            elements.failed(reason);
        }

        @Override
        public void onComplete() {
            elements.completed();
        }
    }
}
