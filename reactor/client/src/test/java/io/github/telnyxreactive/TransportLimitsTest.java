package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.error.ClientClosedException;
import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.InternalServerException;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
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
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tests the limits of a call: deadlines, pools, queues, budgets and sizes, and the error of each. */
class TransportLimitsTest {

    private static final String RETRIEVE = "assistants.tests.retrieve";

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** The timers of a call that waits for its next attempt, its next poll or a permit. */
    private static final int DEADLINE_AND_WAIT = 2;

    private final ManualTime time = new ManualTime();
    private final Simulator simulator =
            Simulator.builder().clock(() -> START.plus(time.elapsed())).start();
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

    /** Subscribes to a call now and returns its outcome for later. */
    private static <T> Mono<T> started(Mono<T> call) {
        return Mono.fromFuture(call.toFuture());
    }

    /**
     * Waits until so many requests have been received, and so many timers are live. There may be more requests: if a
     * response arrives while time advances, the wait after it may be over within the same advance.
     */
    private void await(int requests, int timers) {
        Await.until(() -> simulator.requestCount() >= requests && time.liveTimers() == timers);
    }

    @Test
    void limitsAllAttemptsByOneDeadlineThatCarriesTheLastError() {
        simulator.inject(FaultRule.onAny().inject(Fault.internalServerError()));
        try (TelnyxClient client = Clients.of(simulator)
                .retry(new RetryPolicy(
                        1000, new Backoff(Duration.ofMillis(20), Duration.ofMillis(20)), Duration.ofSeconds(1)))
                .deadline(Duration.ofSeconds(1))
                .scheduler(time)
                .build()) {
            Mono<AssistantTest> call = started(tests(client).retrieve(testId));
            for (int attempt = 1; attempt <= 5; attempt++) {
                await(attempt, DEADLINE_AND_WAIT);
                time.advanceMillis(20);
            }
            time.advance(Duration.ofSeconds(1));

            assertThatThrownBy(call::block)
                    .isInstanceOfSatisfying(DeadlineExceededException.class, e -> {
                        // The last one may not have arrived when the deadline expired.
                        int received = simulator.requestCount(RETRIEVE);
                        assertThat(received).isGreaterThanOrEqualTo(5);
                        assertThat(e.attempts()).isBetween(received, received + 1);
                        assertThat(e.getCause()).isInstanceOf(InternalServerException.class);
                    })
                    .hasMessageContaining("within 1 s");
        }
    }

    @Test
    void givesAViewItsOwnDeadlineAndHeadersAndClosesItWithItsClient() {
        simulator.inject(FaultRule.onAny().after(1).inject(Fault.silence()));
        // With at most one connection, a view with its own pool would need a second one.
        try (TelnyxClient client =
                Clients.of(simulator).maxConnections(1).scheduler(time).build()) {
            tests(client).retrieve(testId).block();
            TelnyxClient hasty = client.withOptions(
                    options -> options.withDeadline(Duration.ofSeconds(1)).withHeader("x-tenant", "blue"));

            Mono<AssistantTest> call = started(tests(hasty).retrieve(testId));
            await(2, 1);
            time.advance(Duration.ofSeconds(1));

            assertThatThrownBy(call::block)
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
    void closesTheExchangeOnCancel() {
        simulator.inject(FaultRule.onAny().times(1).inject(Fault.silence()));
        try (TelnyxClient client = Clients.of(simulator).maxConnections(1).build()) {
            Disposable call = tests(client).retrieve(testId).subscribe();
            Await.until(() -> simulator.requestCount() == 1);
            call.dispose();

            // With at most one connection, this one has to be new.
            assertThat(tests(client).retrieve(testId).block()).isNotNull();
            assertThat(simulator.connectionCount()).isEqualTo(2);
        }
    }

    @Test
    void failsFastWhenTheQueueOfThePoolIsFull() {
        simulator.inject(FaultRule.onAny().times(2).inject(Fault.silence()));
        try (TelnyxClient client = Clients.of(simulator)
                .maxConnections(2)
                .maxPendingAcquires(3)
                .retry(RetryPolicy.never())
                .build()) {
            Disposable silent = Flux.range(0, 2)
                    .flatMap(n -> tests(client).retrieve(testId))
                    .subscribe();
            Mono<List<AssistantTest>> queued = started(Flux.range(0, 3)
                    .flatMap(n -> tests(client).retrieve(testId))
                    .collectList());

            for (int call = 0; call < 3; call++) {
                assertThatThrownBy(() -> tests(client).retrieve(testId).block())
                        .isInstanceOfSatisfying(
                                TransportException.class,
                                e -> assertThat(e.isOutcomeKnown()).isTrue())
                        .hasMessageContaining("no connection");
            }
            Await.until(() -> simulator.requestCount() == 2);
            silent.dispose();
            assertThat(queued.block()).hasSize(3);
            assertThat(simulator.requestCount()).isEqualTo(5);
        }
    }

    @Test
    void limitsTheWaitForAConnection() {
        simulator.inject(FaultRule.onAny().inject(Fault.silence()));
        try (TelnyxClient client = Clients.of(simulator)
                .maxConnections(1)
                .acquireTimeout(Duration.ofMillis(50))
                .retry(RetryPolicy.never())
                .build()) {
            Disposable silent = tests(client).retrieve(testId).subscribe();
            Await.until(() -> simulator.requestCount() == 1);

            assertThatThrownBy(() -> tests(client).retrieve(testId).block())
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("no connection of the pool became available in time");
            silent.dispose();
        }
    }

    @Test
    void namesTheOperationWhenTheQueueOfTheLimiterIsFull() {
        try (TelnyxClient client = Clients.of(simulator)
                .rateLimit(RateLimit.perSecond(1).withBurst(1).withQueueCapacity(0))
                .scheduler(time)
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
    void limitsAttemptsAndPages() {
        simulator.addSuite("billing", 30);
        simulator.inject(FaultRule.onAny().times(2).inject(Fault.serviceUnavailable()));
        try (TelnyxClient client = Clients.of(simulator)
                .rateLimit(RateLimit.perSecond(20).withBurst(1))
                .scheduler(time)
                .build()) {
            Mono<AssistantTest> calls = started(
                    tests(client).list().then(Mono.defer(() -> tests(client).retrieve(testId))));

            for (int requests = 1; requests < 5; requests++) {
                await(requests, DEADLINE_AND_WAIT);
                time.advanceMillis(50L * requests - time.elapsedMillis());
            }
            calls.block();
            // Two failed attempts, two pages and one more call.
            assertThat(simulator.requests())
                    .extracting(request ->
                            Duration.between(START, request.receivedAt()).toMillis())
                    .containsExactly(0L, 50L, 100L, 150L, 200L);
        }
    }

    @Test
    void stopsRetryingAnOutageWhenTheBudgetIsSpent() {
        simulator.inject(FaultRule.onAny().inject(Fault.internalServerError()));
        try (TelnyxClient client =
                Clients.of(simulator).retryBudget(RetryBudget.of(0.1, 5)).build()) {

            Flux.range(0, 100)
                    .concatMap(n -> tests(client).retrieve(testId).onErrorResume(e -> Mono.empty()))
                    .blockLast();

            assertThat(simulator.requestCount()).isBetween(100, 115);
        }
    }

    @Test
    void rejectsATooLongResponseWithoutRetry() {
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
    void rejectsATooLongElementOfAStreamedList() {
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
    void reportsAResponseOfTheWrongShape(String body) {
        simulator.inject(FaultRule.onAny().inject(Fault.status(200, body, "application/json")));
        try (TelnyxClient client =
                Clients.of(simulator).retry(RetryPolicy.never()).build()) {

            assertThatThrownBy(() -> tests(client).retrieve(testId).block())
                    .isInstanceOf(DecodingException.class)
                    .hasMessageContaining("status 200");
        }
    }

    @Test
    void takesAnUnknownStatusForRunningUntilTheDeadline() {
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
                .scheduler(time)
                .build()) {
            Mono<TestRun> call = started(tests(client).runs().awaitCompletion("t", "r"));
            for (int poll = 1; poll <= 3; poll++) {
                int polls = poll;
                Await.until(() -> time.waits().stream()
                                .filter(Duration.ofMillis(20)::equals)
                                .count()
                        == polls);
                time.advanceMillis(20);
            }
            time.advance(Duration.ofSeconds(1));

            assertThatThrownBy(call::block)
                    .isInstanceOfSatisfying(
                            PollingDeadlineException.class,
                            e -> assertThat(e.lastSeen(TestRun.class))
                                    .singleElement()
                                    .satisfies(run ->
                                            assertThat(run.status().value()).isEqualTo("dreaming")));
        }
    }

    @Test
    void callsOfAClosedClientFail() {
        TelnyxClient client = Clients.of(simulator).build();
        tests(client).retrieve(testId).block();
        client.close();
        client.close();

        assertThatThrownBy(() -> tests(client).retrieve(testId).block())
                .isInstanceOfSatisfying(ClientClosedException.class, e -> {
                    assertThat(e.isOutcomeKnown()).isTrue();
                    assertThat(e.attempts()).isZero();
                    assertThat(e).hasMessageStartingWith("assistants.tests.retrieve (");
                });
        assertThat(simulator.requestCount()).isEqualTo(1);
    }
}
