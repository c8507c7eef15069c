package io.github.telnyxreactive.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Await;
import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpServer;

/** Tests what other servers send before and behind a response over HTTP/1.1. */
class ResponseGuardTest {

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    /** Sends the parts of the response to each request one after another; the path ends with the id of a test. */
    private DisposableServer server(Function<String, Flux<byte[]>> responses) {
        return TcpServer.create()
                .host("127.0.0.1")
                .port(0)
                .doOnConnection(connection -> {
                    connections.incrementAndGet();
                    open.incrementAndGet();
                    connection.onDispose(open::decrementAndGet);
                })
                .handle((in, out) -> in.receive()
                        .asString()
                        .filter(request -> request.startsWith("GET "))
                        .concatMap(request -> {
                            String path = request.split(" ")[1];
                            return out.send(
                                    responses
                                            .apply(path.substring(path.lastIndexOf('/') + 1))
                                            .map(Unpooled::wrappedBuffer),
                                    buffer -> true);
                        })
                        .then())
                .bindNow();
    }

    /** Uses a client of one connection at most, which does not retry. */
    private void serve(Function<String, Flux<byte[]>> responses, Consumer<TelnyxClient> use) {
        DisposableServer server = server(responses);
        try (TelnyxClient client = Clients.to("http://127.0.0.1:" + server.port())
                .maxConnections(1)
                .retry(RetryPolicy.never())
                .build()) {
            use.accept(client);
        } finally {
            server.disposeNow();
        }
    }

    private static String read(TelnyxClient client, String id) {
        return Objects.requireNonNull(
                        client.ai().assistants().tests().retrieve(id).block())
                .testId();
    }

    private static String test(String id) {
        return "{\"test_id\":\"" + id + "\",\"name\":\"n\",\"telnyx_conversation_channel\":\"web_chat\","
                + "\"rubric\":[{\"name\":\"a\",\"criteria\":\"b\"}],\"created_at\":\"2026-01-01T00:00:00Z\"}";
    }

    private static String response(String id) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + test(id).length() + "\r\n\r\n"
                + test(id);
    }

    private static Flux<byte[]> parts(String... parts) {
        return Flux.fromIterable(
                Arrays.stream(parts).map(part -> part.getBytes(UTF_8)).toList());
    }

    static Stream<Arguments> interim() {
        String hints = "HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n";
        String processing = "HTTP/1.1 102 Processing\r\n\r\n";
        return Stream.of(
                Arguments.of((Object) new String[] {hints}),
                Arguments.of((Object) new String[] {processing + hints + hints}),
                Arguments.of((Object) new String[] {processing, hints.substring(0, 10), hints.substring(10)}),
                Arguments.of((Object) new String[] {"HTTP/1.1 100 Continue\r\n\r\n"}));
    }

    @ParameterizedTest
    @MethodSource
    void interim(String... before) {
        serve(id -> Flux.concat(parts(before), parts(response(id))), client -> {
            assertThat(read(client, "one")).isEqualTo("one");
            assertThat(read(client, "two")).isEqualTo("two");
            assertThat(connections).hasValue(1);
        });
    }

    @Test
    void interimResponsesInOnePieceWithTheResponse() {
        serve(id -> parts("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + response(id)), client -> {
            assertThat(read(client, "one")).isEqualTo("one");
            assertThat(read(client, "two")).isEqualTo("two");
            assertThat(connections).hasValue(1);
        });
    }

    @Test
    void interimResponsesWithoutAnEndCloseTheConnection() {
        serve(id -> parts("HTTP/1.1 102 Processing\r\n\r\n".repeat(1_000)).concatWith(Flux.never()), client -> {
            assertThatThrownBy(() -> read(client, "one"))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.isOutcomeKnown()).isFalse());
            Await.until(() -> open.get() == 0);
        });
    }

    static Stream<String> surplus() {
        return Stream.of(
                "}",
                "x".repeat(5_000),
                response("stranger"),
                response("stranger").substring(0, 9),
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n",
                response("stranger") + response("stranger"),
                "HTTP/1.1 204 No Content\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource
    void surplus(String behind) {
        serve(id -> parts(response(id) + behind), client -> {
            assertThat(Flux.just("one", "two", "three")
                            .flatMap(id -> client.ai().assistants().tests().retrieve(id))
                            .map(AssistantTest::testId)
                            .collectList()
                            .block())
                    .containsExactlyInAnyOrder("one", "two", "three");
            assertThat(connections).hasValue(3);
        });
    }

    @Test
    void surplusBehindChunks() {
        serve(
                id -> parts("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(test(id).length()) + "\r\n" + test(id) + "\r\n0\r\n\r\n"
                        + response("stranger")),
                client -> {
                    assertThat(read(client, "one")).isEqualTo("one");
                    assertThat(read(client, "two")).isEqualTo("two");
                    assertThat(connections).hasValue(2);
                });
    }

    @Test
    void bytesThatArriveWhileTheConnectionIsIdleCloseIt() {
        Sinks.One<byte[]> later = Sinks.one();
        serve(id -> parts(response(id)).concatWith(id.equals("one") ? later.asMono() : Flux.empty()), client -> {
            assertThat(read(client, "one")).isEqualTo("one");
            Await.until(() -> client.pool().idle() == 1);
            later.tryEmitValue(response("stranger").getBytes(ISO_8859_1)).orThrow();
            Await.until(() -> open.get() == 0);
            assertThat(read(client, "two")).isEqualTo("two");
            assertThat(connections).hasValue(2);
        });
    }

    @Test
    void anEmptyLineBehindAResponseIsNoSurplus() {
        serve(id -> parts(response(id) + "\r\n"), client -> {
            assertThat(read(client, "one")).isEqualTo("one");
            assertThat(read(client, "two")).isEqualTo("two");
            assertThat(connections).hasValue(1);
        });
    }

    @Test
    void aDamagedBodyDoesNotKeepItsConnection() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(("{\"data\":[" + test("t") + "]}").getBytes(UTF_8));
        }
        byte[] body = zipped.toByteArray();
        Arrays.fill(body, 12, body.length, (byte) 0xff);
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        serve(
                id -> id.equals("tests")
                        ? Flux.just((head + new String(body, ISO_8859_1)).getBytes(ISO_8859_1))
                        : parts(response(id)),
                client -> {
                    for (int i = 0; i < 3; i++) {
                        assertThatThrownBy(() ->
                                        client.ai().assistants().tests().list().blockLast())
                                .isInstanceOf(TransportException.class);
                    }
                    assertThat(read(client, "one")).isEqualTo("one");
                });
    }
}
