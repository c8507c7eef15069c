package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.RunState;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the journal knows of an item from earlier processes. */
final class ItemHistory {

    /** An item that no earlier process has begun. */
    static final ItemHistory NONE = new ItemHistory();

    private final Map<String, RunState> runs = new LinkedHashMap<>();
    private @Nullable OffsetDateTime begunAt;
    private @Nullable String key;
    private @Nullable String testName;
    private int expected;
    private boolean refused;
    private boolean repeated;

    void begun(JournalEntry.Begun entry) {
        // The first word stands, whatever later attempts say.
        if (begunAt == null) {
            begunAt = entry.at();
            key = entry.key();
            testName = entry.testName();
            expected = entry.runs();
        }
    }

    void refused() {
        if (runs.isEmpty()) {
            begunAt = null;
            key = null;
            refused = true;
        }
    }

    /** Returns the number of runs that were not known before. */
    int started(JournalEntry.Started entry) {
        int before = runs.size();
        repeated |= entry.repeated();
        entry.runs().forEach(run -> runs.putIfAbsent(run.runId(), run));
        return runs.size() - before;
    }

    void ended(RunState run) {
        runs.put(run.runId(), run);
    }

    /** Returns when the item was first begun, {@code null} if it has certainly not been triggered. */
    @Nullable OffsetDateTime begunAt() {
        return begunAt;
    }

    /** Returns whether its runs are those of a trigger that was repeated. */
    boolean isRepeated() {
        return repeated;
    }

    @Nullable String key() {
        return key;
    }

    /** Returns the name of a single test, {@code null} if it is not known. */
    @Nullable String testName() {
        return testName;
    }

    /** Returns whether it was to be triggered, and has not ended. */
    boolean isUnfinished() {
        return begunAt != null || refused;
    }

    /** Returns how many runs may be under way that an earlier process has started. */
    int underWay() {
        if (begunAt == null) {
            return 0;
        }
        return runs.isEmpty()
                ? expected
                : (int) runs.values().stream().filter(run -> !run.hasEnded()).count();
    }

    List<RunState> runs() {
        return List.copyOf(runs.values());
    }
}
