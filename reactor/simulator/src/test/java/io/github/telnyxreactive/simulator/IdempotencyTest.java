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
    void repeatedRequestHasOneEffectAndTheSameAnswer(Simulator simulator) {
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
    void keyIsForgottenAfterOneDay(Simulator simulator) {
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
    void otherBodyUnderTheSameKeyIsRefused(Simulator simulator) {
        Caller caller = new Caller(simulator);
        caller.post(TESTS, Samples.test("a"), KEY, "k");

        HttpResponse<String> other = caller.post(TESTS, Samples.test("a") + " ", KEY, "k");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(code(other)).isEqualTo("10027");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a.b", "ü", "LONG"})
    void malformedKeyIsRefused(String key, Simulator simulator) {
        String sent = key.equals("LONG") ? "x".repeat(256) : key;

        HttpResponse<String> response = new Caller(simulator).post(TESTS, Samples.test("a"), KEY, sent);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(code(response)).isEqualTo("10015");
    }

    @Test
    void errorIsNotReplayed(Simulator simulator) {
        Caller caller = new Caller(simulator);
        HttpResponse<String> refused = caller.post(SUITES + "/checkout/runs", "", KEY, "k");
        simulator.addSuite("checkout", 1);

        HttpResponse<String> accepted = caller.post(SUITES + "/checkout/runs", "", KEY, "k");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(accepted.statusCode()).isEqualTo(201);
        assertThat(accepted.headers().firstValue("idempotent-replayed")).isEmpty();
    }

    @Test
    void keyIsIgnoredWhereNoneIsTaken(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = TESTS + "/" + simulator.addSuite("checkout", 1).get(0).testId();

        HttpResponse<String> first = caller.send("PUT", path, "{\"name\":\"a\"}", KEY, "not valid");
        HttpResponse<String> second = caller.send("PUT", path, "{\"name\":\"b\"}", KEY, "not valid");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(Caller.test(second).name()).isEqualTo("b");
    }

    @Test
    void secondRequestMeetsTheFirstInProgress(Simulator simulator) {
        Caller caller = new Caller(simulator);
        simulator.addSuite("checkout", 1);
        simulator.inject(FaultRule.onAny().times(1).inject(Fault.latency(Duration.ofMillis(500))));
        String path = SUITES + "/checkout/runs";

        CompletableFuture<HttpResponse<String>> first = caller.sendAsync("POST", path, "", KEY, "k");
        Await.until(() -> simulator.requestCount() > 0);
        HttpResponse<String> second = caller.post(path, "", KEY, "k");
        HttpResponse<String> otherBody = caller.post(path, "{}", KEY, "k");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(code(second)).isEqualTo("10036");
        assertThat(code(otherBody)).isEqualTo("10027");
        assertThat(first.join().statusCode()).isEqualTo(201);
        assertThat(caller.post(path, "", KEY, "k").body())
                .isEqualTo(first.join().body());
        assertThat(simulator.runs()).hasSize(1);
    }

    @Test
    void concurrentRequestsWithOneKeyHaveOneEffect(Simulator simulator) {
        Caller caller = new Caller(simulator);
        simulator.addSuite("checkout", 1);

        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(caller.sendAsync("POST", SUITES + "/checkout/runs", "", KEY, "key-" + i % 10));
        }

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isIn(201, 409));
        assertThat(simulator.runs()).hasSize(10);
    }

    @Test
    void answerThatWasLostIsReplayed(Simulator simulator) {
        Caller caller = new Caller(simulator);
        simulator.addSuite("checkout", 1);
        simulator.inject(FaultRule.onAny().times(1).inject(Fault.resetAfterProcessing()));
        CompletableFuture<HttpResponse<String>> lost =
                caller.sendAsync("POST", SUITES + "/checkout/runs", "", KEY, "k");
        assertThat(lost).failsWithin(Duration.ofSeconds(10));

        HttpResponse<String> repeated = caller.post(SUITES + "/checkout/runs", "", KEY, "k");

        assertThat(repeated.headers().firstValue("idempotent-replayed")).contains("true");
        assertThat(Caller.runs(repeated)).hasSize(1);
        assertThat(simulator.runs()).hasSize(1);
    }

    private static String code(HttpResponse<String> response) {
        return Caller.json(response).get("errors").get(0).get("code").stringValue();
    }
}
