package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClientBuilder;
import io.netty.buffer.Unpooled;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

/** Responds with bodies as a test writes them, over HTTP/1.1 or HTTP/2, without touching their bytes. */
final class BodyServer implements AutoCloseable {

    /** How the server is spoken to. */
    enum Wire {
        HTTP_1,
        HTTP_2
    }

    final AtomicInteger requests = new AtomicInteger();

    /** The connections of HTTP/1.1, or the streams of HTTP/2, that a response was written to. */
    final AtomicInteger used = new AtomicInteger();

    /** The responses whose body ended before it was sent completely. */
    final AtomicInteger cutOff = new AtomicInteger();

    private final Wire wire;
    private final X509Bundle certificate;
    private final DisposableServer server;

    /**
     * Starts the server.
     *
     * @param script sets the head of the response to a path, and returns the body
     */
    BodyServer(Wire wire, Function<String, Function<HttpServerResponse, Publisher<byte[]>>> script) throws Exception {
        this.wire = wire;
        this.certificate = new CertificateBuilder()
                .subject("CN=localhost")
                .addSanIpAddress("127.0.0.1")
                .setIsCertificateAuthority(true)
                .ecp256()
                .buildSelfSigned();
        GenericSslContextSpec<SslContextBuilder> tls =
                Http2SslContextSpec.forServer(certificate.getKeyPair().getPrivate(), certificate.getCertificate());
        HttpServer http = HttpServer.create().host("127.0.0.1").port(0).childObserve((connection, state) -> {
            if (state == reactor.netty.ConnectionObserver.State.CONFIGURED) {
                used.incrementAndGet();
            }
        });
        this.server = (wire == Wire.HTTP_1
                        ? http
                        : http.protocol(HttpProtocol.H2).secure(ssl -> ssl.sslContext(tls)))
                .handle((request, response) -> {
                    requests.incrementAndGet();
                    Publisher<byte[]> body = script.apply(request.path()).apply(response);
                    return request.receive()
                            .then()
                            .thenEmpty(response.send(
                                    Flux.from(body)
                                            .doOnCancel(cutOff::incrementAndGet)
                                            .map(Unpooled::wrappedBuffer),
                                    buffer -> true));
                })
                .bindNow();
    }

    TelnyxClientBuilder client() throws Exception {
        return Clients.to((wire == Wire.HTTP_1 ? "http" : "https") + "://127.0.0.1:" + server.port())
                .trustManager(Clients.trusting(certificate.getCertificate()));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
