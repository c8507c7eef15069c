package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.simulator.CreatedRun.Origin;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Idempotency keys of a service that is unkind. */
class UnkindKeysTest {

    private static final String KEY = "Idempotency-Key";
    private static final String RUNS = SUITES + "/checkout/runs";

    private final MutableClock clock = new MutableClock();

    private Simulator start(UnkindnessBuilder unkindness) {
        Simulator simulator =
                Simulator.builder().clock(clock).unkindness(unkindness.build()).start();
        simulator.addSuite("checkout", 2);
        return simulator;
    }

    private static List<Origin> origins(Simulator simulator) {
        return simulator.createdRuns().stream().map(CreatedRun::origin).toList();
    }

    @Test
    void replayHasTheIdsOfRunsThatDoNotExist() {
        try (Simulator simulator = start(Unkindness.builder().alteredReplays(1))) {
            Caller caller = new Caller(simulator);

            List<TestRun> first = Caller.runs(caller.post(RUNS, "", KEY, "k"));
            HttpResponse<String> response = caller.post(RUNS, "", KEY, "k");
            List<TestRun> replayed = Caller.runs(response);

            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(response.headers().firstValue("idempotent-replayed")).contains("true");
            assertThat(replayed)
                    .hasSize(2)
                    .doesNotContainAnyElementsOf(first)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("runId")
                    .isEqualTo(first);
            TestRun missing = replayed.get(0);
            assertThat(caller.get(TESTS + "/" + missing.testId() + "/runs/" + missing.runId())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(simulator.runs()).isEqualTo(first);
        }
    }

    @Test
    void replayForASingleTestIsAlteredToo() {
        try (Simulator simulator = start(Unkindness.builder().alteredReplays(1))) {
            Caller caller = new Caller(simulator);
            String path = TESTS + "/" + simulator.addSuite("support", 1).get(0).testId() + "/runs";

            String first = Caller.run(caller.post(path, "", KEY, "k")).runId();

            assertThat(Caller.run(caller.post(path, "", KEY, "k")).runId()).isNotEqualTo(first);
            assertThat(simulator.runs()).hasSize(1);
        }
    }

    @Test
    void replaysOfOtherOperationsStay() {
        try (Simulator simulator = start(Unkindness.builder().alteredReplays(1))) {
            Caller caller = new Caller(simulator);

            String first = caller.post(TESTS, Samples.test("a"), KEY, "k").body();

            assertThat(caller.post(TESTS, Samples.test("a"), KEY, "k").body()).isEqualTo(first);
        }
    }

    @Test
    void keyIsForgottenAfterAWhileAndTheDoubledRunsAreKnown() {
        try (Simulator simulator = start(Unkindness.builder().forgottenKeys(Duration.ofSeconds(30)))) {
            Caller caller = new Caller(simulator);

            caller.post(RUNS, "", KEY, "k");
            clock.advance(Duration.ofMillis(29_999));
            caller.post(RUNS, "", KEY, "k");
            assertThat(origins(simulator)).containsExactly(Origin.REQUEST, Origin.REQUEST);

            clock.advance(Duration.ofMillis(1));
            caller.post(RUNS, "", KEY, "k");
            caller.post(RUNS, "", KEY, "other");
            assertThat(origins(simulator))
                    .containsExactly(
                            Origin.REQUEST,
                            Origin.REQUEST,
                            Origin.FORGOTTEN_KEY,
                            Origin.FORGOTTEN_KEY,
                            Origin.REQUEST,
                            Origin.REQUEST);
            assertThat(simulator.createdRuns())
                    .extracting(CreatedRun::idempotencyKey)
                    .containsExactly("k", "k", "k", "k", "other", "other");
        }
    }

    @Test
    void keyIsForgottenAtOnce() {
        try (Simulator simulator = start(Unkindness.builder().forgottenKeys(Duration.ZERO))) {
            Caller caller = new Caller(simulator);

            caller.post(RUNS, "", KEY, "k");
            HttpResponse<String> repeated = caller.post(RUNS, "", KEY, "k");

            assertThat(repeated.headers().firstValue("idempotent-replayed")).isEmpty();
            assertThat(origins(simulator))
                    .containsExactly(Origin.REQUEST, Origin.REQUEST, Origin.FORGOTTEN_KEY, Origin.FORGOTTEN_KEY);
        }
    }

    @Test
    void kindServiceForgetsAfterADay() {
        try (Simulator simulator = start(Unkindness.builder())) {
            Caller caller = new Caller(simulator);

            caller.post(RUNS, "", KEY, "k");
            clock.advance(Duration.ofHours(24));
            caller.post(RUNS, "", KEY, "k");

            assertThat(origins(simulator)).endsWith(Origin.FORGOTTEN_KEY, Origin.FORGOTTEN_KEY);
        }
    }
}
