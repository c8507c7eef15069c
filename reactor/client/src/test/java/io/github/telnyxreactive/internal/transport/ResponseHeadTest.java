package io.github.telnyxreactive.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.TelnyxClientBuilder;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.internal.transport.BodyServer.Wire;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/** Tests heads of responses that gateways blow up with cookies, and the limit of their size. */
class ResponseHeadTest {

    private static final String COOKIE = "a=" + "b".repeat(998);
    private static final String TEST = "{\"test_id\":\"t\",\"name\":\"n\",\"telnyx_conversation_channel\":\"web_chat\","
            + "\"rubric\":[{\"name\":\"a\",\"criteria\":\"b\"}],\"created_at\":\"2026-01-01T00:00:00Z\"}";

    /** What a test does. */
    private interface Use {
        void accept(TelnyxClientBuilder client, IntSupplier requests) throws Exception;
    }

    /** Responds with as many cookies of a kilobyte as the next element of the array says, the last one repeatedly. */
    private static void serve(Wire wire, Use use, int... cookies) throws Exception {
        AtomicInteger count = new AtomicInteger();
        if (wire == Wire.HTTP_1) {
            try (BodyServer server = new BodyServer(wire, path -> response -> {
                int size = cookies[Math.min(count.getAndIncrement(), cookies.length - 1)];
                for (int i = 0; i < size; i++) {
                    response.addHeader("Set-Cookie", COOKIE + i);
                }
                return Flux.just(TEST.getBytes(UTF_8));
            })) {
                use.accept(server.client(), server.requests::get);
            }
            return;
        }
        try (Http2Server server = new Http2Server(Http2Settings.defaultSettings(), stream -> {
            int size = cookies[Math.min(count.getAndIncrement(), cookies.length - 1)];
            Http2Headers headers = new DefaultHttp2Headers();
            for (int i = 0; i < size; i++) {
                headers.add("set-cookie", COOKIE + i);
            }
            stream.respond(headers, TEST);
        })) {
            use.accept(server.client(), server.requests::size);
        }
    }

    private static AssistantTest retrieve(TelnyxClient client) {
        return Objects.requireNonNull(
                client.ai().assistants().tests().retrieve("t").block());
    }

    @ParameterizedTest
    @EnumSource
    void readsAHeadOfSixtyKilobytes(Wire wire) throws Exception {
        serve(
                wire,
                (builder, requests) -> {
                    try (TelnyxClient client = builder.maxConnections(1).build()) {
                        assertThat(retrieve(client).testId()).isEqualTo("t");
                        assertThat(requests.getAsInt()).isEqualTo(1);
                    }
                },
                60);
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1,21,20000", "HTTP_1,200,20000", "HTTP_2,21,20000", "HTTP_2,200,25000"})
    void namesTheLimitOfALongerHeadAndTheSetting(Wire wire, int kilobytes, String limit) throws Exception {
        serve(
                wire,
                (builder, requests) -> {
                    try (TelnyxClient client =
                            builder.maxConnections(1).maxHeaderSize(20_000).build()) {
                        assertThatThrownBy(() -> client.ai()
                                        .assistants()
                                        .chat(
                                                "a",
                                                AssistantChatRequest.builder()
                                                        .content("Hi")
                                                        .conversationId("c")
                                                        .build())
                                        .block())
                                .isInstanceOfSatisfying(TransportException.class, e -> {
                                    assertThat(e.isOutcomeKnown()).isFalse();
                                    assertThat(e.attempts()).isEqualTo(1);
                                })
                                .hasMessageContaining(limit)
                                .hasMessageContaining("maxHeaderSize");
                        assertThat(requests.getAsInt()).isEqualTo(1);

                        assertThatThrownBy(() -> retrieve(client))
                                .isInstanceOfSatisfying(
                                        TransportException.class,
                                        e -> assertThat(e.attempts()).isEqualTo(5))
                                .hasMessageContaining(limit);
                        assertThat(requests.getAsInt()).isEqualTo(6);
                    }
                },
                kilobytes);
    }

    @ParameterizedTest
    @EnumSource
    void usesTheClientAfterAHeadThatIsTooLong(Wire wire) throws Exception {
        serve(
                wire,
                (builder, requests) -> {
                    try (TelnyxClient client =
                            builder.maxConnections(1).maxHeaderSize(20_000).build()) {
                        assertThat(retrieve(client).testId()).isEqualTo("t");
                        assertThat(requests.getAsInt()).isEqualTo(3);
                    }
                },
                21,
                200,
                19);
    }

    @Test
    void refusesALimitOfNothing() {
        assertThatThrownBy(() ->
                        TelnyxClient.builder().apiKey("KEY").maxHeaderSize(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maxHeaderSize");
    }
}
