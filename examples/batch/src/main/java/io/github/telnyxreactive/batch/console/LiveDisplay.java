package io.github.telnyxreactive.batch.console;

import io.github.telnyxreactive.batch.progress.BatchProgress;
import io.github.telnyxreactive.batch.rendering.ProgressLines;
import java.time.Duration;
import java.util.List;

/** Redraws a few lines in place, and takes them away at the end. */
final class LiveDisplay implements Display {

    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_LINE = "\u001b[2K";
    private static final String CLEAR_BELOW = "\u001b[J";
    // A line that wraps would count as two, and the next drawing would begin too far down.
    private static final String WRAP_OFF = "\u001b[?7l";
    private static final String WRAP_ON = "\u001b[?7h";

    private final Terminal terminal;
    private int drawn;

    LiveDisplay(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void begin(BatchProgress progress) {
        update(progress, Duration.ZERO);
    }

    @Override
    public void update(BatchProgress progress, Duration elapsed) {
        draw(ProgressLines.live(progress, elapsed, terminal.style()));
    }

    @Override
    public void end(BatchProgress progress, Duration elapsed) {
        draw(List.of());
    }

    /** Written at once, so that nobody sees half of it. */
    private void draw(List<String> lines) {
        StringBuilder frame = new StringBuilder();
        if (drawn > 0) {
            frame.append(String.format(UP, drawn)).append('\r');
        }
        frame.append(WRAP_OFF);
        lines.forEach(line -> frame.append(CLEAR_LINE).append(line).append('\n'));
        frame.append(WRAP_ON).append(CLEAR_BELOW);
        drawn = lines.size();
        terminal.out().print(frame);
        terminal.out().flush();
    }
}
