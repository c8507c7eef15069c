package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalReader;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a journal once, and notes where it has what. Not thread-safe. */
final class JournalScan {

    private final ItemNumbers numbers = new ItemNumbers();

    private final LongList entries = new LongList();
    private final LongList items = new LongList();
    private final LongList places = new LongList();
    private final LongList plannedItems = new LongList();
    private final LongList resumed = new LongList();
    private final WorkingTime time = new WorkingTime();
    private JournalEntry.@Nullable Opened opened;
    private JournalEntry.@Nullable PlanComplete plan;
    private int planEnd;
    private boolean isOfGate;

    void read(JournalReader reader) throws IOException {
        long position = reader.position();
        for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
            add(position, entry);
            position = reader.position();
        }
    }

    private void add(long position, JournalEntry entry) {
        EntryKind.Subject subject = EntryKind.subject(entry);
        if (subject != null) {
            add(position, subject);
        }
        if (entry instanceof JournalEntry.Begun begun) {
            time.worked(begun.at());
        } else if (entry instanceof JournalEntry.Planned some) {
            for (int slot = 0; slot < some.items().size(); slot++) {
                plannedItems.add(numbers.of(some.items().get(slot).item()));
                places.add(JournalIndex.place(position, slot));
            }
        } else if (entry instanceof JournalEntry.PlanComplete complete) {
            plan = complete;
            planEnd = places.size();
        } else if (entry instanceof JournalEntry.Gated) {
            isOfGate = true;
        } else if (entry instanceof JournalEntry.Opened first) {
            opened = first;
            time.begun(first.startedAt());
        } else if (entry instanceof JournalEntry.Resumed again) {
            resumed.add(position);
            time.begun(again.at());
        } else if (entry instanceof JournalEntry.Paused paused) {
            time.paused(paused.at());
        }
    }

    private void add(long position, EntryKind.Subject subject) {
        boolean isOfTest = subject.item().testId() != null;
        // A test of a suite that is completed says nothing of the suite.
        if (!(isOfTest && subject.kind() == EntryKind.COMPLETED)) {
            items.add(numbers.of(subject.item()));
            entries.add(JournalIndex.entry(position, subject.kind()));
        }
    }

    /** Returns the first entry, {@code null} if the journal has none. */
    JournalEntry.@Nullable Opened opened() {
        return opened;
    }

    /** Returns the end of the plan, {@code null} if it is not complete. */
    JournalEntry.@Nullable PlanComplete plan() {
        return plan;
    }

    boolean isOfGate() {
        return isOfGate;
    }

    WorkingTime time() {
        return time;
    }

    /** Creates the index: the numbers of items become those of the report. */
    JournalIndex index() {
        int[] order = new int[numbers.size()];
        Arrays.fill(order, -1);
        long[] planned = planned(order);
        int count = planned.length;
        for (int entry = 0; entry < items.size(); entry++) {
            int item = (int) items.get(entry);
            if (order[item] < 0) {
                order[item] = count++;
            }
        }
        int[] starts = new int[count + 1];
        long[] sorted = sort(order, starts);
        return new JournalIndex(sorted, starts, planned, resumed.toArray());
    }

    /** Gives the items of the last plan their numbers. Returns their places. Of an earlier plan, no item counts. */
    private long[] planned(int[] order) {
        LongList planned = new LongList();
        int size = plan == null ? 0 : Math.min(plan.items(), planEnd);
        for (int i = planEnd - size; i < planEnd; i++) {
            int item = (int) plannedItems.get(i);
            if (order[item] < 0) {
                order[item] = planned.size();
                planned.add(places.get(i));
            }
        }
        return planned.toArray();
    }

    /** Sorts the entries by item, by counting. Sets where those of each item start. */
    private long[] sort(int[] order, int[] starts) {
        for (int entry = 0; entry < items.size(); entry++) {
            starts[order[(int) items.get(entry)] + 1]++;
        }
        for (int item = 1; item < starts.length; item++) {
            starts[item] += starts[item - 1];
        }
        int[] next = starts.clone();
        long[] sorted = new long[entries.size()];
        for (int entry = 0; entry < items.size(); entry++) {
            sorted[next[order[(int) items.get(entry)]]++] = entries.get(entry);
        }
        return sorted;
    }
}
