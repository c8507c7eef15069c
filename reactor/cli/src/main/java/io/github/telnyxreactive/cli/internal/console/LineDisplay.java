package io.github.telnyxreactive.cli.internal.console;

import io.github.telnyxreactive.cli.internal.progress.BatchProgress;
import io.github.telnyxreactive.cli.internal.progress.RunCounts;
import io.github.telnyxreactive.cli.internal.rendering.ProgressLines;
import java.time.Duration;

/**
 * Writes a line when something has changed, but not more often than every few seconds: what runs without anybody watching
 * leaves a log that can be read.
 */
final class LineDisplay implements Display {

    /** The shortest time between two lines, those at the start and at the end aside. */
    static final Duration PAUSE = Duration.ofSeconds(3);

    private final Terminal terminal;
    private RunCounts shown = RunCounts.NONE;
    private Duration next = Duration.ZERO;

    LineDisplay(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void begin(BatchProgress progress) {
        print(ProgressLines.announcement(progress));
    }

    @Override
    public void update(BatchProgress progress, Duration elapsed) {
        RunCounts counts = progress.counts();
        if (!counts.equals(shown) && elapsed.compareTo(next) >= 0) {
            shown = counts;
            next = elapsed.plus(PAUSE);
            print(ProgressLines.line(progress, elapsed));
        }
    }

    @Override
    public void end(BatchProgress progress, Duration elapsed) {
        print(ProgressLines.line(progress, elapsed));
    }

    private void print(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }
}
