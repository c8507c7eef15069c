package io.github.telnyxreactive.cli.internal.console;

import io.github.telnyxreactive.cli.internal.state.Progress;
import java.time.Duration;

/** Shows the time of a batch rather than that since it was resumed. */
record ContinuedDisplay(Display display, Duration before) implements Display {

    @Override
    public void begin(Progress progress) {
        display.begin(progress);
    }

    @Override
    public void update(Progress progress, Duration elapsed) {
        display.update(progress, before.plus(elapsed));
    }

    @Override
    public void end(Progress progress, Duration elapsed) {
        display.end(progress, before.plus(elapsed));
    }
}
