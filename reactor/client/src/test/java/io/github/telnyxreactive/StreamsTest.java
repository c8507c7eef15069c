package io.github.telnyxreactive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.InternalServerException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.StreamException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.model.chat.ChatEvent;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

/** Tests streamed responses, from a server that sends each part only when a test does. */
class StreamsTest {

    private static final AssistantChatRequest HELLO =
            AssistantChatRequest.builder().content("Hello").conversationId("c").build();

    private final Sinks.Many<byte[]> parts = Sinks.many().unicast().onBackpressureBuffer();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicReference<String> body = new AtomicReference<>("");
    private final AtomicReference<String> accept = new AtomicReference<>("");
    private final Sinks.Empty<Void> cancelled = Sinks.empty();
    private int status = 200;
    private String contentType = "text/event-stream";

    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> {
                requests.incrementAndGet();
                accept.set(request.requestHeaders().get("accept"));
                return request.receive()
                        .aggregate()
                        .asString()
                        .doOnNext(body::set)
                        .then(respond(response));
            })
            .bindNow();

    private final TelnyxClient client =
            Clients.to("http://127.0.0.1:" + server.port() + "/v2").build();

    private Mono<Void> respond(HttpServerResponse response) {
        return Mono.defer(() -> {
            Flux<ByteBuf> content = parts.asFlux().<ByteBuf>map(Unpooled::wrappedBuffer);
            response.withConnection(connection -> connection.onDispose(cancelled::tryEmitEmpty));
            return response.status(status)
                    .header("content-type", contentType)
                    .send(content, part -> true)
                    .then();
        });
    }

    @AfterEach
    void close() {
        client.close();
        server.disposeNow();
    }

    private void send(String text) {
        send(text.getBytes(UTF_8));
    }

    private void send(byte[] bytes) {
        parts.tryEmitNext(bytes).orThrow();
    }

    private Flux<ChatEvent> chat() {
        return client.ai().assistants().chatStream("a", HELLO);
    }

    private Flux<String> enhance() {
        contentType = "text/plain; charset=utf-8";
        return client.ai().assistants().instructions().enhance("a");
    }

    @Test
    void emitsAFragmentBeforeTheNextIsSent() {
        StepVerifier.create(chat())
                .then(() -> send("event: delta\ndata: {\"content\":\"Good \"}\n\n"))
                .assertNext(event -> assertThat(event.content()).isEqualTo("Good "))
                .then(() -> send("event: delta\r\ndata: {\"content\":\"morning\"}\r\n\r\n: comment\n\n"))
                .assertNext(event -> assertThat(event.content()).isEqualTo("morning"))
                .then(() -> send("event: usage\nid: 7\ndata: {\"tokens\":3}\n\n"))
                .assertNext(event -> assertThat(event).isEqualTo(new ChatEvent("usage", null, "{\"tokens\":3}")))
                .then(() -> send("event: done\ndata: {\"content\":\"Good morning\"}\n\n"))
                .assertNext(event -> {
                    assertThat(event.isDone()).isTrue();
                    assertThat(event.content()).isEqualTo("Good morning");
                })
                .verifyComplete();
        assertThat(body.get()).isEqualTo("{\"content\":\"Hello\",\"conversation_id\":\"c\",\"stream\":true}");
        assertThat(accept.get()).isEqualTo("text/event-stream");
        assertThat(requests).hasValue(1);
    }

    @Test
    void readsEventsCutAtAnyByte() {
        byte[] all = "event: delta\ndata: \"Grüße 🍞\"\n\ndata: line one\ndata: line two\n\nevent: done\ndata: {}\n\n"
                .getBytes(UTF_8);
        for (byte b : all) {
            send(new byte[] {b});
        }
        parts.tryEmitComplete();

        assertThat(chat().collectList().block())
                .extracting(ChatEvent::type, ChatEvent::content)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("delta", "Grüße 🍞"),
                        org.assertj.core.groups.Tuple.tuple("message", "line one\nline two"),
                        org.assertj.core.groups.Tuple.tuple("done", null));
    }

    @Test
    void failsOnAnErrorEvent() {
        send("event: delta\ndata: {\"content\":\"Good\"}\n\nevent: error\ndata: {\"message\":\"overloaded\"}\n\n");

        StepVerifier.create(chat())
                .expectNextCount(1)
                .expectErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(StreamException.class)
                        .hasMessageContaining("overloaded")
                        .hasMessageContaining("assistants.chat"))
                .verify();
        assertThat(requests).hasValue(1);
    }

    @Test
    void failsIfTheStreamEndsBeforeItsLastEvent() {
        send("event: delta\ndata: {\"content\":\"Good\"}\n\n");
        parts.tryEmitComplete();

        StepVerifier.create(chat())
                .expectNextCount(1)
                .expectErrorSatisfies(e -> {
                    assertThat(e).isInstanceOf(TransportException.class).hasMessageContaining("before its last event");
                    assertThat(((TransportException) e).isOutcomeKnown()).isFalse();
                })
                .verify();
        assertThat(requests).hasValue(1);
    }

    @Test
    void failsIfTheStreamIsTruncated() {
        StepVerifier.create(enhance())
                .then(() -> send("Be kind"))
                .expectNext("Be kind")
                .then(() -> parts.tryEmitError(new IllegalStateException("cut")))
                .expectErrorSatisfies(e -> assertThat(e)
                        .isInstanceOf(TransportException.class)
                        .hasMessageContaining("assistants.instructions.enhance"))
                .verify();
        assertThat(requests).hasValue(1);
    }

    @Test
    void neverSplitsACharacter() {
        byte[] bread = "🍞".getBytes(UTF_8);
        StepVerifier.create(enhance())
                .then(() -> send(new byte[] {'a', bread[0], bread[1]}))
                .expectNext("a")
                .then(() -> send(new byte[] {bread[2], bread[3], 'b'}))
                .expectNext("🍞b")
                .then(parts::tryEmitComplete)
                .verifyComplete();
        assertThat(accept.get()).isEqualTo("text/plain");
        assertThat(body.get()).isEqualTo("{}");
    }

    @Test
    void closesTheExchangeOnCancel() {
        StepVerifier.create(chat())
                .then(() -> send("data: {\"content\":\"Good\"}\n\n"))
                .expectNextCount(1)
                .thenCancel()
                .verify();

        cancelled.asMono().block();
    }

    @Test
    void honoursDemand() {
        send("data: 1\n\ndata: 2\n\nevent: done\ndata: 3\n\n");

        StepVerifier.create(chat(), 0)
                .expectSubscription()
                .thenRequest(1)
                .assertNext(event -> assertThat(event.data()).isEqualTo("1"))
                .thenRequest(2)
                .expectNextCount(2)
                .verifyComplete();
    }

    @Test
    void readsAResponseThatIsNotStreamedAsTheLastEvent() {
        contentType = "application/json";
        send("{\"content\":\"Good morning\"}");
        parts.tryEmitComplete();

        assertThat(chat().collectList().block())
                .containsExactly(new ChatEvent("done", "Good morning", "{\"content\":\"Good morning\"}"));
    }

    @Test
    void failsOnAnEventThatIsTooLong() {
        try (TelnyxClient small = Clients.to("http://127.0.0.1:" + server.port() + "/v2")
                .maxResponseBytes(100)
                .build()) {
            send("data: " + "x".repeat(200));

            StepVerifier.create(small.ai().assistants().chatStream("a", HELLO))
                    .expectErrorSatisfies(e ->
                            assertThat(e).isInstanceOf(DecodingException.class).hasMessageContaining("100 characters"))
                    .verify();
        }
    }

    @Test
    void mapsErrorStatusesAsForOtherCalls() {
        status = 404;
        parts.tryEmitComplete();
        StepVerifier.create(chat()).verifyError(NotFoundException.class);
        assertThat(requests).hasValue(1);
    }

    @Test
    void doesNotRetryAStreamOfUnknownOutcome() {
        status = 500;
        parts.tryEmitComplete();
        StepVerifier.create(enhance())
                .expectErrorSatisfies(e -> {
                    assertThat(e).isInstanceOf(InternalServerException.class);
                    assertThat(((InternalServerException) e).attempts()).isEqualTo(1);
                })
                .verify();
        assertThat(requests).hasValue(1);
    }

    @Test
    void endsAStreamAndClosesTheExchangeAtTheDeadline() {
        ManualTime time = new ManualTime();
        TelnyxClient hasty = Clients.to("http://127.0.0.1:" + server.port() + "/v2")
                .deadline(Duration.ofSeconds(1))
                .scheduler(time)
                .build();

        StepVerifier.create(hasty.ai().assistants().chatStream("a", HELLO))
                .then(() -> send("data: 1\n\n"))
                .expectNextCount(1)
                .then(() -> time.advance(Duration.ofSeconds(1)))
                .expectErrorSatisfies(e -> assertThat(e).isInstanceOf(DeadlineExceededException.class))
                .verify();
        cancelled.asMono().block();
        hasty.close();
    }

    @Test
    void sendsNothingWithoutASubscriber() {
        List.of(chat(), enhance());
        assertThat(requests).hasValue(0);
    }
}
