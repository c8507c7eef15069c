package io.github.telnyxreactive.gate;

import static io.github.telnyxreactive.gate.EvidenceScene.way;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.error.ClientClosedException;
import io.github.telnyxreactive.gate.EvidenceScene.Way;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is changed between the first reading and the decision, the gate says so, and changes nothing. */
class ChangedEvidenceTest {

    private final EvidenceScene scene = new EvidenceScene();

    @AfterEach
    void close() {
        scene.close();
    }

    static Stream<Way> changesMeanwhile() {
        return Stream.of(
                way(
                        "a test is added",
                        "1 test was added to suite checkout while it ran: \"Test t6\" \\(t6\\)",
                        test -> test.meanwhile = () -> test.service.addTests("checkout", "t6")),
                way(
                        "a test is removed",
                        "1 test was removed from suite checkout while it ran: \"Test t1\" \\(t1\\)",
                        test -> test.meanwhile = () -> test.service.tests.remove("t1")),
                changed("instructions", "Ask for nothing"),
                changed("rubric", List.of(Map.of("name", "polite", "criteria", "is not rude"))),
                changed("destination", "+13125550002"),
                changed("max_duration_seconds", 61),
                changed("telnyx_conversation_channel", "phone_call"),
                changed("name", "Another test"),
                changed("description", "Was none before"),
                changed("a_field_of_the_future", true),
                way(
                        "a run of the candidate has another result",
                        "run r\\d+t2 of test t2 was passed, and is failed now",
                        test -> test.endAnew("t2", "v2", "failed")),
                way(
                        "a run of the main version has another result",
                        "run r\\d+t5 of test t5 was passed, and is error now",
                        test -> test.endAnew("t5", "v1", "error")),
                way(
                        "a list shows another result",
                        "run r\\d+t2 of test t2 was passed, and is failed now",
                        test -> test.meanwhile = () -> test.service.listing = fields -> {
                            fields.replace("status", "passed", "failed");
                            return fields;
                        }),
                way(
                        "a run goes on",
                        "run r\\d+t5 of test t5 was passed, and is running now",
                        test -> test.endAnew("t5", "v2", "running")),
                way(
                        "a run is gone",
                        "run r\\d+t2 could not be read again: .*status 404.*",
                        test -> test.meanwhile = () -> test.service
                                .runs
                                .values()
                                .removeIf(run -> run.testId().equals("t2"))),
                way(
                        "a run cannot be read again",
                        "run r\\d+t1 could not be read again: .*status 403.*",
                        test -> test.refuseAfterwards(call -> call.path().contains("/runs"))),
                way(
                        "the service answers with another run",
                        "run r\\d+t1 of test t1 could not be read again: the service answered with run r0",
                        test -> test.meanwhile = () -> test.service.writing = fields -> {
                            fields.put("run_id", "r0");
                            return fields;
                        }),
                way(
                        "a run was run against another version after all",
                        "run r\\d+t1 of test t1 was run against version v2, and against version v9 now",
                        test -> test.meanwhile = () -> test.service.writing = fields -> {
                            fields.replace("destination_version_id", "v2", "v9");
                            return fields;
                        }),
                way(
                        "the tests cannot be listed again",
                        "the tests could not be read again after the suites had run: .*status 403.*",
                        test -> test.refuseAfterwards(call -> call.isRead("/tests"))),
                way(
                        "the versions cannot be read again",
                        "the versions could not be read again after the suites had run: .*status 403.*",
                        test -> test.refuseAfterwards(call -> call.isRead("/v2"))),
                way(
                        "another version is the main version",
                        "the main version has changed from v1 to v3 while the suites ran",
                        test -> test.meanwhile = () -> test.service.main = "v3"),
                way(
                        "the service does not say any more which version is the main version",
                        "the main version has changed from v1 to null while the suites ran",
                        test -> test.meanwhile =
                                () -> test.service.versions.get("v1").remove("version_id")),
                way(
                        "the main version is edited",
                        "the main version was changed while the suites ran, in these fields: instructions",
                        test -> test.meanwhile =
                                () -> test.service.versions.get("v1").put("instructions", "Be rude")),
                way(
                        "the candidate is edited",
                        "the candidate was changed while the suites ran, in these fields: instructions",
                        test -> test.meanwhile =
                                () -> test.service.versions.get("v2").put("instructions", "Be rude")),
                way(
                        "the version to compare with is edited",
                        "the baseline was changed while the suites ran, in these fields: instructions",
                        test -> {
                            test.request.baseline(Baseline.version("v3"));
                            test.meanwhile =
                                    () -> test.service.versions.get("v3").put("instructions", "Be rude");
                        }));
    }

    private static Way changed(String field, Object value) {
        return way(
                "the " + field + " of a test",
                "test \"Test t2\" \\(t2\\) of suite checkout was changed while it ran, in these fields: " + field,
                test -> test.changeTest(field, value));
    }

    @ParameterizedTest
    @MethodSource
    void changesMeanwhile(Way way) {
        scene.request.minPassRate(Percentage.ZERO).maxPassRateDrop(Percentage.ALL);

        scene.assertInconclusive(way);
    }

    @Test
    void aBadVersionIsNotRefusedOnIncompleteEvidence() {
        scene.service.ending = run -> run.version().equals("v2") ? "failed" : "passed";
        scene.meanwhile = () -> scene.service.tests.get("t2").put("instructions", "Ask for nothing");

        assertThat(scene.decide().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(scene.service.changes()).isZero();
    }

    @Test
    void saysAllThatWasChanged() {
        scene.meanwhile = () -> {
            scene.service.tests.get("t2").put("instructions", "Ask for nothing");
            scene.service.main = "v3";
            scene.service.runs.replaceAll((id, run) -> run.endingAs("failed"));
        };

        assertThat(scene.decide().missing()).hasSize(EvidenceScene.RUNS + 2);
    }

    @Test
    void timesOfATestMayChange() {
        scene.meanwhile = () -> {
            scene.service.tests.get("t2").put("created_at", "2026-02-02T00:00:00Z");
            scene.service.tests.get("t2").put("updated_at", "2026-02-02T00:00:00Z");
            scene.service.tests.get("t2").put("description", null);
        };

        assertThat(scene.decide().outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void timesOfAVersionMayChange() {
        scene.meanwhile = () -> {
            scene.service.versions.get("v1").put("updated_at", "2026-02-02T00:00:00Z");
            scene.service.versions.get("v2").put("updated_at", "2026-02-02T00:00:00Z");
        };

        assertThat(scene.decide().outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void aListThatCannotBeReadIsNotNeeded() {
        scene.refuseAfterwards(call -> call.isRead("/checkout/runs"));

        assertThat(scene.decide().outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void aListThatLagsIsNotBelieved() {
        scene.meanwhile = () -> scene.service.listing = fields -> {
            fields.put("status", "running");
            return fields;
        };

        assertThat(scene.decide().outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void testsOfOtherSuitesAreNotMissed() {
        scene.service.trouble =
                call -> call.isRead("/tests") ? GateService.page(List.copyOf(scene.service.tests.values())) : null;

        assertThat(scene.decide().outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void testsThatDoNotNameTheirSuiteBelongToTheSuiteThatListsThem() {
        scene.request.suites(List.of("refunds"));
        scene.service.trouble = call -> call.isRead("/tests")
                ? GateService.page(List.of(Map.of("test_id", "t4"), Map.of("test_id", "t5")))
                : null;

        assertThat(scene.decide().outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void closingTheClientIsNoEvidence() {
        scene.meanwhile = scene.client::close;

        assertThatExceptionOfType(ClientClosedException.class).isThrownBy(scene::decide);
        assertThat(scene.service.changes()).isZero();
    }

    @Test
    void aGoodVersionIsPromotedOnce() {
        GateDecision decision = scene.decide();

        assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(decision.missing()).isEmpty();
        assertThat(decision.comparison()).isEqualTo(new Comparison(5, 5, 5, 5, 1));
        assertThat(scene.service.main).isEqualTo("v2");
        assertThat(scene.service.changes()).isEqualTo(1);
    }

    @Test
    void aBadVersionIsRefused() {
        scene.service.ending = run -> run.version().equals("v2") && run.testId().matches("t[12]") ? "failed" : "passed";

        GateDecision decision = scene.decide();

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.missing()).isEmpty();
        assertThat(decision.regressions()).extracting(Regression::testId).containsExactly("t1", "t2");
        assertThat(decision.reasons())
                .containsExactly(
                        "3 of 5 tests (60 %) against the candidate passed; at least 100 % are required",
                        "5 of 5 tests (100 %) against the main version passed; the candidate is more than 0 percentage"
                                + " points below that; with so few tests, a difference of this size is not significant"
                                + " (p = 0.22, at a confidence of 95 %)",
                        "tests that pass on the main version but not on the candidate: \"Test t1\" (t1) of suite checkout (failed),"
                                + " \"Test t2\" (t2) of suite checkout (failed)");
        assertThat(scene.service.changes()).isZero();
    }
}
