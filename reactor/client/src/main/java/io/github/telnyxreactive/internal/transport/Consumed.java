package io.github.telnyxreactive.internal.transport;

import io.netty.buffer.ByteBuf;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.util.context.Context;

/**
 * A body of which everything that has arrived is consumed before it is cancelled: Reactor Netty closes a connection
 * that is cancelled with buffers left, even if the response is complete and another request has the connection.
 */
final class Consumed extends FluxOperator<ByteBuf, ByteBuf> {

    Consumed(Flux<ByteBuf> body) {
        super(body);
    }

    @Override
    public void subscribe(CoreSubscriber<? super ByteBuf> actual) {
        source.subscribe(new Consuming(actual));
    }

    /** Relays the signals, and drops what arrives after a cancellation. */
    private static final class Consuming implements CoreSubscriber<ByteBuf>, Subscription {

        private final CoreSubscriber<? super ByteBuf> actual;
        private @Nullable Subscription source;
        private volatile boolean cancelled;

        Consuming(CoreSubscriber<? super ByteBuf> actual) {
            this.actual = actual;
        }

        private Subscription source() {
            return Objects.requireNonNull(source, "no signal precedes onSubscribe");
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            source = subscription;
            actual.onSubscribe(this);
        }

        @Override
        public void request(long n) {
            source().request(n);
        }

        @Override
        public void cancel() {
            if (!cancelled) {
                cancelled = true;
                source().request(Long.MAX_VALUE);
                source().cancel();
            }
        }

        @Override
        public void onNext(ByteBuf buffer) {
            if (!cancelled) {
                actual.onNext(buffer);
            }
        }

        @Override
        public void onError(Throwable error) {
            if (!cancelled) {
                actual.onError(error);
            }
        }

        @Override
        public void onComplete() {
            if (!cancelled) {
                actual.onComplete();
            }
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }
    }
}
