package io.github.telnyxreactive.webflux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The service is stopped and started again, while the simulator goes on. */
class RestartTest extends RestartScene {

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
}
