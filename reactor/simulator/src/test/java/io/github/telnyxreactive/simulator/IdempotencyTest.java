package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {

    private static final String KEY = "Idempotency-Key";

    private final MutableClock clock = new MutableClock();

    @RegisterExtension
    final SimulatorExtension extension = SimulatorExtension.with(builder -> builder.clock(clock));

    @Test
    void repeatedRequestHasOneEffectAndTheSameResponse(Simulator simulator) {
        Caller caller = new Caller(simulator);
        simulator.addSuite("checkout", 2);
        String path = SUITES + "/checkout/runs";

        HttpResponse<String> first = caller.post(path, "{}", KEY, "key-1");
        clock.advance(Duration.ofHours(23));
        HttpResponse<String> second = caller.post(path, "{}", KEY, "key-1");

        assertThat(first.headers().firstValue("idempotent-replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("idempotent-replayed")).contains("true");
        assertThat(simulator.runs()).hasSize(2);
    }

    @Test
    void keyExpiresAfterOneDay(Simulator simulator) {
        Caller caller = new Caller(simulator);
        caller.post(TESTS, Samples.test("a"), KEY, "k");
        clock.advance(Duration.ofHours(24));

        HttpResponse<String> later = caller.post(TESTS, Samples.test("b"), KEY, "k");

        assertThat(later.statusCode()).isEqualTo(201);
        assertThat(Caller.testPage(caller.get(TESTS)).data()).hasSize(2);
    }

    @Test
    void keyIsScopedToItsPath(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String first = simulator.addSuite("checkout", 2).get(0).testId();

        caller.post(TESTS + "/" + first + "/runs", "", KEY, "k");
        caller.post(SUITES + "/checkout/runs", "", KEY, "k");

        assertThat(simulator.runs()).hasSize(3);
    }

    @Test
    void differentBodyWithTheSameKeyIsRejected(Simulator simulator) {
        Caller caller = new Caller(simulator);
        caller.post(TESTS, Samples.test("a"), KEY, "k");

        HttpResponse<String> other = caller.post(TESTS, Samples.test("a") + " ", KEY, "k");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(code(other)).isEqualTo("10027");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a.b", "ü", "LONG"})
    void malformedKeyIsRejected(String key, Simulator simulator) {
        String sent = key.equals("LONG") ? "x".repeat(256) : key;

        HttpResponse<String> response = new Caller(simulator).post(TESTS, Samples.test("a"), KEY, sent);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(code(response)).isEqualTo("10015");
    }

    @Test
    void errorIsNotReplayed(Simulator simulator) {
        Caller caller = new Caller(simulator);
        HttpResponse<String> rejected = caller.post(SUITES + "/checkout/runs", "", KEY, "k");
        simulator.addSuite("checkout", 1);

        HttpResponse<String> accepted = caller.post(SUITES + "/checkout/runs", "", KEY, "k");

        assertThat(rejected.statusCode()).isEqualTo(404);
        assertThat(accepted.statusCode()).isEqualTo(201);
        assertThat(accepted.headers().firstValue("idempotent-replayed")).isEmpty();
    }

    @Test
    void keyIsIgnoredByOtherOperations(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = TESTS + "/" + simulator.addSuite("checkout", 1).get(0).testId();

        HttpResponse<String> first = caller.send("PUT", path, "{\"name\":\"a\"}", KEY, "not valid");
        HttpResponse<String> second = caller.send("PUT", path, "{\"name\":\"b\"}", KEY, "not valid");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(Caller.test(second).name()).isEqualTo("b");
    }

    @Test
    void secondRequestIsRejectedWhileTheFirstIsInProgress() throws Exception {
        try (Simulator simulator = Simulator.builder().tls(true).start()) {
            // The streams of an HTTP/2 connection share an event loop: what comes second finds the key claimed.
            Caller caller = new Caller(simulator, TlsTest.client(simulator));
            simulator.addSuite("checkout", 1);
            caller.get(SUITES);
            simulator.inject(FaultRule.onAny().times(1).inject(Fault.latency(Duration.ofDays(1))));
            String path = SUITES + "/checkout/runs";

            CompletableFuture<HttpResponse<String>> first = caller.sendAsync("POST", path, "", KEY, "k");
            Await.until(() -> simulator.requestCount() == 2);
            HttpResponse<String> second = caller.post(path, "", KEY, "k");
            HttpResponse<String> otherBody = caller.post(path, "{}", KEY, "k");

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(code(second)).isEqualTo("10036");
            assertThat(code(otherBody)).isEqualTo("10027");
            assertThat(first).isNotDone();
            assertThat(simulator.runs()).isEmpty();
            assertThat(simulator.connectionCount()).isEqualTo(1);
        }
    }

    @Test
    void delayedResponseIsReplayed(Simulator simulator) {
        Caller caller = new Caller(simulator);
        simulator.addSuite("checkout", 1);
        simulator.inject(FaultRule.onAny().times(1).inject(Fault.latency(Duration.ofMillis(20))));
        String path = SUITES + "/checkout/runs";

        HttpResponse<String> first = caller.post(path, "", KEY, "k");
        HttpResponse<String> second = caller.post(path, "", KEY, "k");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("idempotent-replayed")).contains("true");
        assertThat(simulator.runs()).hasSize(1);
    }

    @Test
    void concurrentRequestsWithOneKeyHaveOneEffect(Simulator simulator) {
        Caller caller = new Caller(simulator);
        simulator.addSuite("checkout", 1);

        List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            responses.add(caller.sendAsync("POST", SUITES + "/checkout/runs", "", KEY, "key-" + i % 10));
        }

        assertThat(responses)
                .allSatisfy(response -> assertThat(response.join().statusCode()).isIn(201, 409));
        assertThat(simulator.runs()).hasSize(10);
    }

    @Test
    void lostResponseIsReplayed(Simulator simulator) {
        Caller caller = new Caller(simulator);
        simulator.addSuite("checkout", 1);
        simulator.inject(FaultRule.onAny().times(1).inject(Fault.resetAfterProcessing()));
        CompletableFuture<HttpResponse<String>> lost =
                caller.sendAsync("POST", SUITES + "/checkout/runs", "", KEY, "k");
        assertThat(lost).failsWithin(Await.LIMIT);

        HttpResponse<String> repeated = caller.post(SUITES + "/checkout/runs", "", KEY, "k");

        assertThat(repeated.headers().firstValue("idempotent-replayed")).contains("true");
        assertThat(Caller.runs(repeated)).hasSize(1);
        assertThat(simulator.runs()).hasSize(1);
    }

    private static String code(HttpResponse<String> response) {
        return Caller.json(response).get("errors").get(0).get("code").stringValue();
    }
}
