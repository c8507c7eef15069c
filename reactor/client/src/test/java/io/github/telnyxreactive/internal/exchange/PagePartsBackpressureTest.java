package io.github.telnyxreactive.internal.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Await;
import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.internal.page.PagePart;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

/** Tests a list of a gigabyte, generated while it is sent, of which the subscriber reads little. */
class PagePartsBackpressureTest {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final long LIST = 1024L * MEBIBYTE;

    /** What the subscriber reads. */
    private static final long READ = 16L * MEBIBYTE;

    /**
     * The most data between server and subscriber: the buffers of two sockets, which the kernel may grow to many
     * megabytes, of compressed data too. It is still far less than the list.
     */
    private static final long BUFFERS = 64L * MEBIBYTE;

    /** A megabyte of elements, which repeat beyond the window of a compressor. */
    private static final List<String> ELEMENTS = elements();

    private final AtomicLong sent = new AtomicLong();
    private final Sinks.Empty<Void> stopped = Sinks.empty();

    private static List<String> elements() {
        Random random = new Random(1);
        return Stream.generate(() -> random.longs(15 * 64)
                        .mapToObj(number -> Long.toHexString(number | Long.MIN_VALUE))
                        .collect(Collectors.joining()))
                .map(digits -> digits.replaceAll(".{1024}", "\"$0\","))
                .limit(MEBIBYTE / (15 * 1024))
                .toList();
    }

    private Flux<ByteBuf> list() {
        return Flux.just("{\"data\":[")
                .concatWith(Flux.fromIterable(ELEMENTS).repeat())
                .takeWhile(text -> sent.addAndGet(text.length()) < LIST)
                .doFinally(signal -> stopped.tryEmitEmpty())
                .map(text -> Unpooled.wrappedBuffer(text.getBytes(UTF_8)));
    }

    private DisposableServer server(Wire wire, X509Bundle certificate) {
        HttpServer server = HttpServer.create().host("127.0.0.1").port(0).compress(wire == Wire.GZIP);
        if (wire == Wire.HTTP_2) {
            GenericSslContextSpec<SslContextBuilder> context =
                    Http2SslContextSpec.forServer(certificate.getKeyPair().getPrivate(), certificate.getCertificate());
            server = server.protocol(HttpProtocol.H2).secure(ssl -> ssl.sslContext(context));
        }
        return server.handle((request, response) -> respond(response).send(list(), buffer -> true))
                .bindNow();
    }

    private static HttpServerResponse respond(HttpServerResponse response) {
        return response.header("Content-Type", "application/json");
    }

    private long sentWhenStalled() {
        return Objects.requireNonNull(Flux.interval(Duration.ofMillis(10))
                .map(tick -> sent.get())
                .buffer(20, 1)
                .filter(samples ->
                        samples.get(0) > 0 && samples.stream().distinct().count() == 1)
                .map(samples -> samples.get(0))
                .blockFirst());
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @ParameterizedTest
    @EnumSource
    void stopsTheServerWithoutDemand(Wire wire) throws Exception {
        X509Bundle certificate = new CertificateBuilder()
                .subject("CN=localhost")
                .addSanIpAddress("127.0.0.1")
                .setIsCertificateAuthority(true)
                .ecp256()
                .buildSelfSigned();
        TrustManagerFactory trust = Clients.trusting(certificate.getCertificate());
        DisposableServer server = server(wire, certificate);
        String url = (wire == Wire.HTTP_2 ? "https" : "http") + "://127.0.0.1:" + server.port();
        Reader reader = new Reader();
        try (PageServer.Client client = new PageServer.Client(
                url,
                options -> options,
                transport -> transport.maxResponseBytes(64 * 1024).trust(trust),
                Schedulers.parallel())) {
            client.texts().subscribe(reader);
            reader.read(1);
            assertThat(sentWhenStalled()).isLessThan(BUFFERS);

            long heap = usedHeap();
            reader.read(READ / 1024);
            assertThat(sentWhenStalled()).isBetween(READ, READ + BUFFERS);
            // On a busy machine, some data may still move.
            Await.until(() -> usedHeap() - heap < 16L * MEBIBYTE);

            reader.cancel();
            stopped.asMono().block();
            assertThat(sent.get()).isLessThan(READ + 2 * BUFFERS);
        } finally {
            server.disposeNow();
        }
    }

    private enum Wire {
        HTTP_1,
        HTTP_2,
        GZIP
    }

    /** Requests elements and waits for them. */
    private static final class Reader extends BaseSubscriber<PagePart<String>> {

        private final AtomicInteger received = new AtomicInteger();
        private final Sinks.Empty<Void> failed = Sinks.empty();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // Requests nothing until the test does.
        }

        void read(long count) {
            long goal = received.get() + count;
            request(count);
            Flux.interval(Duration.ofMillis(5))
                    .takeUntil(tick -> received.get() == goal)
                    .takeUntilOther(failed.asMono())
                    .blockLast();
            assertThat(received).hasValue((int) goal);
        }

        @Override
        protected void hookOnNext(PagePart<String> part) {
            received.incrementAndGet();
        }

        @Override
        protected void hookOnError(Throwable error) {
            failed.tryEmitError(error);
        }
    }
}
