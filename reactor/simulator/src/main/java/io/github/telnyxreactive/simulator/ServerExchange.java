package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.simulator.internal.service.ListBody;
import io.github.telnyxreactive.simulator.internal.service.ServiceErrors;
import io.github.telnyxreactive.simulator.internal.service.ServiceResponse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.util.Logger;
import reactor.util.Loggers;

/** A request on its connection, with the ways to respond to it, of which faults are composed. */
final class ServerExchange {

    private static final Logger LOGGER = Loggers.getLogger(ServerExchange.class);

    /** The minimum number of bytes of a long list to write at once, because a write for each element would be slow. */
    private static final int LIST_PART = 8 * 1024;

    /** The pause between looks at the clock, which may be one that a test advances. */
    private static final Duration CLOCK_CHECKS = Duration.ofMillis(2);

    private final HttpServerResponse out;
    private final Channel channel;
    private final RequestLog.Entry entry;
    private final FixedWindowLimit.@Nullable Decision limited;
    private final String requestId;
    private final Gates gates;
    private final InstantSource clock;
    private final Supplier<Supplier<ServiceResponse>> acceptance;

    /**
     * Creates an exchange.
     *
     * @param request the request
     * @param response the HTTP response to write to
     * @param entry the entry of the request in the log
     * @param limited the decision of the rate limit, {@code null} if there is no limit
     * @param requestId the id of the request
     * @param gates the gates for responses that are sent in parts
     * @param clock the clock of the simulator
     * @param acceptance hands the request to the service, and supplies the supplier that processes it
     */
    ServerExchange(
            HttpServerRequest request,
            HttpServerResponse response,
            RequestLog.Entry entry,
            FixedWindowLimit.@Nullable Decision limited,
            String requestId,
            Gates gates,
            InstantSource clock,
            Supplier<Supplier<ServiceResponse>> acceptance) {
        this.out = response;
        this.entry = entry;
        this.limited = limited;
        this.requestId = requestId;
        this.gates = gates;
        this.clock = clock;
        this.acceptance = acceptance;
        AtomicReference<Channel> reference = new AtomicReference<>();
        request.withConnection(connection -> reference.set(connection.channel()));
        this.channel = reference.get();
    }

    /** Processes the request, and waits until its response is due. */
    Mono<ServiceResponse> process() {
        return Mono.fromSupplier(() -> acceptance.get().get())
                .onErrorResume(this::failed)
                .flatMap(this::untilDue);
    }

    private Mono<ServiceResponse> untilDue(ServiceResponse response) {
        Instant due = response.due();
        if (due == null) {
            return Mono.just(response);
        }
        return Mono.defer(() -> clock.instant().isBefore(due) ? pause(CLOCK_CHECKS) : Mono.empty())
                .repeat(() -> clock.instant().isBefore(due))
                .then(Mono.just(response));
    }

    /** Accepts the request now, and processes and responds to it after a delay. */
    Mono<Void> processAfter(Duration delay) {
        return Mono.fromSupplier(acceptance)
                .flatMap(accepted -> pause(delay).then(Mono.fromSupplier(accepted)))
                .onErrorResume(this::failed)
                .flatMap(this::untilDue)
                // Like a real service, it continues even if the client disconnects.
                .cache()
                .flatMap(this::send);
    }

    private Mono<ServiceResponse> failed(Throwable failure) {
        LOGGER.error("The simulator failed to process request " + requestId, failure);
        return Mono.just(ServiceErrors.internalServerError());
    }

    /** Sends a response. */
    Mono<Void> send(ServiceResponse response) {
        if (response.isStream()) {
            return stream(response, response.parts().size());
        }
        ListBody list = response.list();
        if (list != null && (list.isLong() || gates.lists().isHeld())) {
            return sendInParts(response, elements(list.writer()), gates.lists());
        }
        begin(response);
        return out.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(response.body())))
                .then();
    }

    /** Announces the whole body, sends half of it, and ends the connection or the stream. */
    Mono<Void> sendHalf(ServiceResponse response) {
        if (response.isStream()) {
            return stream(response, response.parts().size() / 2).then(Mono.defer(this::end));
        }
        byte[] body = response.body();
        begin(response);
        out.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        return out.send(Flux.just(Unpooled.wrappedBuffer(body, 0, body.length / 2)), part -> true)
                .then()
                .then(Mono.defer(this::end));
    }

    /** Resets instead of sending a response, or in the middle of a streamed one. */
    Mono<Void> cutOff(ServiceResponse response) {
        if (!response.isStream()) {
            return reset();
        }
        // A reset may overtake data that the client has not read yet, so it is delayed like another part.
        return stream(response, response.parts().size() / 2)
                .then(Mono.defer(() -> pause(gates.streams().pause())))
                .then(Mono.defer(this::reset));
    }

    /** Sends the first parts of a response, each when the gate permits it. */
    private Mono<Void> stream(ServiceResponse response, int count) {
        return sendInParts(response, Flux.range(0, count).concatMap(i -> part(response, i), 0), gates.streams());
    }

    /** Emits the elements of a list under the demand of the connection or, while held, as the gate releases them. */
    private Flux<ByteBuf> elements(ListBody.Writer writer) {
        PartGate gate = gates.lists();
        Mono<ByteBuf> next = gate.pass(Mono.empty())
                .then(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(writer.next(gate.isHeld() ? 1 : LIST_PART))));
        return Flux.<Mono<ByteBuf>>generate(sink -> {
                    if (writer.hasNext()) {
                        sink.next(next);
                    } else {
                        sink.complete();
                    }
                })
                .concatMap(part -> part, 0);
    }

    /** Sends a response in parts, and detects when the client disconnects. */
    private Mono<Void> sendInParts(ServiceResponse response, Flux<ByteBuf> source, PartGate gate) {
        begin(response);
        AtomicBoolean sending = new AtomicBoolean(true);
        Sinks.Empty<Void> disconnected = Sinks.empty();
        GenericFutureListener<Future<Void>> onClose = closed -> {
            if (sending.compareAndSet(true, false)) {
                disconnected.tryEmitEmpty();
                gate.clientDisconnected();
            }
        };
        channel.closeFuture().addListener(onClose);
        Flux<ByteBuf> parts = source.doOnComplete(() -> {
                    sending.set(false);
                    channel.closeFuture().removeListener(onClose);
                })
                // A part that waits for a client that has disconnected must not use up the release of another.
                .takeUntilOther(disconnected.asMono());
        return out.sendHeaders().send(parts, part -> true).then();
    }

    private Mono<ByteBuf> part(ServiceResponse response, int number) {
        return gates.streams()
                .pass(number == 0 ? Mono.empty() : pause(gates.streams().pause()))
                .then(Mono.fromSupplier(
                        () -> Unpooled.wrappedBuffer(response.parts().get(number))));
    }

    /** Sends the body of a response byte by byte. */
    Mono<Void> drip(ServiceResponse response, Duration pause) {
        byte[] body = response.body();
        begin(response);
        out.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        Flux<ByteBuf> bytes = Flux.range(0, body.length)
                .concatMap(i -> pause(pause).then(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body, i, 1))), 0);
        return out.send(bytes, part -> true).then();
    }

    /** Resets the connection, or the stream on HTTP/2. */
    Mono<Void> reset() {
        if (channel instanceof Http2StreamChannel) {
            return end();
        }
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        SimulatorServer.closeImmediately(channel);
        return Mono.never();
    }

    private Mono<Void> end() {
        if (channel instanceof Http2StreamChannel) {
            channel.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR));
        } else {
            SimulatorServer.closeImmediately(channel);
        }
        // On completion, the server would end the response regularly.
        return Mono.never();
    }

    private void begin(ServiceResponse response) {
        out.status(response.status());
        response.headers().forEach(out::header);
        out.header("x-request-id", requestId);
        if (limited != null) {
            limited.headers().forEach(out::header);
        }
        entry.responded(response.status());
    }

    private Mono<Void> pause(Duration duration) {
        return Mono.create(sink -> {
            Future<?> timer =
                    channel.eventLoop().schedule(() -> sink.success(), duration.toNanos(), TimeUnit.NANOSECONDS);
            sink.onDispose(() -> timer.cancel(false));
        });
    }
}
