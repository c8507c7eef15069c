package io.github.telnyxreactive.cli.internal.console;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** Renders a progress bar with the estimated time left as text; the display draws it. */
final class Bar implements AutoCloseable {

    private static final int LARGEST_WIDTH = 78;

    private final Text text;
    private final ProgressBar bar;

    /**
     * Creates a bar.
     *
     * @param done how much was done earlier, which does not count for the estimate of the time left
     * @param columns the width of the terminal
     */
    Bar(int done, int columns) {
        text = new Text(Math.min(LARGEST_WIDTH, columns - 1));
        bar = new ProgressBarBuilder()
                .setTaskName("runs")
                .setInitialMax(Math.max(1, done))
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(text)
                .continuousUpdate()
                .startsFrom(done, Duration.ZERO)
                // The display requests every update.
                .setUpdateIntervalMillis(Integer.MAX_VALUE)
                .build();
    }

    String line(int done, int expected) {
        bar.maxHint(Math.max(1, expected));
        bar.stepTo(done);
        bar.refresh();
        return text.rendered.stripTrailing();
    }

    @Override
    public void close() {
        bar.close();
    }

    /** Keeps the rendered bar. */
    private static final class Text implements ProgressBarConsumer {

        private final int width;
        private volatile String rendered = "";

        Text(int width) {
            this.width = width;
        }

        @Override
        public int getMaxRenderedLength() {
            return width;
        }

        @Override
        public void accept(String bar) {
            rendered = bar;
        }

        @Override
        public void close() {
            // Nothing to release.
        }
    }
}
