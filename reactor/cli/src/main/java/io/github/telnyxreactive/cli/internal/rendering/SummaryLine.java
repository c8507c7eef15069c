package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.cli.internal.progress.BatchProgress;
import io.github.telnyxreactive.cli.internal.progress.ItemProgress;
import io.github.telnyxreactive.cli.internal.progress.RunCounts;
import io.github.telnyxreactive.cli.internal.progress.RunPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The last line: what came of it all. */
public final class SummaryLine {

    private SummaryLine() {}

    /**
     * Sums everything up.
     *
     * @param progress what is known at the end
     * @param elapsed how long it has taken
     * @param style how to set text off
     * @return one line
     */
    public static String of(BatchProgress progress, Duration elapsed, Style style) {
        RunCounts counts = progress.counts();
        List<String> parts = new ArrayList<>();
        parts.add(part(counts.passed(), "passed", RunPhase.PASSED, style));
        parts.add(part(counts.failed(), "failed", RunPhase.FAILED, style));
        parts.add(part(counts.error(), "error", RunPhase.ERROR, style));
        if (counts.unfinished() > 0) {
            parts.add(part(counts.unfinished(), "not finished", RunPhase.RUNNING, style));
        }
        return start(progress) + Text.count(counts.total(), "run") + " of "
                + Items.count(progress.items()) + " in " + Text.duration(elapsed) + ": "
                + String.join(", ", parts)
                + withoutResult(progress, style);
    }

    static String withoutResult(BatchProgress progress, Style style) {
        List<ItemProgress> without = progress.items().stream()
                .filter(item -> item.isComplete() && !item.hasResult())
                .toList();
        return without.isEmpty() ? "" : "; " + style.alarm(Items.count(without) + " without a result");
    }

    private static String start(BatchProgress progress) {
        return progress.isInterrupted() ? "Interrupted. " : "";
    }

    private static String part(int number, String word, RunPhase phase, Style style) {
        String text = number + " " + word;
        return number == 0 ? text : style.phase(text, phase);
    }
}
