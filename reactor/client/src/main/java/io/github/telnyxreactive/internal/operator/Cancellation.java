package io.github.telnyxreactive.internal.operator;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/**
 * Makes the cancellation of one subscription reach its sources, even through operators of Reactor that may lose it.
 * {@link #observe} goes around those operators, and {@link #enforce} around each source.
 *
 * <p>{@code retryWhen}, {@code repeat}, {@code concatMap}, {@code concatWith}, {@code onErrorResume} and others lose a
 * cancellation that comes while a source calls {@code onSubscribe}: the source is not cancelled, and even requested
 * (<a href="https://github.com/reactor/reactor-core/issues/4398">#4398</a> and
 * <a href="https://github.com/reactor/reactor-core/issues/4399">#4399</a> of Reactor). That would be a request to the
 * service that goes on for nobody.
 */
public final class Cancellation {

    private volatile boolean requested;

    /** Creates the state of one subscription. */
    public Cancellation() {}

    /**
     * Records the cancellation of the operators around the sources.
     *
     * @param operators the operators
     * @param <T> the type of the elements
     * @return the same elements
     */
    public <T> Flux<T> observe(Flux<T> operators) {
        return new Many<>(operators, this, true);
    }

    /**
     * Records the cancellation of the operators around the sources.
     *
     * @param operators the operators
     * @param <T> the type of the value
     * @return the same value
     */
    public <T> Mono<T> observe(Mono<T> operators) {
        return new One<>(operators, this, true);
    }

    /**
     * Cancels a source if the operators around it have been cancelled.
     *
     * @param source the source
     * @param <T> the type of the elements
     * @return the same elements
     */
    public <T> Flux<T> enforce(Flux<T> source) {
        return new Many<>(source, this, false);
    }

    /**
     * Cancels a source if the operators around it have been cancelled.
     *
     * @param source the source
     * @param <T> the type of the value
     * @return the same value
     */
    public <T> Mono<T> enforce(Mono<T> source) {
        return new One<>(source, this, false);
    }

    private <T> CoreSubscriber<T> link(CoreSubscriber<? super T> actual, boolean observes) {
        return observes ? new Observed<>(actual, this) : new Enforced<>(actual, this);
    }

    private static final class Many<T> extends FluxOperator<T, T> {

        private final Cancellation cancellation;
        private final boolean observes;

        Many(Flux<T> source, Cancellation cancellation, boolean observes) {
            super(source);
            this.cancellation = cancellation;
            this.observes = observes;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> actual) {
            source.subscribe(cancellation.link(actual, observes));
        }

        @Override
        @SuppressWarnings("rawtypes")
        public @Nullable Object scanUnsafe(Attr key) {
            return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : super.scanUnsafe(key);
        }
    }

    private static final class One<T> extends MonoOperator<T, T> {

        private final Cancellation cancellation;
        private final boolean observes;

        One(Mono<T> source, Cancellation cancellation, boolean observes) {
            super(source);
            this.cancellation = cancellation;
            this.observes = observes;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> actual) {
            source.subscribe(cancellation.link(actual, observes));
        }

        @Override
        @SuppressWarnings("rawtypes")
        public @Nullable Object scanUnsafe(Attr key) {
            return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : super.scanUnsafe(key);
        }
    }

    /** Records that it is cancelled before it passes that on. */
    private static final class Observed<T> extends Relay<T> {

        private final Cancellation cancellation;

        Observed(CoreSubscriber<? super T> actual, Cancellation cancellation) {
            super(actual);
            this.cancellation = cancellation;
        }

        @Override
        protected boolean isCancelled() {
            return cancellation.requested;
        }

        @Override
        public void cancel() {
            cancellation.requested = true;
            super.cancel();
        }
    }

    /** Cancels its source as soon as it has one, or instead of requesting from it. */
    private static final class Enforced<T> extends Relay<T> {

        private final Cancellation cancellation;

        Enforced(CoreSubscriber<? super T> actual, Cancellation cancellation) {
            super(actual);
            this.cancellation = cancellation;
        }

        @Override
        protected boolean isCancelled() {
            return cancellation.requested;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            super.onSubscribe(subscription);
            if (cancellation.requested) {
                cancel();
            }
        }

        @Override
        public void request(long n) {
            if (cancellation.requested) {
                cancel();
            } else {
                super.request(n);
            }
        }
    }
}
