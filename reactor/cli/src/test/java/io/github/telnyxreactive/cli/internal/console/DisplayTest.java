package io.github.telnyxreactive.cli.internal.console;

import static io.github.telnyxreactive.model.testrun.TestRunStatus.PASSED;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.PENDING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Changes;
import io.github.telnyxreactive.cli.Runs;
import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.cli.internal.state.BatchChange.RunMoved;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private final StringWriter out = new StringWriter();
    private final BatchState state = Changes.suites("checkout");

    private Display display(boolean interactive) {
        PrintWriter writer = new PrintWriter(out);
        return Display.on(new Terminal(writer, writer, interactive, Style.PLAIN));
    }

    private void seePending() {
        state.apply(Changes.triggered(0, Runs.unfinished("1", "t", PENDING), Runs.unfinished("2", "t", PENDING)));
    }

    @Test
    void printsALineForChangesNowAndThenWithoutATerminal() {
        Display display = display(false);

        display.begin(state);
        display.update(state, Duration.ofMillis(200));
        seePending();
        display.update(state, Duration.ofMillis(400));
        state.apply(new RunMoved(0, "1", RUNNING));
        display.update(state, Duration.ofMillis(3_399));
        display.update(state, Duration.ofMillis(3_400));
        display.update(state, Duration.ofMillis(60_000));
        display.end(state, Duration.ofMillis(60_100));

        assertThat(out.toString().lines())
                .containsExactly(
                        "Running 1 suite: checkout",
                        "0 s: 0 of 2 finished (2 pending, 0 running, 0 passed, 0 failed, 0 error)",
                        "3 s: 0 of 2 finished (1 pending, 1 running, 0 passed, 0 failed, 0 error)",
                        "1 min 00 s: 0 of 2 finished (1 pending, 1 running, 0 passed, 0 failed, 0 error)");
    }

    @Test
    void redrawsInPlaceOnATerminalAndErasesItselfAtTheEnd() {
        Display display = display(true);

        display.begin(state);
        seePending();
        state.apply(Changes.ended(0, Runs.finished("1", "t", PASSED, Duration.ZERO)));
        display.update(state, Duration.ofSeconds(1));
        display.end(state, Duration.ofSeconds(2));

        String[] frames = out.toString().replace("\u001b[", "<").split("<\\?7l", -1);
        assertThat(frames).hasSize(4);
        assertThat(frames[1])
                .matches("<2Kruns   0% \\[ *] 0/1 \\(0:00:0\\d / \\?\\)\n<2Kcheckout  waiting\n<\\?7h<J<2A\r");
        assertThat(frames[2])
                .matches(
                        "<2Kruns  50% \\[=+ +] 1/2 \\(0:00:0\\d / 0:00:0\\d\\)\n<2Kcheckout  1 of 2 finished \\(1 pending,"
                                + " 0 running, 1 passed, 0 failed, 0 error\\)\n<\\?7h<J<2A\r");
        assertThat(frames[3]).isEqualTo("<?7h<J");
    }

    @Test
    void noConsoleMeansNoTerminal() {
        assertThat(Terminal.isTerminal(null)).isFalse();
    }
}
