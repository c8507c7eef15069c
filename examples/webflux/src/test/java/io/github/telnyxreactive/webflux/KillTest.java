package io.github.telnyxreactive.webflux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.simulator.CreatedRun;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The service is killed a number of times in the middle of batches, while a reader follows them; in the end nothing is lost,
 * nothing is doubled, and the reader knows all of it. {@code .ci/run} kills it more often.
 */
@DisabledOnOs(value = OS.MAC, disabledReason = "Java notices changes of files there only every few seconds")
class KillTest {

    private static final int KILLS = Integer.parseInt(System.getenv().getOrDefault("KILLS", "1"));
    private static final int KILLS_OF_A_BATCH = 5;
    private static final int SIGTERM = 128 + 15;
    private static final int SUITES = 12;
    private static final int TESTS = 8;
    private static final long SEED = 20_261_128;

    /** How many more lines of the journal to await at most before a kill, so that there are many kills in a batch. */
    private static final int MAX_LINES = 14;

    /** Shared, so that each batch is killed at other moments. */
    private static final Random RANDOM = new Random(SEED);

    @TempDir
    private Path folder;

    /** Returns how often to kill the service in each of some batches, so that no test lasts long. */
    static IntStream kills() {
        return IntStream.iterate(KILLS, left -> left > 0, left -> left - KILLS_OF_A_BATCH)
                .map(left -> Math.min(left, KILLS_OF_A_BATCH));
    }

    @ParameterizedTest
    @MethodSource("kills")
    void losesAndDoublesNothing(int kills) throws Exception {
        assertThat(runKilled(kills)).isEqualTo(kills);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Processes cannot be asked to end there")
    void endsInOrderWhenItIsAskedTo() throws Exception {
        try (Simulator simulator = simulator()) {
            ServiceProcess service = start(simulator);
            try {
                URI batch = startBatch(service);
                Path journal = journal(batch);
                StreamReader reader = new StreamReader();
                Mono<Void> stream = follow(reader, service, batch);
                assertThat(awaitLines(journal, lines(journal) + 1)).isTrue();

                assertThat(service.terminate()).isEqualTo(SIGTERM);

                stream.block();
                List<String> entries = Files.readAllLines(journal);
                assertThat(entries.get(entries.size() - 1)).contains("\"entry\":\"paused\"");
                service = start(simulator);
                reader.read(service.url(), batch).block();
                assertComplete(simulator, reader, show(service, batch));
            } finally {
                service.kill();
            }
        }
    }

    private Path journal(URI batch) {
        return folder.resolve(batch.getPath().substring("/batches/".length()) + ".jsonl");
    }

    /** Runs a batch to completion, kills the service up to a number of times on the way, and returns how often. */
    private int runKilled(int maxKills) throws Exception {
        try (Simulator simulator = simulator()) {
            ServiceProcess service = start(simulator);
            try {
                URI batch = startBatch(service);
                Path journal = journal(batch);
                StreamReader reader = new StreamReader();
                int kills = 0;
                Mono<Void> stream = follow(reader, service, batch);
                while (kills < maxKills && awaitLines(journal, lines(journal) + 1 + RANDOM.nextInt(MAX_LINES))) {
                    service.kill();
                    kills++;
                    stream.block();
                    service = start(simulator);
                    stream = follow(reader, service, batch);
                }
                while (reader.end() == null) {
                    stream.block();
                    stream = follow(reader, service, batch);
                }
                assertComplete(simulator, reader, show(service, batch));
                return kills;
            } finally {
                service.kill();
            }
        }
    }

    /** Starts a simulator whose time passes with its requests, so that runs finish one by one under any load. */
    private static Simulator simulator() {
        AtomicLong reads = new AtomicLong();
        Instant start = Instant.now();
        InstantSource clock = () -> start.plusMillis(reads.incrementAndGet());
        Simulator simulator = Simulator.builder()
                .clock(clock)
                .runDuration(Duration.ofMillis(20), Duration.ofMillis(400))
                .outcomes(2, 1, 1)
                .seed(SEED)
                .start();
        for (int suite = 0; suite < SUITES; suite++) {
            simulator.addSuite("suite-" + suite, TESTS);
        }
        for (String fault : List.of("reset-before", "reset-after", "bad-gateway", "truncated-body")) {
            simulator.inject(FaultRule.parse("*:" + fault + ":probability=0.03"));
        }
        return simulator;
    }

    private ServiceProcess start(Simulator simulator) throws IOException {
        return ServiceProcess.start(
                simulator,
                folder,
                "telnyx.batches.max-concurrent-runs=24",
                "telnyx.batches.shortest-polling=50ms",
                "telnyx.batches.longest-polling=100ms",
                "telnyx.batches.max-lag=1s",
                "telnyx.batches.totals-interval=50ms");
    }

    private static Mono<Void> follow(StreamReader reader, ServiceProcess service, URI batch) {
        Mono<Void> stream = reader.read(service.url(), batch).cache();
        stream.subscribe();
        return stream;
    }

    private static URI startBatch(ServiceProcess service) {
        List<String> suites =
                IntStream.range(0, SUITES).mapToObj(suite -> "suite-" + suite).toList();
        return Objects.requireNonNull(WebClient.create(service.url())
                .post()
                .uri("/batches")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(new String(TelnyxJson.write(Map.of("suites", suites)), UTF_8))
                .retrieve()
                .toBodilessEntity()
                .map(response -> Objects.requireNonNull(response.getHeaders().getLocation()))
                .block());
    }

    private static JsonNode show(ServiceProcess service, URI batch) {
        return TelnyxJson.read(
                Objects.requireNonNull(WebClient.create(service.url())
                        .get()
                        .uri(batch.toString())
                        .retrieve()
                        .bodyToMono(byte[].class)
                        .block()),
                JsonNode.class);
    }

    /** Blocks until the journal has a number of lines, or returns false once the batch has finished without them. */
    private boolean awaitLines(Path journal, int wanted) throws IOException, InterruptedException {
        try (WatchService changes = folder.getFileSystem().newWatchService()) {
            folder.register(
                    changes,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            while (lines(journal) < wanted) {
                if (!Files.exists(journal)) {
                    return false;
                }
                WatchKey key = changes.take();
                key.pollEvents();
                key.reset();
            }
            return true;
        }
    }

    private static int lines(Path journal) throws IOException {
        int lines = 0;
        try {
            for (byte each : Files.readAllBytes(journal)) {
                lines += each == '\n' ? 1 : 0;
            }
        } catch (NoSuchFileException e) {
            // The batch has finished.
            return 0;
        }
        return lines;
    }

    private static void assertComplete(Simulator simulator, StreamReader reader, JsonNode shown) {
        assertThat(simulator.createdRuns())
                .hasSize(SUITES * TESTS)
                .extracting(CreatedRun::testId)
                .doesNotHaveDuplicates();
        assertThat(shown.get("status").asString()).isEqualTo("finished");
        assertThat(shown.get("items")).isEmpty();
        Map<String, String> truth = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        simulator.runs().forEach(run -> {
            String status = Objects.requireNonNull(run.status()).value();
            truth.put(run.runId(), status);
            counts.merge(status, 1, Integer::sum);
        });
        assertThat(statuses(shown.get("runs"))).isEqualTo(truth);
        assertThat(reader.runs()).hasSize(truth.size());
        assertThat(statuses(reader.runs().values())).isEqualTo(truth);
        JsonNode overall = shown.get("totals").get("overall");
        assertThat(overall.get("runs").asInt()).isEqualTo(truth.size());
        counts.forEach((status, count) -> assertThat(
                        overall.get("by_status").get(status).asInt())
                .as(status)
                .isEqualTo(count));
        assertThat(Objects.requireNonNull(reader.end()).get("totals")).isEqualTo(shown.get("totals"));
    }

    private static Map<String, String> statuses(Iterable<JsonNode> runs) {
        Map<String, String> statuses = new HashMap<>();
        runs.forEach(run ->
                statuses.put(run.get("run_id").asString(), run.get("status").asString()));
        return statuses;
    }
}
