package io.github.telnyxreactive.internal.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Collects a body up to a limit, and reads it from its buffers when it is complete. The buffers are released whatever
 * happens: after reading, on an error, on cancellation.
 *
 * @param <T> what the body is read to
 */
final class BodyCollector<T> extends Mono<T> {

    private final Flux<ByteBuf> source;
    private final int limit;
    private final boolean truncate;
    private final Function<ByteBuf, T> read;

    /**
     * Creates the collector.
     *
     * @param source the parts of the body, each released by whoever emits it
     * @param limit how many bytes are collected at the most
     * @param truncate whether a body that is longer, or that breaks off, is read as far as it came; otherwise one that is
     *     longer is given to {@code read} with more than the limit, and one that breaks off is an error
     * @param read reads the body; what it throws is emitted
     */
    BodyCollector(Flux<ByteBuf> source, int limit, boolean truncate, Function<ByteBuf, T> read) {
        this.source = source;
        this.limit = limit;
        this.truncate = truncate;
        this.read = read;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        source.subscribe(new Collecting<>(this, actual));
    }

    private static final class Collecting<T> implements CoreSubscriber<ByteBuf>, Subscription {

        /** Takes the place of the buffer when nothing more is to be collected. */
        private static final ByteBuf CLOSED = Unpooled.unreleasableBuffer(Unpooled.buffer(0, 0));

        private static final ByteBuf EMPTY = Unpooled.EMPTY_BUFFER;

        private final BodyCollector<T> parent;
        private final CoreSubscriber<? super T> actual;
        private final AtomicReference<ByteBuf> collected = new AtomicReference<>(EMPTY);
        private Subscription upstream = Operators.emptySubscription();

        Collecting(BodyCollector<T> parent, CoreSubscriber<? super T> actual) {
            this.parent = parent;
            this.actual = actual;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream = subscription;
            actual.onSubscribe(this);
        }

        @Override
        public void request(long n) {
            upstream.request(Long.MAX_VALUE);
        }

        @Override
        public void cancel() {
            upstream.cancel();
            collected.getAndSet(CLOSED).release();
        }

        @Override
        public void onNext(ByteBuf part) {
            // While this thread holds the buffer, a cancellation finds an empty one and closes in its place.
            ByteBuf buffer = collected.getAndSet(EMPTY);
            if (buffer == CLOSED) {
                collected.set(CLOSED);
                return;
            }
            ByteBuf longer = append(buffer, part);
            if (!collected.compareAndSet(EMPTY, longer)) {
                longer.release();
            } else if (longer.readableBytes() > parent.limit) {
                upstream.cancel();
                onComplete();
            }
        }

        private static ByteBuf append(ByteBuf buffer, ByteBuf part) {
            if (!buffer.isReadable()) {
                return part.retain();
            }
            CompositeByteBuf composite = buffer instanceof CompositeByteBuf existing
                    ? existing
                    : part.alloc().compositeBuffer(Integer.MAX_VALUE).addComponent(true, buffer);
            return composite.addComponent(true, part.retain());
        }

        @Override
        public void onError(Throwable error) {
            if (parent.truncate) {
                onComplete();
                return;
            }
            ByteBuf buffer = collected.getAndSet(CLOSED);
            if (buffer == CLOSED) {
                Operators.onErrorDropped(error, currentContext());
                return;
            }
            buffer.release();
            actual.onError(error);
        }

        @Override
        public void onComplete() {
            ByteBuf buffer = collected.getAndSet(CLOSED);
            if (buffer == CLOSED) {
                return;
            }
            T value;
            try {
                if (parent.truncate && buffer.readableBytes() > parent.limit) {
                    buffer.writerIndex(buffer.readerIndex() + parent.limit);
                }
                value = parent.read.apply(buffer);
            } catch (Throwable e) {
                actual.onError(Operators.onOperatorError(e, currentContext()));
                return;
            } finally {
                buffer.release();
            }
            actual.onNext(value);
            actual.onComplete();
        }
    }
}
