package io.github.telnyxreactive.cli.internal.console;

import io.github.telnyxreactive.cli.internal.rendering.ProgressLines;
import io.github.telnyxreactive.cli.internal.state.Progress;
import java.time.Duration;

/**
 * Prints a line after a change, but at most one every few seconds, so that the output of an unattended run makes a readable
 * log.
 */
final class LineDisplay implements Display {

    /** The shortest time between two lines, except for the first and the last. */
    static final Duration PAUSE = Duration.ofSeconds(3);

    private final Terminal terminal;
    private String shown = ProgressLines.NO_RUNS;
    private Duration next = Duration.ZERO;

    LineDisplay(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void begin(Progress progress) {
        terminal.print(ProgressLines.announcement(progress.work()));
    }

    @Override
    public void update(Progress progress, Duration elapsed) {
        String counts = ProgressLines.counts(progress);
        if (!counts.equals(shown) && elapsed.compareTo(next) >= 0) {
            shown = counts;
            next = elapsed.plus(PAUSE);
            terminal.print(ProgressLines.line(progress, elapsed));
        }
    }

    @Override
    public void end(Progress progress, Duration elapsed) {
        terminal.print(ProgressLines.line(progress, elapsed));
    }
}
