package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The last line: the results of a batch in short. */
public final class SummaryLine {

    private SummaryLine() {}

    /**
     * Summarises a batch.
     *
     * @param state the state at the end
     * @param elapsed how long the batch took
     * @param style how text is highlighted
     * @return one line
     */
    public static String of(BatchState state, Duration elapsed, Style style) {
        RunTotals runs = state.totals().overall();
        List<String> parts = new ArrayList<>();
        parts.add(style.count(runs.passed(), "passed", TestRunStatus.PASSED));
        parts.add(style.count(runs.failed(), "failed", TestRunStatus.FAILED));
        parts.add(style.count(runs.error(), "error", TestRunStatus.ERROR));
        if (runs.unfinished() > 0) {
            parts.add(style.count(runs.unfinished(), "not finished", TestRunStatus.RUNNING));
        }
        return (state.isInterrupted() ? "Interrupted. " : "")
                + Text.count(runs.runs(), "run") + " of "
                + Items.count(state.items()) + " in " + Text.duration(elapsed) + ": "
                + String.join(", ", parts)
                + withoutResult(state, style);
    }

    static String withoutResult(BatchState state, Style style) {
        List<ItemState> without = state.itemsWithoutResult();
        return without.isEmpty() ? "" : "; " + style.alarm(Items.count(without) + " without a result");
    }
}
