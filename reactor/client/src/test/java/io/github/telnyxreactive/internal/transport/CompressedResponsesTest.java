package io.github.telnyxreactive.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Await;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.InternalServerException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.internal.transport.BodyServer.Wire;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.model.chat.ChatEvent;
import io.github.telnyxreactive.policy.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.netty.http.server.HttpServerResponse;

/** Tests compressed bodies that are cut off, that do not end, or that inflate to more than is wanted. */
class CompressedResponsesTest {

    private static final int LIMIT = 1_000_000;
    private static final AssistantChatRequest HELLO =
            AssistantChatRequest.builder().content("Hello").conversationId("c").build();

    private static Function<HttpServerResponse, Publisher<byte[]>> respond(
            int status, String contentType, Publisher<byte[]> body) {
        return response -> {
            response.status(status).header("Content-Type", contentType).header("Content-Encoding", "gzip");
            return body;
        };
    }

    private static void serve(
            Wire wire, Function<String, Function<HttpServerResponse, Publisher<byte[]>>> script, Use use)
            throws Exception {
        try (BodyServer server = new BodyServer(wire, script);
                TelnyxClient client = server.client()
                        .maxConnections(1)
                        .maxResponseBytes(LIMIT)
                        .retry(RetryPolicy.never())
                        .build()) {
            use.accept(server, client);
        }
    }

    /** What a test does. */
    private interface Use {
        void accept(BodyServer server, TelnyxClient client);
    }

    private static String test(String id) {
        return "{\"test_id\":\"" + id + "\",\"name\":\"n\",\"telnyx_conversation_channel\":\"web_chat\","
                + "\"rubric\":[{\"name\":\"a\",\"criteria\":\"b\"}],\"created_at\":\"2026-01-01T00:00:00Z\"}";
    }

    private static String list(int tests) {
        return "{\"data\":["
                + IntStream.range(0, tests).mapToObj(i -> test("t" + i)).collect(Collectors.joining(","))
                + "]}";
    }

    private static void delete(TelnyxClient client) {
        client.ai().assistants().tests().delete("t").block();
    }

    private static AssistantTest retrieve(TelnyxClient client) {
        return Objects.requireNonNull(
                client.ai().assistants().tests().retrieve("t").block());
    }

    static Stream<Arguments> readers() {
        Consumer<TelnyxClient> delete = CompressedResponsesTest::delete;
        Consumer<TelnyxClient> retrieve = CompressedResponsesTest::retrieve;
        Consumer<TelnyxClient> list =
                client -> client.ai().assistants().tests().list().blockLast();
        Consumer<TelnyxClient> pages =
                client -> client.ai().assistants().tests().list().pages().blockLast();
        Consumer<TelnyxClient> events =
                client -> client.ai().assistants().chatStream("a", HELLO).blockLast();
        return Stream.of(Wire.values())
                .flatMap(wire -> Stream.of(
                        Arguments.of(wire, "nothing", delete, "application/json", "{"),
                        Arguments.of(wire, "a whole", retrieve, "application/json", "{\"name\":\""),
                        Arguments.of(wire, "an element", list, "application/json", "{\"data\":[{\"name\":\""),
                        Arguments.of(wire, "a page", pages, "application/json", "{\"data\":["),
                        Arguments.of(wire, "an event", events, "text/event-stream", "data: ")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("readers")
    void neverReadsMoreThanTheLimit(
            Wire wire, String what, Consumer<TelnyxClient> read, String contentType, String beginning)
            throws Exception {
        serve(wire, path -> respond(200, contentType, Compressed.endless(beginning, 'a')), (server, client) -> {
            assertThatThrownBy(() -> read.accept(client))
                    .isInstanceOf(DecodingException.class)
                    .hasMessageContaining("longer than")
                    .hasMessageContaining("1000000");
            Await.until(() -> server.cutOff.get() == 1);
            assertThat(server.requests).hasValue(1);
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("readers")
    void neverReadsMoreThanTheLimitOfAnError(
            Wire wire, String what, Consumer<TelnyxClient> read, String contentType, String beginning)
            throws Exception {
        serve(wire, path -> respond(500, contentType, Compressed.endless("out of order", ' ')), (server, client) -> {
            assertThatThrownBy(() -> read.accept(client))
                    .isInstanceOf(InternalServerException.class)
                    .hasMessageContaining("out of order");
            Await.until(() -> server.cutOff.get() == 1);
            assertThat(server.requests).hasValue(1);
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("readers")
    void neverReadsMoreThanTheLimitThatInflatesToNothing(
            Wire wire, String what, Consumer<TelnyxClient> read, String contentType, String beginning)
            throws Exception {
        serve(wire, path -> respond(200, contentType, Compressed.endlessNothing()), (server, client) -> {
            assertThatThrownBy(() -> read.accept(client))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.isOutcomeKnown()).isFalse())
                    .hasMessageContaining("1000000");
            Await.until(() -> server.cutOff.get() == 1);
            assertThat(server.requests).hasValue(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void readsListsAndStreamsThatAreLongerThanTheLimitInTotal(Wire wire) throws Exception {
        String delta = "event: delta\ndata: {\"content\":\"" + "a".repeat(500) + "\"}\n\n";
        serve(
                wire,
                path -> path.contains("chat")
                        ? respond(
                                200,
                                "text/event-stream",
                                Flux.just(Compressed.gzip(delta.repeat(10_000) + "event: done\ndata: {}\n\n")))
                        : respond(200, "application/json", Flux.just(Compressed.gzip(list(10_000)))),
                (server, client) -> {
                    assertThat(client.ai().assistants().tests().list().count().block())
                            .isEqualTo(10_000);
                    assertThat(client.ai()
                                    .assistants()
                                    .chatStream("a", HELLO)
                                    .count()
                                    .block())
                            .isEqualTo(10_001);
                });
    }

    @ParameterizedTest
    @EnumSource
    void readsAListUnderDemandToItsEnd(Wire wire) throws Exception {
        serve(
                wire,
                path -> respond(200, "application/json", Flux.just(Compressed.gzip(list(20_000)))),
                (server, client) -> assertThat(client.ai()
                                .assistants()
                                .tests()
                                .list()
                                .limitRate(1)
                                .count()
                                .block())
                        .isEqualTo(20_000));
    }

    @ParameterizedTest
    @EnumSource
    void usesAConnectionAgainAfterASmallBodyOfNoInterest(Wire wire) throws Exception {
        int calls = 100;
        serve(
                wire,
                path -> respond(200, "application/json", Flux.just(Compressed.gzip(" ".repeat(LIMIT / 2)))),
                (server, client) -> {
                    // Often, since a response may arrive in one piece, and the next request then follows in its end.
                    for (int call = 0; call < calls; call++) {
                        delete(client);
                    }
                    assertThat(server.requests).hasValue(calls);
                    assertThat(server.cutOff).hasValue(0);
                });
    }

    @ParameterizedTest
    @EnumSource
    void readsAnEmptyBodyThatIsSaidToBeCompressed(Wire wire) throws Exception {
        serve(
                wire,
                path -> response -> {
                    response.status(204).header("Content-Encoding", "gzip");
                    return Flux.empty();
                },
                (server, client) -> {
                    delete(client);
                    delete(client);
                    assertThat(server.requests).hasValue(2);
                });
    }

    @ParameterizedTest
    @EnumSource
    void readsABodyOfManyParts(Wire wire) throws Exception {
        String json = test("t");
        serve(
                wire,
                path -> respond(
                        200,
                        "application/json",
                        Flux.just(
                                Compressed.gzip(json.substring(0, 10)),
                                Compressed.gzip(""),
                                Compressed.gzip(json.substring(10)))),
                (server, client) -> assertThat(retrieve(client).testId()).isEqualTo("t"));
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatIsCutOffIsAnError(Wire wire) throws Exception {
        byte[] texml = Compressed.gzip("<Response>" + "<Say>Hello</Say>".repeat(100) + "</Response>");
        byte[] json = Compressed.gzip(test("t"));
        for (int missing : new int[] {1, 4, 8, 9, 20, texml.length - 11, texml.length - 10, texml.length - 1}) {
            serve(
                    wire,
                    path -> path.endsWith("texml")
                            ? respond(200, "application/xml", Flux.just(Compressed.cut(texml, missing)))
                            : respond(200, "application/json", Flux.just(Compressed.cut(json, Math.min(missing, 100)))),
                    (server, client) -> {
                        assertCutOff(
                                () -> client.ai().assistants().getTexml("a").block());
                        assertCutOff(() -> retrieve(client));
                        assertCutOff(() -> delete(client));
                        assertThat(server.requests).hasValue(3);
                    });
        }
    }

    private static void assertCutOff(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("ends early")
                .satisfies(
                        e -> assertThat(((TelnyxException) e).isOutcomeKnown()).isFalse());
    }

    @ParameterizedTest
    @EnumSource
    void aListThatIsCutOffIsAnErrorBehindItsElements(Wire wire) throws Exception {
        byte[] list = Compressed.gzip(list(1_000));
        serve(wire, path -> respond(200, "application/json", Flux.just(Compressed.cut(list, 8))), (server, client) -> {
            List<AssistantTest> read = new ArrayList<>();
            assertCutOff(() ->
                    client.ai().assistants().tests().list().doOnNext(read::add).blockLast());
            assertThat(read).hasSize(1_000);
            assertThat(server.requests).hasValue(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatIsCutOffIsAnErrorBehindItsEvents(Wire wire) throws Exception {
        byte[] events = Compressed.gzip("data: 1\n\ndata: 2\n\nevent: done\ndata: {}");
        serve(
                wire,
                path -> respond(200, "text/event-stream", Flux.just(Compressed.cut(events, 8))),
                (server, client) -> {
                    List<ChatEvent> read = new ArrayList<>();
                    assertCutOff(() -> client.ai()
                            .assistants()
                            .chatStream("a", HELLO)
                            .doOnNext(read::add)
                            .blockLast());
                    assertThat(read).extracting(ChatEvent::data).containsExactly("1", "2");
                    assertThat(server.requests).hasValue(1);
                });
    }

    @ParameterizedTest
    @EnumSource
    void anErrorThatIsCutOffIsThatError(Wire wire) throws Exception {
        byte[] body = Compressed.gzip("{\"errors\":[{\"title\":\"Overloaded\"}]}");
        serve(wire, path -> respond(500, "application/json", Flux.just(Compressed.cut(body, 8))), (server, client) -> {
            assertThatThrownBy(() -> retrieve(client))
                    .isInstanceOf(InternalServerException.class)
                    .hasMessageContaining("Overloaded");
            assertThat(server.requests).hasValue(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPostWithoutAKeyThatIsCutOffIsSentOnceAndAGetAgain(Wire wire) throws Exception {
        byte[] reply = Compressed.cut(Compressed.gzip("{\"content\":\"Hello\"}"), 1);
        byte[] test = Compressed.cut(Compressed.gzip(test("t")), 1);
        try (BodyServer server = new BodyServer(
                        wire,
                        path -> respond(200, "application/json", Flux.just(path.contains("chat") ? reply : test)));
                TelnyxClient client = server.client().maxConnections(1).build()) {
            assertCutOff(() -> client.ai().assistants().chat("a", HELLO).block());
            assertThat(server.requests).hasValue(1);
            assertCutOff(() -> retrieve(client));
            assertThat(server.requests).hasValue(6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEncodingThatWasNotAskedForIsNotJson(Wire wire) throws Exception {
        serve(
                wire,
                path -> response -> {
                    response.header("Content-Type", "application/json").header("Content-Encoding", "br");
                    return Flux.just("what".getBytes(UTF_8));
                },
                (server, client) -> assertThatThrownBy(() -> retrieve(client))
                        .isInstanceOf(DecodingException.class)
                        .hasMessageContaining("not JSON"));
    }
}
