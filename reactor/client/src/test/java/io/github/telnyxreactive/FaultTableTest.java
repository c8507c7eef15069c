package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.error.DeadlineExceededException;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.InternalServerException;
import io.github.telnyxreactive.error.RateLimitException;
import io.github.telnyxreactive.error.ResponseTimeoutException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.error.UnexpectedStatusCodeException;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.ResponseReader;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tests every fault, once and permanently, with a safe call, a POST with an idempotency key and the same POST without one:
 * what is sent, how often, the outcome, and how many runs exist afterwards.
 */
class FaultTableTest {

    private static final Endpoint<TestRun> UNKEYED = Endpoint.post(
                    "tests.runs.triggerWithoutKey", "/ai/assistants/tests/{test_id}/runs")
            .body(TriggerTestRunRequest.class)
            .returning(ResponseReader.of(TestRun.class));
    private static final TriggerTestRunRequest REQUEST =
            TriggerTestRunRequest.builder().build();

    private static final Simulator SIMULATOR = Simulator.start();
    private static final String TEST_ID =
            SIMULATOR.addSuite("checkout", 1).get(0).testId();
    private static final TelnyxClient CLIENT =
            Clients.of(SIMULATOR).retry(Clients.QUICK_RETRY.withMaxAttempts(3)).build();

    /** The three kinds of calls that a retry has to distinguish. */
    enum Kind {
        SAFE("assistants.tests.retrieve", TestOperations.retrieve(TEST_ID)),
        KEYED("assistants.tests.runs.trigger", TestRunOperations.trigger(TEST_ID, REQUEST)),
        UNKEYED(
                "assistants.tests.runs.trigger",
                FaultTableTest.UNKEYED.call(TEST_ID).withBody(REQUEST));

        private final String received;
        private final Operation<?> operation;

        Kind(String received, Operation<?> operation) {
            this.received = received;
            this.operation = operation;
        }
    }

    /** What the caller can know about a request after a fault. */
    enum Fate {
        REJECTED,
        UNKNOWN,
        SETTLED
    }

    /** A fault, the fate of the request, whether the service has processed it anyway, and the resulting error. */
    private record Row(Fault fault, Fate fate, boolean processed, Class<? extends TelnyxException> error) {

        boolean isRetried(Kind kind) {
            return fate == Fate.REJECTED || (fate == Fate.UNKNOWN && kind != Kind.UNKEYED);
        }

        int runs(Kind kind, int processedAttempts) {
            return kind == Kind.SAFE ? 0 : Math.min(1, processedAttempts);
        }
    }

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** The timeout where one of the requests receives a response. */
    private static final Duration PATIENT = SECOND;

    /** The timeout where no request receives a response. */
    private static final Duration HASTY = Duration.ofMillis(50);

    private static List<Row> rows() {
        return List.of(
                new Row(Fault.tooManyRequests(), Fate.REJECTED, false, RateLimitException.class),
                new Row(Fault.tooManyRequests(SECOND), Fate.REJECTED, false, RateLimitException.class),
                new Row(Fault.internalServerError(), Fate.UNKNOWN, false, InternalServerException.class),
                new Row(Fault.badGateway(), Fate.UNKNOWN, false, InternalServerException.class),
                new Row(Fault.serviceUnavailable(), Fate.UNKNOWN, false, InternalServerException.class),
                new Row(Fault.serviceUnavailable(SECOND), Fate.UNKNOWN, false, InternalServerException.class),
                new Row(Fault.resetBeforeProcessing(), Fate.UNKNOWN, false, TransportException.class),
                new Row(Fault.resetAfterProcessing(), Fate.UNKNOWN, true, TransportException.class),
                new Row(Fault.truncatedBody(), Fate.UNKNOWN, true, TransportException.class),
                new Row(Fault.garbage(), Fate.UNKNOWN, true, DecodingException.class),
                new Row(Fault.silence(), Fate.UNKNOWN, false, ResponseTimeoutException.class),
                new Row(
                        Fault.redirect("http://127.0.0.1:9/elsewhere"),
                        Fate.SETTLED,
                        false,
                        UnexpectedStatusCodeException.class),
                new Row(
                        Fault.status(501, "{}", "application/json"),
                        Fate.SETTLED,
                        false,
                        InternalServerException.class),
                new Row(Fault.status(408, "", "text/plain"), Fate.UNKNOWN, false, UnexpectedStatusCodeException.class));
    }

    private static Stream<Arguments> cases() {
        return rows().stream().flatMap(row -> Stream.of(Kind.values()).map(kind -> Arguments.of(row, kind)));
    }

    @BeforeEach
    void reset() {
        SIMULATOR.clearFaults();
        SIMULATOR.clearRequests();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        SIMULATOR.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void retriesATransientFaultIfHarmless(Row row, Kind kind) {
        SIMULATOR.inject(FaultRule.on(kind.received).times(1).inject(row.fault));
        int runsBefore = SIMULATOR.runs().size();

        Object outcome = outcome(row.isRetried(kind) ? PATIENT : HASTY, row, kind);

        List<RecordedRequest> requests = requests(kind, row.isRetried(kind) ? 2 : 1);
        if (row.isRetried(kind)) {
            assertThat(outcome).isNotInstanceOf(Throwable.class);
        } else {
            assertThat(outcome).isInstanceOf(row.error);
        }
        assertSameKeyAndBytes(kind, requests);
        int processed = (row.processed ? 1 : 0) + (row.isRetried(kind) ? 1 : 0);
        assertThat(SIMULATOR.runs().size() - runsBefore).isEqualTo(row.runs(kind, processed));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void failsWithTheErrorOfAPermanentFaultAfterAllAttempts(Row row, Kind kind) {
        SIMULATOR.inject(FaultRule.on(kind.received).inject(row.fault));
        int runsBefore = SIMULATOR.runs().size();
        int attempts = row.isRetried(kind) ? 3 : 1;

        Object outcome = outcome(HASTY, row, kind);

        assertThat(outcome).isInstanceOf(row.error);
        TelnyxException error = (TelnyxException) outcome;
        assertThat(error.attempts()).isEqualTo(attempts);
        assertThat(error.isOutcomeKnown()).isEqualTo(row.fate != Fate.UNKNOWN);
        assertThat(error.operation()).isEqualTo(kind.operation.endpoint().name());
        assertThat(error).hasMessageContaining("attempts " + attempts);
        assertThat(error.getMessage().contains("The outcome is unknown"))
                .isEqualTo(row.fate == Fate.UNKNOWN && kind != Kind.SAFE);
        assertSameKeyAndBytes(kind, requests(kind, attempts));
        assertThat(SIMULATOR.runs().size() - runsBefore).isEqualTo(row.runs(kind, row.processed ? attempts : 0));
    }

    @Test
    void endsADrippingResponseAtTheDeadline() {
        SIMULATOR.inject(FaultRule.onAny().inject(Fault.drip(Duration.ofMillis(20))));
        TelnyxClient client = CLIENT.withOptions(
                options -> options.withResponseTimeout(Duration.ofSeconds(2)).withDeadline(Duration.ofMillis(2_500)));

        List<Object> outcomes = Flux.just(Kind.values())
                .flatMap(kind -> outcome(client, kind))
                .collectList()
                .block();

        assertThat(outcomes)
                .hasSize(3)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                DeadlineExceededException.class,
                                error -> assertThat(error.isOutcomeKnown()).isFalse()));
        assertThat(SIMULATOR.requestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void acceptsLatencyBelowTheTimeout(Kind kind) {
        SIMULATOR.inject(FaultRule.on(kind.received).inject(Fault.latency(Duration.ofMillis(30))));

        assertThat(outcome(CLIENT, kind).block()).isNotInstanceOf(Throwable.class);
        assertThat(SIMULATOR.requests(kind.received)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void alwaysRetriesARefusedConnection(Kind kind) {
        SIMULATOR.suspend();
        Object outcome;
        try {
            outcome = outcome(CLIENT, kind).block();
        } finally {
            SIMULATOR.resume();
        }

        assertThat(outcome).isInstanceOf(TransportException.class);
        TelnyxException error = (TelnyxException) outcome;
        assertThat(error.attempts()).isEqualTo(3);
        assertThat(error.isOutcomeKnown()).isTrue();
        assertThat(error).hasMessageContaining("refused").hasMessageContaining("Nothing was sent");
        assertThat(SIMULATOR.requestCount()).isZero();
    }

    /** Waits at most the given time for a silent server, and without limit for others. */
    private static @Nullable Object outcome(Duration patience, Row row, Kind kind) {
        TelnyxClient client = row.error == ResponseTimeoutException.class
                ? CLIENT.withOptions(options -> options.withResponseTimeout(patience))
                : CLIENT;
        return outcome(client, kind).block();
    }

    private static Mono<Object> outcome(TelnyxClient client, Kind kind) {
        Function<Throwable, Mono<Object>> asValue = Mono::just;
        return client.exchange(kind.operation).cast(Object.class).onErrorResume(asValue);
    }

    /** Returns the received requests, which may arrive after the client has abandoned them. */
    private static List<RecordedRequest> requests(Kind kind, int expected) {
        Await.until(() -> SIMULATOR.requestCount(kind.received) >= expected);
        List<RecordedRequest> requests = SIMULATOR.requests(kind.received);
        assertThat(requests).hasSize(expected);
        return requests;
    }

    private static void assertSameKeyAndBytes(Kind kind, List<RecordedRequest> requests) {
        assertThat(requests.stream().map(r -> ByteBuffer.wrap(r.body())).distinct())
                .hasSize(1);
        assertThat(requests.stream()
                        .map(r -> r.headers().get("idempotency-key"))
                        .distinct())
                .singleElement()
                .satisfies(key -> assertThat(key == null).isEqualTo(kind != Kind.KEYED));
    }
}
