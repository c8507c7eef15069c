package io.github.telnyxreactive.webflux;

import static io.github.telnyxreactive.webflux.Service.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalReader;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.simulator.CreatedRun;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The service is stopped and started again, while the simulator goes on. */
class RestartTest {

    private static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";

    @TempDir
    private Path temporary;

    private Path folder;
    private volatile InstantSource clock = InstantSource.fixed(Instant.now());
    private Simulator simulator;

    @BeforeEach
    void start() {
        folder = temporary.resolve("a").resolve("journals");
        simulator = simulator();
    }

    private Simulator simulator() {
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

    private void continueRuns() {
        clock = InstantSource.system();
    }

    /** Starts a service that triggers one suite after the other. */
    private Service service() {
        return service(simulator);
    }

    private Service service(Simulator called, String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "telnyx.batches.max-concurrent-runs=6",
                "telnyx.batches.totals-interval=50ms",
                "telnyx.batches.shortest-polling=50ms",
                "telnyx.batches.longest-polling=200ms"));
        all.addAll(List.of(properties));
        return Service.against(called, folder, all.toArray(String[]::new));
    }

    private static URI startBatch(Service service, String... suites) {
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

    private static JsonNode show(Service service, URI batch) {
        return json(service.client()
                .get()
                .uri(batch.toString())
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static Map<String, JsonNode> runs(JsonNode batch) {
        Map<String, JsonNode> runs = new HashMap<>();
        batch.get("runs").forEach(run -> runs.put(run.get("run_id").asString(), run));
        return runs;
    }

    private static String id(URI batch) {
        return batch.getPath().substring("/batches/".length());
    }

    private static List<JournalEntry> entries(Path journal) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        try (JournalReader reader = JournalReader.of(journal)) {
            for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    @Test
    void batchAndItsReadersContinueWithoutAGap() throws IOException {
        StreamReader reader = new StreamReader();
        URI batch;
        Mono<Void> firstStream;
        try (Service first = service()) {
            batch = startBatch(first, "checkout", "refunds", "billing");
            firstStream = reader.read(first.url(), batch).cache();
            firstStream.subscribe();
            Service.await(() -> reader.runs().size() == 6);
        }
        firstStream.block();
        assertThat(reader.end()).isNull();
        assertThat(simulator.createdRuns()).hasSize(6);
        assertThat(entries(folder.resolve(id(batch) + ".jsonl"))).last().isInstanceOf(JournalEntry.Paused.class);

        try (Service second = service()) {
            JsonNode restored = show(second, batch);
            assertThat(restored.get("status").asString()).isEqualTo("running");
            assertThat(restored.get("runs")).hasSize(6);
            assertThat(restored.get("items")).isEmpty();
            assertThat(restored.get("suites"))
                    .extracting(suite -> suite.asString())
                    .containsExactly("checkout", "refunds", "billing");
            continueRuns();

            reader.read(second.url(), batch).block();

            JsonNode shown = show(second, batch);
            assertThat(shown.get("status").asString()).isEqualTo("finished");
            assertThat(shown.get("items")).isEmpty();
            assertThat(reader.snapshots()).isEqualTo(2);
            assertThat(reader.runs()).hasSize(18).isEqualTo(runs(shown));
            assertThat(Objects.requireNonNull(reader.end()).get("totals")).isEqualTo(shown.get("totals"));
            assertIsTruth(shown);
        }
    }

    /** Checks that each test has exactly one run, and that each is shown in its final state. */
    private void assertIsTruth(JsonNode batch) {
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

    @Test
    void finishedBatchIsShownWithoutTelnyx() {
        continueRuns();
        StreamReader reader = new StreamReader();
        URI batch;
        JsonNode before;
        simulator.inject(FaultRule.on(TRIGGER).times(1).inject(Fault.status(422, "{}", "application/json")));
        try (Service first = service()) {
            batch = startBatch(first, "checkout", "refunds");
            reader.read(first.url(), batch).block();
            before = show(first, batch);
        }
        assertThat(before.get("items")).hasSize(1);
        assertThat(before.get("runs")).hasSize(6);
        simulator.close();

        try (Service second = service()) {
            JsonNode after = show(second, batch);
            for (String part : List.of("id", "status", "suites", "totals", "runs", "items", "problem")) {
                assertThat(after.get(part)).as(part).isEqualTo(before.get(part));
            }
            StreamReader late = new StreamReader();
            late.read(second.url(), batch).block();
            assertThat(late.runs()).isEqualTo(runs(before));
            assertThat(Objects.requireNonNull(late.end()).get("totals")).isEqualTo(before.get("totals"));
            // The reader of the first process gets what it knows, and the end, again.
            reader.read(second.url(), batch).block();
            assertThat(reader.snapshots()).isEqualTo(2);
            assertThat(reader.runs()).isEqualTo(runs(before));
        }
    }

    @Test
    void journalsThatCannotBeResumedHarmNoOther() throws IOException {
        URI good;
        URI locked;
        URI unplanned;
        URI foreign;
        try (Service first = service()) {
            good = startBatch(first, "checkout");
            locked = startBatch(first, "refunds");
            unplanned = startBatch(first, "billing");
            Service.await(() -> simulator.createdRuns().size() == 18);
        }
        try (Simulator other = simulator();
                Service ofOther = service(other)) {
            foreign = startBatch(ofOther, "checkout");
            Service.await(() -> other.createdRuns().size() == 6);
        }
        Files.writeString(folder.resolve("broken.jsonl"), "no journal\n");
        Files.writeString(folder.resolve("empty.jsonl"), "");
        Path interrupted = folder.resolve(id(unplanned) + ".jsonl");
        Files.write(interrupted, Files.readAllLines(interrupted).subList(0, 2));
        BatchJournal.Session session = Objects.requireNonNull(
                FileJournal.at(folder.resolve(id(locked) + ".jsonl")).open().block());
        continueRuns();

        try (Service second = service()) {
            new StreamReader().read(second.url(), good).block();

            assertThat(show(second, good).get("status").asString()).isEqualTo("finished");
            assertFailed(second, URI.create("/batches/broken"), "is invalid, so it is not known what was done");
            assertFailed(second, URI.create("/batches/empty"), "interrupted while it was recorded");
            assertFailed(second, unplanned, "interrupted while it was recorded");
            assertFailed(second, foreign, "the batch was started at http://");
            assertFailed(second, locked, "another process is running the batch");
            assertThat(show(second, locked).get("runs")).hasSize(6);
            JsonNode all = json(second.client()
                    .get()
                    .uri("/batches")
                    .exchange()
                    .expectStatus()
                    .isOk());
            assertThat(all)
                    .extracting(one -> one.get("id").asString())
                    .containsExactlyInAnyOrder(id(good), id(locked), id(unplanned), id(foreign), "broken", "empty");
            assertThat(all)
                    .filteredOn(one -> one.get("id").asString().equals(id(good)))
                    .singleElement()
                    .satisfies(one -> assertThat(one.get("status").asString()).isEqualTo("finished"));
        } finally {
            session.close().block();
        }
        assertThat(simulator.createdRuns()).hasSize(18);

        try (Service third = service()) {
            new StreamReader().read(third.url(), locked).block();

            assertThat(show(third, locked).get("status").asString()).isEqualTo("finished");
            assertThat(simulator.createdRuns()).hasSize(18);
        }
    }

    private void assertFailed(Service service, URI batch, String reason) {
        new StreamReader().read(service.url(), batch).block();
        JsonNode shown = show(service, batch);
        assertThat(shown.get("status").asString()).isEqualTo("failed");
        assertThat(shown.get("problem").asString())
                .contains(reason)
                .doesNotContain(folder.toString())
                .doesNotContain(simulator.apiKey());
    }

    @Test
    void outcomesOfTriggersInFlightAreAwaited() throws IOException {
        simulator.inject(FaultRule.on(TRIGGER).inject(Fault.latency(Duration.ofMillis(300))));
        URI batch;
        try (Service first = service()) {
            batch = startBatch(first, "checkout", "refunds");
            Service.await(() -> simulator.requestCount(TRIGGER) == 1);
        }

        assertThat(entries(folder.resolve(id(batch) + ".jsonl")))
                .filteredOn(entry -> entry instanceof JournalEntry.Started)
                .hasSize(1);
        assertThat(simulator.requestCount(TRIGGER)).isEqualTo(1);
    }

    @Test
    void anotherKeyNeedsProofOrTheWordOfTheOperator() throws IOException {
        continueRuns();
        simulator.inject(FaultRule.on(TRIGGER).inject(Fault.resetBeforeProcessing()));
        URI batch;
        try (Service first = service(simulator, "telnyx.batches.shutdown=1ms")) {
            batch = startBatch(first, "checkout");
            Service.await(() -> simulator.requestCount(TRIGGER) > 0);
        }
        simulator.clearFaults();
        Path journal = folder.resolve(id(batch) + ".jsonl");
        Files.writeString(journal, Files.readString(journal).replaceFirst("(\"fingerprint\":\")[^\"]+", "$1another"));

        try (Service second = service()) {
            assertFailed(second, batch, "the API key is not the one that the batch was started with");
        }
        assertThat(simulator.createdRuns()).isEmpty();

        try (Service third = service(simulator, "telnyx.batches.same-account=true")) {
            new StreamReader().read(third.url(), batch).block();
            JsonNode shown = show(third, batch);
            assertThat(shown.get("status").asString()).isEqualTo("finished");
            assertThat(shown.get("runs")).hasSize(6);
            assertIsTruth(shown);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void othersCannotReadJournals() throws IOException {
        URI batch;
        try (Service service = service()) {
            batch = startBatch(service, "checkout");
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(id(batch) + ".jsonl"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve(id(batch) + ".jsonl"))).doesNotContain(simulator.apiKey());
    }

    @Test
    void refusedBatchLeavesNoJournal() throws IOException {
        try (Service service = service()) {
            json(service.client()
                    .post()
                    .uri("/batches")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"suites\":[\"chekout\"]}")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(422));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void idsNameNoOtherFiles() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(temporary.resolve("outside.jsonl"), "{}\n");
        try (Service service = service()) {
            for (String id : List.of("..%2F..%2Foutside", "..%2F..%2F..%2Foutside", "%2Fetc%2Fpasswd", ".")) {
                service.client()
                        .get()
                        .uri(URI.create(service.url() + "/batches/" + id))
                        .exchange()
                        .expectStatus()
                        .is4xxClientError()
                        .expectBody()
                        .returnResult();
            }
        }
    }
}
