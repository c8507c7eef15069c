package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryBudget;
import io.github.telnyxreactive.resource.AssistantTests;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** After whatever has happened, no connection is in use, nothing waits, and the next call works. */
class AtRestTest {

    private static AssistantTests tests(TelnyxClient client) {
        return client.ai().assistants().tests();
    }

    private static TelnyxClientBuilder client(Simulator simulator, boolean secure) throws Exception {
        TelnyxClientBuilder builder = Clients.of(simulator).retryBudget(RetryBudget.unlimited());
        return secure
                ? builder.trustManager(Clients.trusting(Objects.requireNonNull(simulator.certificate())))
                : builder;
    }

    private static void assertAtRest(TelnyxClient client, String testId) {
        assertThat(tests(client).retrieve(testId).block()).isNotNull();
        Await.until(() -> client.pool().acquired() == 0 && client.pool().pending() == 0);
    }

    static Stream<Arguments> faults() {
        List<Supplier<Fault>> faults = List.of(
                () -> Fault.latency(Duration.ofMillis(5)),
                Fault::tooManyRequests,
                Fault::internalServerError,
                Fault::badGateway,
                Fault::serviceUnavailable,
                Fault::resetBeforeProcessing,
                Fault::resetAfterProcessing,
                Fault::truncatedBody,
                Fault::garbage,
                Fault::silence,
                () -> Fault.drip(Duration.ZERO),
                () -> Fault.status(200, "<html>", "text/html"),
                () -> Fault.redirect("http://127.0.0.1:1/"));
        return faults.stream()
                .flatMap(fault -> Stream.of(true, false).map(secure -> Arguments.of(fault.get(), secure)));
    }

    @ParameterizedTest
    @MethodSource
    void faults(Fault fault, boolean secure) throws Exception {
        try (Simulator simulator = Simulator.builder().tls(secure).start();
                TelnyxClient client = client(simulator, secure)
                        .maxConnections(2)
                        .responseTimeout(Duration.ofMillis(100))
                        .build()) {
            // Byte by byte, whole pages would take seconds.
            int tests = fault.name().equals("drip") ? 2 : 30;
            String testId = simulator.addSuite("checkout", tests).get(0).testId();
            simulator.inject(FaultRule.onAny().times(12).inject(fault));
            Flux.range(0, 4)
                    .flatMap(i -> Flux.merge(
                            tests(client).list().onErrorComplete().then(),
                            tests(client).retrieve(testId).onErrorComplete().then(),
                            tests(client).delete("none").onErrorComplete().then()))
                    .blockLast();
            simulator.clearFaults();

            assertAtRest(client, testId);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thousandsOfCancellations(boolean secure) throws Exception {
        int calls = 5_000;
        Random random = new Random(6);
        try (Simulator simulator = Simulator.builder().tls(secure).start();
                TelnyxClient client = client(simulator, secure)
                        .maxConnections(4)
                        .rateLimit(RateLimit.perSecond(1_000_000).withBurst(1_000))
                        .build()) {
            String testId = simulator.addSuite("checkout", 30).get(0).testId();
            List<Disposable> subscriptions = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                Mono<Void> call = switch (i % 3) {
                    case 0 -> tests(client).list().map(AssistantTest::testId).then();
                    case 1 -> tests(client).list().take(3).then();
                    default -> tests(client).retrieve(testId).then();
                };
                subscriptions.add(call.subscribe());
                while (subscriptions.size() > random.nextInt(200)) {
                    subscriptions.remove(random.nextInt(subscriptions.size())).dispose();
                }
            }
            subscriptions.forEach(Disposable::dispose);

            assertAtRest(client, testId);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cancelledCallsLeaveTheQueueAtOnce(boolean secure) throws Exception {
        try (Simulator simulator = Simulator.builder().tls(secure).start();
                TelnyxClient client =
                        client(simulator, secure).maxConnections(1).http2(false).build()) {
            String testId = simulator.addSuite("checkout", 1).get(0).testId();
            simulator.inject(FaultRule.onAny().times(1).inject(Fault.silence()));
            Disposable silent = tests(client).retrieve(testId).subscribe();
            Await.until(() -> simulator.requestCount() == 1);
            Disposable waiting = Flux.range(0, 2_000)
                    .flatMap(i -> tests(client).retrieve(testId), 2_000)
                    .subscribe();
            assertThat(client.pool().pending()).isEqualTo(2_000);
            waiting.dispose();
            assertThat(client.pool().pending()).isZero();
            silent.dispose();

            assertAtRest(client, testId);
            assertThat(simulator.requestCount()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFiguresSayWhatIsInUse(boolean secure) throws Exception {
        try (Simulator simulator = Simulator.builder().tls(secure).start();
                TelnyxClient client =
                        client(simulator, secure).maxConnections(3).build()) {
            String testId = simulator.addSuite("checkout", 1).get(0).testId();
            tests(client).retrieve(testId).block();
            Await.until(() -> client.pool().idle() == 1 && client.pool().acquired() == 0);
            simulator.inject(FaultRule.onAny().times(1).inject(Fault.silence()));
            Disposable silent = tests(client).retrieve(testId).subscribe();
            Await.until(() -> client.pool().acquired() == 1 && client.pool().idle() == 0);
            silent.dispose();
            Await.until(() -> client.pool().acquired() == 0);

            assertThat(client.pool().pending()).isZero();
            assertThat(client.pool().max()).isEqualTo(3);
        }
    }
}
