package io.github.telnyxreactive.simulator;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

/** The server socket of the simulator, its connections, and the event loops that serve them. */
final class SimulatorServer {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(1);
    private static final int THREADS = 2;

    private final LoopResources loops = LoopResources.create("simulator", THREADS, THREADS, true);
    private final Set<Channel> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final HttpServer server;
    private final @Nullable X509Bundle certificate;
    private final int port;
    private volatile boolean listening;
    private @Nullable DisposableServer socket;
    private @Nullable Socket reservation;
    private boolean closed;

    /** Starts listening. */
    SimulatorServer(Settings settings, Frontend frontend) {
        certificate = settings.tls() ? Certificates.loopback() : null;
        server = secured(
                HttpServer.create()
                        .bindAddress(() -> new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()))
                        .runOn(loops, false)
                        .doOnChannelInit((observer, channel, address) -> track(channel))
                        .handle(frontend::handle),
                settings);
        try {
            listening = true;
            socket = server.bindNow(TIMEOUT);
            port = socket.port();
        } catch (RuntimeException e) {
            loops.disposeLater(Duration.ZERO, TIMEOUT).block();
            throw e;
        }
    }

    private HttpServer secured(HttpServer plain, Settings settings) {
        if (certificate == null) {
            return plain.protocol(HttpProtocol.HTTP11);
        }
        PrivateKey key = certificate.getKeyPair().getPrivate();
        X509Certificate chain = certificate.getCertificate();
        GenericSslContextSpec<SslContextBuilder> context = settings.http2()
                ? Http2SslContextSpec.forServer(key, chain)
                : Http11SslContextSpec.forServer(key, chain);
        HttpServer withProtocols = settings.http2()
                ? plain.protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
                : plain.protocol(HttpProtocol.HTTP11);
        return withProtocols.secure(ssl -> ssl.sslContext(context));
    }

    private void track(Channel channel) {
        accepted.incrementAndGet();
        connections.add(channel);
        channel.closeFuture().addListener(closing -> connections.remove(channel));
        if (!listening) {
            // It was accepted just before the socket was closed, too late to be closed with the others.
            closeImmediately(channel);
        }
    }

    /** Closes a connection, bypassing its handlers, which would first perform a graceful shutdown with the peer. */
    static void closeImmediately(Channel channel) {
        ChannelHandlerContext first = channel.pipeline().firstContext();
        if (first == null) {
            channel.close();
        } else {
            first.close();
        }
    }

    int port() {
        return port;
    }

    @Nullable X509Certificate certificate() {
        return certificate == null ? null : certificate.getCertificate();
    }

    int accepted() {
        return accepted.get();
    }

    /** Closes the socket and all connections; has no effect if already suspended. */
    synchronized void suspend() {
        if (socket != null) {
            disconnect(socket);
            reservation = reserve();
        }
    }

    private void disconnect(DisposableServer listener) {
        listening = false;
        listener.disposeNow(TIMEOUT);
        socket = null;
        Set<Channel> open = Set.copyOf(connections);
        open.forEach(SimulatorServer::closeImmediately);
        open.forEach(channel -> channel.closeFuture().awaitUninterruptibly(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
    }

    /**
     * Binds a socket that does not listen: connections are refused, and no other process gets the port. The operating
     * system releases the port slightly later than the channel of the listening socket reports that it is closed, hence
     * the retries.
     */
    private Socket reserve() {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (true) {
            try {
                return bound();
            } catch (IOException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw new UncheckedIOException("port " + port + " could not be reserved", e);
                }
                LockSupport.parkNanos(RETRY_INTERVAL.toNanos());
            }
        }
    }

    private Socket bound() throws IOException {
        Socket bound = new Socket();
        try {
            bound.setReuseAddress(true);
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return bound;
        } catch (IOException e) {
            bound.close();
            throw e;
        }
    }

    /** Listens again on the same port; has no effect if it already listens. */
    synchronized void resume() {
        if (closed) {
            throw new IllegalStateException("the simulator is closed");
        }
        if (socket != null) {
            return;
        }
        releaseReservation();
        listening = true;
        socket = server.bindAddress(() -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .bindNow(TIMEOUT);
    }

    private void releaseReservation() {
        if (reservation == null) {
            return;
        }
        try {
            reservation.close();
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " could not be released", e);
        }
        reservation = null;
    }

    /** Closes everything and disposes of the event loops; has no effect if already closed. */
    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (socket != null) {
            disconnect(socket);
        }
        releaseReservation();
        loops.disposeLater(Duration.ZERO, TIMEOUT).block();
    }
}
