package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.PlannedItem;
import java.util.List;

/** Writes a plan to a journal. */
final class PlanRecord {

    /** How many items one entry has. */
    private static final int CHUNK = 100;

    private final BatchOptions options;

    PlanRecord(BatchOptions options) {
        this.options = options;
    }

    /** Writes a plan after what the journal has, which is nothing, or the beginning of a plan. */
    void write(BatchPlan plan, BatchJournal.Session session, JournalState state) {
        if (state.hasPlan() || state.hasBegun()) {
            throw new JournalException(
                    JournalException.Reason.OTHER_BATCH,
                    "the journal is of another batch: resume that one, or choose another journal");
        }
        List<PlannedItem> items = plan.items();
        for (int from = 0; from < items.size(); from += CHUNK) {
            session.record(new JournalEntry.Planned(items.subList(from, Math.min(items.size(), from + CHUNK))));
        }
        session.record(new JournalEntry.PlanComplete(items.size(), options.maxConcurrentRuns(), options.maxRuns()));
    }
}
