package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.call.ApiResponse;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.http.Headers;
import io.github.telnyxreactive.internal.error.ErrorResponses;
import io.github.telnyxreactive.internal.error.Excerpt;
import io.github.telnyxreactive.internal.page.PageDecoder;
import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.model.chat.AssistantChatResponse;
import io.github.telnyxreactive.model.chat.ChatEvent;
import io.github.telnyxreactive.operation.HttpMethod;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.ResponseReader;
import io.github.telnyxreactive.page.Page;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.Connection;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;
import tools.jackson.core.JacksonException;

/**
 * Sends one request and reads its answer. Nothing is retried here, redirects are not followed, and whatever happens the
 * answer is read or drained before the connection is given back.
 */
public final class HttpTransport {

    private static final int MAX_ERROR_BYTES = 64 * 1024;
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Map<HttpMethod, HttpClient.RequestSender> senders = new EnumMap<>(HttpMethod.class);
    private final Connections connections;
    private final int maxResponseBytes;
    private final Duration responseTimeout;
    private final Excerpt excerpt;

    /**
     * Creates a transport.
     *
     * @param connections the connections to use
     * @param headers headers of every request besides those of HTTP and of authentication
     * @param responseTimeout how long to wait for an answer, and for each further part of it
     */
    public HttpTransport(Connections connections, Map<String, String> headers, Duration responseTimeout) {
        HttpClient client =
                connections.client().responseTimeout(responseTimeout).headers(all -> headers.forEach(all::set));
        for (HttpMethod method : HttpMethod.values()) {
            senders.put(method, client.request(io.netty.handler.codec.http.HttpMethod.valueOf(method.name())));
        }
        this.connections = connections;
        this.maxResponseBytes = connections.options().maxResponseBytes();
        this.responseTimeout = responseTimeout;
        this.excerpt = connections.excerpt();
    }

    /**
     * Sends a request.
     *
     * @param request what to send
     * @param attempt is told how far it comes
     * @param <T> what a successful answer is read to
     * @return the answer, or a {@link io.github.telnyxreactive.error.TelnyxException}; cancelling closes the exchange
     */
    public <T> Mono<ApiResponse<T>> send(Request<T> request, Attempt attempt) {
        if (connections.isClosed()) {
            return Mono.error(() -> closed(attempt));
        }
        Operation<T> operation = request.operation();
        return Mono.fromDirect(senders.get(operation.endpoint().method())
                        .uri(operation.uri())
                        .send((head, out) -> write(
                                request, operation.endpoint().responseReader().accept(), attempt, head, out))
                        .response((head, body) -> read(operation.endpoint().responseReader(), attempt, head, body)))
                .onErrorMap(failure -> Failures.of(failure, attempt, responseTimeout, excerpt));
    }

    /**
     * Sends a request and emits the text of its answer as it comes, under demand, never splitting a character.
     *
     * @param request what to send
     * @param attempt is told how far it comes
     * @return the text, or a {@link io.github.telnyxreactive.error.TelnyxException}; cancelling closes the exchange
     */
    public Flux<String> text(Request<?> request, Attempt attempt) {
        return stream(request, attempt, "text/plain", (headers, body) -> text(body));
    }

    /**
     * Sends a request and emits the parts of its answer as they come, under demand, to the last one.
     *
     * @param request what to send
     * @param attempt is told how far it comes
     * @return the parts, or a {@link io.github.telnyxreactive.error.TelnyxException}; cancelling closes the exchange
     */
    public Flux<ChatEvent> events(Request<AssistantChatResponse> request, Attempt attempt) {
        return stream(request, attempt, "text/event-stream", (headers, body) -> {
            String contentType = headers.first("content-type");
            return contentType != null && contentType.contains("json")
                    ? whole(request, attempt, headers, body)
                    : new ChatStream(maxResponseBytes, excerpt).events(text(body), attempt);
        });
    }

    /**
     * Sends a request and emits the elements of the page that it is answered with, as they come and under demand, and then
     * its end. The connection is read no further than to the element that is asked for, but for what buffers hold. The
     * response timeout runs while the answer is waited for, and from then on while the client waits for more of it to
     * fulfil a demand: a subscriber that asks for nothing may take any time.
     *
     * @param request what to send
     * @param attempt is told how far it comes
     * @param <T> the type of the elements
     * @return the parts of the page, or a {@link io.github.telnyxreactive.error.TelnyxException} after those before it;
     *     cancelling closes the exchange unless all of it has come
     */
    public <T> Flux<PagePart<T>> page(Request<Page<T>> request, Attempt attempt) {
        if (connections.isClosed()) {
            return Flux.error(() -> closed(attempt));
        }
        Operation<Page<T>> operation = request.operation();
        ResponseReader<Page<T>> answer = operation.endpoint().responseReader();
        return senders.get(operation.endpoint().method())
                .uri(operation.uri())
                .send((head, out) -> write(request, answer.accept(), attempt, head, out))
                // Unlike response, this leaves the connection alone when the parts are cancelled: they know what has
                // come.
                .responseConnection((head, connection) -> {
                    Headers headers = new NettyHeaders(head.responseHeaders());
                    int status = head.status().code();
                    attempt.answered(status, headers);
                    return isSuccess(status)
                            ? new PageParts<>(
                                    connection,
                                    responseTimeout,
                                    () -> PageDecoder.of(answer, maxResponseBytes),
                                    answered(attempt, status, headers),
                                    excerpt)
                            : HttpTransport.<PagePart<T>>failure(
                                    status, headers, connection.inbound().receive(), attempt, excerpt);
                })
                .onErrorMap(failure -> Failures.of(failure, attempt, responseTimeout, excerpt));
    }

    private <R> Flux<R> stream(
            Request<?> request, Attempt attempt, String accept, BiFunction<Headers, ByteBufFlux, Publisher<R>> decode) {
        if (connections.isClosed()) {
            return Flux.error(() -> closed(attempt));
        }
        Operation<?> operation = request.operation();
        return senders.get(operation.endpoint().method())
                .uri(operation.uri())
                .send((head, out) -> write(request, accept, attempt, head, out))
                .response((head, body) -> {
                    Headers headers = new NettyHeaders(head.responseHeaders());
                    int status = head.status().code();
                    attempt.answered(status, headers);
                    return isSuccess(status)
                            ? decode.apply(headers, body)
                            : HttpTransport.<R>failure(status, headers, body, attempt, excerpt);
                })
                .onErrorMap(failure -> Failures.of(failure, attempt, responseTimeout, excerpt));
    }

    private static Flux<String> text(ByteBufFlux body) {
        return Flux.defer(() -> {
            Utf8Decoder decoder = new Utf8Decoder();
            return body.asByteArray()
                    .map(decoder::decode)
                    .concatWith(Mono.fromSupplier(decoder::end))
                    .filter(text -> !text.isEmpty());
        });
    }

    /** A service that does not stream answers as a whole, which is the last event and the only one. */
    private Publisher<ChatEvent> whole(
            Request<AssistantChatResponse> request, Attempt attempt, Headers headers, ByteBufFlux body) {
        return new BodyCollector<>(body, maxResponseBytes, false, buffer -> {
            Supplier<FailedCall> call = () -> answered(attempt, 200, headers);
            String data = buffer.toString(StandardCharsets.UTF_8);
            AssistantChatResponse answer = decode(
                    request.operation().endpoint().responseReader(), buffer, headers.first("content-type"), call);
            return new ChatEvent(ChatEvent.DONE, answer.content(), data);
        });
    }

    private static Publisher<Void> write(
            Request<?> request, String accept, Attempt attempt, HttpClientRequest head, NettyOutbound out) {
        if (out instanceof Connection connection && !connection.channel().isActive()) {
            return Mono.error(ClosedChannelException::new);
        }
        attempt.sending();
        head.header(HttpHeaderNames.ACCEPT, accept);
        if (request.idempotencyKey() != null) {
            head.header(IDEMPOTENCY_KEY, request.idempotencyKey());
        }
        byte[] body = request.body();
        if (body == null) {
            return out;
        }
        head.header(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
        return out.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)));
    }

    private <T> Publisher<ApiResponse<T>> read(
            ResponseReader<T> answer, Attempt attempt, HttpClientResponse head, ByteBufFlux body) {
        int status = head.status().code();
        Headers headers = new NettyHeaders(head.responseHeaders());
        attempt.answered(status, headers);
        if (!isSuccess(status)) {
            return failure(status, headers, body, attempt, excerpt);
        }
        if (!answer.hasContent()) {
            return body.then(Mono.fromSupplier(() -> new ApiResponse<T>(status, headers, null)));
        }
        return new BodyCollector<>(body, maxResponseBytes, false, buffer -> {
            Supplier<FailedCall> call = () -> answered(attempt, status, headers);
            return new ApiResponse<>(status, headers, decode(answer, buffer, headers.first("content-type"), call));
        });
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status <= 299;
    }

    private static <R> Mono<R> failure(
            int status, Headers headers, ByteBufFlux body, Attempt attempt, Excerpt excerpt) {
        return new BodyCollector<>(body, MAX_ERROR_BYTES, true, buffer -> {
            throw ErrorResponses.toException(
                    attempt.failedCall(), status, headers, ByteBufUtil.getBytes(buffer), excerpt, Instant.now());
        });
    }

    private static TransportException closed(Attempt attempt) {
        return TransportException.permanent(
                attempt.failedCall(),
                "the client is closed",
                "Build a new one, or close it later.",
                new IllegalStateException("closed"));
    }

    private FailedCall answered(Attempt attempt, int status, Headers headers) {
        String requestId = ErrorResponses.requestId(headers);
        return attempt.failedCall().withResponse(status, requestId == null ? null : excerpt.of(requestId), null);
    }

    private <T> T decode(
            ResponseReader<T> answer, ByteBuf body, @Nullable String contentType, Supplier<FailedCall> call) {
        int length = body.readableBytes();
        if (length > maxResponseBytes) {
            throw DecodingException.unexpected(
                    call.get(), "the answer is longer than the " + maxResponseBytes + " bytes that the client reads");
        }
        if (length == 0 && !answer.mayBeEmpty()) {
            throw DecodingException.malformed(call.get(), "the answer is empty");
        }
        body.markReaderIndex();
        try {
            return body.hasArray()
                    ? answer.read(body.array(), body.arrayOffset() + body.readerIndex(), length, contentType)
                    : answer.read(new ByteBufInputStream(body), contentType);
        } catch (JacksonException | NullPointerException | NumberFormatException e) {
            throw Failures.unreadable(e, beginning(call.get(), body), excerpt);
        }
    }

    private FailedCall beginning(FailedCall call, ByteBuf body) {
        body.resetReaderIndex();
        int length = Math.min(body.readableBytes(), 4 * Excerpt.LIMIT);
        byte[] start = ByteBufUtil.getBytes(body, body.readerIndex(), length);
        return call.withResponse(call.status(), call.requestId(), excerpt.of(start));
    }
}
