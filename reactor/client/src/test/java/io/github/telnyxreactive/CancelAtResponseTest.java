package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.resource.Assistants;
import io.github.telnyxreactive.simulator.Simulator;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.test.subscriber.TestSubscriber;

/** Calls that are cancelled at the moment when the head of their response has been read. */
class CancelAtResponseTest {

    private static final AssistantChatRequest HELLO =
            AssistantChatRequest.builder().content("Hello").conversationId("c").build();

    enum Kind {
        WHOLE((assistants, id, testId) -> assistants.retrieve(id)),
        TEXT((assistants, id, testId) -> assistants.getTexml(id)),
        EVENTS((assistants, id, testId) -> assistants.chatStream(id, HELLO)),
        NO_CONTENT((assistants, id, testId) -> assistants.tests().delete(testId)),
        LIST((assistants, id, testId) -> assistants.tests().list()),
        FAILURE((assistants, id, testId) -> assistants.retrieve("no-such-assistant"));

        private final Call call;

        Kind(Call call) {
            this.call = call;
        }

        private interface Call {

            Publisher<?> of(Assistants assistants, String id, String testId);
        }
    }

    private final TestSubscriber<Object> cancelled = TestSubscriber.create();

    private final CallListener cancelling = new CallListener() {
        @Override
        public void onResponse(String operation, int status) {
            cancelled.cancel();
        }
    };

    private void nothingIsKept(TelnyxClient client, Simulator simulator, Kind kind) {
        String testId = simulator.addSuite("checkout", 3).get(0).testId();
        String id = simulator
                .addAssistant(CreateAssistantRequest.builder()
                        .name("Front desk")
                        .instructions("Answer kindly.")
                        .build())
                .id();
        Assistants assistants = client.ai().assistants();
        Flux.from(kind.call.of(assistants, id, testId)).cast(Object.class).subscribe(cancelled);
        Await.until(() -> simulator.requestCount() == 1 && client.pool().acquired() == 0);

        assertThat(assistants.retrieve(id).blockOptional()).isPresent();
        assertThat(assistants.tests().list().collectList().block()).hasSizeGreaterThan(1);
        assertThat(cancelled.getReceivedOnNext()).isEmpty();
        assertThat(cancelled.isTerminated()).isFalse();
        Await.until(() -> client.pool().acquired() == 0);
    }

    @ParameterizedTest
    @EnumSource
    void givesItsConnectionBack(Kind kind) {
        try (Simulator simulator = Simulator.start();
                TelnyxClient client = Clients.of(simulator)
                        .maxConnections(1)
                        .listener(cancelling)
                        .build()) {
            nothingIsKept(client, simulator, kind);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesItsStreamBack(Kind kind) throws Exception {
        try (Simulator simulator = Simulator.builder().tls(true).start();
                TelnyxClient client = Clients.of(simulator)
                        .trustManager(Clients.trusting(Objects.requireNonNull(simulator.certificate())))
                        .maxConnections(1)
                        .listener(cancelling)
                        .build()) {
            nothingIsKept(client, simulator, kind);
        }
    }
}
