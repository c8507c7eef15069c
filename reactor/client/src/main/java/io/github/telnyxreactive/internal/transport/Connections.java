package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.call.PoolStatistics;
import io.github.telnyxreactive.internal.error.Excerpt;
import io.github.telnyxreactive.internal.key.KeyFingerprint;
import io.github.telnyxreactive.limit.Permit;
import io.github.telnyxreactive.limit.PermitQueue;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.FutureMono;
import reactor.netty.NettyPipeline;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

/**
 * The connections of a client, shared by all its views. They run on the event loops that Reactor Netty shares between
 * all clients of the JVM.
 */
public final class Connections {

    private static final String RESPONSE_GUARD = "telnyx.responseGuard";

    private final TransportOptions options;
    private final UnaryOperator<String> fingerprint;
    private final Excerpt excerpt;
    private final PoolRegistrar pools = new PoolRegistrar();
    private final ConnectionProvider provider;
    private final Http2Connections http2 = new Http2Connections();
    private final PermitQueue places;
    private final AtomicInteger stalled = new AtomicInteger();
    private final HttpClient client;
    /** Stays closed: a connection that is established only after that is closed as well. */
    private final ChannelGroup channels = new DefaultChannelGroup("telnyx", ImmediateEventExecutor.INSTANCE, true);

    private volatile boolean closed;

    /**
     * Sets up the connection pool; no connection is established yet.
     *
     * @param options the options
     * @param apiKey the key, sent to the origin of the base URL only
     * @param userAgent the value of the header {@code User-Agent}
     */
    public Connections(TransportOptions options, String apiKey, String userAgent) {
        this.options = options;
        this.excerpt = new Excerpt(apiKey);
        this.fingerprint = salt -> KeyFingerprint.of(apiKey, salt);
        this.provider = provider(options, pools);
        this.places =
                PermitQueue.fixed(options.maxConnections(), options.maxPendingAcquires(), options.acquireTimeout());
        this.client =
                client(options, provider, apiKey, userAgent).observe(http2).channelGroup(channels);
    }

    private static ConnectionProvider provider(TransportOptions options, PoolRegistrar pools) {
        ConnectionProvider.Builder pool = ConnectionProvider.builder("telnyx")
                .maxConnections(options.maxConnections())
                .pendingAcquireMaxCount(options.maxPendingAcquires())
                .pendingAcquireTimeout(options.acquireTimeout())
                .maxIdleTime(options.maxIdleTime())
                .maxLifeTime(options.maxLifeTime())
                // On a thread of the pool: on a scheduler of Reactor it would be a timer of its own in tests on virtual
                // time.
                .evictInBackground(options.evictionInterval())
                .lifo()
                .metrics(true, () -> pools);
        PoolSettings.maxLifeTimeVariance(pool, options.maxLifeTimeVariance());
        return pool.build();
    }

    private static HttpClient client(
            TransportOptions options, ConnectionProvider provider, String apiKey, String userAgent) {
        String authorization = "Bearer " + apiKey;
        InetSocketAddress address = options.baseUrl().address();
        int maxHeaderSize = options.maxHeaderSize();
        HttpClient client = HttpClient.create(provider)
                // Not baseUrl, which Reactor Netty parses its own way: a port of one digit belongs to the host there.
                .remoteAddress(() -> address)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        options.connectTimeout().toMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                // Reactor Netty knows only whether a request was written, not whether it may be written twice.
                .disableRetry(true)
                .followRedirect(false)
                .httpResponseDecoder(
                        decoder -> decoder.maxHeaderSize(maxHeaderSize).maxInitialLineLength(maxHeaderSize))
                .doOnConnected(connection -> guard(connection, options))
                .headers(headers -> headers.set(
                                HttpHeaderNames.HOST, options.baseUrl().authority())
                        .set(HttpHeaderNames.AUTHORIZATION, authorization)
                        .set(HttpHeaderNames.USER_AGENT, userAgent));
        if (options.compression()) {
            // Not compress, whose decompressor bounds nothing and completes a body that ends early.
            client = client.headers(headers -> headers.set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP));
        }
        // HTTP/1.1 is the default. To set it would load all of TLS.
        return options.baseUrl().secure() ? secure(client, options) : client;
    }

    private static void guard(Connection connection, TransportOptions options) {
        ChannelPipeline pipeline = connection.channel().pipeline();
        if (pipeline.get(HttpClientCodec.class) == null || pipeline.get(ResponseGuard.class) != null) {
            return;
        }
        // Not addHandlerLast, whose handlers are removed when a response ends: these stay while the connection is idle.
        pipeline.addAfter(NettyPipeline.HttpCodec, RESPONSE_GUARD, new ResponseGuard());
        if (options.compression()) {
            pipeline.addAfter(RESPONSE_GUARD, Decompressor.NAME, new Decompressor(options.maxResponseBytes()));
        }
    }

    private static HttpClient secure(HttpClient client, TransportOptions options) {
        GenericSslContextSpec<SslContextBuilder> context =
                options.http2() ? Http2SslContextSpec.forClient() : Http11SslContextSpec.forClient();
        context.configure(builder -> builder.trustManager(options.trust()));
        HttpClient secured = client.secure(spec -> spec.sslContext(context));
        return options.http2()
                ? secured.protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
                        .http2Settings(settings -> settings.maxHeaderListSize(options.maxHeaderSize()))
                : secured.protocol(HttpProtocol.HTTP11);
    }

    HttpClient client() {
        return client;
    }

    TransportOptions options() {
        return options;
    }

    Excerpt excerpt() {
        return excerpt;
    }

    /**
     * Returns the base URL.
     *
     * @return the URL
     */
    public String address() {
        return options.baseUrl().toString();
    }

    /**
     * Returns a fingerprint of the API key.
     *
     * @param salt random bytes in hexadecimal digits
     * @return the fingerprint, from which the key cannot be found out
     */
    public String fingerprint(String salt) {
        return fingerprint.apply(salt);
    }

    /**
     * Returns the maximum number of open connections.
     *
     * @return the size of the pool
     */
    public int maxConnections() {
        return options.maxConnections();
    }

    /**
     * Returns the current usage of the connections.
     *
     * @return a snapshot
     */
    public PoolStatistics statistics() {
        int opened = pools.acquired();
        int idleOfHttp2 = http2.idle();
        return new PoolStatistics(
                Math.max(0, opened - idleOfHttp2),
                pools.idle() + idleOfHttp2,
                places.waiting() + pools.pending(),
                options.maxConnections());
    }

    /**
     * Acquires a place ahead of the pool, whose queue cancellation does not reach. A place is held as long as a
     * connection of HTTP/1.1, and with HTTP/2 until there is a stream.
     */
    Mono<Permit> place() {
        return places.acquire();
    }

    /** Counts the responses that keep their connection because their subscribers request no more of them. */
    AtomicInteger stalled() {
        return stalled;
    }

    /**
     * Closes all connections, whatever they are used for. The event loops, which are shared, keep running.
     *
     * @return completes when all connections are closed
     */
    public Mono<Void> close() {
        return Mono.defer(() -> {
            closed = true;
            return provider.disposeLater().then(Mono.defer(() -> FutureMono.from(channels.close())));
        });
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public String toString() {
        return "connections to " + options.baseUrl();
    }
}
