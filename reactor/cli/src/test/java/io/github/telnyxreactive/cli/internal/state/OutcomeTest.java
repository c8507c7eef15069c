package io.github.telnyxreactive.cli.internal.state;

import static io.github.telnyxreactive.model.testrun.TestRunStatus.ERROR;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.FAILED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.RunOutcome;
import io.github.telnyxreactive.bulk.report.Verdict;
import io.github.telnyxreactive.cli.Reports;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeTest {

    private static final ReportedItem COMPLETE = Reports.suite("a", Reports.run("1", PASSED));

    private static Outcome of(ReportedItem... items) {
        return Outcome.of(Reports.of(items));
    }

    private static NotStarted missing(String testId) {
        return new NotStarted(testId, null, "?");
    }

    private static ReportedItem partial(ReportedRun... runs) {
        return Reports.triggered(BatchItem.Kind.SUITE, "b")
                .problem("a run has no id")
                .runs(List.of(runs))
                .build();
    }

    @Test
    void countsRuns() {
        Outcome outcome = of(
                Reports.suite("a", Reports.run("1", PASSED), Reports.run("2", FAILED), Reports.run("3", RUNNING)),
                Reports.test("t", Reports.run("4", ERROR)),
                Reports.test("u", Reports.givenUp("5", "late")),
                Reports.test("v", Reports.endedOtherwise("6")));

        assertThat(outcome.items().suites()).isEqualTo(1);
        assertThat(outcome.items().tests()).isEqualTo(3);
        assertThat(outcome.runs()).isEqualTo(6);
        assertThat(outcome.passed()).isEqualTo(1);
        assertThat(Stream.of(RunOutcome.values()).map(outcome::of)).containsExactly(1, 1, 1, 1, 2);
        assertThat(outcome.byStatus())
                .isEqualTo(Map.of("passed", 1, "failed", 1, "running", 2, "error", 1, "cancelled", 1));
        assertThat(outcome.finished()).isEqualTo(3);
        assertThat(outcome.unfinished()).isEqualTo(3);
        assertThat(outcome.open()).as("3 and 5").isEqualTo(2);
        assertThat(outcome.items().notTriggered()).isZero();
    }

    @Test
    void isCompleteIfEveryRunHasAResult() {
        Outcome outcome = of(COMPLETE, Reports.test("t", Reports.run("2", FAILED)));

        assertThat(outcome.isComplete()).isTrue();
        assertThat(outcome.isRequirementMet()).isFalse();
        assertThat(outcome.isInterrupted()).isFalse();
        assertThat(of(COMPLETE).isRequirementMet()).isTrue();
    }

    static Stream<ReportedItem> incomplete() {
        return Stream.of(
                Reports.suite("b", ItemOutcome.NOT_TRIGGERED, "gone"),
                Reports.test("b", ItemOutcome.NOT_TRIGGERED, "gone"),
                Reports.suite("b", ItemOutcome.UNKNOWN, "lost"),
                Reports.test("b", ItemOutcome.UNKNOWN, "lost"),
                ReportedItem.builder(BatchItem.Kind.SUITE, "b", ItemOutcome.UNKNOWN)
                        .runs(List.of(Reports.run("2", PASSED)))
                        .build(),
                Reports.suite("b"),
                Reports.test("b"),
                partial(Reports.run("2", PASSED)),
                partial(),
                Reports.suiteWithout("b", List.of(missing("u")), Reports.run("2", PASSED)),
                Reports.suiteWithout("b", List.of(missing("u"))),
                Reports.suite("b", Reports.run("2", PASSED), Reports.givenUp("3", "late")),
                Reports.suite("b", Reports.run("2", PASSED), Reports.run("3", RUNNING)),
                Reports.suite("b", Reports.run("2", PASSED), Reports.endedOtherwise("3")),
                Reports.suite(
                        "b", ReportedRun.builder("2", PASSED).problem("late").build()),
                Reports.suiteWithout("b", List.of(missing("u")), Reports.run("2", RUNNING)),
                partial(Reports.run("2", RUNNING)));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void anItemThatIsNotCompleteMakesTheBatchIncomplete(ReportedItem item) {
        BatchReport report = Reports.of(COMPLETE, item);

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(Outcome.of(report).isComplete()).isFalse();
        assertThat(of(item).isComplete()).isFalse();
    }

    @Test
    void repetitionsAreOneSuiteOrTest() {
        Outcome outcome = of(
                COMPLETE,
                Reports.test("t", Reports.run("2", PASSED)),
                Reports.repeated(2, COMPLETE),
                Reports.repeated(2, Reports.test("t", ItemOutcome.UNKNOWN, "lost")));

        assertThat(outcome.items().suites()).isEqualTo(1);
        assertThat(outcome.items().tests()).isEqualTo(1);
        assertThat(outcome.items().repetitions()).isEqualTo(2);
        assertThat(outcome.items().testsWithoutResult()).isEqualTo(1);
        assertThat(outcome.testTotals()).as("every run has to pass").isNull();
    }

    @Test
    void testsWithoutARunAreNamedForEachRepetition() {
        Outcome outcome = of(
                Reports.suiteWithout("a", List.of(missing("t"), missing("u"))),
                Reports.repeated(2, Reports.suiteWithout("a", List.of(missing("t")))));

        assertThat(outcome.problems().notStarted())
                .extracting(OutcomeProblems.Problem::item, OutcomeProblems.Problem::count)
                .containsExactly(tuple("a", 2), tuple("a (repeat 2)", 1));
    }

    @Test
    void itemsAreNamedOnceForAllRepetitions() {
        ReportedItem gone = Reports.suite("a", ItemOutcome.NOT_TRIGGERED, "gone");
        ReportedItem other = Reports.suite("b", ItemOutcome.NOT_TRIGGERED, "gone");

        assertThat(of(gone, other, Reports.repeated(2, gone), Reports.repeated(2, other))
                        .problems()
                        .items())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.names()).containsExactly("a", "b");
                    assertThat(problem.distinct()).isEqualTo(2);
                    assertThat(problem.count()).isEqualTo(4);
                });
    }

    @Test
    void aBatchWithoutRunsIsNotComplete() {
        assertThat(of().isComplete()).isFalse();
        assertThat(of().isRequirementMet()).isFalse();
    }

    @Test
    void knowsWhetherItWasInterrupted() {
        assertThat(Outcome.of(Reports.interrupted(Reports.of(COMPLETE))).isInterrupted())
                .isTrue();
    }

    @Test
    void countsItemsWithoutAResultByKind() {
        Outcome outcome = of(
                COMPLETE,
                Reports.suite("not triggered", ItemOutcome.NOT_TRIGGERED, "gone"),
                Reports.suite("empty"),
                Reports.suiteWithout("incomplete", List.of(missing("u")), Reports.run("2", PASSED)),
                partial(Reports.run("3", PASSED)),
                Reports.suite("given up", Reports.givenUp("4", "late")),
                Reports.test("t", ItemOutcome.UNKNOWN, "lost"),
                Reports.test("u", Reports.givenUp("5", "late")));

        assertThat(outcome.items().suitesWithoutResult()).isEqualTo(5);
        assertThat(outcome.items().testsWithoutResult()).isEqualTo(2);
        assertThat(outcome.items().notTriggered())
                .as("1 suite, 1 test, and 1 with runs that are not known")
                .isEqualTo(3);
        assertThat(outcome.items().notStarted()).isEqualTo(1);
    }

    /** Its result is still to come. */
    @Test
    void anItemWithAnOpenRunIsNotWithoutAResult() {
        Outcome outcome = of(
                Reports.suite("a", Reports.run("1", RUNNING), Reports.givenUp("2", "late")),
                Reports.suiteWithout("b", List.of(missing("u")), Reports.run("3", RUNNING)));

        assertThat(outcome.items().suitesWithoutResult()).isZero();
    }

    @Test
    void aRunThatHasEndedOtherwiseIsNotOpen() {
        Outcome outcome = of(
                Reports.suite("a", Reports.endedOtherwise("1"), Reports.givenUp("2", "late")),
                Reports.suite("b", Reports.endedOtherwise("3")));

        assertThat(outcome.items().suitesWithoutResult()).isEqualTo(1);
    }

    @Test
    void itemsWithTheSameReasonAreOneProblem() {
        OutcomeProblems problems = of(
                        Reports.suite("a", ItemOutcome.NOT_TRIGGERED, "gone"),
                        Reports.test("t", ItemOutcome.UNKNOWN, "lost"),
                        Reports.suite("b", ItemOutcome.NOT_TRIGGERED, "gone"),
                        Reports.suite("empty"),
                        partial(Reports.run("1", PASSED)))
                .problems();

        assertThat(problems.items())
                .extracting(OutcomeProblems.Problem::reason)
                .containsExactly(
                        "gone",
                        "lost",
                        "no run was started, because the suite has no tests; check its name",
                        "a run has no id");
        assertThat(problems.items().get(0).names()).containsExactly("a", "b");
        assertThat(problems.items().get(0).distinct()).isEqualTo(2);
        assertThat(problems.givenUp()).isEmpty();
        assertThat(problems.notStarted()).isEmpty();
        assertThat(problems.hidden()).isZero();
    }

    /** As of a suite that was triggered, and of which the response named no run. */
    @Test
    void aKnownReasonWhyAnItemHasNoRunsIsKept() {
        assertThat(of(partial()).problems().items())
                .extracting(OutcomeProblems.Problem::reason)
                .containsExactly("a run has no id");
        assertThat(of(Reports.suiteWithout("b", List.of(missing("u"))))
                        .problems()
                        .items())
                .isEmpty();
    }

    @Test
    void runsThatWereGivenUpForTheSameReasonAreOneProblem() {
        List<OutcomeProblems.Problem> givenUp = of(
                        Reports.suite("a", Reports.givenUp("1", "late"), Reports.givenUp("2", "late")),
                        Reports.suite("b", Reports.run("3", PASSED), Reports.givenUp("4", "late")),
                        Reports.test("t", Reports.givenUp("5", "gone")))
                .problems()
                .givenUp();

        assertThat(givenUp).extracting(OutcomeProblems.Problem::reason).containsExactly("late", "gone");
        assertThat(givenUp.get(0).names()).containsExactly("a", "b");
        assertThat(givenUp.get(0).distinct()).isEqualTo(2);
        assertThat(givenUp.get(0).count()).isEqualTo(3);
    }

    @Test
    void testsWithoutARunAreOneProblemOfTheirSuite() {
        List<OutcomeProblems.Problem> notStarted = of(
                        Reports.suiteWithout("a", List.of(new NotStarted("t", "Refund", "first"), missing("u"))),
                        Reports.suiteWithout("b", List.of(new NotStarted("v", " ", "other"))))
                .problems()
                .notStarted();

        assertThat(notStarted).extracting(OutcomeProblems.Problem::item).containsExactly("a", "b");
        assertThat(notStarted).extracting(OutcomeProblems.Problem::reason).containsExactly("first", "other");
        assertThat(notStarted.get(0).names()).containsExactly("\"Refund\" (t)", "u");
        assertThat(notStarted.get(0).count()).isEqualTo(2);
        assertThat(notStarted.get(1).names()).containsExactly("v");
    }

    private static ReportedItem[] items(int number) {
        return IntStream.range(0, number)
                .mapToObj(item -> Reports.suite("suite" + item, ItemOutcome.NOT_TRIGGERED, "problem " + item))
                .toArray(ReportedItem[]::new);
    }

    @Test
    void keepsTheFirstReasons() {
        OutcomeProblems all = of(items(OutcomeProblems.MAX_REASONS)).problems();
        OutcomeProblems some = of(items(OutcomeProblems.MAX_REASONS + 2)).problems();

        assertThat(all.items()).hasSize(OutcomeProblems.MAX_REASONS);
        assertThat(all.hidden()).isZero();
        assertThat(some.items())
                .hasSize(OutcomeProblems.MAX_REASONS)
                .last()
                .extracting(OutcomeProblems.Problem::reason)
                .isEqualTo("problem 99");
        assertThat(some.hidden()).isEqualTo(2);
    }

    @Test
    void aKnownReasonHidesNothingHoweverManyThereAre() {
        OutcomeProblems problems = of(Stream.concat(
                                Stream.of(items(OutcomeProblems.MAX_REASONS)),
                                Stream.of(Reports.suite("again", ItemOutcome.NOT_TRIGGERED, "problem 5")))
                        .toArray(ReportedItem[]::new))
                .problems();

        assertThat(problems.hidden()).isZero();
        assertThat(problems.items().get(5).names()).containsExactly("suite5", "again");
    }

    @Test
    void keepsTheFirstReasonsOfEachKind() {
        int more = OutcomeProblems.MAX_REASONS + 1;
        OutcomeProblems problems = of(IntStream.range(0, more)
                        .mapToObj(item -> Reports.suiteWithout(
                                "suite" + item, List.of(missing("u")), Reports.givenUp("1", "problem " + item)))
                        .toArray(ReportedItem[]::new))
                .problems();

        assertThat(problems.givenUp()).hasSize(OutcomeProblems.MAX_REASONS);
        assertThat(problems.notStarted()).hasSize(OutcomeProblems.MAX_REASONS);
        assertThat(problems.hidden()).isEqualTo(2);
    }

    @Test
    void keepsTheFirstNamesOfAReason() {
        int more = OutcomeProblems.MAX_NAMES + 2;
        OutcomeProblems.Problem problem = of(IntStream.range(0, more)
                        .mapToObj(item -> Reports.suite("suite" + item, ItemOutcome.UNKNOWN, "lost"))
                        .toArray(ReportedItem[]::new))
                .problems()
                .items()
                .get(0);

        assertThat(problem.names())
                .hasSize(OutcomeProblems.MAX_NAMES)
                .startsWith("suite0")
                .endsWith("suite9");
        assertThat(problem.distinct()).isEqualTo(more);
        assertThat(problem.count()).isEqualTo(more);
    }

    private static ReportedRun[] runs(int number, int failed) {
        return IntStream.range(0, number)
                .mapToObj(run -> Reports.run("run" + run, run < failed ? FAILED : PASSED))
                .toArray(ReportedRun[]::new);
    }

    private static int rows(OutcomeTables tables) {
        return tables.shown().values().stream().mapToInt(List::size).sum();
    }

    @Test
    void showsAllRunsIfTheyAreFew() {
        OutcomeTables tables =
                of(Reports.suite("a", runs(OutcomeTables.MAX_ROWS, 50))).tables();

        assertThat(rows(tables)).isEqualTo(OutcomeTables.MAX_ROWS);
        assertThat(tables.hidden()).isZero();
    }

    @Test
    void showsSomeRunsThatDidNotPassIfThereAreManyRuns() {
        OutcomeTables tables =
                of(Reports.suite("a", runs(OutcomeTables.MAX_ROWS + 1, 50))).tables();

        assertThat(rows(tables)).isEqualTo(OutcomeTables.MAX_FAILED_ROWS);
        assertThat(tables.shown().get("a"))
                .first()
                .extracting(ReportedRun::runId)
                .isEqualTo("run0");
        assertThat(tables.hidden()).isEqualTo(50 - OutcomeTables.MAX_FAILED_ROWS);
    }

    @Test
    void hidesNoRunThatDidNotPassIfTheyAreFew() {
        int rows = OutcomeTables.MAX_ROWS + 1;
        OutcomeTables tables = of(Reports.suite("a", runs(rows, OutcomeTables.MAX_FAILED_ROWS)))
                .tables();

        assertThat(rows(tables)).isEqualTo(OutcomeTables.MAX_FAILED_ROWS);
        assertThat(tables.hidden()).isZero();
        assertThat(of(Reports.suite("a", runs(rows, 0))).tables().shown()).isEmpty();
    }

    private static OutcomeTables tables(int suites) {
        return of(IntStream.range(0, suites)
                        .mapToObj(suite -> Reports.suite("suite" + suite, runs(2, suite == 1 ? 1 : 0)))
                        .toArray(ReportedItem[]::new))
                .tables();
    }

    @Test
    void showsSomeRunsThatDidNotPassOfManySuites() {
        assertThat(tables(OutcomeTables.MAX_TABLES).shown()).hasSize(OutcomeTables.MAX_TABLES);
        assertThat(tables(OutcomeTables.MAX_TABLES + 1).shown()).containsOnlyKeys("suite1");
        assertThat(tables(OutcomeTables.MAX_TABLES + 1).hidden()).isZero();
    }

    @Test
    void singleTestsShareATable() {
        OutcomeTables tables = of(
                        Reports.test("t", Reports.run("1", PASSED)),
                        Reports.suite("a", Reports.run("2", PASSED)),
                        Reports.test("u", Reports.run("3", PASSED)))
                .tables();

        assertThat(tables.shown()).containsOnlyKeys("single tests", "a");
        assertThat(tables.shown().get("single tests"))
                .extracting(ReportedRun::runId)
                .containsExactly("1", "3");
    }

    @Test
    void showsARunThatIsNotSeenToPassAmongThoseThatDidNot() {
        ReportedItem[] many = Stream.concat(
                        Stream.of(Reports.suite(
                                "a",
                                Reports.givenUp("1", "late"),
                                Reports.run("2", RUNNING),
                                Reports.endedOtherwise("3"))),
                        Stream.of(Reports.suite("b", runs(OutcomeTables.MAX_ROWS, 0))))
                .toArray(ReportedItem[]::new);

        assertThat(of(many).tables().shown()).containsOnlyKeys("a");
        assertThat(of(many).tables().shown().get("a")).hasSize(3);
    }

    /** Each element exists only while it is read. */
    @Test
    void keepsLittleOfALongReport() {
        int items = 20_000;
        int runsOfItem = 10;
        AtomicInteger readings = new AtomicInteger();
        Iterable<ReportedItem> lazy = () -> {
            readings.incrementAndGet();
            return IntStream.range(0, items)
                    .mapToObj(item -> Reports.triggered(BatchItem.Kind.SUITE, "suite" + item)
                            .problem("problem " + item)
                            .runs(() -> IntStream.range(0, runsOfItem)
                                    .mapToObj(run -> Reports.givenUp(item + "-" + run, "late " + item))
                                    .iterator())
                            .notStarted(() -> IntStream.range(0, 2)
                                    .mapToObj(test -> missing("test" + test))
                                    .iterator())
                            .build())
                    .iterator();
        };

        Outcome outcome = Outcome.of(Reports.of(lazy));

        assertThat(readings).hasValue(1);
        assertThat(outcome.runs()).isEqualTo(200_000);
        assertThat(outcome.items().suitesWithoutResult()).isEqualTo(items);
        assertThat(rows(outcome.tables())).isEqualTo(OutcomeTables.MAX_FAILED_ROWS);
        assertThat(outcome.tables().hidden()).isEqualTo(200_000 - OutcomeTables.MAX_FAILED_ROWS);
        OutcomeProblems problems = outcome.problems();
        assertThat(List.of(problems.items(), problems.givenUp(), problems.notStarted()))
                .allSatisfy(kind -> assertThat(kind)
                        .hasSize(OutcomeProblems.MAX_REASONS)
                        .allSatisfy(problem ->
                                assertThat(problem.names()).hasSizeLessThanOrEqualTo(OutcomeProblems.MAX_NAMES)));
        assertThat(problems.hidden())
                .as("each item, each run and each test of those that are not kept")
                .isEqualTo((items - OutcomeProblems.MAX_REASONS) * (1 + runsOfItem + 2));
    }
}
