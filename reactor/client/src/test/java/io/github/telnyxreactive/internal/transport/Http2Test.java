package io.github.telnyxreactive.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Await;
import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.model.chat.AssistantChatResponse;
import io.github.telnyxreactive.simulator.Simulator;
import io.netty.handler.codec.http2.Http2Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tests what other servers do over HTTP/2. */
class Http2Test {

    private static final String REPLY = "{\"content\":\"Hello\"}";

    /** A POST that takes no idempotency key, so that it must not be sent twice on a guess. */
    private static Mono<AssistantChatResponse> chat(TelnyxClient client) {
        return client.ai()
                .assistants()
                .chat(
                        "a",
                        AssistantChatRequest.builder()
                                .content("Hi")
                                .conversationId("c")
                                .build());
    }

    @Test
    void aCallForEachElementOfAListThatIsNotReadYetCompletes() throws Exception {
        try (Simulator simulator = Simulator.builder().tls(true).start()) {
            try (TelnyxClient client = Clients.of(simulator)
                    .maxConnections(1)
                    .trustManager(Clients.trusting(Objects.requireNonNull(simulator.certificate())))
                    .build()) {
                var assistants = client.ai().assistants();

                Flux.range(0, 400)
                        .flatMap(
                                i -> assistants.create(CreateAssistantRequest.builder()
                                        .name("assistant " + i)
                                        .instructions("x".repeat(1_000))
                                        .build()),
                                16)
                        .blockLast();

                assertThat(assistants
                                .list()
                                .concatMap(assistant -> assistants.retrieve(assistant.id()), 1)
                                .count()
                                .block())
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void aRefusedStreamIsRetriedWithoutCountingAsAnAttempt() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (Http2Server server = new Http2Server(Http2Settings.defaultSettings(), stream -> {
                    if (requests.incrementAndGet() <= 9) {
                        stream.refuse();
                    } else {
                        stream.respond(REPLY);
                    }
                });
                TelnyxClient client = server.client().build()) {
            assertThat(Objects.requireNonNull(chat(client).block()).content()).isEqualTo("Hello");
            assertThat(server.requests).hasSize(10);
        }
    }

    @Test
    void anyOtherResetLeavesTheOutcomeUnknown() throws Exception {
        try (Http2Server server = new Http2Server(Http2Settings.defaultSettings(), Http2Server.Stream::reset);
                TelnyxClient client = server.client().build()) {
            assertThatThrownBy(() -> chat(client).block())
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.isOutcomeKnown()).isFalse());
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void aRefusalAfterTheResponseHasBegunProvesNothing() throws Exception {
        try (Http2Server server = new Http2Server(Http2Settings.defaultSettings(), stream -> {
                    stream.begin();
                    stream.refuse();
                });
                TelnyxClient client = server.client().build()) {
            assertThatThrownBy(() -> chat(client).block())
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.isOutcomeKnown()).isFalse());
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void interimResponsesWithoutAnEndCloseTheStream() throws Exception {
        try (Http2Server server = new Http2Server(Http2Settings.defaultSettings(), stream -> {
                    for (int i = 0; i < 1_000; i++) {
                        stream.interim(102);
                    }
                    stream.connection().flush();
                });
                TelnyxClient client = server.client().build()) {
            assertThatThrownBy(() -> chat(client).block())
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.isOutcomeKnown()).isFalse());
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void whatIsAboveTheLastStreamOfAGoAwayIsSentAgainOverAnotherConnection() throws Exception {
        List<Http2Server.Stream> first = new ArrayList<>();
        AtomicInteger closed = new AtomicInteger();
        try (Http2Server server = new Http2Server(Http2Settings.defaultSettings(), stream -> {
                    if (first.size() == 6) {
                        stream.respond(REPLY);
                        return;
                    }
                    first.add(stream);
                    if (first.size() == 6) {
                        stream.connection().channel().closeFuture().addListener(done -> closed.incrementAndGet());
                        stream.goAway(first.get(1).id());
                        first.get(0).respond(REPLY);
                        first.get(1).respond(REPLY);
                    }
                });
                // There is no other connection before the first one is closed, which the server does not do.
                TelnyxClient client = server.client().maxConnections(1).build()) {
            assertThat(Flux.range(0, 6)
                            .flatMap(i -> chat(client))
                            .map(AssistantChatResponse::content)
                            .collectList()
                            .block())
                    .hasSize(6)
                    .containsOnly("Hello");
            assertThat(server.requests).hasSize(10);
            Await.until(() -> closed.get() == 1);
        }
    }

    @Test
    void interimResponsesArePassedOver() throws Exception {
        try (Http2Server server = new Http2Server(Http2Settings.defaultSettings(), stream -> {
                    stream.interim(102);
                    stream.interim(103);
                    stream.interim(103);
                    stream.respond(REPLY);
                });
                TelnyxClient client = server.client().build()) {
            assertThat(Objects.requireNonNull(chat(client).block()).content()).isEqualTo("Hello");
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void whatIsCancelledWhileItWaitsForAStreamIsNeverSent() throws Exception {
        Queue<Http2Server.Stream> held = new ConcurrentLinkedQueue<>();
        try (Http2Server server =
                        new Http2Server(Http2Settings.defaultSettings().maxConcurrentStreams(1), held::add);
                TelnyxClient client = server.client().maxConnections(1).build()) {
            Disposable holding = chat(client).subscribe();
            Await.until(() -> held.size() == 1);
            List<Disposable> waiting = Flux.range(0, 20)
                    .map(i -> chat(client).subscribe())
                    .collectList()
                    .block();
            Objects.requireNonNull(waiting).forEach(Disposable::dispose);
            Mono<AssistantChatResponse> next = chat(client).cache();
            Disposable last = next.subscribe();

            held.remove().respond(REPLY);
            Await.until(() -> held.size() == 1);
            held.remove().respond(REPLY);

            assertThat(Objects.requireNonNull(next.block()).content()).isEqualTo("Hello");
            assertThat(server.requests).hasSize(2);
            Await.until(() -> holding.isDisposed() && last.isDisposed());
        }
    }
}
