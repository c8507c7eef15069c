package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.internal.error.ErrorResponses;
import io.github.telnyxreactive.internal.error.Excerpt;
import io.github.telnyxreactive.internal.json.UnreadableElementsException;
import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.operation.HttpMethod;
import io.github.telnyxreactive.operation.ResponseReader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import tools.jackson.core.JacksonException;

/** Reads the bodies of responses, up to a limit. */
final class BodyReader {

    private static final int MAX_ERROR_BYTES = 64 * 1024;
    private static final int NO_CONTENT = 204;

    private final int maxBytes;
    private final Excerpt excerpt;

    /**
     * Creates a reader.
     *
     * @param maxBytes the maximum length of the body of a successful response
     * @param excerpt makes the text of responses safe to log
     */
    BodyReader(int maxBytes, Excerpt excerpt) {
        this.maxBytes = maxBytes;
        this.excerpt = excerpt;
    }

    /**
     * Reads the whole body of a successful response.
     *
     * @param response the head of the response
     * @param body the body
     * @param finish creates the result from the decoded body, {@code null} for none, and its buffer, which is released
     *     afterwards
     */
    <T, R> Mono<R> whole(Response<T> response, Flux<ByteBuf> body, BiFunction<@Nullable T, ByteBuf, R> finish) {
        return aggregate(body, maxBytes, buffer -> {
            int start = buffer.readerIndex();
            T value = decode(response, buffer);
            return finish.apply(value, buffer.readerIndex(start));
        });
    }

    /**
     * Reads the body of a successful response that is of no interest, so that its connection can be used again. A page in
     * HTML is none: it comes from something in between.
     *
     * @param response the head of the response
     * @param body the body
     * @param finish creates the result
     */
    <R> Mono<R> none(Response<?> response, Flux<ByteBuf> body, Supplier<R> finish) {
        return Mono.defer(() -> {
            Beginning beginning = new Beginning();
            return body.<ByteBuf>handle((part, sink) -> {
                        beginning.add(part);
                        if (beginning.length() > maxBytes) {
                            sink.complete();
                        }
                    })
                    // Not by the handler, whose errors a subscriber's onErrorContinue would drop.
                    .then(Mono.defer(() -> {
                        if (beginning.length() > maxBytes) {
                            return Mono.error(tooLong(response));
                        }
                        return beginning.isMarkup()
                                ? Mono.error(markup(response, beginning.bytes()))
                                : Mono.just(finish.get());
                    }));
        });
    }

    private DecodingException markup(Response<?> response, byte[] beginning) {
        FailedCall call = describe(response);
        return DecodingException.malformed(
                call.withResponse(response.status(), call.requestId(), excerpt.of(beginning)),
                "the response is a page of something between here and the service");
    }

    /**
     * Reads the body of an error response, or as much of it as arrives, and emits the exception for it.
     *
     * @param response the head of the response
     * @param body the body
     */
    <R> Mono<R> failure(Response<?> response, Flux<ByteBuf> body) {
        return aggregate(body.onErrorComplete(), MAX_ERROR_BYTES, buffer -> {
            throw ErrorResponses.toException(
                    response.attempt().failedCall(),
                    response.status(),
                    response.headers(),
                    beginning(buffer, MAX_ERROR_BYTES),
                    excerpt,
                    Instant.now());
        });
    }

    /**
     * Reads the beginning of the body of a successful response that is not of the kind that was asked for, and emits
     * the exception for it.
     *
     * @param response the head of the response
     * @param body the body
     * @param reason what it is instead: a clause, without a period
     */
    <R> Mono<R> foreign(Response<?> response, Flux<ByteBuf> body, String reason) {
        return aggregate(body.onErrorComplete(), 4 * Excerpt.LIMIT, buffer -> {
            FailedCall call = describe(response);
            String beginning = excerpt.of(beginning(buffer, 4 * Excerpt.LIMIT));
            throw DecodingException.malformed(
                    call.withResponse(response.status(), call.requestId(), beginning), excerpt.of(reason));
        });
    }

    /**
     * Decodes the text of a successful response as it arrives, without splitting characters. A page in HTML is none.
     *
     * @param response the head of the response
     * @param body the body
     */
    Flux<String> text(Response<?> response, Flux<ByteBuf> body) {
        return Flux.defer(() -> {
            AtomicBoolean begun = new AtomicBoolean();
            return text(body).handle((text, sink) -> {
                if (begun.compareAndSet(false, true) && Beginning.isHtml(text, response.isHtml())) {
                    sink.error(markup(response, text.getBytes(StandardCharsets.UTF_8)));
                } else {
                    sink.next(text);
                }
            });
        });
    }

    /** Decodes text as it arrives, without splitting characters. */
    static Flux<String> text(Flux<ByteBuf> body) {
        return Flux.defer(() -> {
            Utf8Decoder decoder = new Utf8Decoder();
            return new Consumed(body)
                    .map(ByteBufUtil::getBytes)
                    .map(decoder::decode)
                    .concatWith(Mono.fromSupplier(decoder::end))
                    .filter(text -> !text.isEmpty());
        });
    }

    /**
     * Describes the call in case its response cannot be read.
     *
     * @param response the head of the response
     */
    FailedCall describe(Response<?> response) {
        String requestId = ErrorResponses.requestId(response.headers());
        return response.attempt()
                .failedCall()
                .withResponse(response.status(), requestId == null ? null : excerpt.of(requestId), null);
    }

    /**
     * Collects a body and reads it when it is complete, or longer than the limit. The buffers are released in any case:
     * after reading, and when the body fails or the subscriber cancels, by the discard hook.
     */
    private static <R> Mono<R> aggregate(Flux<ByteBuf> body, int limit, Function<ByteBuf, R> read) {
        return body.handle(new UpTo(limit))
                .collect(Collected::new, Collected::add)
                // Not map, whose errors a subscriber's onErrorContinue would drop before they are retried.
                .flatMap(parts -> Mono.just(read(parts.join(), read)))
                .doOnDiscard(Collected.class, Collected::release);
    }

    private static <R> R read(ByteBuf buffer, Function<ByteBuf, R> read) {
        try {
            return read.apply(buffer);
        } finally {
            buffer.release();
        }
    }

    private <T> @Nullable T decode(Response<T> response, ByteBuf body) {
        ResponseReader<T> reader = response.attempt().operation().endpoint().responseReader();
        String contentType = response.headers().first("content-type");
        int start = body.readerIndex();
        int length = body.readableBytes();
        if (length > maxBytes) {
            throw tooLong(response);
        }
        if (length == 0 && !reader.mayBeEmpty()) {
            return empty(response);
        }
        if (reader.mayBeEmpty() && Beginning.isHtml(body, response.isHtml())) {
            throw markup(response, beginning(body, 4 * Excerpt.LIMIT));
        }
        Reading reading = response.attempt().reading();
        try {
            return body.hasArray()
                    ? reader.read(body.array(), body.arrayOffset() + start, length, contentType, reading)
                    : reader.read(new ByteBufInputStream(body), contentType, reading);
        } catch (UnreadableElementsException e) {
            throw Failures.unreadable(e, describe(response, body.readerIndex(start)), excerpt);
        } catch (JacksonException | NumberFormatException e) {
            throw Failures.unreadable(e, describe(response, body.readerIndex(start)), excerpt);
        }
    }

    private FailedCall describe(Response<?> response, ByteBuf body) {
        FailedCall call = describe(response);
        return call.withResponse(response.status(), call.requestId(), excerpt.of(beginning(body, 4 * Excerpt.LIMIT)));
    }

    /** What is deleted is deleted, whether or not the response has a body. */
    private <T> @Nullable T empty(Response<T> response) {
        HttpMethod method = response.attempt().operation().endpoint().method();
        if (method == HttpMethod.DELETE) {
            return null;
        }
        throw response.status() == NO_CONTENT && method != HttpMethod.GET
                ? DecodingException.unexpected(
                        describe(response), "the response has the status 204, and not the body of this operation")
                : DecodingException.malformed(describe(response), "the response is empty");
    }

    private DecodingException tooLong(Response<?> response) {
        return DecodingException.unexpected(
                describe(response), "the response is longer than the limit of " + maxBytes + " bytes");
    }

    private static byte[] beginning(ByteBuf body, int limit) {
        return ByteBufUtil.getBytes(body, body.readerIndex(), Math.min(body.readableBytes(), limit));
    }

    /** Passes the buffers of one body on, up to the one that exceeds a limit. */
    private static final class UpTo implements BiConsumer<ByteBuf, SynchronousSink<ByteBuf>> {

        private final int limit;
        private long length;

        UpTo(int limit) {
            this.limit = limit;
        }

        @Override
        public void accept(ByteBuf part, SynchronousSink<ByteBuf> sink) {
            sink.next(part);
            length += part.readableBytes();
            if (length > limit) {
                sink.complete();
            }
        }
    }

    /**
     * The buffers of one body. Small ones are copied together: each byte may arrive in a buffer of its own, and a buffer
     * takes hundreds.
     */
    private static final class Collected {

        private static final int SMALL = 4 * 1024;

        // Most bodies arrive in one buffer, for which a list of the usual size is too long.
        private final List<ByteBuf> parts = new ArrayList<>(1);
        private @Nullable ByteBuf copies;

        void add(ByteBuf part) {
            if (parts.isEmpty() || part.readableBytes() >= SMALL) {
                parts.add(part.retain());
                copies = null;
                return;
            }
            ByteBuf target = copies;
            if (target == null) {
                target = open(part);
            }
            int fitting = Math.min(part.readableBytes(), target.maxWritableBytes());
            target.writeBytes(part, part.readerIndex(), fitting);
            if (fitting < part.readableBytes()) {
                open(part).writeBytes(part, part.readerIndex() + fitting, part.readableBytes() - fitting);
            }
        }

        private ByteBuf open(ByteBuf part) {
            ByteBuf target = part.alloc().heapBuffer(part.readableBytes(), SMALL);
            parts.add(target);
            copies = target;
            return target;
        }

        /** Returns the whole body, which the caller releases. */
        ByteBuf join() {
            return parts.size() == 1 ? parts.get(0) : Unpooled.wrappedBuffer(parts.toArray(new ByteBuf[0]));
        }

        void release() {
            parts.forEach(ByteBuf::release);
        }
    }
}
