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
 * Turns the entries of a journal into the events of the batch so far, except what the resumed batch finds out anew. It keeps
 * what has not ended. Not thread-safe.
 */
final class Replay {

    private final JournalState state;
    private final String batch;
    private final Map<ItemId, BatchItem> announced = new HashMap<>();
    private final Map<ItemId, String> names = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    Replay(JournalState state) {
        this.state = state;
        this.batch = state.opened().batch();
    }

    /** Returns the event of an entry, {@code null} if it has none. */
    @Nullable BatchEvent event(JournalEntry entry) {
        if (entry instanceof JournalEntry.Begun begun && begun.testName() != null) {
            names.put(begun.item(), begun.testName());
        }
        if (entry instanceof JournalEntry.Started started) {
            return started(started);
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
        if (entry instanceof JournalEntry.Completed done) {
            announced.remove(done.item());
            names.remove(done.item());
        }
        return null;
    }

    private BatchEvent started(JournalEntry.Started entry) {
        ItemId whole = entry.item().whole();
        boolean isMore = announced.containsKey(whole);
        BatchItem item = item(whole);
        announced.put(whole, item);
        entry.runs().forEach(run -> open.add(run.runId()));
        return new BatchEvent.Triggered(
                item, entry.runs().stream().map(RunState::toTestRun).toList(), isMore, entry.testNames());
    }

    private BatchItem item(ItemId id) {
        BatchItem known = announced.get(id);
        return known == null ? id.toItem().named(names.get(id)).inBatch(batch) : known;
    }
}
