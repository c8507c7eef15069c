package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.call.ApiResponse;
import io.github.telnyxreactive.error.ClientClosedException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.http.Headers;
import io.github.telnyxreactive.internal.error.Excerpt;
import io.github.telnyxreactive.internal.page.PageDecoder;
import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.limit.Permit;
import io.github.telnyxreactive.limit.PermitQueue;
import io.github.telnyxreactive.model.chat.AssistantChatResponse;
import io.github.telnyxreactive.model.chat.ChatEvent;
import io.github.telnyxreactive.operation.HttpMethod;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.ResponseReader;
import io.github.telnyxreactive.page.Page;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http2.Http2StreamChannel;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.Connection;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;

/**
 * Sends single requests and decodes their responses. Nothing is retried here, and redirects are not followed. The
 * response is always consumed or drained before its connection returns to the pool. All errors are of type
 * {@link io.github.telnyxreactive.error.TelnyxException}, and cancelling closes the exchange.
 */
public final class HttpTransport {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String STREAM_GUARD = "telnyx.streamGuard";

    private final Map<HttpMethod, HttpClient.RequestSender> senders = new EnumMap<>(HttpMethod.class);
    private final Connections connections;
    private final String path;
    private final int maxResponseBytes;
    private final Duration responseTimeout;
    private final Excerpt excerpt;
    private final BodyReader bodies;
    private final ChatStream chats;

    /**
     * Creates a transport.
     *
     * @param connections the connections to use
     * @param headers headers of every request besides those of HTTP and of authentication
     * @param responseTimeout how long to wait for a response, and for each further part of it
     */
    public HttpTransport(Connections connections, Map<String, String> headers, Duration responseTimeout) {
        HttpClient client =
                connections.client().responseTimeout(responseTimeout).headers(all -> headers.forEach(all::set));
        for (HttpMethod method : HttpMethod.values()) {
            senders.put(method, client.request(io.netty.handler.codec.http.HttpMethod.valueOf(method.name())));
        }
        this.connections = connections;
        this.path = connections.options().baseUrl().path();
        this.maxResponseBytes = connections.options().maxResponseBytes();
        this.responseTimeout = responseTimeout;
        this.excerpt = connections.excerpt();
        this.bodies = new BodyReader(maxResponseBytes, excerpt);
        this.chats = new ChatStream(bodies, maxResponseBytes, excerpt);
    }

    /**
     * Sends a request and reads the response as a whole.
     *
     * @param attempt the attempt to send, which is notified of the progress
     * @param <T> the type that a successful response is read as
     * @return the response
     */
    public <T> Mono<ApiResponse<T>> send(Attempt<T> attempt) {
        return Mono.fromDirect(exchange(attempt, reader(attempt).accept(), this::whole));
    }

    /**
     * Sends a request and emits the text of the response as it arrives, under demand, without splitting characters.
     *
     * @param attempt the attempt to send, which is notified of the progress
     * @return the fragments of the text
     */
    public Flux<String> text(Attempt<?> attempt) {
        return exchange(attempt, "text/plain", bodies::text);
    }

    /**
     * Sends a request and emits the events of the response as they arrive, under demand, up to the last one.
     *
     * @param attempt the attempt to send, which is notified of the progress
     * @return the events
     */
    public Flux<ChatEvent> events(Attempt<AssistantChatResponse> attempt) {
        return exchange(attempt, "text/event-stream", chats::read);
    }

    /**
     * Sends a request and emits the elements of the page in the response as they arrive, under demand, and then its
     * end. The connection is read no further than to the last requested element, except for what is in the buffers, and
     * for as much as may be held unread so that the connection comes free. The response timeout applies to the head of
     * the response, and from then on while more of it is needed to fulfil demand: a subscriber without demand may take
     * any amount of time. Cancelling closes the exchange unless the response has arrived completely.
     *
     * @param attempt the attempt to send, which is notified of the progress
     * @param <T> the type of the elements
     * @return the parts of the page; an error is emitted after the parts that precede it
     */
    public <T> Flux<PagePart<T>> page(Attempt<Page<T>> attempt) {
        ResponseReader<Page<T>> reader = reader(attempt);
        // Unlike response, this leaves the connection alone when the parts are cancelled: they know what has arrived.
        return request(
                attempt,
                reader.accept(),
                (receiver, place) -> receiver.responseConnection((head, connection) -> {
                    Response<Page<T>> response = Response.to(attempt, head);
                    return response.isSuccess()
                            ? new PageParts<>(
                                    connections,
                                    connection,
                                    place,
                                    responseTimeout,
                                    () -> PageDecoder.of(reader, attempt.reading(), maxResponseBytes),
                                    bodies.describe(response))
                            : bodies.<PagePart<T>>failure(
                                    response, connection.inbound().receive());
                }));
    }

    private <T, R> Flux<R> exchange(
            Attempt<T> attempt, String accept, BiFunction<Response<T>, ByteBufFlux, Publisher<R>> success) {
        return request(
                attempt,
                accept,
                (receiver, place) -> receiver.response((head, body) -> {
                    Response<T> response = Response.to(attempt, head);
                    return response.isSuccess() ? success.apply(response, body) : bodies.failure(response, body);
                }));
    }

    private <R> Flux<R> request(
            Attempt<?> attempt, String accept, BiFunction<HttpClient.ResponseReceiver<?>, Permit, Flux<R>> receive) {
        if (connections.isClosed()) {
            return Flux.error(() -> closed(attempt));
        }
        Operation<?> operation = attempt.operation();
        HttpClient.RequestSender sender =
                senders.get(operation.endpoint().method()).uri(path + operation.uri());
        return PermitQueue.limitMany(
                        connections.place(),
                        place -> receive.apply(
                                sender.send((head, out) -> write(attempt, place, accept, head, out)), place))
                .doOnCancel(attempt::onCancel)
                .onErrorMap(failure -> connections.isClosed()
                        ? closed(attempt)
                        : Failures.of(failure, attempt, responseTimeout, connections));
    }

    private Publisher<Void> write(
            Attempt<?> attempt, Permit place, String accept, HttpClientRequest head, NettyOutbound out) {
        if (attempt.isCancelled()) {
            // Cancellation does not reach the queue of the pool.
            return Mono.error(CancellationException::new);
        }
        if (out instanceof Connection connection) {
            if (!connection.channel().isActive()) {
                return Mono.error(ClosedChannelException::new);
            }
            ResponseGuard guard = connection.channel().pipeline().get(ResponseGuard.class);
            if (guard != null) {
                guard.expect(attempt);
            }
            if (connection.channel() instanceof Http2StreamChannel) {
                place.release();
                Decompressor.addTo(connection, connections.options());
                connection.addHandlerLast(STREAM_GUARD, new StreamGuard(attempt));
            }
        }
        attempt.onSend();
        head.header(HttpHeaderNames.ACCEPT, accept);
        String idempotencyKey = attempt.idempotencyKey();
        if (idempotencyKey != null) {
            head.header(IDEMPOTENCY_KEY, idempotencyKey);
        }
        byte[] body = attempt.body();
        if (body == null) {
            return out;
        }
        head.header(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
        return out.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)));
    }

    private <T> Mono<ApiResponse<T>> whole(Response<T> response, ByteBufFlux body) {
        int status = response.status();
        Headers headers = response.headers();
        return reader(response.attempt()).hasContent()
                ? bodies.whole(response, body, (value, buffer) -> new ApiResponse<>(status, headers, value, false))
                : bodies.none(response, body, () -> new ApiResponse<>(status, headers, null, false));
    }

    private static <T> ResponseReader<T> reader(Attempt<T> attempt) {
        return attempt.operation().endpoint().responseReader();
    }

    private static ClientClosedException closed(Attempt<?> attempt) {
        return new ClientClosedException(
                attempt.failedCall(), attempt.isSent() ? Delivery.UNKNOWN : Delivery.NOT_SENT, null);
    }
}
