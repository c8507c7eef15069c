package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.internal.error.Excerpt;
import io.github.telnyxreactive.internal.json.UnreadableElementsException;
import io.github.telnyxreactive.internal.page.PageDecoder;
import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.limit.Permit;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.timeout.ReadTimeoutException;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;
import tools.jackson.core.JacksonException;

/**
 * Reads the parts of a page from the body of its response: what fulfils the demand, and a bounded number of bytes ahead
 * of it, so that the connection comes free. Buffers are copied as they arrive, so that none is ever held.
 *
 * <p>A composition of operators would lose three promises: those that turn one buffer into many elements, such as
 * {@code concatMapIterable}, request a buffer in advance, and so keep reading for a subscriber without demand; the
 * response timeout would run while nothing is requested; and cancelling would close the connection even if the response
 * has arrived completely.
 *
 * @param <T> the type of the elements
 */
final class PageParts<T> extends Flux<PagePart<T>> {

    private final Connection connection;
    private final Permit place;
    private final Duration timeout;
    private final Supplier<PageDecoder<T>> decoders;
    private final FailedCall call;
    private final Excerpt excerpt;
    private final int maxUnread;
    private final AtomicInteger stalled;

    /**
     * Creates the parts of a page, whose head has arrived.
     *
     * @param connections the connections of the client
     * @param connection the connection that the body is read from
     * @param place the place of the request, released when the body has arrived and the connection is free
     * @param timeout how long to wait for each buffer
     * @param decoders creates the decoder of the page
     * @param call the description of the call in case it fails from now on
     */
    PageParts(
            Connections connections,
            Connection connection,
            Permit place,
            Duration timeout,
            Supplier<PageDecoder<T>> decoders,
            FailedCall call) {
        this.connection = connection;
        this.place = place;
        this.timeout = timeout;
        this.decoders = decoders;
        this.call = call;
        this.excerpt = connections.excerpt();
        this.maxUnread = connections.options().maxUnreadBytes();
        this.stalled = connections.stalled();
    }

    @Override
    public void subscribe(CoreSubscriber<? super PagePart<T>> actual) {
        // Its timeout would also count the time without demand.
        connection.removeHandler(NettyPipeline.ResponseTimeoutHandler);
        connection.inbound().receive().subscribe(new Reading<>(this, actual));
    }

    /**
     * One subscription. One thread at a time reads and emits, in {@link #drain()}, to which the fields without
     * synchronization belong.
     */
    private static final class Reading<T> implements CoreSubscriber<ByteBuf>, Subscription {

        private final PageParts<T> parent;
        private final CoreSubscriber<? super PagePart<T>> actual;
        private final EventExecutor executor;
        private final PageDecoder<T> decoder;
        private final AtomicLong requested = new AtomicLong();
        private final AtomicInteger work = new AtomicInteger();
        private volatile Subscription upstream = Operators.emptySubscription();
        private volatile @Nullable Future<?> timer;
        private final Queue<byte[]> received = Queues.<byte[]>unbounded(4).get();
        private final AtomicInteger unread = new AtomicInteger();
        private volatile boolean reading;
        private volatile @Nullable Throwable failure;
        private volatile boolean complete;
        private volatile boolean ended;

        private boolean waiting;
        private boolean isStalled;
        private final Beginning beginning = new Beginning();
        private @Nullable FailedCall described;
        private int describedLength;

        Reading(PageParts<T> parent, CoreSubscriber<? super PagePart<T>> actual) {
            this.parent = parent;
            this.actual = actual;
            this.executor = parent.connection.channel().eventLoop();
            this.decoder = parent.decoders.get();
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
            if (Operators.validate(n)) {
                requested.accumulateAndGet(n, Operators::addCap);
                drain();
            }
        }

        @Override
        public void cancel() {
            if (!ended) {
                ended = true;
                leave();
                drain();
            }
        }

        @Override
        public void onNext(ByteBuf buffer) {
            stopTimer();
            reading = false;
            if (!ended) {
                byte[] bytes = ByteBufUtil.getBytes(buffer);
                unread.addAndGet(held(bytes));
                received.offer(bytes);
                drain();
            }
        }

        @Override
        public void onError(Throwable error) {
            stopTimer();
            complete = true;
            if (ended) {
                Operators.onErrorDropped(error, currentContext());
                return;
            }
            failure = error;
            drain();
        }

        @Override
        public void onComplete() {
            stopTimer();
            complete = true;
            parent.place.release();
            drain();
        }

        /** Returns about how many bytes of memory a buffer takes, which matters if a body arrives byte by byte. */
        private static int held(byte[] bytes) {
            return 32 + bytes.length;
        }

        private void timedOut() {
            failure = ReadTimeoutException.INSTANCE;
            drain();
        }

        private void drain() {
            if (work.getAndIncrement() != 0) {
                return;
            }
            int missed = 1;
            do {
                advance();
                missed = work.addAndGet(-missed);
            } while (missed != 0);
        }

        private void advance() {
            while (!ended && requested.get() != 0) {
                PagePart<T> part;
                try {
                    part = read();
                } catch (Throwable e) {
                    fail(e);
                    break;
                }
                if (part == null) {
                    break;
                }
                emit(part);
            }
            if (ended) {
                stopTimer();
                decoder.close();
                received.clear();
            } else if (unread.get() < parent.maxUnread) {
                readMore();
            }
            countStalled(!ended && !complete && failure == null && !reading);
        }

        private void readMore() {
            if (!reading && !complete && failure == null) {
                reading = true;
                upstream.request(1);
            }
        }

        private void countStalled(boolean nowStalled) {
            if (isStalled != nowStalled) {
                isStalled = nowStalled;
                parent.stalled.addAndGet(nowStalled ? 1 : -1);
            }
        }

        private void emit(PagePart<T> part) {
            if (requested.get() != Long.MAX_VALUE) {
                requested.decrementAndGet();
            }
            actual.onNext(part);
            if (part instanceof PagePart.End && !ended) {
                ended = true;
                actual.onComplete();
            }
        }

        /** Returns the next part, or {@code null} if it has not arrived. */
        private @Nullable PagePart<T> read() throws Throwable {
            while (true) {
                T element;
                try {
                    element = decoder.next();
                } catch (UnreadableElementsException e) {
                    return new PagePart.Unreadable<>(Failures.unreadable(e, beginning(), parent.excerpt));
                }
                if (element != null) {
                    return new PagePart.Element<>(element);
                }
                // The end of the body follows its last buffer, so it has to be read first.
                Throwable broken = failure;
                boolean last = complete;
                byte[] bytes = received.poll();
                if (bytes != null) {
                    feed(bytes);
                } else if (broken != null) {
                    throw broken;
                } else if (last) {
                    return end();
                } else {
                    waitForMore();
                    return null;
                }
            }
        }

        private void feed(byte[] bytes) {
            unread.addAndGet(-held(bytes));
            waiting = false;
            beginning.add(bytes);
            decoder.feed(bytes, 0, bytes.length);
        }

        private PagePart.End<T> end() {
            if (beginning.length() == 0) {
                throw DecodingException.malformed(parent.call, "the response is empty");
            }
            return decoder.end();
        }

        private void waitForMore() {
            if (!waiting) {
                waiting = true;
                timer = executor.schedule(this::timedOut, parent.timeout.toMillis(), TimeUnit.MILLISECONDS);
                readMore();
            }
        }

        private void stopTimer() {
            Future<?> running = timer;
            if (running != null) {
                running.cancel(false);
            }
        }

        private void fail(Throwable error) {
            ended = true;
            leave();
            actual.onError(Operators.onOperatorError(null, describe(error), currentContext()));
        }

        /** An error of the body is kept as it is, even if the decoder throws errors of the same type. */
        private Throwable describe(Throwable error) {
            boolean unreadable = error instanceof JacksonException || error instanceof NumberFormatException;
            return unreadable && error != failure
                    ? Failures.unreadable((RuntimeException) error, beginning(), parent.excerpt)
                    : error;
        }

        private FailedCall beginning() {
            FailedCall known = described;
            if (known != null && describedLength == beginning.bytes().length) {
                return known;
            }
            FailedCall call = parent.call;
            int status = Objects.requireNonNull(call.status());
            FailedCall current = call.withResponse(status, call.requestId(), parent.excerpt.of(beginning.bytes()));
            described = current;
            describedLength = beginning.bytes().length;
            return current;
        }

        /**
         * Stops reading. Buffers that have arrived are consumed first: Reactor Netty closes a connection that is
         * cancelled with buffers left, even if the response is complete and the connection has returned to the pool.
         */
        private void leave() {
            if (!complete) {
                executor.execute(() -> {
                    upstream.request(Long.MAX_VALUE);
                    upstream.cancel();
                });
            }
        }
    }
}
