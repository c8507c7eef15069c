package io.github.telnyxreactive.batch.console;

import static io.github.telnyxreactive.model.testrun.TestRunStatus.PENDING;
import static io.github.telnyxreactive.model.testrun.TestRunStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.batch.Runs;
import io.github.telnyxreactive.batch.progress.BatchProgress;
import io.github.telnyxreactive.batch.progress.SuiteEvent.RunChanged;
import io.github.telnyxreactive.batch.rendering.Style;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private final StringWriter out = new StringWriter();
    private final BatchProgress progress = new BatchProgress(List.of("checkout"));

    private Display display(boolean interactive) {
        PrintWriter writer = new PrintWriter(out);
        return Display.on(new Terminal(writer, writer, interactive, Style.PLAIN));
    }

    private void see(TestRunStatus status) {
        progress.apply(new RunChanged("checkout", Runs.unfinished("1", "t", status)));
    }

    @Test
    void withoutATerminalThereIsALineForAChangeNowAndThen() {
        Display display = display(false);

        display.begin(progress);
        display.update(progress, Duration.ofMillis(200));
        see(PENDING);
        display.update(progress, Duration.ofMillis(400));
        see(RUNNING);
        display.update(progress, Duration.ofMillis(3_399));
        display.update(progress, Duration.ofMillis(3_400));
        display.update(progress, Duration.ofMillis(60_000));
        display.end(progress, Duration.ofMillis(60_100));

        assertThat(out.toString().lines())
                .containsExactly(
                        "Running 1 suite: checkout",
                        "0 s: 0 of 1 finished (1 pending, 0 running, 0 passed, 0 failed, 0 error)",
                        "3 s: 0 of 1 finished (0 pending, 1 running, 0 passed, 0 failed, 0 error)",
                        "1 min 00 s: 0 of 1 finished (0 pending, 1 running, 0 passed, 0 failed, 0 error)");
    }

    @Test
    void onATerminalTheLinesAreRedrawnInPlaceAndTakenAwayAtTheEnd() {
        Display display = display(true);

        display.begin(progress);
        see(PENDING);
        display.update(progress, Duration.ofSeconds(1));
        display.end(progress, Duration.ofSeconds(2));

        assertThat(out.toString())
                .isEqualTo("<?7l<2Kcheckout  starting\n<2K0 s\n<?7h<J"
                        .concat("<2A\r<?7l<2Kcheckout  0 of 1 finished (1 pending, 0 running, 0 passed,"
                                + " 0 failed, 0 error)\n<2K1 s\n<?7h<J")
                        .concat("<2A\r<?7l<?7h<J")
                        .replace("<", "\u001b["));
    }

    @Test
    void noConsoleIsNoTerminal() {
        assertThat(Terminal.isTerminal(null)).isFalse();
    }
}
