package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.PollingDeadlineException;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.limit.PermitQueue;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.resource.AssistantTests;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Tests waits and deadlines of a client without a scheduler of its own, on virtual time. The client is built before virtual
 * time is enabled, as a field of a test would be. Requests and responses take real time, so the tests wait for them before
 * they advance virtual time.
 */
class VirtualTimeTest {

    private static final String RETRIEVE = "assistants.tests.retrieve";
    private static final String RETRIEVE_RUN = "assistants.tests.runs.retrieve";
    private static final Duration HOUR = Duration.ofHours(1);

    private final Simulator simulator = Simulator.start();
    private final TelnyxClient client = TelnyxClient.builder()
            .apiKey(simulator.apiKey())
            .baseUrl(simulator.baseUrl())
            .deadline(Duration.ofDays(1))
            .responseTimeout(Duration.ofDays(1))
            .retry(new RetryPolicy(4, new Backoff(HOUR, HOUR), HOUR))
            .polling(PollingSchedule.fixed(HOUR), Duration.ofDays(2))
            .build();
    private String testId = "";

    @BeforeEach
    void seed() {
        testId = simulator.addSuite("checkout", 3).get(0).testId();
    }

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    @Test
    void retriesAfterTheBackoff() {
        simulator.inject(FaultRule.on(RETRIEVE).times(2).inject(Fault.serviceUnavailable()));

        StepVerifier.withVirtualTime(() -> tests(client).retrieve(testId))
                // The deadline, and the wait after the first failure.
                .then(() -> awaitTimers(2))
                .then(() -> assertThat(simulator.requestCount(RETRIEVE)).isEqualTo(1))
                .thenAwait(HOUR)
                .then(() -> awaitTimers(3))
                .then(() -> assertThat(simulator.requestCount(RETRIEVE)).isEqualTo(2))
                .thenAwait(HOUR)
                .expectNextCount(1)
                .verifyComplete();
        assertThat(simulator.requestCount(RETRIEVE)).isEqualTo(3);
    }

    @Test
    void retriesAfterTheRequestedWait() {
        simulator.inject(FaultRule.on(RETRIEVE).times(1).inject(Fault.tooManyRequests(Duration.ofMinutes(30))));

        StepVerifier.withVirtualTime(() -> tests(client).retrieve(testId))
                .then(() -> awaitTimers(2))
                .thenAwait(Duration.ofMinutes(30).minusNanos(1))
                .then(() -> assertThat(simulator.requestCount(RETRIEVE)).isEqualTo(1))
                .thenAwait(HOUR)
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void pollsOnTheSchedule() {
        simulator.inject(FaultRule.on(RETRIEVE_RUN).times(2).inject(run(TestRunStatus.RUNNING)));
        simulator.inject(FaultRule.on(RETRIEVE_RUN).inject(run(TestRunStatus.PASSED)));

        StepVerifier.withVirtualTime(() -> tests(client).runs().awaitCompletion("t", "r"))
                // The deadlines of the polling and of the first call, and the wait before the second poll.
                .then(() -> awaitTimers(3))
                .then(() -> assertThat(simulator.requestCount(RETRIEVE_RUN)).isEqualTo(1))
                .thenAwait(HOUR)
                .then(() -> awaitTimers(5))
                .then(() -> assertThat(simulator.requestCount(RETRIEVE_RUN)).isEqualTo(2))
                .thenAwait(HOUR)
                .assertNext(run -> assertThat(run.status()).isEqualTo(TestRunStatus.PASSED))
                .verifyComplete();
        assertThat(simulator.requestCount(RETRIEVE_RUN)).isEqualTo(3);
    }

    @Test
    void stopsPollingAtTheDeadline() {
        simulator.inject(FaultRule.on(RETRIEVE_RUN).inject(run(TestRunStatus.RUNNING)));
        TelnyxClient impatient =
                client.withOptions(options -> options.withPolling(PollingSchedule.fixed(HOUR), Duration.ofMinutes(90)));

        StepVerifier.withVirtualTime(() -> tests(impatient).runs().awaitCompletion("t", "r"))
                .then(() -> awaitTimers(3))
                .thenAwait(HOUR)
                .then(() -> awaitTimers(5))
                .thenAwait(HOUR)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                PollingDeadlineException.class,
                                e -> assertThat(e.lastSeen(TestRun.class)).hasSize(1)));
        assertThat(simulator.requestCount(RETRIEVE_RUN)).isEqualTo(2);
    }

    @Test
    void endsACallAtItsDeadline() {
        simulator.inject(FaultRule.onAny().inject(Fault.silence()));

        StepVerifier.withVirtualTime(() -> tests(client).retrieve(testId))
                .then(() -> await(() -> simulator.requestCount(RETRIEVE) == 1))
                .thenAwait(Duration.ofDays(1))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                DeadlineExceededException.class,
                                e -> assertThat(e.attempts()).isEqualTo(1)));
    }

    @Test
    void endsAListAtTheDeadlineOfItsPage() {
        simulator.inject(FaultRule.onAny().inject(Fault.silence()));

        StepVerifier.withVirtualTime(() -> tests(client).list())
                .then(() -> await(() -> simulator.requestCount() == 1))
                .thenAwait(Duration.ofDays(1))
                .verifyError(DeadlineExceededException.class);
    }

    @Test
    void sendsRequestsAtTheRateOfTheLimiter() {
        try (TelnyxClient limited = TelnyxClient.builder()
                .apiKey(simulator.apiKey())
                .baseUrl(simulator.baseUrl())
                .deadline(Duration.ofDays(1))
                .rateLimit(RateLimit.perSecond(1.0 / 3600).withBurst(1))
                .build()) {

            StepVerifier.withVirtualTime(
                            () -> Flux.range(0, 3).flatMap(n -> tests(limited).retrieve(testId), 3))
                    .expectNextCount(1)
                    .then(() -> assertThat(simulator.requestCount(RETRIEVE)).isEqualTo(1))
                    .thenAwait(HOUR)
                    .expectNextCount(1)
                    .then(() -> assertThat(simulator.requestCount(RETRIEVE)).isEqualTo(2))
                    .thenAwait(HOUR)
                    .expectNextCount(1)
                    .verifyComplete();
        }
    }

    @Test
    void buildsAndUsesAClientOnVirtualTimeOnly() {
        simulator.inject(FaultRule.on(RETRIEVE).times(1).inject(Fault.serviceUnavailable()));

        StepVerifier.withVirtualTime(() -> Mono.using(
                        () -> TelnyxClient.builder()
                                .apiKey(simulator.apiKey())
                                .baseUrl(simulator.baseUrl())
                                .retry(new RetryPolicy(2, new Backoff(HOUR, HOUR), HOUR))
                                .deadline(Duration.ofDays(1))
                                .build(),
                        built -> tests(built).retrieve(testId)))
                .then(() -> awaitTimers(2))
                .thenAwait(HOUR)
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void limitsOnVirtualTimeWhatWasUsedInRealTimeBefore() {
        PermitQueue limiter = PermitQueue.rate(RateLimit.perSecond(1.0 / 3600).withBurst(1));
        StepVerifier.create(Mono.just(1).transformDeferred(limiter::limit))
                .expectNext(1)
                .verifyComplete();

        StepVerifier.withVirtualTime(() -> Mono.just(2).transformDeferred(limiter::limit))
                .expectSubscription()
                .thenAwait(HOUR)
                .expectNext(2)
                .verifyComplete();
    }

    private static AssistantTests tests(TelnyxClient client) {
        return client.ai().assistants().tests();
    }

    private static Fault run(TestRunStatus status) {
        TestRun run = TestRun.builder()
                .runId("r")
                .testId("t")
                .status(status)
                .triggeredBy("api")
                .createdAt(OffsetDateTime.now(ZoneOffset.UTC))
                .build();
        return Fault.status(200, TelnyxJson.writeToString(run), "application/json");
    }

    /** Waits until as many timers have been set since virtual time was enabled. */
    private static void awaitTimers(int count) {
        await(() -> VirtualTimeScheduler.get().getScheduledTaskCount() >= count);
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
