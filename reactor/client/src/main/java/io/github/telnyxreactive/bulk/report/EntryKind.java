package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalEntry;
import org.jspecify.annotations.Nullable;

/** The kinds of entries that are about an item. */
enum EntryKind {
    BEGUN,
    STARTED,
    /** Exactly one run exists. */
    STARTED_ONE,
    REFUSED,
    UNKNOWN,
    NOT_STARTED,
    RESOLVED,
    ENDED,
    ABANDONED,
    COMPLETED;

    private static final EntryKind[] ALL = values();

    /** Returns the kind with a number. */
    static EntryKind of(int ordinal) {
        return ALL[ordinal];
    }

    /** Returns whether an entry of this kind loses its meaning when the batch is resumed before the item is completed. */
    boolean isForgotten() {
        return this == NOT_STARTED || this == ABANDONED;
    }

    /** Returns the kind of an entry and its item, {@code null} if the entry is about the batch. */
    static @Nullable Subject subject(JournalEntry entry) {
        if (entry instanceof JournalEntry.Begun begun) {
            return new Subject(BEGUN, begun.item());
        }
        if (entry instanceof JournalEntry.Started started) {
            return new Subject(started.runs().size() == 1 ? STARTED_ONE : STARTED, started.item());
        }
        if (entry instanceof JournalEntry.Ended ended) {
            return new Subject(ENDED, ended.item());
        }
        if (entry instanceof JournalEntry.Completed completed) {
            return new Subject(COMPLETED, completed.item());
        }
        if (entry instanceof JournalEntry.Refused refused) {
            return new Subject(REFUSED, refused.item());
        }
        if (entry instanceof JournalEntry.Unknown unknown) {
            return new Subject(UNKNOWN, unknown.item());
        }
        if (entry instanceof JournalEntry.Resolved resolved) {
            return new Subject(RESOLVED, resolved.item());
        }
        if (entry instanceof JournalEntry.NotStarted missing) {
            return new Subject(NOT_STARTED, missing.item());
        }
        return entry instanceof JournalEntry.Abandoned abandoned ? new Subject(ABANDONED, abandoned.item()) : null;
    }

    /**
     * What an entry is about.
     *
     * @param kind the kind of the entry
     * @param item the item, or the test of a suite
     */
    record Subject(EntryKind kind, ItemId item) {}
}
