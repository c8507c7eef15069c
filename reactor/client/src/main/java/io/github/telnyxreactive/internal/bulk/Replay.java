package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnstartedTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the entries of a journal into the events of the batch so far, except what the resumed batch finds out anew. It keeps
 * what has not ended. Not thread-safe.
 */
final class Replay {

    private final String batch;
    private final Map<ItemId, BatchItem> announced = new HashMap<>();
    private final Map<ItemId, String> names = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Map<ItemId, List<BatchEvent>> missing = new HashMap<>();

    Replay(JournalState state) {
        this.batch = state.opened().batch();
    }

    /** Returns the events of an entry, of which most have one or none. */
    List<BatchEvent> events(JournalEntry entry) {
        if (entry instanceof JournalEntry.Begun begun && begun.testName() != null) {
            names.put(begun.item(), begun.testName());
        } else if (entry instanceof JournalEntry.Started started) {
            return List.of(started(started));
        } else if (entry instanceof JournalEntry.Ended ended
                && open.remove(ended.run().runId())) {
            return List.of(new BatchEvent.Finished(
                    item(ended.item().whole()), ended.run().toTestRun(), ended.testName()));
        } else if (entry instanceof JournalEntry.NotStarted unstarted) {
            UnstartedTest test = unstarted.test();
            missing.computeIfAbsent(unstarted.item(), added -> new ArrayList<>())
                    .add(new BatchEvent.NotStarted(
                            item(unstarted.item().whole()), test.testId(), test.testName(), null));
        } else if (entry instanceof JournalEntry.Resumed) {
            // Of an item that is not complete, each process finds out anew which tests have no run.
            missing.clear();
        } else if (entry instanceof JournalEntry.Completed done) {
            announced.remove(done.item());
            names.remove(done.item());
            List<BatchEvent> unstarted = missing.remove(done.item());
            return unstarted == null ? List.of() : unstarted;
        }
        return List.of();
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
