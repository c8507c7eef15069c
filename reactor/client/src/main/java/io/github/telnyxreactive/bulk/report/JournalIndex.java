package io.github.telnyxreactive.bulk.report;

import java.util.Arrays;

/**
 * Where a journal has the entries about each item, as numbers without objects: 8 bytes for each entry, and 12 for each item.
 * Items have numbers: those of the plan in its order, then the others in the order of their first entries.
 */
final class JournalIndex {

    private static final int BITS_OF_KIND = 4;
    private static final int BITS_OF_SLOT = 20;

    /** The position and the kind of each entry, those of an item together and in order. */
    private final long[] entries;

    /** Where the entries of each item begin, and where those of the last one end. */
    private final int[] starts;

    /** Where the plan has each item. */
    private final long[] planned;

    /** The positions at which the batch was resumed. */
    private final long[] resumed;

    /**
     * Creates an index.
     *
     * @param entries the packed entries in the order of the items
     * @param starts the number of the first entry of each item, and the number of all entries
     * @param planned the packed places of the items of the plan
     * @param resumed the positions at which the batch was resumed
     */
    JournalIndex(long[] entries, int[] starts, long[] planned, long[] resumed) {
        this.entries = entries;
        this.starts = starts;
        this.planned = planned;
        this.resumed = resumed;
    }

    /** Packs an entry into a number. */
    static long entry(long position, EntryKind kind) {
        return position << BITS_OF_KIND | kind.ordinal();
    }

    /** Packs a place in the plan into a number: an entry, and the number of the item within it. */
    static long place(long position, int slot) {
        if (slot >= 1 << BITS_OF_SLOT) {
            throw new IllegalArgumentException("an entry of the plan has too many items");
        }
        return position << BITS_OF_SLOT | slot;
    }

    /** Returns the number of items. */
    int items() {
        return starts.length - 1;
    }

    boolean isPlanned(int item) {
        return item < planned.length;
    }

    /** Returns the position of the entry of the plan that has an item. */
    long planPosition(int item) {
        return planned[item] >> BITS_OF_SLOT;
    }

    /** Returns the number of an item within its entry of the plan. */
    int planSlot(int item) {
        return (int) planned[item] & (1 << BITS_OF_SLOT) - 1;
    }

    /** Returns the number of the first entry of an item. */
    int first(int item) {
        return starts[item];
    }

    /** Returns the number after the last entry of an item. */
    int end(int item) {
        return starts[item + 1];
    }

    long position(int entry) {
        return entries[entry] >> BITS_OF_KIND;
    }

    EntryKind kind(int entry) {
        return EntryKind.of((int) entries[entry] & (1 << BITS_OF_KIND) - 1);
    }

    /** Returns whether a single test has one run, which has ended without a problem, so that its end says all. */
    boolean isOneEndedRun(int item) {
        int started = 0;
        int ended = 0;
        for (int entry = first(item); entry < end(item); entry++) {
            switch (kind(entry)) {
                case STARTED_ONE -> started++;
                case ENDED -> ended++;
                case BEGUN, COMPLETED -> {}
                default -> {
                    return false;
                }
            }
        }
        return started == 1 && ended == 1;
    }

    /** Returns where the last session begins that worked on an item, or could have: that in which it was completed. */
    long session(int item) {
        long completed = completed(item);
        int later = Arrays.binarySearch(resumed, completed < 0 ? Long.MAX_VALUE : completed);
        int before = -later - 2;
        return before < 0 ? 0 : resumed[before];
    }

    boolean isCompleted(int item) {
        return completed(item) >= 0;
    }

    /** Returns the position at which an item was completed, negative if it was not. */
    private long completed(int item) {
        for (int entry = first(item); entry < end(item); entry++) {
            if (kind(entry) == EntryKind.COMPLETED) {
                return position(entry);
            }
        }
        return -1;
    }

    /** Returns whether there are items, and all are completed. */
    boolean isCompleted() {
        int completed = 0;
        while (completed < items() && isCompleted(completed)) {
            completed++;
        }
        return completed > 0 && completed == items();
    }
}
