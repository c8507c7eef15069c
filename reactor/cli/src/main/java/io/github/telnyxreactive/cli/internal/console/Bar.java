package io.github.telnyxreactive.cli.internal.console;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with the time that is left, as text: when and where it is drawn is up to the display. */
final class Bar implements AutoCloseable {

    private static final int WIDTH = 78;

    private final Text text = new Text();
    private final ProgressBar bar;

    /**
     * Creates a bar.
     *
     * @param done how much was done before, which tells nothing of the speed
     */
    Bar(int done) {
        bar = new ProgressBarBuilder()
                .setTaskName("runs")
                .setInitialMax(Math.max(1, done))
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(text)
                .continuousUpdate()
                .startsFrom(done, Duration.ZERO)
                // It draws when it is asked to, and not by itself.
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

    /** Keeps what the bar looks like. */
    private static final class Text implements ProgressBarConsumer {

        private volatile String rendered = "";

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String bar) {
            rendered = bar;
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }
}
