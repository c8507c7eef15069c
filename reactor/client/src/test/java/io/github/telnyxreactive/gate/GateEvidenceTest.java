package io.github.telnyxreactive.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.error.ClientClosedException;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.gate.GateService.Answer;
import io.github.telnyxreactive.gate.GateService.Call;
import io.github.telnyxreactive.gate.GateService.Run;
import io.github.telnyxreactive.policy.PollingSchedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is incomplete or was changed meanwhile, the gate says so, and changes nothing. */
class GateEvidenceTest {

    private static final List<String> SUITES = List.of("checkout", "refunds");
    private static final int RUNS = 10;
    private static final String UNKNOWN =
            "suite checkout against the candidate has runs that the service does not identify: .*";

    private final GateService service = new GateService();
    private final TelnyxClient client =
            Clients.to(service.baseUrl()).maxConnections(8).build();
    private GateRequestBuilder request = GateRequest.builder("a", "v2", SUITES);

    /** Runs after the last run has ended, and before the decision. */
    private Runnable meanwhile = () -> {};

    private int expected = RUNS;

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    private GateDecision decide() {
        BatchOptions options = BatchOptions.builder()
                .maxConcurrentRequests(8)
                .polling(PollingSchedule.fixed(Duration.ofMillis(1)))
                .itemDeadline(Duration.ofMinutes(10))
                .build();
        AtomicInteger ended = new AtomicInteger();
        Consumer<BatchEvent> observer = event -> {
            if (event instanceof BatchEvent.Finished && ended.incrementAndGet() == expected) {
                meanwhile.run();
            }
        };
        return Objects.requireNonNull(client.ai()
                .assistants()
                .releaseGate(options)
                .run(request.build(), new TotalsCollector(), observer)
                .block());
    }

    /**
     * A way in which evidence is incomplete or changed.
     *
     * @param name what happens
     * @param apply makes it happen
     * @param missing a regular expression for what the gate says
     */
    private record Way(String name, Consumer<GateEvidenceTest> apply, String missing) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Way way(String name, String missing, Consumer<GateEvidenceTest> apply) {
        return new Way(name, apply, missing);
    }

    private void start(Predicate<Run> which) {
        service.starting = runs -> runs.stream().filter(which).toList();
    }

    private void answer(Predicate<Call> when, Answer answer) {
        service.trouble = call -> when.test(call) ? answer : null;
    }

    private static Predicate<Call> trigger(String suite, String version) {
        return call -> call.isTrigger()
                && call.path().contains('/' + suite + '/')
                && call.version().equals(version);
    }

    private void write(String runOfTest, String field, Object value) {
        service.writing = fields -> {
            if (runOfTest.equals(fields.get("test_id")) && "v2".equals(fields.get("destination_version_id"))) {
                fields.put(field, value);
            }
            return fields;
        };
    }

    private void changeTest(String field, Object value) {
        meanwhile = () -> service.tests.get("t2").put(field, value);
    }

    private void endAnew(String test, String version, String status) {
        meanwhile = () -> service.runs.replaceAll(
                (id, run) -> run.testId().equals(test) && run.version().equals(version) ? run.endingAs(status) : run);
    }

    private void refuseAfterwards(Predicate<Call> which) {
        meanwhile = () -> answer(which, Answer.refusal());
    }

    static Stream<Way> incompleteRuns() {
        return Stream.of(
                way(
                        "one test of three is run against the candidate",
                        "no run of these tests of suite checkout against the candidate: t2, t3",
                        test -> test.start(run ->
                                !run.version().equals("v2") || run.testId().matches("t[145]"))),
                way(
                        "one test is not run against the main version",
                        "no run of these tests of suite refunds against the main version: t5",
                        test -> test.start(run ->
                                !run.version().equals("v1") || !run.testId().equals("t5"))),
                way(
                        "the two sides run different tests",
                        "no run of these tests of suite checkout against the candidate: t1",
                        test -> test.start(run -> !(run.version().equals("v2") ? "t1" : "t2").equals(run.testId()))),
                way(
                        "no test is run at all",
                        "no run of these tests of suite checkout against the candidate: t1, t2, t3|" + UNKNOWN,
                        test -> test.start(run -> false)),
                way(
                        "a suite cannot be triggered against the candidate",
                        "suite refunds against the candidate could not be triggered: .*status 403.*",
                        test -> test.answer(trigger("refunds", "v2"), Answer.refusal())),
                way(
                        "a suite cannot be triggered against the main version",
                        "suite checkout against the main version could not be triggered: .*status 403.*",
                        test -> test.answer(trigger("checkout", "v1"), Answer.refusal())),
                way(
                        "nobody knows what was triggered",
                        "it is not known whether suite checkout against the candidate was triggered: .*",
                        test -> test.answer(trigger("checkout", "v2"), new Answer(201, "{\"ok\":true}"))),
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
                        "more than 1 run of these tests of suite refunds against the candidate: t4",
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
                        "fewer than 2 runs of these tests of suite checkout against the candidate: t1, t2, t3",
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

    /** Adds a run without an id to the response of one trigger. */
    private void nameless() {
        service.writing = fields -> {
            if ("v2".equals(fields.get("destination_version_id")) && "t2".equals(fields.get("test_id"))) {
                fields.remove("run_id");
            }
            return fields;
        };
    }

    /** Ends the runs of one test against the candidate in a status that is not documented, {@code null} for none. */
    private void ended(String status) {
        service.writing = fields -> {
            if ("t2".equals(fields.get("test_id"))
                    && "v2".equals(fields.get("destination_version_id"))
                    && !"pending".equals(fields.get("status"))) {
                fields.put("status", status);
                fields.put("completed_at", "2026-01-01T00:01:00Z");
            }
            return fields;
        };
    }

    static Stream<Way> changesMeanwhile() {
        return Stream.of(
                way(
                        "a test is added",
                        "1 test was added to suite checkout while it ran: t6",
                        test -> test.meanwhile = () -> test.service.addTests("checkout", "t6")),
                way(
                        "a test is removed",
                        "1 test was removed from suite checkout while it ran: t1",
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
                "test t2 of suite checkout was changed while it ran, in these fields: " + field,
                test -> test.changeTest(field, value));
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

    private void assertInconclusive(Way way) {
        GateDecision decision = decide();

        assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(decision.isAccepted()).isFalse();
        assertThat(decision.missing()).anyMatch(missing -> missing.matches(way.missing()));
        assertThat(decision.reasons()).isEqualTo(decision.missing());
        assertThat(service.changes()).isZero();
    }

    @ParameterizedTest
    @MethodSource
    void incompleteRuns(Way way) {
        request.minPassRate(Percentage.ZERO).maxPassRateDrop(Percentage.ALL);
        way.apply().accept(this);

        assertInconclusive(way);
    }

    @ParameterizedTest
    @MethodSource
    void changesMeanwhile(Way way) {
        request.minPassRate(Percentage.ZERO).maxPassRateDrop(Percentage.ALL);
        way.apply().accept(this);

        assertInconclusive(way);
    }

    @ParameterizedTest
    @MethodSource
    void nothingToRun(Way way) {
        way.apply().accept(this);

        assertInconclusive(way);
        assertThat(service.triggerings()).isZero();
    }

    @Test
    void aBadVersionIsNotRefusedOnIncompleteEvidence() {
        service.ending = run -> run.version().equals("v2") ? "failed" : "passed";
        meanwhile = () -> service.tests.get("t2").put("instructions", "Ask for nothing");

        assertThat(decide().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(service.changes()).isZero();
    }

    @Test
    void saysAllThatWasChanged() {
        meanwhile = () -> {
            service.tests.get("t2").put("instructions", "Ask for nothing");
            service.main = "v3";
            service.runs.replaceAll((id, run) -> run.endingAs("failed"));
        };

        assertThat(decide().missing()).hasSize(RUNS + 2);
    }

    @Test
    void timesOfATestMayChange() {
        meanwhile = () -> {
            service.tests.get("t2").put("created_at", "2026-02-02T00:00:00Z");
            service.tests.get("t2").put("updated_at", "2026-02-02T00:00:00Z");
            service.tests.get("t2").put("description", null);
        };

        assertThat(decide().outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void aListThatCannotBeReadIsNotNeeded() {
        refuseAfterwards(call -> call.isRead("/checkout/runs"));

        assertThat(decide().outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void aListThatLagsIsNotBelieved() {
        meanwhile = () -> service.listing = fields -> {
            fields.put("status", "running");
            return fields;
        };

        assertThat(decide().outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void closingTheClientIsNoEvidence() {
        meanwhile = client::close;

        assertThatExceptionOfType(ClientClosedException.class).isThrownBy(this::decide);
        assertThat(service.changes()).isZero();
    }

    @Test
    void aGoodVersionIsPromotedOnce() {
        GateDecision decision = decide();

        assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(decision.missing()).isEmpty();
        assertThat(decision.comparison()).isEqualTo(new Comparison(5, 5, 5, 5, 1));
        assertThat(service.main).isEqualTo("v2");
        assertThat(service.changes()).isEqualTo(1);
    }

    @Test
    void aBadVersionIsRefused() {
        service.ending = run -> run.version().equals("v2") && run.testId().matches("t[12]") ? "failed" : "passed";

        GateDecision decision = decide();

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.missing()).isEmpty();
        assertThat(decision.regressions()).extracting(Regression::testId).containsExactly("t1", "t2");
        assertThat(decision.reasons())
                .containsExactly(
                        "3 of 5 tests (60 %) against the candidate passed; at least 100 % are required",
                        "5 of 5 tests (100 %) against the main version passed; the candidate is more than 0 percentage"
                                + " points below that; with so few tests, a difference of this size is not significant"
                                + " (p = 0.22, at a confidence of 95 %)",
                        "tests that pass on the main version but not on the candidate: t1 of suite checkout (failed),"
                                + " t2 of suite checkout (failed)");
        assertThat(service.changes()).isZero();
    }
}
