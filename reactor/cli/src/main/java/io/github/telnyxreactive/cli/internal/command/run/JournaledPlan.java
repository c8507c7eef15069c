package io.github.telnyxreactive.cli.internal.command.run;

import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalReader;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.state.PlannedWork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a journal, in short.
 *
 * @param work what the batch is going to run
 * @param maxConcurrentRuns how many runs may be under way
 * @param maxRuns how many runs the batch and all its resumes may start, {@code null} for no limit
 */
record JournaledPlan(
        PlannedWork work, int maxConcurrentRuns, @Nullable Integer maxRuns) {

    /**
     * Reads a plan.
     *
     * @param journal the path of the journal
     * @throws CommandException if it has no complete plan
     */
    static JournaledPlan read(Path journal) throws IOException {
        try (JournalReader reader = JournalReader.of(journal)) {
            long planned = 0;
            boolean hasBegun = false;
            for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
                if (entry instanceof JournalEntry.Planned some) {
                    planned += some.items().size();
                } else if (entry instanceof JournalEntry.Begun) {
                    hasBegun = true;
                } else if (entry instanceof JournalEntry.PlanComplete end) {
                    reader.seek(0);
                    return new JournaledPlan(
                            work(reader, planned - end.items()), end.maxConcurrentRuns(), end.maxRuns());
                }
            }
            if (hasBegun) {
                throw new CommandException("the journal " + journal
                        + " does not say what work its batch has: resume it with the program that wrote it");
            }
        }
        throw new CommandException("the journal " + journal
                + " does not have all of the work of a batch: nothing was triggered; run the batch as a new one");
    }

    /** Adds up the plan, without the items of plans that were begun before and never completed. */
    private static PlannedWork work(JournalReader reader, long withdrawn) throws IOException {
        PlannedWork work = PlannedWork.NOTHING;
        long left = withdrawn;
        for (JournalEntry entry = reader.next(); !(entry instanceof JournalEntry.PlanComplete); entry = reader.next()) {
            if (entry instanceof JournalEntry.Planned some) {
                List<PlannedItem> items = some.items();
                int skipped = (int) Math.min(left, items.size());
                left -= skipped;
                work = work.plus(items.subList(skipped, items.size()));
            }
        }
        return work;
    }
}
