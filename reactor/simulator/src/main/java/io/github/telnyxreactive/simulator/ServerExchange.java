package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.simulator.internal.service.ErrorAnswers;
import io.github.telnyxreactive.simulator.internal.service.ListBody;
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

/** One request on its connection, and the ways to treat it that faults are made of. */
final class ServerExchange {

    private static final Logger LOGGER = Loggers.getLogger(ServerExchange.class);

    /** How many bytes of a long list are sent at once, so that there is not a write for each of its elements. */
    private static final int LIST_PART = 8 * 1024;

    private final HttpServerResponse response;
    private final Channel channel;
    private final RequestLog.Entry entry;
    private final ServiceRateLimit.@Nullable Permit permit;
    private final String requestId;
    private final Gates gates;
    private final Supplier<Supplier<ServiceResponse>> acceptance;

    /**
     * Creates an exchange.
     *
     * @param request the request
     * @param response where its answer goes
     * @param entry its place in the log
     * @param permit what the rate limit says of it, {@code null} if there is none
     * @param requestId its id
     * @param gates decide when the parts of answers are sent
     * @param acceptance hands the request to the service, which carries it out when asked for the answer
     */
    ServerExchange(
            HttpServerRequest request,
            HttpServerResponse response,
            RequestLog.Entry entry,
            ServiceRateLimit.@Nullable Permit permit,
            String requestId,
            Gates gates,
            Supplier<Supplier<ServiceResponse>> acceptance) {
        this.response = response;
        this.entry = entry;
        this.permit = permit;
        this.requestId = requestId;
        this.gates = gates;
        this.acceptance = acceptance;
        AtomicReference<Channel> reference = new AtomicReference<>();
        request.withConnection(connection -> reference.set(connection.channel()));
        this.channel = reference.get();
    }

    /** Has the service carry the request out. */
    Mono<ServiceResponse> carryOut() {
        return Mono.fromSupplier(() -> acceptance.get().get()).onErrorResume(this::failed);
    }

    /** Has the service accept the request now, and carry it out and answer it later. */
    Mono<Void> carryOutAfter(Duration wait) {
        return Mono.fromSupplier(acceptance)
                .flatMap(accepted -> pause(wait).then(Mono.fromSupplier(accepted)))
                .onErrorResume(this::failed)
                // A service does not notice that its caller has left: the work goes on without a subscriber.
                .cache()
                .flatMap(this::send);
    }

    private Mono<ServiceResponse> failed(Throwable failure) {
        LOGGER.error("The simulator failed to carry out request " + requestId, failure);
        return Mono.just(ErrorAnswers.internalServerError());
    }

    /** Sends an answer. */
    Mono<Void> send(ServiceResponse answer) {
        if (answer.isStream()) {
            return stream(answer, answer.parts().size());
        }
        ListBody list = answer.list();
        if (list != null && (list.isLong() || gates.lists().isHeld())) {
            return sendInParts(answer, elements(list.writer()), gates.lists());
        }
        begin(answer);
        return response.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(answer.body())))
                .then();
    }

    /** Sends an answer that promises its whole body and has half of it, and ends the connection or the stream. */
    Mono<Void> sendHalf(ServiceResponse answer) {
        if (answer.isStream()) {
            return stream(answer, answer.parts().size() / 2).then(Mono.defer(this::end));
        }
        byte[] body = answer.body();
        begin(answer);
        response.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        return response.send(Flux.just(Unpooled.wrappedBuffer(body, 0, body.length / 2)), part -> true)
                .then()
                .then(Mono.defer(this::end));
    }

    /** Breaks off instead of sending an answer, or in the middle of one that is streamed. */
    Mono<Void> breakOff(ServiceResponse answer) {
        if (!answer.isStream()) {
            return reset();
        }
        // A reset may overtake what the other side has not read yet, so it waits as long as a part would.
        return stream(answer, answer.parts().size() / 2)
                .then(Mono.defer(() -> pause(gates.streams().pause())))
                .then(Mono.defer(this::reset));
    }

    /** Sends the first parts of an answer, each when the gate lets it pass. */
    private Mono<Void> stream(ServiceResponse answer, int count) {
        return sendInParts(answer, Flux.range(0, count).concatMap(i -> part(answer, i), 0), gates.streams());
    }

    /** Makes the elements of a list as fast as the connection takes them, or one by one as the gate lets them pass. */
    private Flux<ByteBuf> elements(ListBody.Writer writer) {
        StreamGate gate = gates.lists();
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

    /** Sends an answer part by part, and notices if the client leaves. */
    private Mono<Void> sendInParts(ServiceResponse answer, Flux<ByteBuf> source, StreamGate gate) {
        begin(answer);
        AtomicBoolean underWay = new AtomicBoolean(true);
        Sinks.Empty<Void> left = Sinks.empty();
        GenericFutureListener<Future<Void>> onClose = closed -> {
            if (underWay.compareAndSet(true, false)) {
                left.tryEmitEmpty();
                gate.clientLeft();
            }
        };
        channel.closeFuture().addListener(onClose);
        Flux<ByteBuf> parts = source.doOnComplete(() -> {
                    underWay.set(false);
                    channel.closeFuture().removeListener(onClose);
                })
                // Whoever waits at the gate for a client that has left must not take the place of another.
                .takeUntilOther(left.asMono());
        return response.sendHeaders().send(parts, part -> true).then();
    }

    private Mono<ByteBuf> part(ServiceResponse answer, int number) {
        return gates.streams()
                .pass(number == 0 ? Mono.empty() : pause(gates.streams().pause()))
                .then(Mono.fromSupplier(
                        () -> Unpooled.wrappedBuffer(answer.parts().get(number))));
    }

    /** Sends the body of an answer byte by byte. */
    Mono<Void> drip(ServiceResponse answer, Duration pause) {
        byte[] body = answer.body();
        begin(answer);
        response.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        Flux<ByteBuf> drops = Flux.range(0, body.length)
                .concatMap(i -> pause(pause).then(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body, i, 1))), 0);
        return response.send(drops, drop -> true).then();
    }

    /** Breaks the connection, or on HTTP/2 the stream, off. */
    Mono<Void> reset() {
        if (channel instanceof Http2StreamChannel) {
            return end();
        }
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        SimulatorServer.closeAtOnce(channel);
        return Mono.never();
    }

    private Mono<Void> end() {
        if (channel instanceof Http2StreamChannel) {
            channel.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR));
        } else {
            SimulatorServer.closeAtOnce(channel);
        }
        // Completing would let the server finish the answer in an orderly way.
        return Mono.never();
    }

    private void begin(ServiceResponse answer) {
        response.status(answer.status());
        answer.headers().forEach(response::header);
        response.header("x-request-id", requestId);
        if (permit != null) {
            permit.headers().forEach(response::header);
        }
        entry.answered(answer.status());
    }

    private Mono<Void> pause(Duration duration) {
        return Mono.create(sink -> {
            Future<?> timer =
                    channel.eventLoop().schedule(() -> sink.success(), duration.toNanos(), TimeUnit.NANOSECONDS);
            sink.onDispose(() -> timer.cancel(false));
        });
    }
}
