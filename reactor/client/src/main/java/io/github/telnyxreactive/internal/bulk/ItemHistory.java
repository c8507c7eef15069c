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
    private @Nullable EarlierKey earlier;
    private @Nullable OffsetDateTime reusedAt;

    /**
     * The key of a trigger of which somebody has decided that it has started nothing.
     *
     * @param key the key
     * @param since when it was first used
     */
    record EarlierKey(String key, OffsetDateTime since) {}

    void begun(JournalEntry.Begun entry) {
        // The first word stands, whatever later attempts say.
        if (begunAt == null) {
            boolean isEarlier = earlier != null && earlier.key().equals(entry.key());
            // A key is as old as its first use.
            begunAt = isEarlier ? earlier.since() : entry.at();
            reusedAt = isEarlier ? entry.at() : null;
            key = entry.key();
            testName = entry.testName();
            expected = entry.runs();
        }
    }

    void refused() {
        if (runs.isEmpty()) {
            begunAt = null;
            reusedAt = null;
            key = null;
            refused = true;
        }
    }

    /** It was decided that the known runs are all, or that nothing was triggered if there are none. */
    void resolved() {
        repeated = false;
        if (runs.isEmpty()) {
            earlier = begunAt == null || key == null ? earlier : new EarlierKey(key, begunAt);
            refused();
        }
    }

    /** Returns the key that it was triggered with before that was decided to have started nothing, {@code null} if it was not. */
    @Nullable EarlierKey earlierKey() {
        return earlier;
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

    /**
     * Returns when it was first begun with its {@linkplain #earlierKey() earlier key} after that was decided to have started
     * nothing, {@code null} if it was not. Runs that existed before were decided to be of others.
     */
    @Nullable OffsetDateTime reusedAt() {
        return reusedAt;
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
