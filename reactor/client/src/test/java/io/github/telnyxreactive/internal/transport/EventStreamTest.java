package io.github.telnyxreactive.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Await;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.StreamException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.internal.transport.BodyServer.Wire;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.model.chat.ChatEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Tests streams of events as other servers and gateways write them. */
class EventStreamTest {

    private static final AssistantChatRequest HELLO =
            AssistantChatRequest.builder().content("Hello").conversationId("c").build();

    private final List<String> read = new ArrayList<>();

    /** Reads a body as a chat, and returns the error at its end. */
    private @Nullable TelnyxException chat(int status, @Nullable String contentType, Publisher<byte[]> body)
            throws Exception {
        TelnyxException[] error = new TelnyxException[1];
        serve(status, contentType, body, (server, client) -> {
            try {
                client.ai()
                        .assistants()
                        .chatStream("a", HELLO)
                        .doOnNext(event -> read.add(event.type() + " " + event.data()))
                        .blockLast();
            } catch (TelnyxException e) {
                error[0] = e;
            }
            assertThat(server.requests).hasValue(1);
        });
        return error[0];
    }

    private static void serve(
            int status, @Nullable String contentType, Publisher<byte[]> body, BiConsumer<BodyServer, TelnyxClient> use)
            throws Exception {
        try (BodyServer server = new BodyServer(Wire.HTTP_1, path -> response -> {
                    response.status(status).header("x-request-id", "r-1");
                    if (contentType != null) {
                        response.header("Content-Type", contentType);
                    }
                    return body;
                });
                TelnyxClient client = server.client().build()) {
            use.accept(server, client);
        }
    }

    private static Flux<byte[]> whole(String text) {
        return Flux.just(text.getBytes(UTF_8));
    }

    private static Flux<byte[]> byteByByte(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return Flux.range(0, bytes.length).map(i -> new byte[] {bytes[i]});
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r", "\r\n"})
    void emitsALastEventWithoutABlankLine(String end) throws Exception {
        assertThat(chat(200, "text/event-stream", whole("data: 1\n\nevent: done\ndata: {}" + end)))
                .isNull();
        assertThat(read).containsExactly("message 1", "done {}");
    }

    @Test
    void emitsAPendingEventBeforeTheErrorThatTheLastOneIsMissing() throws Exception {
        assertThat(chat(200, "text/event-stream", whole("data: 1\n\ndata: 2")))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("before its last event")
                .hasMessageContaining("r-1");
        assertThat(read).containsExactly("message 1", "message 2");
    }

    @Test
    void ignoresAByteOrderMarkAtTheBeginning() throws Exception {
        String stream = "\uFEFFevent: delta\ndata: \uFEFF1\n\nevent: done\ndata: {}\n\n";

        assertThat(chat(200, "text/event-stream", whole(stream))).isNull();
        assertThat(chat(200, "text/event-stream", byteByByte(stream))).isNull();
        assertThat(read).containsExactly("delta \uFEFF1", "done {}", "delta \uFEFF1", "done {}");
    }

    @Test
    void reportsTheErrorsOfAnEventWithoutAName() throws Exception {
        String errors = "{\"errors\":[{\"code\":\"10015\",\"title\":\"Bad model\",\"detail\":\"It is gone.\"}]}";

        assertThat(chat(200, "text/event-stream", whole("data: 1\n\ndata: " + errors + "\n\n")))
                .isInstanceOf(StreamException.class)
                .hasMessageContaining("10015")
                .hasMessageContaining("Bad model")
                .hasMessageContaining("It is gone.")
                .hasMessageContaining("r-1");
        assertThat(read).containsExactly("message 1");
    }

    @Test
    void reportsTheErrorsOfAnEventWithoutANameOrABlankLine() throws Exception {
        assertThat(chat(200, "text/event-stream", whole("data: {\"error\":{\"message\":\"overloaded\"}}")))
                .isInstanceOf(StreamException.class)
                .hasMessageContaining("overloaded");
    }

    static Stream<String> contentTypes() {
        return Stream.of("text/event-stream;charset=utf-8", "Text/Event-Stream", "text/event-stream ; a=b");
    }

    @ParameterizedTest
    @MethodSource("contentTypes")
    @NullSource
    void readsAStreamByItsContentTypeOrWithoutOne(@Nullable String contentType) throws Exception {
        assertThat(chat(200, contentType, whole("event: done\ndata: {}\n\n"))).isNull();
        assertThat(read).containsExactly("done {}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=utf-8", "text/plain", "application/xml"})
    void reportsABodyThatIsNoEventStream(String contentType) throws Exception {
        assertThat(chat(200, contentType, whole("<html><title>Log in</title></html>")))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("not an event stream")
                .hasMessageContaining(contentType)
                .hasMessageContaining("<title>Log in</title>")
                .hasMessageContaining("status 200")
                .satisfies(e -> assertThat(e.isOutcomeKnown()).isFalse());
        assertThat(read).isEmpty();
    }

    @Test
    void readsOnlyTheBeginningOfABodyThatIsNoEventStream() throws Exception {
        Flux<byte[]> endless =
                whole("<html>").concatWith(whole(" ".repeat(1_000)).repeat());
        serve(200, "text/html", endless, (server, client) -> {
            assertThat(client.ai()
                            .assistants()
                            .chatStream("a", HELLO)
                            .map(ChatEvent::data)
                            .onErrorResume(DecodingException.class, e -> Flux.just(String.valueOf(e.bodyExcerpt())))
                            .collectList()
                            .block())
                    .singleElement()
                    .asString()
                    .startsWith("<html>");
            Await.until(() -> server.cutOff.get() == 1);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void reportsAnEmptyBody(int status) throws Exception {
        String contentType = status == 200 ? "text/event-stream" : null;

        assertThat(chat(status, contentType, Flux.empty()))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("the response is empty")
                .hasMessageContaining("status " + status)
                .satisfies(e -> assertThat(e.isOutcomeKnown()).isFalse());
    }
}
