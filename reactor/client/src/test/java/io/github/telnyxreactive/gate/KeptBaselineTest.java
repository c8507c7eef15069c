package io.github.telnyxreactive.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A baseline that was kept is used as long as it holds. */
class KeptBaselineTest {

    private final KeptScene scene = new KeptScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void isCompleteAndNamesWhatWasRun() {
        assertThat(scene.evidence.assistantId()).isEqualTo("a");
        assertThat(scene.evidence.versionId()).isEqualTo("v1");
        assertThat(scene.evidence.repeats()).isOne();
        assertThat(scene.evidence.startedAt()).isBeforeOrEqualTo(OffsetDateTime.now(ZoneOffset.UTC));
        assertThat(scene.evidence.tests())
                .extracting(TestEvidence::suite, TestEvidence::testId)
                .containsExactly(
                        tuple("checkout", "t1"),
                        tuple("checkout", "t2"),
                        tuple("checkout", "t3"),
                        tuple("refunds", "t4"),
                        tuple("refunds", "t5"));
        assertThat(scene.evidence.tests())
                .allSatisfy(test -> assertThat(test.runs()).singleElement().satisfies(run -> {
                    assertThat(run.status().value()).isEqualTo(test.testId().equals("t3") ? "failed" : "passed");
                    assertThat(scene.service.runs.get(run.runId()).version()).isEqualTo("v1");
                }));
    }

    @Test
    void runsTheCandidateOnlyAndDecidesTheSame() {
        GateDecision decision = scene.decideByKept();

        assertThat(scene.triggered()).containsExactlyInAnyOrder("v2", "v2");
        assertThat(decision.baselineEvidence()).isEqualTo(scene.evidence);
        assertThat(decision)
                .usingRecursiveComparison()
                .ignoringFields("candidateEvidence")
                .isEqualTo(scene.first);
    }

    @Test
    void readsTheRunsOnceMoreAtTheStartAndAtTheEnd() {
        scene.decideByKept();

        assertThat(scene.service.calls.stream()
                        .filter(call -> call.isRead("/checkout/runs")
                                && scene.evidence
                                        .tests()
                                        .get(0)
                                        .runs()
                                        .get(0)
                                        .suiteRunId()
                                        .equals(call.query().get("test_suite_run_id"))))
                .hasSize(2);
    }

    @Test
    void seesRegressionsAgainstIt() {
        scene.service.ending = run -> "t1 t2".contains(run.testId()) ? "failed" : "passed";

        GateDecision decision = scene.decideByKept();

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.regressions()).extracting(Regression::testId).containsExactly("t1", "t2");
        assertThat(scene.triggered()).containsOnly("v2");
        assertThat(decision.nextBaseline()).isEqualTo(scene.evidence);
    }

    @Test
    void aPromotedCandidateIsTheNextBaseline() {
        scene.request.decideOnly(false);
        GateDecision promoted = scene.decide();
        assertThat(promoted.outcome()).isEqualTo(Outcome.PROMOTED);
        scene.evidence = Objects.requireNonNull(promoted.nextBaseline());
        assertThat(scene.evidence.versionId()).isEqualTo("v2");
        scene.clear();
        scene.request.candidateVersionId("v3");

        GateDecision decision = scene.decideByKept();

        assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(scene.triggered()).containsExactlyInAnyOrder("v3", "v3");
    }

    @Test
    void isOfANamedVersionToo() {
        scene.request.baseline(Baseline.version("v3"));
        scene.evidence = Objects.requireNonNull(scene.decide().baselineEvidence());
        scene.clear();
        scene.request.baseline(Baseline.kept(scene.evidence, KeptScene.WEEK, Baseline.version("v3")));

        assertThat(scene.decide().outcome()).isEqualTo(Outcome.WOULD_PROMOTE);
        assertThat(scene.triggered()).containsExactlyInAnyOrder("v2", "v2");
    }

    @Test
    void keepsEveryRepeat() {
        scene.request.repeats(3).passRule(PassRule.of(2, 3)).baseline(Baseline.main());
        GateDecision both = scene.decide();
        scene.evidence = Objects.requireNonNull(both.baselineEvidence());
        assertThat(scene.evidence.tests()).allMatch(test -> test.runs().size() == 3);
        scene.clear();

        GateDecision decision = scene.decideByKept();

        assertThat(scene.triggered()).hasSize(6).containsOnly("v2");
        assertThat(decision)
                .usingRecursiveComparison()
                .ignoringFields("candidateEvidence")
                .isEqualTo(both);
    }

    @Test
    void decidesNothingIfItChangesMeanwhile() {
        scene.service.ending = run -> run.testId().equals("t3") ? "failed" : "passed";
        scene.service.trouble = call -> {
            if (call.isTrigger()) {
                scene.service.runs.replaceAll((id, run) -> run.version().equals("v1") ? run.endingAs("error") : run);
            }
            return null;
        };

        GateDecision decision = scene.decideByKept();

        assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(decision.missing()).hasSize(5).allMatch(missing -> missing.contains("is error now"));
        assertThat(decision.candidateEvidence()).isNull();
        assertThat(decision.baselineEvidence()).isNull();
        assertThat(decision.nextBaseline()).isNull();
    }

    @Test
    void ageIsThatOfTheRuns() {
        OffsetDateTime created = OffsetDateTime.parse("2020-01-01T00:00:00Z");
        scene.service.writing = fields -> {
            fields.put("created_at", "t4".equals(fields.get("test_id")) ? created.toString() : "0001-01-01T00:00:00Z");
            return fields;
        };
        scene.request.baseline(Baseline.main());

        assertThat(scene.decide().baselineEvidence().startedAt()).isEqualTo(created);
    }

    @Test
    void timesMayChange() {
        scene.service.tests.get("t2").put("updated_at", "2026-02-02T00:00:00Z");
        scene.service.tests.get("t2").put("description", null);

        scene.decideByKept();

        assertThat(scene.triggered()).containsOnly("v2");
    }

    @Test
    void isAlwaysComplete() {
        TestEvidence test = scene.evidence.tests().get(0);
        Consumer<List<TestEvidence>> create =
                tests -> new VersionEvidence("a", "v1", "d", OffsetDateTime.now(ZoneOffset.UTC), 1, tests);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        create.accept(List.of(new TestEvidence(test.suite(), test.testId(), test.digest(), List.of()))))
                .withMessage("test t1 of suite checkout has 0 runs, and not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create.accept(List.of(test, test)))
                .withMessage("a test is there twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunEvidence("r", null, TestRunStatus.RUNNING))
                .withMessage("run r has not ended: running");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VersionEvidence("a", "v1", "d", OffsetDateTime.now(ZoneOffset.UTC), 0, List.of()))
                .withMessage("repeats must be at least 1: 0");
    }

    @Test
    void namesEverything() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        assertNeeds("assistantId", () -> new VersionEvidence("", "v1", "d", now, 1, List.of()));
        assertNeeds("versionId", () -> new VersionEvidence("a", "", "d", now, 1, List.of()));
        assertNeeds("versionDigest", () -> new VersionEvidence("a", "v1", "", now, 1, List.of()));
        assertNeeds("suite", () -> new TestEvidence("", "t", "d", List.of()));
        assertNeeds("testId", () -> new TestEvidence("s", "", "d", List.of()));
        assertNeeds("digest", () -> new TestEvidence("s", "t", "", List.of()));
        assertNeeds("runId", () -> new RunEvidence("", null, TestRunStatus.PASSED));
    }

    private static void assertNeeds(String name, ThrowingCallable creation) {
        assertThatIllegalArgumentException().isThrownBy(creation).withMessage(name + " must not be empty");
    }

    @Test
    void checksTheSettings() {
        assertThatIllegalArgumentException().isThrownBy(() -> Baseline.kept(scene.evidence, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Baseline.kept(scene.evidence, Duration.ofNanos(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.kept(scene.evidence, KeptScene.WEEK, Baseline.none()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Baseline.kept(scene.evidence, KeptScene.WEEK, Baseline.kept(scene.evidence, KeptScene.WEEK)));
        scene.request.baseline(Baseline.kept(scene.evidence, KeptScene.WEEK, Baseline.version("v2")));
        assertThatIllegalArgumentException().isThrownBy(scene.request::build);
    }
}
