package io.github.telnyxreactive.cli.internal.console;

import io.github.telnyxreactive.cli.internal.state.BatchState;
import java.time.Duration;

/** Shows how far the runs have come while they are under way. To be used by one thread at a time. */
public interface Display {

    /**
     * Chooses the display that suits a console.
     *
     * @param terminal where to show it
     * @return one that is redrawn in place, or one that writes a line now and then
     */
    static Display on(Terminal terminal) {
        return terminal.isInteractive() ? new LiveDisplay(terminal) : new LineDisplay(terminal);
    }

    /**
     * Says what is going to be done.
     *
     * @param state what is known
     */
    void begin(BatchState state);

    /**
     * Shows what is known now, if it is time to. This is called several times a second.
     *
     * @param state what is known
     * @param elapsed how long it has taken so far
     */
    void update(BatchState state, Duration elapsed);

    /**
     * Shows what is known last, and makes room for the results.
     *
     * @param state what is known
     * @param elapsed how long it has taken
     */
    void end(BatchState state, Duration elapsed);
}
