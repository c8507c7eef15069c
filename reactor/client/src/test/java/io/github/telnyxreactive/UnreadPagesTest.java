package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.resource.AssistantTests;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads lists whose subscribers make calls themselves, or stop reading, with few connections. */
class UnreadPagesTest {

    private static AssistantTests tests(TelnyxClient client) {
        return client.ai().assistants().tests();
    }

    private static <T> Disposable stopAfterOne(Flux<T> list) {
        return list.subscribeWith(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(1);
            }
        });
    }

    @Test
    void aCallForEachElementNeedsOneConnection() {
        try (Simulator simulator = Simulator.start();
                TelnyxClient client = Clients.of(simulator).maxConnections(1).build()) {
            simulator.addSuite("checkout", 100);
            Flux<String> names = tests(client)
                    .list(TestListParams.builder().pageSize(100).build())
                    .concatMap(test -> tests(client).retrieve(test.testId()))
                    .map(test -> test.testId());

            assertThat(names.collectList().block()).hasSize(100).doesNotHaveDuplicates();
            assertThat(simulator.requestCount()).isEqualTo(101);
        }
    }

    @Test
    void readersThatStopLeaveTheirConnectionsToOthers() {
        try (Simulator simulator = Simulator.start();
                TelnyxClient client = Clients.of(simulator).maxConnections(2).build()) {
            String testId = simulator.addSuite("checkout", 50).get(0).testId();
            for (int reader = 0; reader < 5; reader++) {
                stopAfterOne(tests(client).list());
            }
            Await.until(() -> simulator.requestCount() == 5);

            assertThat(tests(client).retrieve(testId).block()).isNotNull();
            Await.until(() -> client.pool().acquired() == 0);
        }
    }

    @Test
    void theErrorNamesWhatHoldsTheConnections() {
        try (Simulator simulator = Simulator.start();
                TelnyxClient client = Clients.of(simulator)
                        .maxConnections(2)
                        .maxUnreadBytes(1)
                        .acquireTimeout(Duration.ofMillis(50))
                        .retry(RetryPolicy.never())
                        .build()) {
            simulator.addAssistants(1_000);
            Disposable first = stopAfterOne(client.ai().assistants().list());
            Disposable second = stopAfterOne(client.ai().assistants().list());
            Await.until(() -> simulator.requestCount() == 2);

            Await.until(() -> {
                Throwable error = failure(client);
                return String.valueOf(error.getMessage())
                        .contains("2 of at most 2 are held by lists of which nothing more is requested");
            });
            assertThatThrownBy(() ->
                            client.ai().assistants().retrieve("assistant-1").block())
                    .isInstanceOfSatisfying(TransportException.class, e -> {
                        assertThat(e).hasMessageContaining("maxConnections").hasMessageContaining("maxUnreadBytes");
                        assertThat(e.isOutcomeKnown()).isTrue();
                    });
            first.dispose();
            second.dispose();

            Await.until(() -> client.pool().acquired() == 0);
            assertThat(simulator.requestCount()).isEqualTo(2);
        }
    }

    private static Throwable failure(TelnyxClient client) {
        return Objects.requireNonNull(client.ai()
                .assistants()
                .retrieve("assistant-1")
                .<Throwable>map(found -> new AssertionError("a connection was free"))
                .onErrorResume(Mono::just)
                .block());
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 400})
    void aCallForEachElementOfALongListWorksOverHttp2(int assistants) throws Exception {
        try (Simulator simulator = Simulator.builder().tls(true).start();
                TelnyxClient client = Clients.of(simulator)
                        .maxConnections(1)
                        .maxUnreadBytes(0)
                        .trustManager(Clients.trusting(Objects.requireNonNull(simulator.certificate())))
                        .build()) {
            simulator.addAssistants(assistants);
            Flux<Assistant> each = client.ai()
                    .assistants()
                    .list()
                    .concatMap(assistant -> client.ai().assistants().retrieve(assistant.id()));

            assertThat(each.count().block()).isEqualTo(assistants);
            assertThat(simulator.connectionCount()).isEqualTo(1);
        }
    }
}
