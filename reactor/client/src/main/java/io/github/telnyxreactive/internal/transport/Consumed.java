package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.internal.operator.Relay;
import io.netty.buffer.ByteBuf;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

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

    /** Drops what arrives after a cancellation. */
    private static final class Consuming extends Relay<ByteBuf> {

        private volatile boolean cancelled;

        Consuming(CoreSubscriber<? super ByteBuf> actual) {
            super(actual);
        }

        @Override
        protected boolean isCancelled() {
            return cancelled;
        }

        @Override
        public void cancel() {
            if (!cancelled) {
                cancelled = true;
                request(Long.MAX_VALUE);
                super.cancel();
            }
        }

        @Override
        public void onNext(ByteBuf buffer) {
            if (!cancelled) {
                super.onNext(buffer);
            }
        }

        @Override
        public void onError(Throwable error) {
            if (!cancelled) {
                super.onError(error);
            }
        }

        @Override
        public void onComplete() {
            if (!cancelled) {
                super.onComplete();
            }
        }
    }
}
