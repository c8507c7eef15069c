package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Services with modes that are chosen at random: no combination breaks the simulator, or its ground truth. {@code .ci/run} has
 * more seeds.
 */
class RandomUnkindnessTest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final MutableClock clock = new MutableClock();

    private static LongStream seeds() {
        return LongStream.range(0, Long.parseLong(System.getenv().getOrDefault("UNKIND_SEEDS", "8")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void simulatorKnowsWhatItDoes(long seed) {
        Unkindness unkindness = Unkindness.random(seed);
        try (Simulator simulator = Simulator.builder()
                .clock(clock)
                .seed(seed)
                .unkindness(unkindness)
                .start()) {
            List<AssistantTest> tests = simulator.addSuite("checkout", 8);
            Caller caller = new Caller(simulator, CLIENT);
            for (int i = 0; i < 4; i++) {
                String ofTest = TESTS + "/" + tests.get(i).testId() + "/runs";
                call(caller, "POST", SUITES + "/checkout/runs", "key-" + i);
                call(caller, "POST", SUITES + "/checkout/runs", "key-" + i);
                call(caller, "POST", ofTest, "key-" + i);
                call(caller, "GET", SUITES + "/checkout/runs?status=passed&page%5Bsize%5D=3&page%5Bnumber%5D=2", "x");
                call(caller, "GET", TESTS + "?test_suite=checkout&page%5Bsize%5D=3&page%5Bnumber%5D=2", "x");
                for (CreatedRun run : simulator.createdRuns()) {
                    call(caller, "GET", TESTS + "/" + run.testId() + "/runs/" + run.runId(), "x");
                }
                clock.advance(Duration.ofSeconds(20));
            }

            assertThat(simulator.requests())
                    .as(unkindness.toString())
                    .allMatch(request -> request.fault() != null || request.status() != 500);
            assertThat(simulator.createdRuns())
                    .extracting(CreatedRun::runId)
                    .doesNotHaveDuplicates()
                    .isEqualTo(simulator.runs().stream().map(run -> run.runId()).toList());
            assertThat(simulator.peakRunsUnderWay()).as(unkindness.toString()).isEqualTo(peak(simulator.createdRuns()));
        }
    }

    /** Sends a request, and lets time pass until there is a response, which may be late. */
    private void call(Caller caller, String method, String path, String key) {
        CompletableFuture<HttpResponse<String>> response =
                caller.sendAsync(method, path, method.equals("POST") ? "" : null, "Idempotency-Key", key);
        Await.until(() -> {
            clock.advance(Duration.ofMillis(1));
            return response.isDone();
        });
        assertThat(response.join().statusCode()).isIn(200, 201, 401, 404, 409, 422, 429, 500);
    }

    private static long peak(List<CreatedRun> runs) {
        return runs.stream()
                .mapToLong(latest -> runs.stream()
                        .filter(run -> isUnderWay(run, latest.createdAt()))
                        .count())
                .max()
                .orElse(0);
    }

    private static boolean isUnderWay(CreatedRun run, Instant at) {
        Instant end = run.endsAt();
        return !run.createdAt().isAfter(at) && (end == null || end.isAfter(at));
    }
}
