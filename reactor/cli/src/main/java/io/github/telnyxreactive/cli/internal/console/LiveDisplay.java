package io.github.telnyxreactive.cli.internal.console;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.cli.internal.rendering.ProgressLines;
import io.github.telnyxreactive.cli.internal.state.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Redraws a progress bar and a few lines in place, and erases them at the end. */
final class LiveDisplay implements Display {

    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_LINE = "\u001b[2K";
    private static final String CLEAR_BELOW = "\u001b[J";
    // A line that wraps takes two rows, and the next frame would start too low.
    private static final String WRAP_OFF = "\u001b[?7l";
    private static final String WRAP_ON = "\u001b[?7h";

    private final Terminal terminal;
    private final int columns;
    private @Nullable Bar bar;
    private int drawn;

    LiveDisplay(Terminal terminal) {
        this.terminal = terminal;
        columns = terminal.columns();
    }

    @Override
    public void begin(Progress progress) {
        bar = new Bar(done(progress), columns);
        update(progress, Duration.ZERO);
    }

    private static int done(Progress progress) {
        RunTotals runs = progress.totals().overall();
        return runs.finished() + runs.abandoned();
    }

    @Override
    public void update(Progress progress, Duration elapsed) {
        List<String> lines = new ArrayList<>();
        if (bar != null) {
            lines.add(bar.line(done(progress), progress.expectedRuns()));
        }
        lines.addAll(ProgressLines.live(progress, terminal.style(), columns));
        draw(lines);
    }

    @Override
    public void end(Progress progress, Duration elapsed) {
        draw(List.of());
        if (bar != null) {
            bar.close();
        }
    }

    /** Writes a whole frame at once to avoid flicker. */
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
