package io.github.telnyxreactive.webflux;

import static io.github.telnyxreactive.webflux.Service.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalReader;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.simulator.CreatedRun;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** A service that is stopped and started again, while the simulator goes on. */
abstract class RestartScene {

    static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";

    @TempDir
    Path temporary;

    Path folder;
    private volatile InstantSource clock = InstantSource.fixed(Instant.now());
    Simulator simulator;

    @BeforeEach
    void start() {
        folder = temporary.resolve("a").resolve("journals");
        simulator = simulator();
    }

    Simulator simulator() {
        Simulator started = Simulator.builder()
                .runDuration(Duration.ofMillis(200), Duration.ofMillis(600))
                .outcomes(1, 1, 0)
                .clock(() -> clock.instant())
                .start();
        List.of("billing", "checkout", "refunds").forEach(suite -> started.addSuite(suite, 6));
        return started;
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    void continueRuns() {
        clock = InstantSource.system();
    }

    /** Starts a service that triggers one suite after the other. */
    Service service() {
        return service(simulator);
    }

    Service service(Simulator called, String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "telnyx.batches.max-concurrent-runs=6",
                "telnyx.batches.totals-interval=50ms",
                "telnyx.batches.shortest-polling=50ms",
                "telnyx.batches.longest-polling=200ms",
                "telnyx.batches.max-lag=1s"));
        all.addAll(List.of(properties));
        return Service.against(called, folder, all.toArray(String[]::new));
    }

    static URI startBatch(Service service, String... suites) {
        return Objects.requireNonNull(service.client()
                .post()
                .uri("/batches")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(new String(TelnyxJson.write(Map.of("suites", List.of(suites))), UTF_8))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getLocation());
    }

    static JsonNode show(Service service, URI batch) {
        return json(service.client()
                .get()
                .uri(batch.toString())
                .exchange()
                .expectStatus()
                .isOk());
    }

    static Map<String, JsonNode> runs(JsonNode batch) {
        Map<String, JsonNode> runs = new HashMap<>();
        batch.get("runs").forEach(run -> runs.put(run.get("run_id").asString(), run));
        return runs;
    }

    static String id(URI batch) {
        return batch.getPath().substring("/batches/".length());
    }

    static List<JournalEntry> entries(Path journal) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        try (JournalReader reader = JournalReader.of(journal)) {
            for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** Checks that each test has exactly one run, and that each is shown in its final state. */
    void assertIsTruth(JsonNode batch) {
        assertThat(simulator.createdRuns()).extracting(CreatedRun::testId).doesNotHaveDuplicates();
        Map<String, String> truth = new HashMap<>();
        simulator
                .runs()
                .forEach(run -> truth.put(
                        run.runId(), Objects.requireNonNull(run.status()).value()));
        Map<String, String> shown = new HashMap<>();
        batch.get("runs").forEach(run -> {
            assertThat(run.get("test_name").asString()).isNotBlank();
            shown.put(run.get("run_id").asString(), run.get("status").asString());
        });
        assertThat(shown).isEqualTo(truth);
        assertThat(batch.get("totals").get("overall").get("runs").asInt()).isEqualTo(truth.size());
    }
}
