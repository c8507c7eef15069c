package io.github.telnyxreactive.gate;

import static io.github.telnyxreactive.gate.EvidenceScene.way;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.gate.EvidenceScene.Way;
import io.github.telnyxreactive.gate.GateService.Answer;
import io.github.telnyxreactive.gate.GateService.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is missing of the runs, the gate says so, and changes nothing, however little it requires. */
class IncompleteEvidenceTest {

    private static final String UNKNOWN =
            "suite checkout against the candidate has runs that the service does not identify: .*";

    private final EvidenceScene scene = new EvidenceScene();

    @AfterEach
    void close() {
        scene.close();
    }

    static Stream<Way> incompleteRuns() {
        return Stream.of(
                way(
                        "one test of three is run against the candidate",
                        "no run of these tests of suite checkout against the candidate: \"Test t2\" \\(t2\\), \"Test t3\" \\(t3\\)",
                        test -> test.start(run ->
                                !run.version().equals("v2") || run.testId().matches("t[145]"))),
                way(
                        "one test is not run against the main version",
                        "no run of these tests of suite refunds against the main version: \"Test t5\" \\(t5\\)",
                        test -> test.start(run ->
                                !run.version().equals("v1") || !run.testId().equals("t5"))),
                way(
                        "the two sides run different tests",
                        "no run of these tests of suite checkout against the candidate: \"Test t1\" \\(t1\\)",
                        test -> test.start(run -> !(run.version().equals("v2") ? "t1" : "t2").equals(run.testId()))),
                way(
                        "no test is run at all",
                        "no run of these tests of suite checkout against the candidate: \"Test t1\" \\(t1\\), \"Test t2\" \\(t2\\), \"Test t3\" \\(t3\\)|"
                                + UNKNOWN,
                        test -> test.start(run -> false)),
                way(
                        "a suite cannot be triggered against the candidate",
                        "suite refunds against the candidate could not be triggered: .*status 403.*",
                        test -> test.answer(EvidenceScene.trigger("refunds", "v2"), Answer.refusal())),
                way(
                        "a suite cannot be triggered against the main version",
                        "suite checkout against the main version could not be triggered: .*status 403.*",
                        test -> test.answer(EvidenceScene.trigger("checkout", "v1"), Answer.refusal())),
                way(
                        "nobody knows what was triggered",
                        "it is not known whether suite checkout against the candidate was triggered: .*",
                        test -> test.answer(EvidenceScene.trigger("checkout", "v2"), new Answer(201, "{\"ok\":true}"))),
                way(
                        "a run is identified nowhere",
                        "suite checkout against the candidate has runs that the service does not identify: .*",
                        test -> {
                            test.start(run ->
                                    !run.version().equals("v2") || !run.testId().equals("t1"));
                            test.service.trouble = call -> null;
                            test.nameless();
                        }),
                way(
                        "a run does not name its test",
                        "the service did not say of which test these runs of suite checkout against the candidate are:"
                                + " r\\d+t2",
                        test -> test.service.writing = fields -> {
                            if (fields.get("run_id").toString().endsWith("t2")
                                    && "v2".equals(fields.get("destination_version_id"))) {
                                fields.remove("test_id");
                            }
                            return fields;
                        }),
                way(
                        "a run names another test in the end",
                        "the service named different tests for these runs of suite checkout against the candidate:"
                                + " r\\d+t2",
                        test -> test.service.writing = fields -> {
                            if ("t2".equals(fields.get("test_id"))
                                    && "v2".equals(fields.get("destination_version_id"))
                                    && !"pending".equals(fields.get("status"))) {
                                fields.put("test_id", "t1");
                            }
                            return fields;
                        }),
                way(
                        "a run is of a test of another suite",
                        "there are runs of suite checkout against the candidate of tests that were not in it when the"
                                + " gate started: t9",
                        test -> test.write("t2", "test_id", "t9")),
                way(
                        "a run was run against another version",
                        "these runs of suite checkout against the candidate were run against another version: r\\d+t2",
                        test -> test.service.writing = fields -> {
                            if ("t2".equals(fields.get("test_id"))) {
                                fields.put("destination_version_id", "v1");
                            }
                            return fields;
                        }),
                way(
                        "a test is run twice",
                        "more than 1 run of these tests of suite refunds against the candidate: \"Test t4\" \\(t4\\)",
                        test -> test.service.starting = runs -> {
                            List<Run> started = new ArrayList<>(runs);
                            runs.stream()
                                    .filter(run -> run.testId().equals("t4"))
                                    .forEach(run -> started.add(new Run(
                                            run.id() + "again",
                                            "t4",
                                            "refunds",
                                            run.suiteRunId(),
                                            run.version(),
                                            "passed")));
                            return started;
                        }),
                way(
                        "both versions get the same runs",
                        "the service returned the same runs for both versions: .*r0t4.*",
                        test -> test.service.starting = runs -> runs.stream()
                                .map(run -> run.suite().equals("refunds")
                                        ? new Run("r0" + run.testId(), run.testId(), "refunds", "s0", "", "passed")
                                        : run)
                                .toList()),
                way(
                        "a repeat gets the runs of the first time",
                        "fewer than 2 runs of these tests of suite checkout against the candidate: \"Test t1\" \\(t1\\), \"Test t2\" \\(t2\\), \"Test t3\" \\(t3\\)",
                        test -> {
                            test.request.repeats(2);
                            test.service.starting = runs -> runs.stream()
                                    .map(run -> new Run(
                                            run.version() + run.testId(),
                                            run.testId(),
                                            run.suite(),
                                            run.version() + run.suite(),
                                            run.version(),
                                            "passed"))
                                    .toList();
                        }),
                way(
                        "runs cannot be followed",
                        "2 of 2 runs of suite refunds against the candidate were not seen to end: .*status 403.*",
                        test -> test.answer(
                                call -> call.method().equals("GET")
                                        && (call.path().endsWith("/refunds/runs")
                                                || call.path().matches(".*/t[45]/runs/.*")),
                                Answer.refusal())),
                way(
                        "a run ends in a status that says nothing",
                        "these runs of suite checkout against the candidate have ended without a result: r\\d+t2",
                        test -> test.ended("cancelled")),
                way(
                        "a run ends without a status",
                        "these runs of suite checkout against the candidate have ended without a result: r\\d+t2",
                        test -> test.ended(null)));
    }

    static Stream<Way> nothingToRun() {
        return Stream.of(
                way(
                        "a suite has no tests",
                        "suite refunds has no tests, or does not exist",
                        test -> test.service.tests.keySet().removeAll(List.of("t4", "t5"))),
                way(
                        "there are too few tests",
                        "the suites have 5 tests, so each version would be run 5 times; at least 6 are required",
                        test -> test.request.minRuns(6)),
                way(
                        "the service does not say which version is the main version",
                        "the service does not return which version of the assistant is the main version",
                        test -> test.service.versions.get("v1").remove("version_id")));
    }

    @ParameterizedTest
    @MethodSource
    void incompleteRuns(Way way) {
        scene.request.minPassRate(Percentage.ZERO).maxPassRateDrop(Percentage.ALL);

        scene.assertInconclusive(way);
    }

    @ParameterizedTest
    @MethodSource
    void nothingToRun(Way way) {
        scene.assertInconclusive(way);

        assertThat(scene.service.triggerings()).isZero();
    }
}
