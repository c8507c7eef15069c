package io.github.telnyxreactive.gate;

import static io.github.telnyxreactive.gate.EvidenceScene.way;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.gate.EvidenceScene.Way;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A baseline that was kept is run again if it does not hold any more, and the reasons say why. */
class OutdatedBaselineTest {

    private static final String UNUSED =
            "the kept baseline was not used, and the suites were run against the main version: ";

    private final KeptScene scene = new KeptScene();

    @AfterEach
    void close() {
        scene.close();
    }

    static Stream<Way> doesNotHold() {
        return Stream.of(
                way(
                        "a test is added",
                        "1 test was added to suite refunds since: \"Test t6\" \\(t6\\)",
                        scene -> scene.service.addTests("refunds", "t6")),
                way(
                        "a test is removed",
                        "1 test was removed from suite checkout since: t2",
                        scene -> scene.service.tests.remove("t2")),
                changed("instructions", "Ask for nothing"),
                changed("rubric", List.of()),
                changed("max_duration_seconds", 61),
                changed("destination", "+13125550002"),
                // As while a gate runs: nobody knows what the service makes of a name.
                changed("name", "Another name"),
                changed("field_of_the_future", 1),
                way(
                        "another version is the main version",
                        "it is about version v1, and the main version is v3 now",
                        scene -> scene.service.main = "v3"),
                way(
                        "the main version is edited",
                        "the main version was changed since",
                        scene -> scene.service.versions.get("v1").put("instructions", "Be rude")),
                way(
                        "a run is gone",
                        "run r\\d+t1 could not be read again: .*404.*",
                        scene -> scene.service
                                .runs
                                .values()
                                .removeIf(run -> run.testId().equals("t1")
                                        && run.version().equals("v1"))),
                way(
                        "a run has another status",
                        "run r\\d+t1 of test t1 was passed, and is failed now",
                        scene -> scene.service.runs.replaceAll(
                                (id, run) -> run.testId().equals("t1") ? run.endingAs("failed") : run)),
                way(
                        "a run goes on",
                        "run r\\d+t1 of test t1 was passed, and is running now",
                        scene -> scene.service.runs.replaceAll(
                                (id, run) -> run.testId().equals("t1") ? run.endingAs("running") : run)),
                way(
                        "a run is of another version",
                        "run r\\d+t1 of test t1 was run against version v1, and against version v9 now.*",
                        scene -> rewriteKept(scene, "destination_version_id", "v1", "v9")),
                way(
                        "a run is of another test",
                        ".*no run of these tests of suite checkout against the main version: \"Test t1\" \\(t1\\).*",
                        scene -> rewriteKept(scene, "test_id", "t1", "t2")),
                way(
                        "each test is to be run twice",
                        "each test was run once, and not 2 times",
                        scene -> scene.request.repeats(2)),
                way(
                        "there are other suites",
                        "it is about other suites: checkout, refunds",
                        scene -> scene.request.suites(List.of("checkout"))));
    }

    /** Changes how the runs are written that exist by now. */
    private static void rewriteKept(EvidenceScene scene, String field, String before, String after) {
        Set<String> kept = Set.copyOf(scene.service.runs.keySet());
        UnaryOperator<Map<String, Object>> writing = scene.service.writing;
        scene.service.writing = fields -> {
            if (kept.contains(String.valueOf(fields.get("run_id")))) {
                fields.replace(field, before, after);
            }
            return writing.apply(fields);
        };
    }

    private static Way changed(String field, Object value) {
        return way(
                "the field " + field + " of a test is changed",
                "1 test was changed in suite checkout since: \"(Test t2|Another name)\" \\(t2\\)",
                scene -> scene.service.tests.get("t2").put(field, value));
    }

    @ParameterizedTest
    @MethodSource
    void doesNotHold(Way way) {
        scene.request.minPassRate(Percentage.ZERO).maxPassRateDrop(Percentage.ALL);
        way.apply().accept(scene.scene);

        assertRunAgain(scene.decideByKept(), way.missing());
    }

    private void assertRunAgain(GateDecision decision, String why) {
        assertThat(decision.outcome()).isEqualTo(Outcome.WOULD_PROMOTE);
        assertThat(decision.reasons()).last().asString().startsWith(UNUSED);
        assertThat(decision.reasons().get(decision.reasons().size() - 1).substring(UNUSED.length()))
                .matches(why);
        assertThat(decision.missing()).isEmpty();
        assertThat(scene.triggered()).contains(scene.service.main, "v2");
        assertThat(decision.baselineEvidence()).isNotEqualTo(scene.evidence);
        assertThat(decision.baseline().runs()).isEqualTo(decision.candidate().runs());
    }

    private record Change(String name, String why, UnaryOperator<VersionEvidence> apply) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Change> isOfSomethingElse() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        return Stream.of(
                new Change(
                        "older", "it is from .*Z, and older than 7 days", kept -> at(kept, now.minus(KeptScene.WEEK))),
                new Change("far older", "it is from .*Z, and older than 7 days", kept -> at(kept, OffsetDateTime.MIN)),
                new Change(
                        "the clock was set back",
                        "it is from .*Z, which is in the future",
                        kept -> at(kept, now.plusHours(1))),
                new Change(
                        "another assistant",
                        "it is about assistant b",
                        kept -> new VersionEvidence(
                                "b", "v1", kept.versionDigest(), kept.startedAt(), 1, kept.tests())),
                new Change(
                        "another version",
                        "it is about version v3, and the main version is v1 now",
                        kept -> new VersionEvidence(
                                "a", "v3", kept.versionDigest(), kept.startedAt(), 1, kept.tests())),
                new Change(
                        "the same run twice",
                        ".*there are runs of suite checkout .*|no run of these tests of suite checkout .*: \"Test t1\" \\(t1\\).*",
                        kept -> {
                            List<TestEvidence> tests = new ArrayList<>(kept.tests());
                            TestEvidence first = tests.get(0);
                            tests.set(
                                    0,
                                    new TestEvidence(
                                            first.suite(),
                                            first.testId(),
                                            first.digest(),
                                            tests.get(1).runs()));
                            return new VersionEvidence("a", "v1", kept.versionDigest(), kept.startedAt(), 1, tests);
                        }),
                new Change(
                        "everything",
                        "it is from .*; it is about assistant b; each test was run 2 times, and not once; it is about"
                                + " other suites: .*",
                        kept -> new VersionEvidence("b", "v3", "d", OffsetDateTime.MIN, 2, List.of())));
    }

    private static VersionEvidence at(VersionEvidence kept, OffsetDateTime time) {
        return new VersionEvidence("a", "v1", kept.versionDigest(), time, 1, kept.tests());
    }

    @ParameterizedTest
    @MethodSource
    void isOfSomethingElse(Change change) {
        scene.evidence = change.apply().apply(scene.evidence);

        assertRunAgain(scene.decideByKept(), change.why());
    }

    @Test
    void comparesBeforeItReadsRuns() {
        VersionEvidence old = at(scene.evidence, OffsetDateTime.MIN);
        scene.request.baseline(Baseline.kept(old, KeptScene.WEEK));
        String kept = Objects.requireNonNull(old.tests().get(0).runs().get(0).suiteRunId());

        scene.decide();

        assertThat(scene.service.calls)
                .noneMatch(call -> kept.equals(call.query().get("test_suite_run_id")));
    }

    @Test
    void saysSoIfTheGateIsInconclusiveToo() {
        scene.evidence = at(scene.evidence, OffsetDateTime.MIN);
        scene.service.starting =
                runs -> runs.stream().filter(run -> !run.testId().equals("t5")).toList();

        GateDecision decision = scene.decideByKept();

        assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(decision.missing()).hasSize(2);
        assertThat(decision.reasons()).hasSize(3).startsWith(decision.missing().toArray(String[]::new));
        assertThat(decision.reasons()).last().asString().startsWith(UNUSED);
    }
}
