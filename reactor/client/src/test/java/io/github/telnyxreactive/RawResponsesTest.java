package io.github.telnyxreactive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.error.InternalServerException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.Simulator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpServer;

/** Tests responses byte by byte: cut at any place, compressed, or not HTTP at all. */
class RawResponsesTest {

    private static final String JSON =
            "{\"test_id\":\"t\",\"name\":\"Grüße 🍞\",\"telnyx_conversation_channel\":\"web_chat\","
                    + "\"rubric\":[{\"name\":\"a\",\"criteria\":\"b\"}],\"created_at\":\"2026-01-01T00:00:00Z\"}";

    /** Responds to the first bytes of each connection with a list of writes, then closes it on request. */
    private static DisposableServer server(boolean close, List<byte[]> writes) {
        return TcpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((in, out) -> in.receive()
                        .take(1)
                        .thenMany(out.send(Flux.fromIterable(writes).map(RawResponsesTest::buffer), buffer -> true))
                        .then(close ? reactor.core.publisher.Mono.empty() : reactor.core.publisher.Mono.never()))
                .bindNow();
    }

    private static ByteBuf buffer(byte[] bytes) {
        return Unpooled.wrappedBuffer(bytes);
    }

    private static AssistantTest retrieve(DisposableServer server) {
        try (TelnyxClient client = Clients.to("http://127.0.0.1:" + server.port())
                .retry(RetryPolicy.never())
                .build()) {
            return client.ai().assistants().tests().retrieve("t").block();
        } finally {
            server.disposeNow();
        }
    }

    private static byte[] response(String head, byte[] body) {
        byte[] start = ("HTTP/1.1 " + head + "\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void readsAResponseThatArrivesByteByByte() {
        List<byte[]> writes = new ArrayList<>();
        for (byte b : response("200 OK\r\nContent-Type: application/json", JSON.getBytes(UTF_8))) {
            writes.add(new byte[] {b});
        }

        assertThat(retrieve(server(false, writes)).name()).isEqualTo("Grüße 🍞");
    }

    @Test
    void readsAChunkedResponseCutInsideACharacter() {
        StringBuilder chunks = new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        List<byte[]> writes = new ArrayList<>(List.of(chunks.toString().getBytes(UTF_8)));
        for (byte b : JSON.getBytes(UTF_8)) {
            writes.add(new byte[] {'1', '\r', '\n', b, '\r', '\n'});
        }
        writes.add("0\r\n\r\n".getBytes(UTF_8));

        assertThat(retrieve(server(false, writes)).name()).isEqualTo("Grüße 🍞");
    }

    @Test
    void readsACompressedResponse() throws IOException {
        byte[] response = response("200 OK\r\nContent-Encoding: gzip", gzip(JSON));

        assertThat(retrieve(server(false, List.of(response))).name()).isEqualTo("Grüße 🍞");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void requestsCompressionUnlessDisabled(boolean enabled) {
        try (Simulator simulator = Simulator.start();
                TelnyxClient client = Clients.of(simulator).compression(enabled).build()) {
            client.ai().assistants().tests().list().blockLast();

            assertThat(simulator.requests().get(0).headers().get("accept-encoding"))
                    .isEqualTo(enabled ? List.of("gzip") : null);
        }
    }

    @Test
    void readsACompressedError() throws IOException {
        byte[] response =
                response("404 Not Found\r\nContent-Encoding: gzip", gzip("{\"errors\":[{\"title\":\"Gone\"}]}"));

        assertThatThrownBy(() -> retrieve(server(false, List.of(response))))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9\r\n\r\n", "HTTP/9 what\r\n\r\n", "\u0000\u0001\u0002\u0003\r\n\r\n"})
    void reportsAResponseThatIsNotHttp(String bytes) {
        assertThatThrownBy(() -> retrieve(server(true, List.of(bytes.getBytes(UTF_8)))))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.isOutcomeKnown()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a"
            })
    void reportsATruncatedResponseAsTransportErrorOfUnknownOutcome(String bytes) {
        assertThatThrownBy(() -> retrieve(server(true, List.of(bytes.getBytes(UTF_8)))))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.isOutcomeKnown()).isFalse())
                .hasMessageContaining("before the response was complete");
    }

    @Test
    void keepsTheStatusOfAnErrorWithATruncatedBody() {
        byte[] cut = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 500\r\n\r\n<html>upstream".getBytes(UTF_8);

        assertThatThrownBy(() -> retrieve(server(true, List.of(cut))))
                .isInstanceOf(InternalServerException.class)
                .hasMessageContaining("<html>upstream");
    }

    @Test
    void doesNotReadAnEndlessErrorBodyToItsEnd() {
        byte[] head = "HTTP/1.1 500 Oops\r\nContent-Length: 100000000\r\n\r\n".getBytes(UTF_8);
        byte[] part = new byte[32 * 1024];
        Arrays.fill(part, (byte) 'x');

        assertThatThrownBy(() -> retrieve(server(false, List.of(head, part, part, part))))
                .isInstanceOfSatisfying(
                        InternalServerException.class,
                        e -> assertThat(e.bodyExcerpt()).hasSize(500));
    }
}
