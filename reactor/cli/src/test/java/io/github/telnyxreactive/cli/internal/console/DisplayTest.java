package io.github.telnyxreactive.cli.internal.console;

import static io.github.telnyxreactive.cli.Events.changed;
import static io.github.telnyxreactive.cli.Events.finished;
import static io.github.telnyxreactive.cli.Events.triggered;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PENDING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.cli.Runs;
import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.cli.internal.state.PlannedWork;
import io.github.telnyxreactive.cli.internal.state.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {

    private static final BatchItem CHECKOUT = BatchItem.suite("checkout");

    private final StringWriter out = new StringWriter();
    private final Progress progress = new Progress(new PlannedWork(List.of("checkout"), 0, 2));

    private Display display(boolean interactive) {
        PrintWriter writer = new PrintWriter(out);
        return Display.on(new Terminal(writer, writer, interactive, Style.PLAIN));
    }

    private void seePending() {
        progress.accept(triggered(CHECKOUT, Runs.unfinished("1", "t", PENDING), Runs.unfinished("2", "t", PENDING)));
    }

    private String[] frames() {
        return out.toString().replace("\u001b[", "<").split("<\\?7l", -1);
    }

    @Test
    void printsALineForChangesNowAndThenWithoutATerminal() {
        Display display = display(false);

        display.begin(progress);
        display.update(progress, Duration.ofMillis(200));
        seePending();
        display.update(progress, Duration.ofMillis(400));
        progress.accept(changed(CHECKOUT, Runs.unfinished("1", "t", RUNNING)));
        display.update(progress, Duration.ofMillis(3_399));
        display.update(progress, Duration.ofMillis(3_400));
        display.update(progress, Duration.ofMillis(60_000));
        display.end(progress, Duration.ofMillis(60_100));

        assertThat(out.toString().lines())
                .containsExactly(
                        "Running 1 suite: checkout",
                        "0 s: 0 of 2 finished (2 pending, 0 running, 0 passed, 0 failed, 0 error)",
                        "3 s: 0 of 2 finished (1 pending, 1 running, 0 passed, 0 failed, 0 error)",
                        "1 min 00 s: 0 of 2 finished (1 pending, 1 running, 0 passed, 0 failed, 0 error)");
    }

    @Test
    void showsTheTimeOfTheBatchAfterAResume() {
        Display display = display(false).after(Duration.ofMinutes(5));

        display.begin(progress);
        seePending();
        display.update(progress, Duration.ofSeconds(1));
        display.end(progress, Duration.ofSeconds(2));

        assertThat(out.toString().lines().skip(1))
                .containsExactly(
                        "5 min 01 s: 0 of 2 finished (2 pending, 0 running, 0 passed, 0 failed, 0 error)",
                        "5 min 02 s: 0 of 2 finished (2 pending, 0 running, 0 passed, 0 failed, 0 error)");
    }

    @Test
    void redrawsInPlaceOnATerminalAndErasesItselfAtTheEnd() {
        Display display = display(true);

        display.begin(progress);
        seePending();
        progress.accept(finished(CHECKOUT, Runs.finished("1", "t", PASSED, Duration.ZERO)));
        display.update(progress, Duration.ofSeconds(1));
        display.end(progress, Duration.ofSeconds(2));

        String[] frames = frames();
        assertThat(frames).hasSize(4);
        assertThat(frames[1])
                .matches("<2Kruns   0% \\[ *] 0/2 \\(0:00:0\\d / \\?\\)\n<2Kcheckout  waiting\n<\\?7h<J<2A\r");
        assertThat(frames[2])
                .matches(
                        "<2Kruns  50% \\[=+ +] 1/2 \\(0:00:0\\d / 0:00:0\\d\\)\n<2Kcheckout  1 of 2 finished \\(1 pending,"
                                + " 0 running, 1 passed, 0 failed, 0 error\\)\n<\\?7h<J<2A\r");
        assertThat(frames[3]).isEqualTo("<?7h<J");
    }

    @Test
    void theBarGrowsWithRunsThatWereNotPlanned() {
        Display display = display(true);

        display.begin(progress);
        seePending();
        progress.accept(triggered(BatchItem.test("u"), Runs.unfinished("3", "u", PENDING)));
        display.update(progress, Duration.ofSeconds(1));
        display.end(progress, Duration.ofSeconds(2));

        assertThat(frames()[2]).contains(" 0/3 ");
    }

    @Test
    void noConsoleMeansNoTerminal() {
        assertThat(Terminal.isTerminal(null)).isFalse();
    }

    @Test
    void theBarFitsTheTerminal() {
        PrintWriter writer = new PrintWriter(out);
        Display display = Display.on(new Terminal(writer, writer, true, Style.PLAIN, StandardCharsets.UTF_8, () -> 40));

        display.begin(progress);
        display.end(progress, Duration.ZERO);

        assertThat(frames()[1].lines().findFirst().orElseThrow().replace("<2K", ""))
                .startsWith("runs ")
                .hasSizeLessThan(40);
    }

    @ParameterizedTest
    @CsvSource({"true, , COLOURED", "true, '', COLOURED", "true, 1, PLAIN", "false, , PLAIN", "false, 1, PLAIN"})
    void coloursAreOnlyForTerminalsOfThoseWhoWantThem(
            boolean isInteractive, @Nullable String noColour, Style expected) {
        assertThat(Terminal.style(isInteractive, name -> name.equals("NO_COLOR") ? noColour : null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"24 132, 132", "'24 132\n', 132", "24 0, 80", "'', 80", "stty: error, 80", "24 3, 20"})
    void readsTheSizeOfTheTerminal(String size, int columns) {
        assertThat(TerminalWidth.ofSize(size)).isEqualTo(columns);
    }

    @Test
    void prefersTheWidthThatIsSet() {
        assertThat(TerminalWidth.find(name -> "132")).isEqualTo(132);
        assertThat(TerminalWidth.find(name -> "1")).isEqualTo(20);
    }

    @Test
    void writesUtf8WhereNoCharsetWasChosen() {
        assertThat(Terminal.usable(StandardCharsets.US_ASCII)).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Terminal.usable(StandardCharsets.ISO_8859_1)).isEqualTo(StandardCharsets.ISO_8859_1);
    }
}
