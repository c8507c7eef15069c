package io.github.telnyxreactive.batch.rendering;

import static io.github.telnyxreactive.batch.Runs.finished;
import static io.github.telnyxreactive.batch.Runs.item;
import static io.github.telnyxreactive.batch.Runs.unfinished;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.ERROR;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.FAILED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PENDING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.batch.progress.BatchProgress;
import io.github.telnyxreactive.batch.progress.SuiteEvent.Broken;
import io.github.telnyxreactive.batch.progress.SuiteEvent.Ended;
import io.github.telnyxreactive.batch.progress.SuiteEvent.NamesRead;
import io.github.telnyxreactive.batch.progress.SuiteEvent.RunChanged;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderingTest {

    private static final Duration ELAPSED = Duration.ofMillis(12_345);

    private final BatchProgress one = new BatchProgress(List.of("checkout"));
    private final BatchProgress three = new BatchProgress(List.of("checkout", "support", "a"));

    private static void see(BatchProgress progress, String suite, TestRun... runs) {
        for (TestRun run : runs) {
            progress.apply(new RunChanged(suite, run));
        }
    }

    private void seeAll() {
        see(
                one,
                "checkout",
                finished("1", "t1", PASSED, Duration.ofMillis(2150), item("Tone", PASSED)),
                finished("2", "t2", FAILED, Duration.ofSeconds(185), item("Tone", FAILED), item("Greeting", ERROR)),
                finished("3", "t3", ERROR, Duration.ofSeconds(1)),
                unfinished("4", "t4", RUNNING).toBuilder()
                        .detailStatus(List.of(item("Tone", PENDING)))
                        .build());
        one.apply(new NamesRead("checkout", Map.of("t1", "Refund", "t2", "Order, twice", "t3", "Hours")));
    }

    @Test
    void announcement() {
        assertThat(ProgressLines.announcement(one)).isEqualTo("Running 1 suite: checkout");
        assertThat(ProgressLines.announcement(three)).isEqualTo("Running 3 suites: checkout, support, a");
    }

    @Test
    void lineOfProgress() {
        assertThat(ProgressLines.line(one, ELAPSED)).isEqualTo("12 s: no run has been started");
        seeAll();
        assertThat(ProgressLines.line(one, ELAPSED))
                .isEqualTo("12 s: 3 of 4 finished (0 pending, 1 running, 1 passed, 1 failed, 1 error)");
        one.apply(new Broken("checkout", new IllegalStateException()));
        assertThat(ProgressLines.line(one, ELAPSED))
                .isEqualTo("12 s: 3 of 4 finished (0 pending, 1 running, 1 passed, 1 failed, 1 error);"
                        + " 1 suite without a result");
    }

    @Test
    void liveLinesOfOneSuite() {
        assertThat(ProgressLines.live(one, ELAPSED, Style.PLAIN)).containsExactly("checkout  starting", "12 s");
    }

    @Test
    void liveLinesOfSeveralSuites() {
        see(three, "checkout", unfinished("1", "t", PENDING), finished("2", "t", PASSED, Duration.ZERO));
        see(three, "a", unfinished("3", "t", RUNNING));
        three.apply(new Broken("support", new IllegalStateException()));
        three.apply(new Broken("a", new IllegalStateException()));

        assertThat(ProgressLines.live(three, ELAPSED, Style.PLAIN))
                .containsExactly(
                        "checkout  1 of 2 finished (1 pending, 0 running, 1 passed, 0 failed, 0 error)",
                        "support   could not be run",
                        "a         could not be followed to its end",
                        "12 s, 1 of 3 runs finished");
    }

    @Test
    void liveLinesColourWhatThereIs() {
        see(one, "checkout", finished("1", "t", PASSED, Duration.ZERO), finished("2", "t", FAILED, Duration.ZERO));

        assertThat(ProgressLines.live(one, ELAPSED, Style.COLOURED))
                .first()
                .isEqualTo("checkout  2 of 2 finished (0 pending, 0 running, \u001b[32m1 passed\u001b[0m,"
                        + " \u001b[31m1 failed\u001b[0m, 0 error)");
    }

    @Test
    void moreSuitesThanFitShowThoseThatAreNotComplete() {
        List<String> names =
                IntStream.range(0, 12).mapToObj(number -> "suite" + number).toList();
        BatchProgress many = new BatchProgress(names);
        many.apply(new Ended("suite0"));
        many.apply(new Ended("suite1"));
        many.apply(new Ended("suite2"));

        List<String> lines = ProgressLines.live(many, ELAPSED, Style.PLAIN);

        assertThat(lines).hasSize(ProgressLines.MOST_SUITES + 1);
        assertThat(lines.get(0)).isEqualTo("suite3   starting");
        assertThat(lines.get(9)).isEqualTo("suite0   has no tests");
        assertThat(lines.get(10)).isEqualTo("12 s, and 2 more suites");
    }

    @Test
    void tableIsAligned() {
        seeAll();

        assertThat(ResultTable.lines(one.suites().iterator().next(), Style.PLAIN))
                .containsExactly(
                        "checkout",
                        "  TEST          STATUS     DURATION  FAILED RUBRIC ITEMS",
                        "  Refund        passed        2.1 s",
                        "  Order, twice  failed   3 min 05 s  Tone, Greeting",
                        "  Hours         error         1.0 s",
                        "  t4            running           -");
    }

    @Test
    void tableColoursTheStatusAndStaysAligned() {
        see(one, "checkout", finished("1", "t", PASSED, Duration.ZERO), finished("2", "u", ERROR, Duration.ZERO));

        assertThat(ResultTable.lines(one.suites().iterator().next(), Style.COLOURED))
                .containsExactly(
                        "\u001b[1mcheckout\u001b[0m",
                        "  TEST  STATUS  DURATION  FAILED RUBRIC ITEMS",
                        "  t     \u001b[32mpassed\u001b[0m     0.0 s",
                        "  u     \u001b[35merror \u001b[0m     0.0 s");
    }

    @Test
    void tableOfNothingIsNothing() {
        assertThat(ResultTable.lines(one.suites().iterator().next(), Style.PLAIN))
                .isEmpty();
    }

    @Test
    void tableShowsNothingThatMovesTheCursor() {
        see(one, "checkout", finished("1", "t\u001b[2J", FAILED, Duration.ZERO, item("x\ny", FAILED)));

        assertThat(ResultTable.lines(one.suites().iterator().next(), Style.PLAIN))
                .last()
                .isEqualTo("  t?[2J  failed     0.0 s  x?y");
    }

    @Test
    void aRunThatEndsBeforeItBeginsHasNoDuration() {
        see(one, "checkout", finished("1", "t", PASSED, Duration.ofSeconds(-1)));

        assertThat(ResultTable.lines(one.suites().iterator().next(), Style.PLAIN))
                .last()
                .isEqualTo("  t     passed         -");
    }

    @Test
    void summary() {
        seeAll();
        assertThat(SummaryLine.of(one, ELAPSED, Style.PLAIN))
                .isEqualTo("4 runs of 1 suite in 12.3 s: 1 passed, 1 failed, 1 error, 1 not finished");

        one.interrupt();
        assertThat(SummaryLine.of(one, ELAPSED, Style.PLAIN))
                .isEqualTo("Interrupted. 4 runs of 1 suite in 12.3 s: 1 passed, 1 failed, 1 error, 1 not finished");
    }

    @Test
    void summaryNamesSuitesWithoutAResult() {
        three.apply(new Broken("a", new IllegalStateException()));
        three.apply(new Ended("support"));

        assertThat(SummaryLine.of(three, ELAPSED, Style.COLOURED))
                .isEqualTo("0 runs of 3 suites in 12.3 s: 0 passed, 0 failed, 0 error;"
                        + " \u001b[31m2 suites without a result\u001b[0m");
    }
}
