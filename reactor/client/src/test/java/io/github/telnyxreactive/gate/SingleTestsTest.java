package io.github.telnyxreactive.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.JournalReport;
import io.github.telnyxreactive.bulk.report.JsonEvidence;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate of single tests, alone and beside suites. */
class SingleTestsTest {

    @TempDir
    Path folder;

    private static List<String> tests(GateScene scene, int count) {
        return scene.assistants()
                .tests()
                .list()
                .map(AssistantTest::testId)
                .take(count)
                .collectList()
                .block();
    }

    private static int singleTriggerings(GateScene scene) {
        return scene.simulator.requestCount("assistants.tests.runs.trigger");
    }

    private static GateRequestBuilder only(GateScene scene, List<String> tests) {
        return scene.request().suites(List.of()).tests(tests);
    }

    @Test
    void runsSingleTestsAlone() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            List<String> tests = tests(scene, 3);

            GateDecision decision = scene.decide(only(scene, tests).repeats(2));

            assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
            assertThat(decision.candidate().runs()).isEqualTo(6);
            assertThat(decision.baseline().runs()).isEqualTo(6);
            assertThat(decision.comparison().candidateTests()).isEqualTo(3);
            assertThat(singleTriggerings(scene)).isEqualTo(12);
            assertThat(scene.triggerings()).isZero();
            assertThat(scene.simulator.runs()).hasSize(12);
        }
    }

    @Test
    void countsATestOfASuiteAndASingleOneTwice() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            GateDecision decision = scene.decide(scene.request().tests(tests(scene, 1)));

            assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
            assertThat(decision.candidate().runs()).isEqualTo(GateScene.RUNS + 1);
            assertThat(singleTriggerings(scene)).isEqualTo(2);
            assertThat(scene.triggerings()).isEqualTo(4);
        }
    }

    @Test
    void refusesAVersionByASingleTest() {
        try (GateScene scene =
                new GateScene(simulator -> simulator.outcomes(0, 1, 0).outcomes(GateScene.MAIN, 1, 0, 0))) {
            String test = tests(scene, 1).get(0);

            GateDecision decision = scene.decide(only(scene, List.of(test)));

            assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(decision.regressions()).singleElement().satisfies(regression -> {
                assertThat(regression.testId()).isEqualTo(test);
                assertThat(regression.suite()).isNull();
            });
            assertThat(decision.reasons()).noneMatch(reason -> reason.contains("null"));
            assertThat(scene.changes()).isZero();
        }
    }

    @Test
    void namesTestsThatDoNotExistBeforeAnythingIsTriggered() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            String test = tests(scene, 1).get(0);
            String wrong = test.substring(0, test.length() - 1) + (test.endsWith("0") ? "1" : "0");

            assertThatThrownBy(() -> scene.decide(only(scene, List.of(test, wrong))))
                    .isInstanceOf(ItemRefusedException.class)
                    .hasMessageContaining("there is no test \"" + wrong + "\"")
                    .hasMessageContaining("did you mean");

            assertThat(scene.simulator.runs()).isEmpty();
        }
    }

    @Test
    void saysWhichTestCouldNotBeTriggered() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            String test = tests(scene, 1).get(0);
            scene.simulator.inject(
                    FaultRule.on("assistants.tests.runs.trigger").inject(Fault.status(403, "{}", "application/json")));

            GateDecision decision = scene.decide(only(scene, List.of(test)));

            assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(decision.missing())
                    .anyMatch(missing ->
                            missing.startsWith("test " + test + " against the candidate could not be triggered: "));
            assertThat(scene.changes()).isZero();
        }
    }

    @Test
    void keepsTheEvidenceForALaterGate() throws IOException {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            List<String> tests = tests(scene, 2);
            GateDecision first = scene.decide(only(scene, tests).repeats(2).decideOnly(true));
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            JsonEvidence.write(Objects.requireNonNull(first.baselineEvidence()), file);
            VersionEvidence read = JsonEvidence.read(new ByteArrayInputStream(file.toByteArray()));
            assertThat(read).isEqualTo(first.baselineEvidence());
            int before = singleTriggerings(scene);

            GateDecision decision = scene.decide(
                    only(scene, tests).repeats(2).baseline(Baseline.kept(read, Duration.ofDays(1), Baseline.main())));

            assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
            assertThat(singleTriggerings(scene) - before).isEqualTo(4);
            assertThat(decision.baseline().runs()).isEqualTo(4);
        }
    }

    @Test
    void recordsThemInAJournal() throws IOException {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            GateRequest request = only(scene, tests(scene, 2)).decideOnly(true).build();
            Path file = folder.resolve("gate.jsonl");
            for (int time = 0; time < 2; time++) {
                assertThat(scene.gate()
                                .run(request, FileJournal.at(file), new TotalsCollector(), event -> {})
                                .block()
                                .outcome())
                        .isEqualTo(Outcome.WOULD_PROMOTE);
            }

            assertThat(singleTriggerings(scene)).isEqualTo(4);
            BatchReport report = JournalReport.read(file).report(false, "not triggered");
            assertThat(StreamSupport.stream(report.items().spliterator(), false).map(ReportedItem::testName))
                    .hasSize(4)
                    .doesNotContainNull();
        }
    }

    @Test
    void triggersNothingTwiceUnderTheNameOfItsBatch() {
        try (GateScene scene = new GateScene(simulator -> simulator)) {
            GateRequestBuilder request =
                    only(scene, tests(scene, 2)).batch("release-7").decideOnly(true);
            scene.decide(request);
            scene.decide(request);

            assertThat(scene.simulator.runs()).hasSize(4);
        }
    }
}
