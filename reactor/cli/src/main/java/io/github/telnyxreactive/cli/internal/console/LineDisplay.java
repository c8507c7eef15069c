package io.github.telnyxreactive.cli.internal.console;

import io.github.telnyxreactive.cli.internal.rendering.ProgressLines;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import java.time.Duration;

/**
 * Writes a line when something has changed, but not more often than every few seconds: what runs without anybody watching
 * leaves a log that can be read.
 */
final class LineDisplay implements Display {

    /** The shortest time between two lines, those at the start and at the end aside. */
    static final Duration PAUSE = Duration.ofSeconds(3);

    private final Terminal terminal;
    private String shown = ProgressLines.NO_RUNS;
    private Duration next = Duration.ZERO;

    LineDisplay(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void begin(BatchState state) {
        print(ProgressLines.announcement(state));
    }

    @Override
    public void update(BatchState state, Duration elapsed) {
        String counts = ProgressLines.counts(state);
        if (!counts.equals(shown) && elapsed.compareTo(next) >= 0) {
            shown = counts;
            next = elapsed.plus(PAUSE);
            print(ProgressLines.line(state, elapsed));
        }
    }

    @Override
    public void end(BatchState state, Duration elapsed) {
        print(ProgressLines.line(state, elapsed));
    }

    private void print(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }
}
