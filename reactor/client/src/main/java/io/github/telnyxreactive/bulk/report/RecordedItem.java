package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchProgress;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.ItemProgress;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnstartedTest;
import io.github.telnyxreactive.internal.report.PlainText;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a journal says of one item, entry by entry. What an earlier session has found out stands only as far as a resumed batch
 * does not find it out anew. Not thread-safe.
 */
final class RecordedItem {

    private static final String RESUME = "; resume the batch to find out";
    private static final String RESOLVED =
            "it was decided that nothing was started; resume the batch to trigger it again";

    private final BatchProgress progress = new BatchProgress();
    private final ItemId id;
    private final BatchItem item;
    private final boolean isSuite;
    private final Map<String, String> names = new HashMap<>();

    /** The item as a whole, by the id {@code null}, and the tests of a suite that were triggered one by one. */
    private final Map<@Nullable String, Trigger> triggers = new LinkedHashMap<>(2);

    /** Why something was not triggered, or is not known, in the order of the entries. */
    private final Map<@Nullable String, String> refusals = new LinkedHashMap<>(2);

    private final Map<@Nullable String, String> doubts = new LinkedHashMap<>(2);

    /** How many runs the item should have, 0 if that is not known. */
    private int expected;

    private boolean isCompleted;

    /** How far a trigger has come. */
    private enum Trigger {
        NOT_SENT,
        SENT,
        ANSWERED
    }

    /** Creates an item of which nothing was begun yet. */
    RecordedItem(ItemId id) {
        this.id = id;
        item = id.toItem();
        isSuite = id.kind() == BatchItem.Kind.SUITE;
        progress.expect(item);
    }

    /** Creates an item of a plan of which nothing was begun yet. */
    RecordedItem(PlannedItem planned) {
        this(planned.item().whole());
        expected = planned.runs();
        name(planned.item().whole(), planned.testName());
    }

    boolean isAbout(JournalEntry entry) {
        EntryKind.Subject subject = EntryKind.subject(entry);
        return subject != null && subject.item().whole().equals(id);
    }

    /**
     * Applies an entry.
     *
     * @param entry an entry about this item
     * @param isPresent whether it is of the last session that could work on the item
     */
    void apply(JournalEntry entry, boolean isPresent) {
        if (entry instanceof JournalEntry.Begun begun) {
            begun(begun);
        } else if (entry instanceof JournalEntry.Started started) {
            settle(started.item().testId(), Trigger.ANSWERED);
            progress.addRuns(item, started.runs());
            names.putAll(started.testNames());
        } else if (entry instanceof JournalEntry.Ended ended) {
            // Without a start, if that was not read.
            triggers.put(ended.item().testId(), Trigger.ANSWERED);
            progress.addRuns(item, List.of(ended.run()));
            progress.updateRun(item, ended.run());
            nameTest(ended.run().testId(), ended.testName());
        } else if (entry instanceof JournalEntry.Refused refused) {
            refused(refused.item().testId(), refused.problem(), isPresent);
        } else if (entry instanceof JournalEntry.Unknown unknown) {
            unknown(unknown, isPresent);
        } else if (entry instanceof JournalEntry.Resolved resolved) {
            resolved(resolved.item().testId(), isPresent);
        } else if (entry instanceof JournalEntry.NotStarted missing && isPresent) {
            progress.addNotStarted(item, missing.test());
        } else if (entry instanceof JournalEntry.Abandoned abandoned && isPresent) {
            RunState lastSeen = progress.run(item, abandoned.runId());
            if (lastSeen != null) {
                progress.updateRun(item, lastSeen.withProblem(abandoned.problem()));
            }
        }
    }

    /** All runs are known, and have ended. */
    void completed() {
        isCompleted = true;
    }

    private void begun(JournalEntry.Begun entry) {
        sent(entry.item().testId());
        name(entry.item(), entry.testName());
        // A suite whose tests are not known is begun with one run.
        if (isSuite && entry.item().testId() == null && entry.runs() > 1) {
            expected = entry.runs();
        }
    }

    /** The item as a whole was begun as the plan says. */
    void begunAsPlanned() {
        sent(null);
    }

    private void sent(@Nullable String testId) {
        settle(testId, triggers.get(testId) == Trigger.ANSWERED ? Trigger.ANSWERED : Trigger.SENT);
    }

    private void settle(@Nullable String testId, Trigger trigger) {
        triggers.put(testId, trigger);
        refusals.remove(testId);
        doubts.remove(testId);
    }

    private void name(ItemId id, @Nullable String name) {
        nameTest(isSuite ? id.testId() : id.name(), name);
    }

    private void nameTest(@Nullable String testId, @Nullable String name) {
        if (testId != null && name != null) {
            names.put(testId, name);
        }
    }

    private void refused(@Nullable String testId, String problem, boolean isPresent) {
        if (triggers.get(testId) != Trigger.ANSWERED) {
            settle(testId, Trigger.NOT_SENT);
            if (isPresent) {
                refusals.put(testId, problem);
            }
        }
    }

    private void resolved(@Nullable String testId, boolean isPresent) {
        doubts.remove(testId);
        refused(testId, RESOLVED, isPresent);
    }

    private void unknown(JournalEntry.Unknown entry, boolean isPresent) {
        String testId = entry.item().testId();
        sent(testId);
        if (isPresent) {
            doubts.put(testId, entry.problem());
        }
    }

    /**
     * Concludes what the entries mean together.
     *
     * @param notBegun why the item was not triggered if nothing says so
     * @return the item
     */
    ReportedItem report(String notBegun) {
        if (triggers.containsValue(Trigger.ANSWERED)) {
            concludeTriggered();
        } else if (!doubts.isEmpty()) {
            progress.doubt(item, first(doubts));
        } else if (unanswered() > 0) {
            progress.doubt(item, "no response to its trigger was recorded" + RESUME);
        } else {
            progress.fail(item, refusals.isEmpty() ? notBegun : first(refusals));
        }
        return ReportedItem.builder(progress(), names::get).build();
    }

    private static String first(Map<@Nullable String, String> problems) {
        return problems.values().iterator().next();
    }

    private int unanswered() {
        return Collections.frequency(triggers.values(), Trigger.SENT);
    }

    private ItemProgress progress() {
        return Objects.requireNonNull(progress.item(item));
    }

    private void concludeTriggered() {
        refusals.forEach((testId, problem) -> {
            if (testId != null) {
                progress.addNotStarted(item, new UnstartedTest(testId, names.get(testId), problem));
            }
        });
        // The last one stands, as it does while the batch runs.
        doubts.values().forEach(problem -> progress.doubt(item, problem));
        String refusal = refusals.get(null);
        if (refusal != null && doubts.isEmpty()) {
            progress.fail(item, refusal);
        } else if (doubts.isEmpty() && !isCompleted) {
            String missing = missing();
            if (missing != null) {
                progress.doubt(item, missing + RESUME);
            }
        }
    }

    /** Says which runs of an item that is not completed may be missing, {@code null} if none. */
    private @Nullable String missing() {
        if (unanswered() > 0) {
            return "no response to the trigger of " + PlainText.count(unanswered(), "test") + " was recorded";
        }
        ItemProgress known = progress();
        int unknown = expected - known.runs().size() - known.notStarted().size();
        if (isSuite && expected > 0 && unknown > 0) {
            return "no run of " + PlainText.count(unknown, "test") + " is known";
        }
        // An item that looks complete must not pass for it.
        return isSuite && expected == 0 && known.hasResult()
                ? "it is not known whether all of its tests have a run"
                : null;
    }
}
