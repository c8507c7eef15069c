package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.error.ClientClosedException;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.resource.AssistantTests;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;
import reactor.test.subscriber.TestSubscriber;

/** Closes clients while calls wait, each in a different place. */
class CloseTest {

    private static final Duration LONG = Duration.ofHours(2);

    private static AssistantTests tests(TelnyxClient client) {
        return client.ai().assistants().tests();
    }

    private static ClientClosedException closed(TestSubscriber<?> subscriber) {
        assertThat(subscriber.expectTerminalError()).isInstanceOf(ClientClosedException.class);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
        return (ClientClosedException) subscriber.expectTerminalError();
    }

    private static <T> TestSubscriber<T> subscribed(Flux<T> flux) {
        TestSubscriber<T> subscriber = TestSubscriber.create();
        flux.subscribe(subscriber);
        return subscriber;
    }

    @Test
    void aCallThatWaitsForAPermitEnds() {
        try (Simulator simulator = Simulator.start()) {
            TelnyxClient client = Clients.of(simulator)
                    .rateLimit(RateLimit.perSecond(1.0 / 3600))
                    .deadline(LONG)
                    .build();
            simulator.addSuite("checkout", 1);
            tests(client).list().blockLast();
            TestSubscriber<?> waiting = subscribed(tests(client).list());
            client.close();

            assertThat(closed(waiting).attempts()).isZero();
            assertThat(simulator.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void aCallThatWaitsForItsNextAttemptEnds() {
        try (Simulator simulator = Simulator.start()) {
            TelnyxClient client = Clients.of(simulator)
                    .retry(RetryPolicy.defaults().withBackoff(new Backoff(LONG, LONG)))
                    .deadline(LONG)
                    .build();
            simulator.inject(FaultRule.onAny().inject(Fault.internalServerError()));
            TestSubscriber<?> waiting =
                    subscribed(tests(client).retrieve("test-1").flux());
            Await.until(() -> simulator.requestCount() == 1);
            client.close();

            ClientClosedException error = closed(waiting);
            assertThat(error.attempts()).isLessThanOrEqualTo(1);
            assertThat(simulator.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void pollingEnds() {
        try (Simulator simulator = Simulator.start()) {
            TelnyxClient client = Clients.of(simulator)
                    .polling(PollingSchedule.fixed(LONG), LONG.multipliedBy(2))
                    .build();
            String testId = simulator.addSuite("checkout", 1).get(0).testId();
            TestSubscriber<?> waiting = subscribed(tests(client)
                    .runs()
                    .triggerAndAwait(testId, TriggerTestRunRequest.builder().build())
                    .flux());
            Await.until(() -> simulator.requestCount() == 1 && client.pool().acquired() == 0);
            client.close();

            assertThat(closed(waiting)).hasMessageStartingWith("the client is closed");
        }
    }

    @Test
    void aBatchEnds() {
        try (Simulator simulator = Simulator.start()) {
            TelnyxClient client = Clients.of(simulator).build();
            simulator.addSuite("checkout", 3);
            BatchOptions options =
                    BatchOptions.builder().polling(PollingSchedule.fixed(LONG)).build();
            TestSubscriber<BatchEvent> events =
                    subscribed(tests(client).batch(options).run(Flux.just(BatchItem.suite("checkout"))));
            Await.until(() -> !events.getReceivedOnNext().isEmpty());
            client.close();

            closed(events);
        }
    }

    /** A server that responds to none, some or all of a request, and knows how many connections are open. */
    private static final class Server implements AutoCloseable {

        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger requests = new AtomicInteger();
        private final DisposableServer server;
        private final X509Bundle certificate;

        Server(boolean secure, Random random) throws Exception {
            certificate = new CertificateBuilder()
                    .subject("CN=localhost")
                    .addSanDnsName("localhost")
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
            HttpServer http = HttpServer.create()
                    .port(0)
                    .doOnConnection(connection -> {
                        if (connection.channel().parent() instanceof io.netty.channel.ServerChannel) {
                            open.incrementAndGet();
                            connection.channel().closeFuture().addListener(done -> open.decrementAndGet());
                        }
                    })
                    .handle((request, response) -> {
                        requests.incrementAndGet();
                        response.header("content-type", "application/json");
                        return switch (random.nextInt(4)) {
                            case 0 -> Mono.never();
                            case 1 ->
                                response.sendString(Flux.just("{\"data\":[{\"test_id\":\"t\"")
                                        .concatWith(Flux.never()));
                            default ->
                                response.sendString(Mono.just("{\"data\":[],\"meta\":{\"total_pages\":1,"
                                        + "\"total_results\":0,\"page_number\":1,\"page_size\":20}}"));
                        };
                    });
            server = (secure
                            ? http.secure(spec ->
                                            spec.sslContext((GenericSslContextSpec<?>) Http2SslContextSpec.forServer(
                                                    certificate.getKeyPair().getPrivate(),
                                                    certificate.getCertificate())))
                                    .protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
                            : http)
                    .bindNow();
        }

        TelnyxClient client(boolean secure) throws Exception {
            return Clients.to((secure ? "https" : "http") + "://localhost:" + server.port())
                    .trustManager(Clients.trusting(certificate.getCertificate()))
                    .maxConnections(3)
                    .deadline(LONG)
                    .responseTimeout(LONG)
                    .build();
        }

        @Override
        public void close() {
            server.disposeNow();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noSocketIsLeftOfClientsThatAreClosedAtRandomMoments(boolean secure) throws Exception {
        int clients = 200;
        Random random = new Random(21);
        try (Server server = new Server(secure, random)) {
            List<TestSubscriber<?>> calls = new ArrayList<>();
            List<Mono<Void>> closing = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                TelnyxClient client = server.client(secure);
                for (int call = 0; call < 6; call++) {
                    calls.add(subscribed(tests(client).list()));
                }
                closing.add(Mono.delay(Duration.ofMillis(random.nextInt(20)))
                        .then(i % 2 == 0 ? Mono.fromRunnable(client::close) : client.closeLater(Duration.ZERO)));
                if (i % 20 == 19) {
                    Flux.merge(closing).blockLast();
                    closing.clear();
                }
            }

            Await.until(() -> server.open.get() == 0);
            assertThat(calls).hasSize(6 * clients).allMatch(TestSubscriber::isTerminated);
            assertThat(calls.stream().filter(TestSubscriber::isTerminatedError))
                    .isNotEmpty()
                    .allSatisfy(CloseTest::closed);
        }
    }

    @Test
    void closingLaterWaitsForWhatIsInProgress() {
        try (Simulator simulator = Simulator.start()) {
            TelnyxClient client = Clients.of(simulator).build();
            simulator.addSuite("checkout", 1);
            simulator.inject(FaultRule.onAny().inject(Fault.latency(Duration.ofMillis(50))));
            TestSubscriber<?> inProgress = subscribed(tests(client).list());
            Await.until(() -> simulator.requestCount() == 1);
            TestSubscriber<Void> done = TestSubscriber.create();
            client.closeLater(LONG).subscribe(done);
            assertThat(client.isClosed()).isTrue();
            closed(subscribed(tests(client).list()));
            Await.until(done::isTerminated);

            assertThat(inProgress.isTerminatedComplete()).isTrue();
            assertThat(simulator.requestCount()).isEqualTo(1);
        }
    }
}
