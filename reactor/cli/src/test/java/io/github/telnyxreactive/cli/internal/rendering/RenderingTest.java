package io.github.telnyxreactive.cli.internal.rendering;

import static io.github.telnyxreactive.cli.Changes.failed;
import static io.github.telnyxreactive.cli.Changes.see;
import static io.github.telnyxreactive.cli.Changes.triggered;
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
import io.github.telnyxreactive.cli.Changes;
import io.github.telnyxreactive.cli.internal.state.BatchChange.NamesRead;
import io.github.telnyxreactive.cli.internal.state.BatchChange.RunAbandoned;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.StopReason;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderingTest {

    private static final Duration ELAPSED = Duration.ofMillis(12_345);

    private final BatchState one = Changes.suites("checkout");
    private final BatchState three = Changes.suites("checkout", "support", "a");

    private void seeAll() {
        see(
                one,
                0,
                finished("1", "t1", PASSED, Duration.ofMillis(2150), item("Tone", PASSED)),
                finished("2", "t2", FAILED, Duration.ofSeconds(185), item("Tone", FAILED), item("Greeting", ERROR)),
                finished("3", "t3", ERROR, Duration.ofSeconds(1)),
                unfinished("4", "t4", RUNNING).toBuilder()
                        .detailStatus(List.of(item("Tone", PENDING)))
                        .build());
        one.apply(new NamesRead(Map.of("t1", "Refund", "t2", "Order, twice", "t3", "Hours")));
    }

    private List<String> table(Style style) {
        return ResultTable.lines("checkout", one.items().get(0).progress().runs(), one, style);
    }

    private static BatchState many(int suites) {
        return Changes.suites(
                IntStream.range(0, suites).mapToObj(number -> "suite" + number).toArray(String[]::new));
    }

    @Test
    void announcesTheItems() {
        assertThat(ProgressLines.announcement(one)).isEqualTo("Running 1 suite: checkout");
        assertThat(ProgressLines.announcement(three)).isEqualTo("Running 3 suites: checkout, support, a");
        assertThat(ProgressLines.announcement(many(12)))
                .isEqualTo("Running 12 suites: suite0, suite1, suite2, suite3, suite4, suite5, suite6, suite7, suite8,"
                        + " suite9 and 2 more");
        assertThat(ProgressLines.announcement(
                        new BatchState(List.of(BatchItem.suite("a"), BatchItem.test("t"), BatchItem.test("u")))))
                .isEqualTo("Running 1 suite and 2 tests: a");
    }

    @Test
    void showsTheProgressInOneLine() {
        assertThat(ProgressLines.line(one, ELAPSED)).isEqualTo("12 s: no run has been started");
        seeAll();
        assertThat(ProgressLines.line(one, ELAPSED))
                .isEqualTo("12 s: 3 of 4 finished (0 pending, 1 running, 1 passed, 1 failed, 1 error)");
        one.apply(new RunAbandoned(0, "4", "late", null));
        assertThat(ProgressLines.line(one, ELAPSED))
                .isEqualTo("12 s: 3 of 4 finished (0 pending, 1 running, 1 passed, 1 failed, 1 error);"
                        + " 1 suite without a result");
    }

    @Test
    void showsHowManyItemsRemainToBeTriggered() {
        see(three, 0, unfinished("1", "t", PENDING));

        assertThat(ProgressLines.line(three, ELAPSED))
                .isEqualTo("12 s: 0 of 1 finished (1 pending, 0 running, 0 passed, 0 failed, 0 error);"
                        + " 2 more to trigger");
    }

    @Test
    void showsWhetherASuiteIsWaitingOrStarting() {
        assertThat(ProgressLines.live(one, Style.PLAIN)).containsExactly("checkout  waiting");
        one.handOut(0);
        assertThat(ProgressLines.live(one, Style.PLAIN)).containsExactly("checkout  starting");
    }

    @Test
    void showsALineForEachSuite() {
        see(three, 0, unfinished("1", "t", PENDING), finished("2", "t", PASSED, Duration.ZERO));
        three.apply(failed(1, "gone", false));
        see(three, 2, unfinished("3", "t", RUNNING));
        three.apply(new RunAbandoned(2, "3", "late", null));

        assertThat(ProgressLines.live(three, Style.PLAIN))
                .containsExactly(
                        "checkout  1 of 2 finished (1 pending, 0 running, 1 passed, 0 failed, 0 error)",
                        "support   could not be run",
                        "a         could not be followed to its end");
    }

    @Test
    void showsOneLineForAllSingleTests() {
        BatchState tests = new BatchState(List.of(BatchItem.test("t"), BatchItem.test("u")));
        see(tests, 0, unfinished("1", "t", PENDING));
        see(tests, 1, unfinished("2", "u", RUNNING));

        assertThat(ProgressLines.live(tests, Style.PLAIN))
                .containsExactly("single tests  0 of 2 finished (1 pending, 1 running, 0 passed, 0 failed, 0 error)");
    }

    @Test
    void coloursOnlyNumbersAboveZero() {
        see(one, 0, finished("1", "t", PASSED, Duration.ZERO), finished("2", "t", FAILED, Duration.ZERO));

        assertThat(ProgressLines.live(one, Style.COLOURED))
                .first()
                .isEqualTo("checkout  2 of 2 finished (0 pending, 0 running, \u001b[32m1 passed\u001b[0m,"
                        + " \u001b[31m1 failed\u001b[0m, 0 error)");
    }

    @Test
    void showsIncompleteSuitesFirstIfTooManyToFit() {
        BatchState many = many(12);
        many.apply(triggered(0));
        many.apply(triggered(1));
        many.apply(triggered(2));

        List<String> lines = ProgressLines.live(many, Style.PLAIN);

        assertThat(lines).hasSize(ProgressLines.MOST_SUITES + 1);
        assertThat(lines.get(0)).isEqualTo("suite3   waiting");
        assertThat(lines.get(9)).isEqualTo("suite0   has no tests");
        assertThat(lines.get(10)).isEqualTo("and 2 more suites");
    }

    @Test
    void alignsTheTable() {
        seeAll();

        assertThat(table(Style.PLAIN))
                .containsExactly(
                        "checkout",
                        "  TEST          STATUS     DURATION  FAILED RUBRIC ITEMS",
                        "  Refund        passed        2.1 s",
                        "  Order, twice  failed   3 min 05 s  Tone, Greeting",
                        "  Hours         error         1.0 s",
                        "  t4            running           -");
    }

    @Test
    void colouringTheStatusKeepsTheTableAligned() {
        see(one, 0, finished("1", "t", PASSED, Duration.ZERO), finished("2", "u", ERROR, Duration.ZERO));

        assertThat(table(Style.COLOURED))
                .containsExactly(
                        "\u001b[1mcheckout\u001b[0m",
                        "  TEST  STATUS  DURATION  FAILED RUBRIC ITEMS",
                        "  t     \u001b[32mpassed\u001b[0m     0.0 s",
                        "  u     \u001b[35merror \u001b[0m     0.0 s");
    }

    @Test
    void rendersNoTableWithoutRuns() {
        assertThat(table(Style.PLAIN)).isEmpty();
        assertThat(Results.lines(one, Style.PLAIN)).isEmpty();
    }

    @Test
    void replacesCharactersThatMoveTheCursor() {
        see(one, 0, finished("1", "t\u001b[2J", FAILED, Duration.ZERO, item("x\ny", FAILED)));

        assertThat(table(Style.PLAIN)).last().isEqualTo("  t?[2J  failed     0.0 s  x?y");
    }

    @Test
    void showsNoDurationForARunThatEndsBeforeItsCreation() {
        see(one, 0, finished("1", "t", PASSED, Duration.ofSeconds(-1)));

        assertThat(table(Style.PLAIN)).last().isEqualTo("  t     passed         -");
    }

    @Test
    void showsFewSuitesInFull() {
        see(three, 0, finished("1", "t", PASSED, Duration.ZERO));
        see(three, 2, finished("2", "u", FAILED, Duration.ZERO));

        assertThat(Results.lines(three, Style.PLAIN))
                .containsExactly(
                        "",
                        "checkout",
                        "  TEST  STATUS  DURATION  FAILED RUBRIC ITEMS",
                        "  t     passed     0.0 s",
                        "",
                        "a",
                        "  TEST  STATUS  DURATION  FAILED RUBRIC ITEMS",
                        "  u     failed     0.0 s");
    }

    @Test
    void showsOnlyTheFirstRunsThatDidNotPassOfManySuites() {
        BatchState many = many(30);
        for (int suite = 0; suite < 30; suite++) {
            TestRun[] runs = new TestRun[4];
            for (int run = 0; run < 4; run++) {
                String id = suite + "-" + run;
                runs[run] = finished(id, id, suite == 7 || run < 2 ? FAILED : PASSED, Duration.ZERO);
            }
            see(many, suite, runs);
        }

        List<String> lines = Results.lines(many, Style.PLAIN);

        assertThat(lines).noneMatch(line -> line.contains("passed"));
        assertThat(lines).filteredOn(line -> line.contains(" failed ")).hasSize(Results.MOST_FAILED_ROWS);
        assertThat(lines)
                .last()
                .isEqualTo("... and 22 more runs that did not pass; --junit, --json and --markdown write all of them"
                        + " to files");
    }

    @Test
    void summarisesABatch() {
        seeAll();
        assertThat(SummaryLine.of(one, ELAPSED, Style.PLAIN))
                .isEqualTo("4 runs of 1 suite in 12.3 s: 1 passed, 1 failed, 1 error, 1 not finished");

        one.stop(StopReason.INTERRUPTED);
        assertThat(SummaryLine.of(one, ELAPSED, Style.PLAIN))
                .isEqualTo("Interrupted. 4 runs of 1 suite in 12.3 s: 1 passed, 1 failed, 1 error, 1 not finished");
    }

    @Test
    void summaryCountsSuitesWithoutAResult() {
        three.apply(failed(2, "gone", false));
        three.apply(triggered(1));

        assertThat(SummaryLine.of(three, ELAPSED, Style.COLOURED))
                .isEqualTo("0 runs of 3 suites in 12.3 s: 0 passed, 0 failed, 0 error;"
                        + " \u001b[31m2 suites without a result\u001b[0m");
    }
}
