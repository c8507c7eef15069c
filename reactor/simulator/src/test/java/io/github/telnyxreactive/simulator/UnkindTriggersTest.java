package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.simulator.CreatedRun.Origin;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Triggers of a service that is unkind. */
class UnkindTriggersTest {

    private static final String RUNS = SUITES + "/checkout/runs";
    private static final int TESTS_OF_SUITE = 10;

    private final MutableClock clock = new MutableClock();

    private Simulator start(UnkindnessBuilder unkindness) {
        Simulator simulator =
                Simulator.builder().clock(clock).unkindness(unkindness.build()).start();
        simulator.addSuite("checkout", TESTS_OF_SUITE);
        return simulator;
    }

    private static String single(Simulator simulator) {
        return TESTS + "/" + simulator.addSuite("support", 1).get(0).testId() + "/runs";
    }

    private static List<String> created(Simulator simulator) {
        return simulator.createdRuns().stream().map(CreatedRun::runId).toList();
    }

    private static HttpResponse<String> trigger(Caller caller, String path) {
        HttpResponse<String> response = caller.post(path, "");
        assertThat(response.statusCode()).isEqualTo(201);
        return response;
    }

    @Test
    void someRunsAreLeftOutOfTheResponse() {
        Set<Integer> sizes = new HashSet<>();
        try (Simulator simulator = start(Unkindness.builder().partialResponses(1))) {
            Caller caller = new Caller(simulator);
            for (int i = 1; i <= 20; i++) {
                List<TestRun> told = Caller.runs(trigger(caller, RUNS));
                List<String> created = created(simulator);
                assertThat(told).hasSizeBetween(1, TESTS_OF_SUITE - 1);
                assertThat(created)
                        .hasSize(i * TESTS_OF_SUITE)
                        .containsAll(told.stream().map(TestRun::runId).toList());
                sizes.add(told.size());
            }
        }
        assertThat(sizes).hasSizeGreaterThan(3);
    }

    @Test
    void shareIsThatOfTriggersAndFollowsFromTheSeed() {
        List<Integer> sizes = sizes(0.5);

        assertThat(sizes.stream().filter(size -> size == 0)).hasSizeBetween(10, 30);
        assertThat(sizes.stream().filter(size -> size == TESTS_OF_SUITE)).hasSizeBetween(10, 30);
        assertThat(sizes(0.5)).isEqualTo(sizes);
        assertThat(sizes(0)).containsOnly(TESTS_OF_SUITE);
    }

    private List<Integer> sizes(double share) {
        List<Integer> sizes = new ArrayList<>();
        try (Simulator simulator = start(Unkindness.builder().emptyResponses(share))) {
            Caller caller = new Caller(simulator);
            for (int i = 0; i < 40; i++) {
                sizes.add(Caller.runs(trigger(caller, RUNS)).size());
            }
            assertThat(created(simulator)).hasSize(40 * TESTS_OF_SUITE);
        }
        return sizes;
    }

    @Test
    void oneRunIsRepeatedInTheResponse() {
        try (Simulator simulator = start(Unkindness.builder().repeatedRuns(1))) {
            List<TestRun> told = Caller.runs(trigger(new Caller(simulator), RUNS));

            assertThat(told).hasSize(TESTS_OF_SUITE + 1);
            assertThat(told.stream().distinct().map(TestRun::runId)).containsExactlyElementsOf(created(simulator));
        }
    }

    @Test
    void someTestsGetNoRun() {
        try (Simulator simulator = start(Unkindness.builder().missingRuns(0.5))) {
            List<TestRun> told = Caller.runs(trigger(new Caller(simulator), RUNS));

            assertThat(told).hasSizeBetween(1, TESTS_OF_SUITE - 1);
            assertThat(told.stream().map(TestRun::runId)).containsExactlyElementsOf(created(simulator));
        }
    }

    @Test
    void someTestsGetASecondRun() {
        try (Simulator simulator = start(Unkindness.builder().extraRuns(1))) {
            Caller caller = new Caller(simulator);
            List<TestRun> told = Caller.runs(trigger(caller, RUNS));

            assertThat(told).hasSize(2 * TESTS_OF_SUITE);
            assertThat(told.stream().map(TestRun::testId).distinct()).hasSize(TESTS_OF_SUITE);
            assertThat(told.stream().map(TestRun::testSuiteRunId).distinct()).hasSize(1);
            assertThat(simulator.createdRuns())
                    .extracting(CreatedRun::origin)
                    .startsWith(Origin.REQUEST, Origin.EXTRA, Origin.REQUEST, Origin.EXTRA);

            String path = single(simulator);
            TestRun first = Caller.run(trigger(caller, path));
            assertThat(Caller.runPage(caller.get(path)).data()).hasSize(2).endsWith(first);
        }
    }

    @Test
    void oneRunOfTheResponseCannotBeRead() {
        Set<String> oddities = new HashSet<>();
        try (Simulator simulator = start(Unkindness.builder().unreadableRuns(1))) {
            Caller caller = new Caller(simulator);
            for (int i = 0; i < 30; i++) {
                JsonNode told = Caller.json(trigger(caller, RUNS));
                List<String> odd = told.values().stream()
                        .map(UnkindTriggersTest::oddity)
                        .filter(text -> !text.isEmpty())
                        .toList();
                assertThat(told).hasSize(TESTS_OF_SUITE);
                assertThat(odd).hasSize(1);
                oddities.addAll(odd);
            }
            assertThat(oddity(Caller.json(trigger(caller, single(simulator))))).isNotEmpty();
        }
        assertThat(oddities).containsExactlyInAnyOrder("no object", "run_id", "status", "created_at");
    }

    private static String oddity(JsonNode run) {
        if (!run.isObject()) {
            return "no object";
        }
        for (String field : List.of("run_id", "status", "created_at")) {
            if (!run.has(field) || !run.get(field).isString()) {
                return field;
            }
        }
        return "";
    }

    @Test
    void responseIsNull() {
        try (Simulator simulator = start(Unkindness.builder().nullResponses(1))) {
            Caller caller = new Caller(simulator);

            assertThat(trigger(caller, RUNS).body()).isEqualTo("null");
            assertThat(trigger(caller, single(simulator)).body()).isEqualTo("null");
            assertThat(created(simulator)).hasSize(TESTS_OF_SUITE + 1);
        }
    }

    @Test
    void responseIsInAnEnvelope() {
        try (Simulator simulator = start(Unkindness.builder().wrappedResponses(1))) {
            Caller caller = new Caller(simulator);

            JsonNode suite = Caller.json(trigger(caller, RUNS));
            JsonNode test = Caller.json(trigger(caller, single(simulator)));

            assertThat(suite.propertyNames()).containsExactly("data");
            assertThat(suite.get("data")).hasSize(TESTS_OF_SUITE);
            assertThat(TelnyxJson.read(TelnyxJson.write(test.get("data")), TestRun.class))
                    .isEqualTo(simulator.runs().get(TESTS_OF_SUITE));
        }
    }

    @Test
    void modesAreCombined() {
        try (Simulator simulator = start(Unkindness.builder()
                .extraRuns(1)
                .partialResponses(1)
                .repeatedRuns(1)
                .unreadableRuns(1)
                .wrappedResponses(1))) {
            JsonNode told = Caller.json(trigger(new Caller(simulator), RUNS)).get("data");

            assertThat(told.size()).isBetween(2, 2 * TESTS_OF_SUITE);
            assertThat(told.values()).filteredOn(run -> !oddity(run).isEmpty()).hasSize(1);
            assertThat(created(simulator)).hasSize(2 * TESTS_OF_SUITE);
        }
    }

    @Test
    void responseIsLateAlthoughTheRunsExist() {
        Duration delay = Duration.ofSeconds(90);
        try (Simulator simulator = start(Unkindness.builder().lateResponses(1, delay))) {
            Caller caller = new Caller(simulator);
            String key = "Idempotency-Key";

            CompletableFuture<HttpResponse<String>> late = caller.sendAsync("POST", RUNS, "", key, "k");
            Await.until(() -> simulator.runs().size() == TESTS_OF_SUITE);
            clock.advance(delay.minusMillis(1));
            assertThat(caller.post(RUNS, "", key, "k").statusCode()).isEqualTo(409);
            assertThat(late).isNotDone();

            clock.advance(Duration.ofMillis(1));
            assertThat(late).succeedsWithin(Await.LIMIT);
            assertThat(Caller.runs(late.join())).hasSize(TESTS_OF_SUITE);
            assertThat(caller.post(RUNS, "", key, "k").body())
                    .isEqualTo(late.join().body());
        }
    }
}
