package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.InternalServerException;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryBudget;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.resource.AssistantTests;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What bounds a call: deadlines, pools, queues, budgets and sizes, and that each of them says so. */
class TransportLimitsTest {

    private static final String RETRIEVE = "assistants.tests.retrieve";

    private final Simulator simulator = Simulator.start();
    private String testId = "";

    @BeforeEach
    void seed() {
        testId = simulator.addSuite("checkout", 1).get(0).testId();
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private static AssistantTests tests(TelnyxClient client) {
        return client.ai().assistants().tests();
    }

    @Test
    void theDeadlineCoversAllAttemptsAndCarriesTheLastError() {
        simulator.inject(FaultRule.onAny().inject(Fault.internalServerError()));
        try (TelnyxClient client = Clients.of(simulator)
                .retry(new RetryPolicy(
                        1000, new Backoff(Duration.ofMillis(20), Duration.ofMillis(20)), Duration.ofSeconds(1)))
                .deadline(Duration.ofSeconds(1))
                .build()) {

            assertThatThrownBy(() -> tests(client).retrieve(testId).block())
                    .isInstanceOfSatisfying(DeadlineExceededException.class, e -> {
                        // The last one may not have arrived when the deadline struck.
                        int received = simulator.requestCount(RETRIEVE);
                        assertThat(e.attempts()).isBetween(received, received + 1);
                        assertThat(e.getCause()).isInstanceOf(InternalServerException.class);
                    })
                    .hasMessageContaining("1000 ms");
        }
    }

    @Test
    void aViewHasItsOwnDeadlineAndHeadersAndClosesWithItsClient() {
        simulator.inject(FaultRule.onAny().after(1).inject(Fault.silence()));
        // With one connection at the most, a view that had its own would need a second one.
        try (TelnyxClient client = Clients.of(simulator).maxConnections(1).build()) {
            tests(client).retrieve(testId).block();
            TelnyxClient hasty = client.withOptions(
                    options -> options.withDeadline(Duration.ofSeconds(1)).withHeader("x-tenant", "blue"));

            assertThatThrownBy(() -> tests(hasty).retrieve(testId).block())
                    .isInstanceOf(DeadlineExceededException.class)
                    .satisfies(e -> assertThat(((DeadlineExceededException) e).isOutcomeKnown())
                            .isFalse());

            assertThat(simulator.requests().get(0).headers()).doesNotContainKey("x-tenant");
            assertThat(simulator.requests().get(1).headers()).containsEntry("x-tenant", List.of("blue"));
            assertThat(simulator.connectionCount()).isEqualTo(1);
            hasty.close();
            assertThat(client.isClosed()).isTrue();
        }
    }

    @Test
    void cancellingClosesTheExchange() {
        simulator.inject(FaultRule.onAny().times(1).inject(Fault.silence()));
        try (TelnyxClient client = Clients.of(simulator).maxConnections(1).build()) {

            assertThat(tests(client)
                            .retrieve(testId)
                            .map(test -> "answered")
                            .timeout(Duration.ofSeconds(1), Mono.just("cancelled"))
                            .block())
                    .isEqualTo("cancelled");
            // With one connection at the most, this one has to be new.
            assertThat(tests(client).retrieve(testId).block()).isNotNull();
            assertThat(simulator.connectionCount()).isEqualTo(2);
        }
    }

    @Test
    void theQueueOfThePoolIsBoundedAndFailsFast() {
        simulator.inject(FaultRule.onAny().inject(Fault.latency(Duration.ofMillis(200))));
        try (TelnyxClient client = Clients.of(simulator)
                .maxConnections(2)
                .maxPendingAcquires(3)
                .retry(RetryPolicy.never())
                .build()) {

            List<Object> outcomes = Flux.range(0, 8)
                    .flatMap(
                            n -> tests(client)
                                    .retrieve(testId)
                                    .cast(Object.class)
                                    .onErrorResume(Mono::just),
                            8)
                    .collectList()
                    .block(Duration.ofSeconds(10));

            assertThat(outcomes)
                    .filteredOn(o -> o instanceof TransportException)
                    .hasSize(3)
                    .allSatisfy(o -> {
                        assertThat(((TransportException) o).isOutcomeKnown()).isTrue();
                        assertThat((TransportException) o).hasMessageContaining("no connection");
                    });
            assertThat(simulator.requestCount()).isEqualTo(5);
        }
    }

    @Test
    void waitingForAConnectionTakesNoLongerThanAllowed() {
        simulator.inject(FaultRule.onAny().inject(Fault.silence()));
        try (TelnyxClient client = Clients.of(simulator)
                .maxConnections(1)
                .acquireTimeout(Duration.ofMillis(50))
                .deadline(Duration.ofSeconds(1))
                .retry(RetryPolicy.never())
                .build()) {

            List<Object> outcomes = Flux.range(0, 2)
                    .flatMap(
                            n -> tests(client)
                                    .retrieve(testId)
                                    .cast(Object.class)
                                    .onErrorResume(Mono::just),
                            2)
                    .collectList()
                    .block(Duration.ofSeconds(10));

            assertThat(outcomes).hasOnlyElementsOfTypes(TransportException.class, DeadlineExceededException.class);
            assertThat(outcomes.get(0).toString()).contains("no connection of the pool became available in time");
        }
    }

    @Test
    void theQueueOfTheLimiterIsBoundedAndNamesTheOperation() {
        try (TelnyxClient client = Clients.of(simulator)
                .rateLimit(RateLimit.perSecond(1).withBurst(1).withQueueCapacity(0))
                .build()) {
            tests(client).retrieve(testId).block();

            assertThatThrownBy(() -> tests(client).retrieve(testId).block())
                    .isInstanceOf(RateLimiterRejectedException.class)
                    .hasMessageContaining(RETRIEVE)
                    .hasMessageContaining("attempts 0");
            assertThat(simulator.requestCount()).isEqualTo(1);
        }
    }

    @Test
    void theLimiterCountsAttemptsAndPages() {
        simulator.addSuite("billing", 30);
        simulator.inject(FaultRule.onAny().times(2).inject(Fault.serviceUnavailable()));
        try (TelnyxClient client = Clients.of(simulator)
                .rateLimit(RateLimit.perSecond(20).withBurst(1))
                .build()) {
            long start = System.nanoTime();
            tests(client).list().blockLast();
            tests(client).retrieve(testId).block();
            Duration taken = Duration.ofNanos(System.nanoTime() - start);

            // Two failed attempts, two pages and one more call: four intervals of 50 ms lie between them.
            assertThat(simulator.requestCount()).isEqualTo(5);
            assertThat(taken).isGreaterThan(Duration.ofMillis(190));
        }
    }

    @Test
    void theBudgetKeepsAnOutageFromBecomingAStorm() {
        simulator.inject(FaultRule.onAny().inject(Fault.internalServerError()));
        try (TelnyxClient client =
                Clients.of(simulator).retryBudget(RetryBudget.of(0.1, 5)).build()) {

            Flux.range(0, 100)
                    .concatMap(n -> tests(client).retrieve(testId).onErrorResume(e -> Mono.empty()))
                    .blockLast(Duration.ofSeconds(30));

            assertThat(simulator.requestCount()).isBetween(100, 115);
        }
    }

    @Test
    void anAnswerThatIsTooLongIsRefusedAndNotRetried() {
        simulator.addSuite("billing", 50);
        try (TelnyxClient client = Clients.of(simulator).maxResponseBytes(2_000).build()) {

            assertThatThrownBy(() -> tests(client).list().pages().blockLast())
                    .isInstanceOf(DecodingException.class)
                    .hasMessageContaining("2000 bytes");
            assertThat(simulator.requestCount()).isEqualTo(1);
            assertThat(tests(client).retrieve(testId).block()).isNotNull();
        }
    }

    @Test
    void ofAListThatIsReadPieceByPieceNoElementMayBeTooLong() {
        simulator.addSuite("billing", 50);
        try (TelnyxClient client = Clients.of(simulator).maxResponseBytes(2_000).build()) {
            assertThat(tests(client).list().count().block()).isGreaterThan(50);
        }
        simulator.clearRequests();
        try (TelnyxClient client = Clients.of(simulator).maxResponseBytes(200).build()) {

            assertThatThrownBy(() -> tests(client).list().blockLast())
                    .isInstanceOf(DecodingException.class)
                    .hasMessageContaining("200 bytes");
            assertThat(simulator.requestCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{}", "{\"test_id\":1,\"rubric\":[null]}", "<html></html>"})
    void anAnswerThatIsNotWhatItShouldBeIsNamed(String body) {
        simulator.inject(FaultRule.onAny().inject(Fault.status(200, body, "application/json")));
        try (TelnyxClient client =
                Clients.of(simulator).retry(RetryPolicy.never()).build()) {

            assertThatThrownBy(() -> tests(client).retrieve(testId).block())
                    .isInstanceOf(DecodingException.class)
                    .hasMessageContaining("status 200");
        }
    }

    @Test
    void anUnknownStatusCountsAsRunningUntilTheDeadline() {
        TestRun odd = TestRun.builder()
                .runId("r")
                .testId("t")
                .status(new TestRunStatus("dreaming"))
                .triggeredBy("api")
                .createdAt(java.time.OffsetDateTime.now())
                .build();
        String json = new String(TelnyxJson.write(odd), java.nio.charset.StandardCharsets.UTF_8);
        simulator.inject(FaultRule.onAny().inject(Fault.status(200, json, "application/json")));
        try (TelnyxClient client = Clients.of(simulator)
                .polling(PollingSchedule.fixed(Duration.ofMillis(20)), Duration.ofSeconds(1))
                .build()) {

            assertThatThrownBy(
                            () -> tests(client).runs().awaitCompletion("t", "r").block())
                    .isInstanceOfSatisfying(
                            PollingDeadlineException.class,
                            e -> assertThat(e.lastSeen(TestRun.class))
                                    .singleElement()
                                    .satisfies(run ->
                                            assertThat(run.status().value()).isEqualTo("dreaming")));
        }
    }

    @Test
    void aClosedClientSaysSo() {
        TelnyxClient client = Clients.of(simulator).build();
        tests(client).retrieve(testId).block();
        client.close();
        client.close();

        assertThatThrownBy(() -> tests(client).retrieve(testId).block(Duration.ofSeconds(5)))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("closed");
        assertThat(simulator.requestCount()).isEqualTo(1);
    }
}
