package io.github.telnyxreactive.cli.internal.rendering;

import static io.github.telnyxreactive.cli.Events.abandoned;
import static io.github.telnyxreactive.cli.Events.failed;
import static io.github.telnyxreactive.cli.Events.more;
import static io.github.telnyxreactive.cli.Events.notStarted;
import static io.github.telnyxreactive.cli.Events.partlyUnknown;
import static io.github.telnyxreactive.cli.Events.see;
import static io.github.telnyxreactive.cli.Events.triggered;
import static io.github.telnyxreactive.cli.Events.unknown;
import static io.github.telnyxreactive.cli.Runs.finished;
import static io.github.telnyxreactive.cli.Runs.item;
import static io.github.telnyxreactive.cli.Runs.unfinished;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.ERROR;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.FAILED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PENDING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.cli.Events;
import io.github.telnyxreactive.cli.Reports;
import io.github.telnyxreactive.cli.internal.state.Outcome;
import io.github.telnyxreactive.cli.internal.state.OutcomeTables;
import io.github.telnyxreactive.cli.internal.state.PlannedWork;
import io.github.telnyxreactive.cli.internal.state.Progress;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RenderingTest {

    private static final Duration ELAPSED = Duration.ofMillis(12_345);
    private static final BatchItem CHECKOUT = BatchItem.suite("checkout");
    private static final BatchItem SUPPORT = BatchItem.suite("support");
    private static final BatchItem A = BatchItem.suite("a");

    private static final TestRun FIRST = finished("1", "t1", PASSED, Duration.ofMillis(2150), item("Tone", PASSED));
    private static final TestRun SECOND =
            finished("2", "t2", FAILED, Duration.ofSeconds(185), item("Tone", FAILED), item("Greeting", ERROR));
    private static final TestRun THIRD = finished("3", "t3", ERROR, Duration.ofSeconds(1));
    private static final TestRun FOURTH = unfinished("4", "t4", RUNNING).toBuilder()
            .detailStatus(List.of(item("Tone", PENDING)))
            .build();

    private final Progress one = Events.ofSuites("checkout");
    private final Progress three = Events.ofSuites("checkout", "support", "a");

    private static ReportedRun run(String id, String test, String status) {
        return Reports.run(finished(id, test, new TestRunStatus(status), Duration.ZERO), null);
    }

    private static ReportedItem all() {
        return Reports.suite(
                "checkout",
                Reports.run(FIRST, "Refund"),
                Reports.run(SECOND, "Order, twice"),
                Reports.run(THIRD, "Hours"),
                Reports.run(FOURTH, null));
    }

    private static List<String> table(Style style, ReportedRun... runs) {
        return ResultTable.lines("checkout", List.of(runs), style, TableLayout.UNLIMITED);
    }

    private static List<String> results(BatchReport report) {
        OutcomeTables tables = Outcome.of(report).tables();
        return Results.lines(tables, Style.PLAIN, TableLayout.UNLIMITED);
    }

    private static String summary(BatchReport report, Style style) {
        return SummaryLine.of(Outcome.of(report), ELAPSED, style);
    }

    private static String[] names(int suites) {
        return IntStream.range(0, suites).mapToObj(number -> "suite" + number).toArray(String[]::new);
    }

    @Test
    void announcesTheItems() {
        assertThat(ProgressLines.announcement(one.work())).isEqualTo("Running 1 suite: checkout");
        assertThat(ProgressLines.announcement(three.work())).isEqualTo("Running 3 suites: checkout, support, a");
        assertThat(ProgressLines.announcement(Events.ofSuites(names(12)).work()))
                .isEqualTo("Running 12 suites: suite0, suite1, suite2, suite3, suite4, suite5, suite6, suite7, suite8,"
                        + " suite9 and 2 more");
        assertThat(ProgressLines.announcement(new PlannedWork(List.of("a"), 2, 3)))
                .isEqualTo("Running 1 suite and 2 tests: a");
        assertThat(ProgressLines.announcement(new PlannedWork(List.of("a"), 2, 9, 3, false)))
                .isEqualTo("Running 1 suite and 2 tests (3 times each): a");
        assertThat(ProgressLines.announcement(new PlannedWork(List.of(), 1, 1))).isEqualTo("Running 1 test");
    }

    @Test
    void showsTheProgressInOneLine() {
        assertThat(ProgressLines.line(one, ELAPSED)).isEqualTo("12 s: no run has been started");
        see(one, CHECKOUT, FIRST, SECOND, THIRD, FOURTH);
        assertThat(ProgressLines.line(one, ELAPSED))
                .isEqualTo("12 s: 3 of 4 finished (0 pending, 1 running, 1 passed, 1 failed, 1 error)");
        one.accept(abandoned(CHECKOUT, FOURTH, "late"));
        assertThat(ProgressLines.line(one, ELAPSED))
                .isEqualTo("12 s: 3 of 4 finished (0 pending, 1 running, 1 passed, 1 failed, 1 error);"
                        + " 1 suite without a result");
    }

    @Test
    void showsHowManyItemsRemainToBeTriggered() {
        see(three, CHECKOUT, unfinished("1", "t", PENDING));

        assertThat(ProgressLines.line(three, ELAPSED))
                .isEqualTo("12 s: 0 of 1 finished (1 pending, 0 running, 0 passed, 0 failed, 0 error);"
                        + " 2 more to trigger");
    }

    @Test
    void countsEachItemWithoutAResultOnceInTheLine() {
        Progress mixed = new Progress(new PlannedWork(List.of("checkout", "support"), 2, 5));
        see(mixed, CHECKOUT, FIRST, unfinished("9", "u", RUNNING));
        mixed.accept(abandoned(CHECKOUT, unfinished("9", "u", RUNNING), "late"));
        mixed.accept(notStarted(CHECKOUT, "v", null));
        mixed.accept(partlyUnknown(CHECKOUT, "a run has no id"));
        mixed.accept(unknown(SUPPORT, "lost"));
        mixed.accept(failed(BatchItem.test("t"), "gone"));

        assertThat(ProgressLines.line(mixed, ELAPSED))
                .isEqualTo("12 s: 1 of 2 finished (0 pending, 1 running, 1 passed, 0 failed, 0 error);"
                        + " 1 more to trigger; 2 suites and 1 test without a result");
    }

    @Test
    void showsThatASuiteIsWaiting() {
        assertThat(ProgressLines.live(one, Style.PLAIN, 80)).containsExactly("checkout  waiting");
    }

    @Test
    void showsALineForEachSuite() {
        see(three, CHECKOUT, unfinished("1", "t", PENDING), finished("2", "t", PASSED, Duration.ZERO));
        three.accept(failed(SUPPORT, "gone"));
        see(three, A, unfinished("3", "t", RUNNING));
        three.accept(abandoned(A, unfinished("3", "t", RUNNING), "late"));

        assertThat(ProgressLines.live(three, Style.PLAIN, 80))
                .containsExactly(
                        "checkout  1 of 2 finished (1 pending, 0 running, 1 passed, 0 failed, 0 error)",
                        "support   could not be run",
                        "a         could not be followed to its end");
    }

    @Test
    void showsTheNumbersOfASuiteOfWhichSomeRunsAreStillFollowed() {
        see(one, CHECKOUT, unfinished("1", "t", RUNNING), unfinished("2", "u", RUNNING));
        one.accept(abandoned(CHECKOUT, unfinished("1", "t", RUNNING), "late"));

        assertThat(ProgressLines.live(one, Style.PLAIN, 80))
                .containsExactly("checkout  0 of 2 finished (0 pending, 2 running, 0 passed, 0 failed, 0 error)");
    }

    @Test
    void aLongNameDoesNotPushTheNumbersOffTheScreen() {
        Progress named = Events.ofSuites("決".repeat(120), "b");
        see(named, BatchItem.suite("b"), unfinished("1", "t", RUNNING));

        assertThat(ProgressLines.live(named, Style.COLOURED, 90))
                .containsExactly(
                        "決".repeat(10) + "…  waiting",
                        "b" + " ".repeat(20) + "  0 of 1 finished (0 pending, \u001b[33m1 running\u001b[0m, 0 passed,"
                                + " 0 failed, 0 error)");
    }

    @Test
    void addsRunsThatAreFoundLater() {
        see(one, CHECKOUT, unfinished("1", "t", PENDING));
        one.accept(more(CHECKOUT, unfinished("2", "u", PENDING)));

        assertThat(ProgressLines.live(one, Style.PLAIN, 80))
                .containsExactly("checkout  0 of 2 finished (2 pending, 0 running, 0 passed, 0 failed, 0 error)");
    }

    @Test
    void highlightsWhatCouldNotBeRun() {
        one.accept(failed(CHECKOUT, "gone"));

        assertThat(ProgressLines.live(one, Style.COLOURED, 80))
                .containsExactly("checkout  \u001b[31mcould not be run\u001b[0m");
    }

    @Test
    void showsOneLineForAllSingleTests() {
        Progress tests = Events.ofTests(2);
        assertThat(ProgressLines.live(tests, Style.PLAIN, 80)).containsExactly("single tests  no run has been started");
        see(tests, BatchItem.test("t"), unfinished("1", "t", PENDING));
        see(tests, BatchItem.test("u"), unfinished("2", "u", RUNNING));

        assertThat(ProgressLines.live(tests, Style.PLAIN, 80))
                .containsExactly("single tests  0 of 2 finished (1 pending, 1 running, 0 passed, 0 failed, 0 error)");
    }

    @Test
    void coloursOnlyNumbersAboveZero() {
        see(one, CHECKOUT, finished("1", "t", PASSED, Duration.ZERO), finished("2", "t", FAILED, Duration.ZERO));

        assertThat(ProgressLines.live(one, Style.COLOURED, 80))
                .first()
                .isEqualTo("checkout  2 of 2 finished (0 pending, 0 running, \u001b[32m1 passed\u001b[0m,"
                        + " \u001b[31m1 failed\u001b[0m, 0 error)");
    }

    @Test
    void showsIncompleteSuitesFirstIfTooManyToFit() {
        Progress many = Events.ofSuites(names(12));
        many.accept(triggered(BatchItem.suite("suite0")));
        many.accept(triggered(BatchItem.suite("suite1")));
        many.accept(triggered(BatchItem.suite("suite2")));

        List<String> lines = ProgressLines.live(many, Style.PLAIN, 80);

        assertThat(lines).hasSize(ProgressLines.MOST_SUITES + 1);
        assertThat(lines.get(0)).isEqualTo("suite3   waiting");
        assertThat(lines.get(9)).isEqualTo("suite0   has no tests");
        assertThat(lines.get(10)).isEqualTo("and 2 more suites");
    }

    @Test
    void showsSuitesInTheirOrderIfAllFit() {
        Progress ten = Events.ofSuites(names(10));
        ten.accept(triggered(BatchItem.suite("suite0")));

        List<String> lines = ProgressLines.live(ten, Style.PLAIN, 80);

        assertThat(lines).hasSize(ProgressLines.MOST_SUITES);
        assertThat(lines.get(0)).isEqualTo("suite0  has no tests");
    }

    @Test
    void alignsTheTable() {
        assertThat(results(Reports.of(all())))
                .containsExactly(
                        "",
                        "checkout",
                        "  TEST          STATUS     DURATION  FAILED RUBRIC ITEMS  RUN",
                        "  Refund        passed        2.1 s                       1",
                        "  Order, twice  failed   3 min 05 s  Tone, Greeting       2",
                        "  Hours         error         1.0 s                       3",
                        "  t4            running           -                       4");
    }

    @Test
    void colouringTheStatusKeepsTheTableAligned() {
        assertThat(table(Style.COLOURED, run("1", "t", "passed"), run("2", "u", "error")))
                .containsExactly(
                        "\u001b[1mcheckout\u001b[0m",
                        "  TEST  STATUS  DURATION  FAILED RUBRIC ITEMS  RUN",
                        "  t     \u001b[32mpassed\u001b[0m     0.0 s                       1",
                        "  u     \u001b[35merror \u001b[0m     0.0 s                       2");
    }

    @Test
    void rendersNoTableWithoutRuns() {
        assertThat(table(Style.PLAIN)).isEmpty();
        assertThat(results(Reports.of(Reports.suite("checkout")))).isEmpty();
    }

    @Test
    void replacesCharactersThatMoveTheCursor() {
        TestRun run = finished("1", "t\u001b[2J", FAILED, Duration.ZERO, item("x\ny", FAILED));

        assertThat(table(Style.PLAIN, Reports.run(run, null)))
                .last()
                .isEqualTo("  t?[2J  failed     0.0 s  x?y                  1");
        assertThat(ResultTable.lines("a\rb", List.of(Reports.run(run, null)), Style.PLAIN, 80))
                .first()
                .isEqualTo("a?b");
    }

    @Test
    void showsTheIdOfATestWithoutAName() {
        assertThat(table(Style.PLAIN, named("t", " ")))
                .last()
                .isEqualTo("  t     passed         -                       1");
        assertThat(table(Style.PLAIN, named(null, null)))
                .last()
                .isEqualTo("  unknown test  passed         -                       1");
    }

    private static ReportedRun named(@Nullable String testId, @Nullable String testName) {
        return ReportedRun.builder("1", PASSED)
                .testId(testId)
                .testName(testName)
                .build();
    }

    @Test
    void showsNoDurationForARunThatEndsBeforeItsCreation() {
        assertThat(table(Style.PLAIN, Reports.run(finished("1", "t", PASSED, Duration.ofSeconds(-1)), null)))
                .last()
                .isEqualTo("  t     passed         -                       1");
    }

    @Test
    void showsFewSuitesInFull() {
        assertThat(results(Reports.of(
                        Reports.suite("checkout", run("1", "t", "passed")),
                        Reports.suite("support"),
                        Reports.suite("a", run("2", "u", "failed")))))
                .containsExactly(
                        "",
                        "checkout",
                        "  TEST  STATUS  DURATION  FAILED RUBRIC ITEMS  RUN",
                        "  t     passed     0.0 s                       1",
                        "",
                        "a",
                        "  TEST  STATUS  DURATION  FAILED RUBRIC ITEMS  RUN",
                        "  u     failed     0.0 s                       2");
    }

    @Test
    void showsOnlyTheFirstRunsThatDidNotPassOfManySuites() {
        List<ReportedItem> many = new ArrayList<>();
        for (int suite = 0; suite < 30; suite++) {
            ReportedRun[] runs = new ReportedRun[4];
            for (int number = 0; number < 4; number++) {
                String id = suite + "-" + number;
                runs[number] = run(id, id, suite == 7 || number < 2 ? "failed" : "passed");
            }
            many.add(Reports.suite("suite" + suite, runs));
        }

        List<String> lines = results(Reports.of(many));

        assertThat(lines).noneMatch(line -> line.contains("passed"));
        assertThat(lines)
                .filteredOn(line -> line.contains(" failed "))
                .hasSize(OutcomeTables.MAX_FAILED_ROWS)
                .last()
                .asString()
                .startsWith("  18-1 ");
        assertThat(lines)
                .last()
                .isEqualTo("... and 22 more runs that did not pass; --junit, --json and --markdown write all of them"
                        + " to files");
    }

    @Test
    void summarisesABatch() {
        BatchReport report = Reports.of(all());

        assertThat(summary(report, Style.PLAIN))
                .isEqualTo("4 runs of 1 suite in 12.3 s: 1 passed, 1 failed, 1 error, 1 not finished");
        assertThat(summary(Reports.interrupted(report), Style.PLAIN))
                .isEqualTo("Interrupted. 4 runs of 1 suite in 12.3 s: 1 passed, 1 failed, 1 error, 1 not finished");
    }

    /** Every run is in one of the numbers. */
    @Test
    void summaryCountsARunWithoutAResultAsNotFinished() {
        assertThat(summary(
                        Reports.of(
                                Reports.test("t", Reports.endedOtherwise("1")),
                                Reports.test("u", run("2", "u", "passed"))),
                        Style.PLAIN))
                .isEqualTo("2 runs of 2 tests in 12.3 s: 1 passed, 0 failed, 0 error, 1 not finished");
    }

    @Test
    void summarySaysWhatIsRequired() {
        ReportedItem suite =
                Reports.suite("a", run("1", "t", "passed"), run("2", "u", "passed"), run("3", "v", "failed"));
        PassRequirement half = new PassRequirement(Percentage.of(50), null);
        PassRequirement rule = new PassRequirement(Percentage.parse("66.67"), PassRule.of(1, 2));

        assertThat(summary(Reports.requiring(half, suite), Style.COLOURED))
                .endsWith("; 2 of 3 tests passed (66.66 %), 50 % required");
        assertThat(summary(Reports.requiring(rule, suite, Reports.repeated(2, suite)), Style.PLAIN))
                .isEqualTo(
                        "6 runs of 1 suite (2 times each) in 12.3 s: 4 passed, 2 failed, 0 error; 2 of 3 tests passed"
                                + " at least 1 of 2 runs (66.66 %), 66.67 % required");
        assertThat(summary(Reports.requiring(rule, suite, Reports.repeated(2, suite)), Style.COLOURED))
                .contains("\u001b[31m2 of 3 tests passed");
        assertThat(summary(Reports.requiring(half, Reports.suite("a", ItemOutcome.NOT_TRIGGERED, "gone")), Style.PLAIN))
                .endsWith("; 1 suite without a result; 0 of 0 tests passed, 50 % required");
    }

    @Test
    void summaryCountsSuitesWithoutAResult() {
        BatchReport report = Reports.of(
                Reports.suite("checkout", ItemOutcome.UNKNOWN, "lost"),
                Reports.suite("support"),
                Reports.suite("a", ItemOutcome.NOT_TRIGGERED, "gone"));

        assertThat(summary(report, Style.COLOURED))
                .isEqualTo("0 runs of 3 suites in 12.3 s: 0 passed, 0 failed, 0 error;"
                        + " \u001b[31m3 suites without a result\u001b[0m");
    }
}
