package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.bulk.PlannedItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes a plan to a journal. */
final class PlanRecord {

    /** How many items one entry has. */
    private static final int CHUNK = 100;

    private final BatchOptions options;
    private final BatchPlan plan;
    private final PassRequirement requirement;

    /**
     * Creates a record.
     *
     * @param options the limits of the batch
     * @param plan what it is going to run
     * @param requirement what it has to reach
     * @throws IllegalArgumentException if the requirement does not fit the plan
     */
    PlanRecord(BatchOptions options, BatchPlan plan, PassRequirement requirement) {
        this.options = options;
        this.plan = Objects.requireNonNull(plan, "plan");
        this.requirement = Objects.requireNonNull(requirement, "requirement");
        PassRule rule = requirement.passRule();
        if (rule != null) {
            requireRepetitions(plan, rule);
        }
    }

    private static void requireRepetitions(BatchPlan plan, PassRule rule) {
        Map<ItemId, Integer> times = new HashMap<>();
        for (PlannedItem planned : plan.items()) {
            ItemId item = planned.item();
            times.merge(new ItemId(item.kind(), item.name(), item.versionId(), 1, null), 1, Integer::sum);
        }
        times.forEach((item, number) -> {
            if (number != rule.runs()) {
                throw new IllegalArgumentException("a pass rule of " + rule + " needs " + rule.runs()
                        + " repetitions of \"" + item.name() + "\": " + number);
            }
        });
    }

    /** Writes the plan after what the journal has, which is nothing, or the beginning of a plan. */
    void write(BatchJournal.Session session, JournalState state) {
        if (state.hasPlan() || state.hasBegun()) {
            throw new JournalException(
                    JournalException.Reason.OTHER_BATCH,
                    "the journal is of another batch: resume that one, or choose another journal");
        }
        List<PlannedItem> items = plan.items();
        for (int from = 0; from < items.size(); from += CHUNK) {
            session.record(new JournalEntry.Planned(items.subList(from, Math.min(items.size(), from + CHUNK))));
        }
        session.record(JournalEntry.PlanComplete.of(
                items.size(), options.maxConcurrentRuns(), options.maxRuns(), requirement));
    }
}
