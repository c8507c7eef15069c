package io.github.telnyxreactive.internal.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.internal.transport.BaseUrl;
import io.github.telnyxreactive.internal.transport.Connections;
import io.github.telnyxreactive.internal.transport.TransportOptions;
import io.github.telnyxreactive.internal.transport.TransportOptionsBuilder;
import io.github.telnyxreactive.limit.PermitQueue;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;
import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryBudget;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpServer;

/** A server whose responses are written byte by byte, and an exchange that sends requests to it. */
final class PageServer implements AutoCloseable {

    static final Endpoint<Page<Integer>> NUMBERS =
            Endpoint.get("numbers.list", "/numbers").pages(Paging.BY_META, Integer.class);
    static final Endpoint<Page<String>> TEXTS =
            Endpoint.get("texts.list", "/texts").pages(Paging.BY_META, String.class);

    private static final RetryPolicy QUICK =
            RetryPolicy.defaults().withBackoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(5)));

    private final List<Script> scripts;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final DisposableServer server;

    private PageServer(List<Script> scripts) {
        this.scripts = scripts;
        this.server = TcpServer.create()
                .host("127.0.0.1")
                .port(0)
                .doOnConnection(connection -> connections.incrementAndGet())
                .handle((in, out) -> in.receive()
                        .asString()
                        .filter(text -> text.contains("\r\n\r\n"))
                        .concatMap(request -> next().respond((Connection) in))
                        .then())
                .bindNow();
    }

    /** Responds to each request with the script of its number, and with the last one when there are no more. */
    static PageServer of(Script... scripts) {
        return new PageServer(List.of(scripts));
    }

    private Script next() {
        return scripts.get(Math.min(requests.getAndIncrement(), scripts.size() - 1));
    }

    int requests() {
        return requests.get();
    }

    int connections() {
        return connections.get();
    }

    /** Creates a client of this server with its own connections. */
    Client client(UnaryOperator<CallOptions> options, UnaryOperator<TransportOptionsBuilder> transport) {
        return new Client(url(), options, transport, Schedulers.parallel());
    }

    /** Creates a client that takes the time from the given scheduler, except in the transport. */
    Client client(UnaryOperator<CallOptions> options, Scheduler scheduler) {
        return new Client(url(), options, transport -> transport, scheduler);
    }

    private String url() {
        return "http://127.0.0.1:" + server.port();
    }

    Client client() {
        return client(options -> options, transport -> transport);
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    /** Creates a chunked response with a chunk for each text, which ends when the texts complete. */
    static Script chunked(Publisher<String> texts) {
        return connection -> send(
                connection,
                Flux.just("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .concatWith(
                                Flux.from(texts).filter(text -> !text.isEmpty()).map(PageServer::chunk))
                        .concatWithValues("0\r\n\r\n"));
    }

    static Script chunked(String... texts) {
        return chunked(Flux.just(texts));
    }

    /** Creates a chunked response that never ends. */
    static Script silentAfter(String... texts) {
        return chunked(Flux.just(texts).concatWith(Flux.never()));
    }

    /** Creates a chunked response that ends by closing the connection. */
    static Script closedAfter(String... texts) {
        return chunked(Flux.just(texts).concatWith(Flux.error(new IllegalStateException("the script says so"))));
    }

    /** Creates a chunked response that ends by resetting the connection. */
    static Script resetAfter(String... texts) {
        return connection -> {
            ((io.netty.channel.socket.SocketChannel) connection.channel())
                    .config()
                    .setOption(ChannelOption.SO_LINGER, 0);
            return closedAfter(texts).respond(connection);
        };
    }

    /** Creates a response of exactly these bytes. */
    static Script raw(String text) {
        return connection -> send(connection, Flux.just(text));
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.getBytes(UTF_8).length) + "\r\n" + text + "\r\n";
    }

    private static Publisher<Void> send(Connection connection, Flux<String> texts) {
        return connection
                .outbound()
                .send(texts.map(text -> Unpooled.wrappedBuffer(text.getBytes(UTF_8))), buffer -> true)
                .then()
                .onErrorResume(e -> Mono.fromRunnable(connection::dispose));
    }

    /** Sends the response to a request. */
    interface Script {

        Publisher<Void> respond(Connection connection);
    }

    /** An exchange with its own connections. */
    static final class Client implements AutoCloseable {

        private final Connections connections;
        private final Exchange exchange;

        Client(
                String url,
                UnaryOperator<CallOptions> options,
                UnaryOperator<TransportOptionsBuilder> transport,
                Scheduler scheduler) {
            TransportOptionsBuilder settings =
                    TransportOptions.defaults().toBuilder().baseUrl(BaseUrl.parse(url));
            connections = new Connections(transport.apply(settings).build(), "KEY-test", "test");
            ClientResources shared = new ClientResources(
                    PermitQueue.rate(RateLimit.perSecond(100_000)), RetryBudget.of(1, 1000), scheduler);
            exchange = new Exchange(
                    connections, shared, options.apply(CallOptions.defaults().withRetry(QUICK)), CallListener.NONE);
        }

        Flux<PagePart<Integer>> numbers() {
            return exchange.parts(NUMBERS.call());
        }

        Flux<PagePart<String>> texts() {
            return exchange.parts(TEXTS.call());
        }

        <T> Flux<PagePart<T>> parts(Operation<Page<T>> operation) {
            return exchange.parts(operation);
        }

        @Override
        public void close() {
            connections.close().block();
        }
    }
}
