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

/** The socket that the simulator listens on, its connections, and the threads that serve them. */
final class SimulatorServer {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofMillis(1);
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

    /** Listens from now on. */
    SimulatorServer(Settings settings, Frontend frontend) {
        certificate = settings.tls() ? Certificates.loopback() : null;
        server = encrypted(
                HttpServer.create()
                        .bindAddress(() -> new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()))
                        .runOn(loops, false)
                        .doOnChannelInit((observer, channel, address) -> track(channel))
                        .handle(frontend::handle),
                settings);
        try {
            listening = true;
            socket = server.bindNow(PATIENCE);
            port = socket.port();
        } catch (RuntimeException e) {
            loops.disposeLater(Duration.ZERO, PATIENCE).block();
            throw e;
        }
    }

    private HttpServer encrypted(HttpServer plain, Settings settings) {
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
            // It was accepted just before the socket was closed, and whoever closed the rest has not seen it.
            closeAtOnce(channel);
        }
    }

    /** Closes a connection past its handlers, which would say good-bye to the other side and wait for it. */
    static void closeAtOnce(Channel channel) {
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

    /** Closes the socket and all connections; does nothing if that is done already. */
    synchronized void suspend() {
        if (socket != null) {
            disconnect(socket);
            reservation = reserve();
        }
    }

    private void disconnect(DisposableServer listener) {
        listening = false;
        listener.disposeNow(PATIENCE);
        socket = null;
        Set<Channel> open = Set.copyOf(connections);
        open.forEach(SimulatorServer::closeAtOnce);
        open.forEach(channel -> channel.closeFuture().awaitUninterruptibly(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    /**
     * Binds a socket that does not listen: connecting is refused, and nobody else gets the port. Binding succeeds only
     * when the system has given up the socket that listened, which is a little after its channel says it is closed.
     */
    private Socket reserve() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return bound();
            } catch (IOException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw new UncheckedIOException("cannot keep port " + port, e);
                }
                LockSupport.parkNanos(RETRY.toNanos());
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

    /** Listens again on the same port; does nothing if that is done already. */
    synchronized void resume() {
        if (closed) {
            throw new IllegalStateException("the simulator is closed");
        }
        if (socket != null) {
            return;
        }
        release();
        listening = true;
        socket = server.bindAddress(() -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .bindNow(PATIENCE);
    }

    private void release() {
        if (reservation == null) {
            return;
        }
        try {
            reservation.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give up port " + port, e);
        }
        reservation = null;
    }

    /** Closes everything and ends the threads; does nothing if that is done already. */
    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (socket != null) {
            disconnect(socket);
        }
        release();
        loops.disposeLater(Duration.ZERO, PATIENCE).block();
    }
}
