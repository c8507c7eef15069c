package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnstartedTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the entries of a journal into the events of the batch so far, except what the resumed batch finds out anew. Not
 * thread-safe.
 */
final class Replay {

    private final JournalState state;
    private final String batch;
    private final Set<ItemId> announced = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Map<ItemId, BatchItem> items = new HashMap<>();

    Replay(JournalState state) {
        this.state = state;
        this.batch = state.opened().batch();
    }

    /** Returns the event of an entry, {@code null} if it has none. */
    @Nullable BatchEvent event(JournalEntry entry) {
        if (entry instanceof JournalEntry.Started started) {
            ItemId whole = started.item().whole();
            boolean isMore = !announced.add(whole);
            started.runs().forEach(run -> open.add(run.runId()));
            return new BatchEvent.Triggered(
                    item(whole),
                    started.runs().stream().map(RunState::toTestRun).toList(),
                    isMore,
                    Map.of());
        }
        if (entry instanceof JournalEntry.Ended ended && open.remove(ended.run().runId())) {
            return new BatchEvent.Finished(
                    item(ended.item().whole()), ended.run().toTestRun(), ended.testName());
        }
        // Of an item that is not complete, the resumed batch finds out anew which tests have no run.
        if (entry instanceof JournalEntry.NotStarted missing && state.isCompleted(missing.item())) {
            UnstartedTest test = missing.test();
            return new BatchEvent.NotStarted(item(missing.item().whole()), test.testId(), test.testName(), null);
        }
        return null;
    }

    private BatchItem item(ItemId id) {
        return items.computeIfAbsent(id, added -> added.toItem().inBatch(batch));
    }
}
