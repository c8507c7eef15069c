package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.bulk.RunState;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects from the entries of a journal which items have an outcome that is not known, as its reports do. A test of a suite
 * that was triggered on its own counts by itself. Not thread-safe.
 */
final class UnknownOutcomes {

    private static final String NO_RESPONSE = "no response to its trigger was recorded";

    private final Map<ItemId, Part> parts = new LinkedHashMap<>();
    private final Map<ItemId, String> names = new LinkedHashMap<>();
    private final List<ItemId> planned = new ArrayList<>();
    private final Set<ItemId> mentioned = new LinkedHashSet<>();
    private int plannedItems;
    private int planEnd;

    /**
     * An item, or a test of a suite, whose outcome is not known.
     *
     * @param item the item or test
     * @param number the number of the item in the reports, from 1
     * @param testName the name of the test, {@code null} if it is not known
     * @param problem why it is not known
     * @param from when it was first begun
     * @param end when the process was over that has begun it last, {@code null} if that is not known
     * @param known the runs that are known
     */
    record Unknown(
            ItemId item,
            int number,
            @Nullable String testName,
            String problem,
            OffsetDateTime from,
            @Nullable OffsetDateTime end,
            List<RunState> known) {}

    void apply(JournalEntry entry) {
        if (entry instanceof JournalEntry.Begun begun) {
            part(begun.item()).begun(begun.at());
            name(begun.item(), begun.testName());
        } else if (entry instanceof JournalEntry.Started started) {
            part(started.item()).started(started.runs());
        } else if (entry instanceof JournalEntry.Refused refused) {
            part(refused.item()).refused();
        } else if (entry instanceof JournalEntry.Unknown unknown) {
            part(unknown.item()).problem = unknown.problem();
        } else if (entry instanceof JournalEntry.Resolved resolved) {
            part(resolved.item()).resolved();
        } else if (entry instanceof JournalEntry.Completed completed) {
            mentioned.add(completed.item().whole());
            parts.remove(completed.item());
        } else if (entry instanceof JournalEntry.Planned some) {
            some.items().forEach(this::plan);
        } else if (entry instanceof JournalEntry.PlanComplete plan) {
            plannedItems = plan.items();
            planEnd = planned.size();
        } else if (entry instanceof JournalEntry.Paused paused) {
            parts.values().forEach(part -> part.over(paused.at()));
        } else if (entry instanceof JournalEntry.Resumed resumed) {
            parts.values().forEach(part -> part.resumed(resumed.at()));
        }
    }

    private Part part(ItemId item) {
        mentioned.add(item.whole());
        return parts.computeIfAbsent(item, added -> new Part());
    }

    private void plan(PlannedItem item) {
        planned.add(item.item());
        name(item.item(), item.testName());
    }

    private void name(ItemId item, @Nullable String testName) {
        if (testName != null) {
            names.put(item, testName);
        }
    }

    /** Returns what is not known, in the order of the reports. */
    List<Unknown> unknown() {
        Map<ItemId, Integer> numbers = numbers();
        List<Unknown> unknown = new ArrayList<>();
        parts.forEach((item, part) -> {
            OffsetDateTime from = part.firstBegun;
            if (from != null && part.isUnknown()) {
                String problem = part.problem == null ? NO_RESPONSE : part.problem;
                Integer number = numbers.get(item.whole());
                unknown.add(new Unknown(
                        item,
                        number == null ? 0 : number,
                        names.get(item),
                        problem,
                        from,
                        part.end,
                        List.copyOf(part.runs.values())));
            }
        });
        unknown.sort((one, other) -> Integer.compare(one.number(), other.number()));
        return unknown;
    }

    /** Numbers the items of the last plan in its order, then the others in the order in which they were mentioned. */
    private Map<ItemId, Integer> numbers() {
        Map<ItemId, Integer> numbers = new LinkedHashMap<>();
        planned.subList(Math.max(0, planEnd - plannedItems), planEnd)
                .forEach(item -> numbers.putIfAbsent(item.whole(), numbers.size() + 1));
        mentioned.forEach(item -> numbers.putIfAbsent(item, numbers.size() + 1));
        return numbers;
    }

    /** What is known of an item or a test that is not completed. */
    private static final class Part {

        private final Map<String, RunState> runs = new LinkedHashMap<>(2);
        private @Nullable OffsetDateTime firstBegun;
        private @Nullable OffsetDateTime end;
        private @Nullable String problem;

        void begun(OffsetDateTime at) {
            firstBegun = firstBegun == null ? at : firstBegun;
            end = null;
            problem = null;
        }

        void started(List<RunState> started) {
            started.forEach(run -> runs.put(run.runId(), run));
            problem = null;
        }

        void refused() {
            if (runs.isEmpty()) {
                firstBegun = null;
                problem = null;
            }
        }

        void resolved() {
            problem = null;
            refused();
        }

        void over(OffsetDateTime at) {
            end = end == null ? at : end;
        }

        /** Each process finds out anew what was found out before. */
        void resumed(OffsetDateTime at) {
            over(at);
            problem = null;
        }

        boolean isUnknown() {
            return runs.isEmpty() || problem != null;
        }
    }
}
