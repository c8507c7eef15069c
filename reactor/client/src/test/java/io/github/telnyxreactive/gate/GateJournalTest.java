package io.github.telnyxreactive.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.JournalReport;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.Verdict;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** A gate with a journal. */
class GateJournalTest {

    private static final int ITEMS = 2 * GateScene.SUITES.size();

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("gate.jsonl");
    }

    private Mono<GateDecision> gate(GateScene scene, GateRequest request) {
        return scene.gate().run(request, FileJournal.at(file()), new TotalsCollector(), event -> {});
    }

    @Test
    void recordsEveryRunForReports() throws IOException {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            GateDecision decision = gate(scene, scene.request().build()).block();

            assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
            assertThat(scene.triggerings()).isEqualTo(ITEMS);
            JournalReport journal = JournalReport.read(file());
            assertThat(journal.isComplete()).isTrue();
            BatchReport report = journal.report(false, "not triggered");
            assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
            assertThat(StreamSupport.stream(report.items().spliterator(), false).map(ReportedItem::versionId))
                    .containsExactly(GateScene.CANDIDATE, GateScene.MAIN, GateScene.CANDIDATE, GateScene.MAIN);
            assertThat(runs(report)).isEqualTo(2 * GateScene.RUNS);
        }
    }

    private static long runs(BatchReport report) {
        return StreamSupport.stream(report.items().spliterator(), false)
                .flatMap(item -> StreamSupport.stream(item.runs().spliterator(), false))
                .count();
    }

    @Test
    void goesOnAfterACancellationAndTriggersNothingTwice() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            GateRequest request = scene.request().repeats(2).build();
            AtomicInteger seen = new AtomicInteger();
            Mono<GateDecision> first = scene.gate()
                    .run(request, FileJournal.at(file()), new TotalsCollector(), event -> seen.incrementAndGet());
            var subscription = first.subscribe();
            GateScene.await(() -> seen.get() >= 5);
            subscription.dispose();
            assertThat(scene.changes()).isZero();

            GateDecision decision = retried(scene, request);

            assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
            assertThat(decision.candidate().runs()).isEqualTo(2 * GateScene.RUNS);
            assertThat(decision.baseline().runs()).isEqualTo(2 * GateScene.RUNS);
            assertThat(scene.simulator.runs()).hasSize(4 * GateScene.RUNS);
        }
    }

    /** The cancelled gate closes its journal on a thread of its own. */
    private GateDecision retried(GateScene scene, GateRequest request) {
        return Objects.requireNonNull(Mono.defer(() -> gate(scene, request))
                .retryWhen(Retry.fixedDelay(1_000, Duration.ofMillis(10))
                        .filter(error -> error instanceof JournalException busy
                                && busy.reason() == JournalException.Reason.IN_USE))
                .block());
    }

    @Test
    void judgesACompleteJournalWithoutTriggering() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            GateRequest request = scene.request().decideOnly(true).build();
            assertThat(gate(scene, request).block().outcome()).isEqualTo(Outcome.WOULD_PROMOTE);
            scene.simulator.clearRequests();

            GateDecision decision = gate(scene, scene.request().build()).block();

            assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
            assertThat(decision.candidate().passed()).isEqualTo(GateScene.RUNS);
            assertThat(scene.triggerings()).isZero();
        }
    }

    @Test
    void givesTheEarlierEventsToTheObserver() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            GateRequest request = scene.request().decideOnly(true).build();
            gate(scene, request).block();
            List<BatchEvent> events = new CopyOnWriteArrayList<>();

            scene.gate()
                    .run(request, FileJournal.at(file()), new TotalsCollector(), events::add)
                    .block();

            assertThat(events.stream().filter(BatchEvent.Finished.class::isInstance))
                    .hasSize(2 * GateScene.RUNS);
        }
    }

    @Test
    void refusesAJournalOfAnotherGate() throws IOException {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            gate(scene, scene.request().decideOnly(true).build()).block();
            byte[] before = Files.readAllBytes(file());
            scene.simulator.clearRequests();

            for (GateRequest other : List.of(
                    scene.request().repeats(2).build(),
                    scene.request().suites(List.of("checkout")).build(),
                    scene.request().baseline(Baseline.none()).build(),
                    scene.request().candidateVersionId(GateScene.OTHER).build())) {
                assertRefused(scene, other);
            }
            assertThat(scene.triggerings()).isZero();
            assertThat(scene.changes()).isZero();
            assertThat(new String(Files.readAllBytes(file()), StandardCharsets.UTF_8))
                    .startsWith(new String(before, StandardCharsets.UTF_8));
        }
    }

    @Test
    void refusesAJournalIfATestWasChangedSince() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            gate(scene, scene.request().decideOnly(true).build()).block();
            String test = Objects.requireNonNull(
                            scene.assistants().tests().list().blockFirst())
                    .testId();
            scene.assistants()
                    .tests()
                    .update(
                            test,
                            UpdateAssistantTestRequest.builder()
                                    .instructions(Field.set("Ask twice."))
                                    .build())
                    .block();
            scene.simulator.clearRequests();

            assertRefused(scene, scene.request().build());

            assertThat(scene.triggerings()).isZero();
            assertThat(scene.changes()).isZero();
        }
    }

    private void assertRefused(GateScene scene, GateRequest request) {
        assertThatThrownBy(() -> gate(scene, request).block())
                .isInstanceOfSatisfying(
                        JournalException.class,
                        error -> assertThat(error.reason()).isEqualTo(JournalException.Reason.OTHER_BATCH))
                .hasMessage(
                        "the journal is not of this gate, or a version or a test was changed since it was begun: nothing"
                                + " was triggered; begin a new gate with another journal");
    }

    @Test
    void keepsTheKeysOfItsNamedBatch() throws IOException {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            GateRequest request =
                    scene.request().batch("release-7").decideOnly(true).build();
            gate(scene, request).block();
            Files.delete(file());

            GateDecision decision = gate(scene, request).block();

            assertThat(decision.outcome()).isEqualTo(Outcome.WOULD_PROMOTE);
            assertThat(scene.triggerings()).isEqualTo(2 * ITEMS);
            assertThat(scene.simulator.runs()).hasSize(2 * GateScene.RUNS);
            assertThat(JournalReport.read(file()).isComplete()).isTrue();
        }
    }

    @Test
    void changesNothingIfTheJournalCannotBeWritten() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            Path nowhere = folder.resolve("missing").resolve("gate.jsonl");

            assertThatThrownBy(() -> scene.gate()
                            .run(scene.request().build(), FileJournal.at(nowhere), new TotalsCollector(), event -> {})
                            .block())
                    .isInstanceOfSatisfying(
                            JournalException.class,
                            error -> assertThat(error.reason()).isEqualTo(JournalException.Reason.UNWRITABLE));

            assertThat(scene.triggerings()).isZero();
            assertThat(scene.changes()).isZero();
        }
    }

    @Test
    void saysIfAResumedRunWasRunAgainstAnotherVersion() throws IOException {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            gate(scene, scene.request().decideOnly(true).build()).block();
            // The runs of the candidate change places with those of the main version.
            String text = Files.readString(file());
            Files.writeString(
                    file(),
                    text.replace("\"version_id\":\"" + GateScene.MAIN, "\"version_id\":\"-")
                            .replace("\"version_id\":\"" + GateScene.CANDIDATE, "\"version_id\":\"" + GateScene.MAIN)
                            .replace("\"version_id\":\"-", "\"version_id\":\"" + GateScene.CANDIDATE));

            GateDecision decision = gate(scene, scene.request().build()).block();

            assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(decision.missing()).isNotEmpty().allMatch(missing -> missing.contains("and against version"));
            assertThat(scene.changes()).isZero();
        }
    }

    @Test
    void keepsTheKeysOfItsNamedBatchForWhatWasRefused() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            GateRequest request =
                    scene.request().batch("release-7").decideOnly(true).build();
            scene.simulator.inject(FaultRule.on("assistants.tests.testSuites.runs.trigger")
                    .inject(Fault.status(403, "{}", "application/json")));
            assertThat(gate(scene, request).block().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            scene.simulator.clearFaults();

            assertThat(gate(scene, request).block().outcome()).isEqualTo(Outcome.WOULD_PROMOTE);
            assertThat(scene.decide(scene.request().batch("release-7").decideOnly(true))
                            .outcome())
                    .isEqualTo(Outcome.WOULD_PROMOTE);

            assertThat(scene.simulator.runs()).hasSize(2 * GateScene.RUNS);
        }
    }

    @Test
    void isNotResumedAsABatch() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            gate(scene, scene.request().decideOnly(true).build()).block();
            scene.simulator.clearRequests();

            assertThatThrownBy(() -> scene.assistants()
                            .tests()
                            .batch(GateScene.options().build())
                            .resume(FileJournal.at(file()), new TotalsCollector())
                            .blockLast())
                    .isInstanceOf(JournalException.class)
                    .hasMessageStartingWith("the journal is of a release gate");
            assertThat(scene.triggerings()).isZero();
        }
    }
}
