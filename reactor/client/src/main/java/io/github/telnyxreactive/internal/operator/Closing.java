package io.github.telnyxreactive.internal.operator;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;

/**
 * Ends all subscriptions that are in progress when something is closed, and those that come later.
 *
 * <p>{@code takeUntilOther} is no substitute: a publisher with thousands of subscribers copies all of them whenever one
 * comes or goes.
 */
public final class Closing {

    private final Set<Timed<?>> open = ConcurrentHashMap.newKeySet();
    private final Sinks.Empty<Void> idle = Sinks.empty();
    private volatile boolean refusing;
    private volatile boolean closed;

    /**
     * Cancels a source and emits an error when this is closed.
     *
     * @param source the source
     * @param error creates the error
     * @param <T> the type of the value
     * @return the source, until this is closed
     */
    public <T> Mono<T> enforce(Mono<T> source, Supplier<? extends Throwable> error) {
        return new One<>(source, this, error);
    }

    /**
     * Cancels a source and emits an error when this is closed.
     *
     * @param source the source
     * @param error creates the error
     * @param <T> the type of the elements
     * @return the source, until this is closed
     */
    public <T> Flux<T> enforce(Flux<T> source, Supplier<? extends Throwable> error) {
        return new Many<>(source, this, error);
    }

    /**
     * Refuses new subscriptions from now on. Those in progress continue.
     *
     * @return completes when none is in progress
     */
    public Mono<Void> refuse() {
        refusing = true;
        completeIfIdle();
        return idle.asMono();
    }

    /** Ends all subscriptions in progress, and refuses new ones. */
    public void close() {
        refusing = true;
        closed = true;
        for (Timed<?> subscription : open) {
            try {
                subscription.expire();
            } catch (Throwable e) {
                // Whatever a subscriber throws, the others are to end as well.
                Operators.onErrorDropped(e, subscription.currentContext());
            }
        }
        completeIfIdle();
    }

    /**
     * Returns whether new subscriptions are refused.
     *
     * @return whether {@link #refuse()} or {@link #close()} was called
     */
    public boolean isRefusing() {
        return refusing;
    }

    private boolean add(Timed<?> subscription) {
        open.add(subscription);
        // Either it is seen by whoever closes this, or it sees here that this is closed.
        return !refusing;
    }

    private void remove(Timed<?> subscription) {
        open.remove(subscription);
        if (refusing) {
            completeIfIdle();
        }
    }

    private void completeIfIdle() {
        if (open.isEmpty()) {
            idle.tryEmitEmpty();
        }
    }

    private static final class Many<T> extends FluxOperator<T, T> {

        private final Closing closing;
        private final Supplier<? extends Throwable> error;

        Many(Flux<T> source, Closing closing, Supplier<? extends Throwable> error) {
            super(source);
            this.closing = closing;
            this.error = error;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> subscriber) {
            new Open<T>(subscriber, false, closing, error).subscribeTo(source);
        }
    }

    private static final class One<T> extends MonoOperator<T, T> {

        private final Closing closing;
        private final Supplier<? extends Throwable> error;

        One(Mono<T> source, Closing closing, Supplier<? extends Throwable> error) {
            super(source);
            this.closing = closing;
            this.error = error;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> subscriber) {
            new Open<T>(subscriber, true, closing, error).subscribeTo(source);
        }
    }

    /** A subscription in progress, whose time is over when this is closed. */
    private static final class Open<T> extends Timed<T> {

        private final Closing closing;

        Open(CoreSubscriber<? super T> actual, boolean single, Closing closing, Supplier<? extends Throwable> error) {
            super(actual, single, error);
            this.closing = closing;
        }

        @Override
        void startTimer() {
            if (isTerminated()) {
                return;
            }
            if (!closing.add(this)) {
                expire();
            }
            if (isTerminated()) {
                closing.remove(this);
            }
        }

        @Override
        void stopTimer() {
            closing.remove(this);
        }

        @Override
        public void run() {
            expire();
        }
    }
}
