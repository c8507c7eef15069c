package io.github.telnyxreactive.webflux;

import static io.github.telnyxreactive.webflux.Service.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** The folder of the journals, with what may be in it. */
class JournalsTest extends RestartScene {

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
    void aBatchThatCannotBeRecordedIsNotStarted() throws IOException {
        try (Service service = service(simulator, "telnyx.batches.max-running=1")) {
            Files.delete(folder.resolve("finished"));
            Files.delete(folder);

            for (int attempt = 0; attempt < 2; attempt++) {
                json(service.client()
                        .post()
                        .uri("/batches")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"suites\":[\"checkout\"]}")
                        .exchange()
                        .expectStatus()
                        .isEqualTo(500));
            }

            assertThat(json(service.client().get().uri("/batches").exchange())).isEmpty();
            assertThat(simulator.createdRuns()).isEmpty();
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

    private void assertFailed(Service service, URI batch, String reason) {
        new StreamReader().read(service.url(), batch).block();
        JsonNode shown = show(service, batch);
        assertThat(shown.get("status").asString()).isEqualTo("failed");
        assertThat(shown.get("problem").asString())
                .contains(reason)
                .doesNotContain(folder.toString())
                .doesNotContain(simulator.apiKey());
    }
}
