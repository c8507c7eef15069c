package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalAccount;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.RunState;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a journal knows of a batch when it is opened. It keeps what is open, and little of what has ended. Not thread-safe. */
final class JournalState {

    private final Map<ItemId, ItemHistory> items = new LinkedHashMap<>();
    private final IdSet completed = new IdSet();
    private final IdSet taken = new IdSet();
    private final Set<ItemId> split = new HashSet<>();
    private JournalEntry.@Nullable Opened opened;
    private @Nullable JournalAccount account;
    private @Nullable String definitions;
    private @Nullable RunState readable;
    private @Nullable OffsetDateTime latest;
    private int runs;
    private boolean hasBegun;
    private boolean hasPlan;
    private long planned;
    private long withdrawn;

    void apply(JournalEntry entry) {
        if (entry instanceof JournalEntry.Opened first) {
            opened = first;
            account = first.account();
            see(first.startedAt());
        } else if (entry instanceof JournalEntry.AccountAccepted accepted) {
            account = accepted.account();
        } else if (entry instanceof JournalEntry.Gated gated) {
            definitions = gated.definitions();
        } else if (entry instanceof JournalEntry.Begun begun) {
            history(begun.item()).begun(begun);
            hasBegun = true;
            see(begun.at());
        } else if (entry instanceof JournalEntry.Refused refused) {
            history(refused.item()).refused();
        } else if (entry instanceof JournalEntry.Started started) {
            runs += history(started.item()).started(started);
            started.runs().forEach(run -> taken.add(run.suiteRunId() == null ? run.runId() : run.suiteRunId()));
            readable = started.runs().stream()
                    .filter(run -> run.testId() != null)
                    .findFirst()
                    .orElse(readable);
        } else if (entry instanceof JournalEntry.Ended ended) {
            history(ended.item()).ended(ended.run());
        } else if (entry instanceof JournalEntry.Resolved resolved) {
            history(resolved.item()).resolved();
            see(resolved.at());
        } else if (entry instanceof JournalEntry.Completed done) {
            items.remove(done.item());
            completed.add(done.item());
        } else if (entry instanceof JournalEntry.Planned some) {
            planned += some.items().size();
        } else if (entry instanceof JournalEntry.PlanComplete plan) {
            hasPlan = true;
            withdrawn = planned - plan.items();
            if (withdrawn < 0) {
                throw new JournalException(
                        JournalException.Reason.UNREADABLE,
                        "the plan has " + plan.items() + " items, of which the journal has " + planned
                                + ": restore the journal as it was written");
            }
        } else if (entry instanceof JournalEntry.Resumed resumed) {
            see(resumed.at());
        } else if (entry instanceof JournalEntry.Paused paused) {
            see(paused.at());
        }
    }

    private void see(OffsetDateTime time) {
        latest = latest == null || time.isAfter(latest) ? time : latest;
    }

    private ItemHistory history(ItemId item) {
        if (item.testId() != null) {
            split.add(item.whole());
        }
        return items.computeIfAbsent(item, added -> new ItemHistory());
    }

    boolean isNew() {
        return opened == null;
    }

    JournalEntry.Opened opened() {
        return Objects.requireNonNull(opened);
    }

    JournalAccount account() {
        return Objects.requireNonNull(account);
    }

    /** Returns the digest of what a release gate runs, {@code null} if the batch is not of one. */
    @Nullable String definitions() {
        return definitions;
    }

    /** Returns a run of the batch that can be read by itself, {@code null} if there is none. */
    @Nullable RunState readableRun() {
        return readable;
    }

    /** Returns the newest time in the journal, {@code null} for a new one. */
    @Nullable OffsetDateTime latest() {
        return latest;
    }

    /** Returns how many runs the batch has started. */
    int runs() {
        return runs;
    }

    /** Returns how many of them may be under way. */
    int underWay() {
        return items.values().stream().mapToInt(ItemHistory::underWay).sum();
    }

    /** Returns whether anything was about to be triggered, ever. */
    boolean hasBegun() {
        return hasBegun;
    }

    /** Returns whether the journal has the work of the batch. */
    boolean hasPlan() {
        return hasPlan;
    }

    /** Returns how many planned items are of plans that were never completed, before those of the one that was. */
    long withdrawn() {
        return withdrawn;
    }

    /** Returns what is known of an item, or of a test of a suite. */
    ItemHistory of(ItemId item) {
        return items.getOrDefault(item, ItemHistory.NONE);
    }

    /** Returns whether the tests of a suite were triggered one by one. */
    boolean isSplit(ItemId item) {
        return split.contains(item);
    }

    /** Returns the tests of a suite that were triggered one by one, and have not ended. */
    List<ItemId> testsOf(ItemId suite) {
        return isSplit(suite)
                ? items.keySet().stream()
                        .filter(item -> item.testId() != null && item.whole().equals(suite))
                        .toList()
                : List.of();
    }

    /** Returns whether there is nothing left to do for an item, or for a test of a suite. */
    boolean isCompleted(ItemId item) {
        return completed.contains(item);
    }

    /** Returns the runs of the batch, and the ids that runs of a suite have in common, in whatever process they were started. */
    IdSet taken() {
        return taken;
    }

    /** Returns the items that were to be triggered, and have not ended. */
    List<ItemId> unfinished() {
        return items.entrySet().stream()
                .filter(item -> item.getValue().isUnfinished())
                .map(item -> item.getKey().whole())
                .distinct()
                .toList();
    }
}
