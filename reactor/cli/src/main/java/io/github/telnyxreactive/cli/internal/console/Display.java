package io.github.telnyxreactive.cli.internal.console;

import io.github.telnyxreactive.cli.internal.state.Progress;
import java.time.Duration;

/** Shows the progress of a batch while it runs. For use by one thread at a time. */
public interface Display {

    /**
     * Creates the display that suits a terminal.
     *
     * @param terminal the terminal
     * @return a display that is redrawn in place on an interactive terminal, else one that prints a line now and then
     */
    static Display on(Terminal terminal) {
        return terminal.isInteractive() ? new LiveDisplay(terminal) : new LineDisplay(terminal);
    }

    /**
     * Returns a display of a batch that was worked on before, which shows the whole time.
     *
     * @param before how long it was worked on
     * @return this display with other times
     */
    default Display after(Duration before) {
        return new ContinuedDisplay(this, before);
    }

    /**
     * Announces the batch.
     *
     * @param progress the batch before its start
     */
    void begin(Progress progress);

    /**
     * Shows the progress if an update is due. Called several times a second.
     *
     * @param progress the batch as it is now
     * @param elapsed the time since the start
     */
    void update(Progress progress, Duration elapsed);

    /**
     * Shows the final progress, and makes room for the results.
     *
     * @param progress the batch at its end
     * @param elapsed the time since the start
     */
    void end(Progress progress, Duration elapsed);
}
