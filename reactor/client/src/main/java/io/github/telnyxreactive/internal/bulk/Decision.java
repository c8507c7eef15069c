package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.ResolutionException;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnresolvedItem;
import io.github.telnyxreactive.bulk.UnresolvedItem.FoundRun;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about an item, with the runs that were found for it.
 *
 * @param item the item
 * @param found the runs by the ids that were given, none for an id that the service does not show
 */
record Decision(UnresolvedItem item, Map<String, List<FoundRun>> found) {

    /** Returns the listed runs with an id, their own or one that they have in common, together with those that share it. */
    static List<FoundRun> listed(UnresolvedItem item, String id) {
        List<FoundRun> all = item.found();
        return all.stream()
                .filter(found ->
                        found.run().runId().equals(id) || id.equals(found.run().suiteRunId()))
                .findFirst()
                .map(found -> found.run().suiteRunId() == null
                        ? List.of(found)
                        : all.stream()
                                .filter(other -> found.run()
                                        .suiteRunId()
                                        .equals(other.run().suiteRunId()))
                                .toList())
                .orElse(List.of());
    }

    /** Names an item in a message. */
    static String name(ItemId item) {
        String kind = item.kind() == BatchItem.Kind.SUITE ? "the suite \"" : "the test \"";
        return (item.testId() == null ? "" : "the test \"" + item.testId() + "\" of ") + kind + item.name() + "\""
                + (item.versionId() == null ? "" : " (version " + item.versionId() + ")")
                + (item.repeat() == 1 ? "" : " (repeat " + item.repeat() + ")");
    }

    /** Returns the runs, each once. */
    Collection<RunState> runs() {
        Map<String, RunState> runs = new LinkedHashMap<>();
        all().forEach(some -> runs.putIfAbsent(some.run().runId(), some.run()));
        return runs.values();
    }

    private Stream<FoundRun> all() {
        return found.values().stream().flatMap(List::stream);
    }

    /**
     * Checks decisions together.
     *
     * @param decisions what was decided
     * @param owners returns the item of the batch to which a run belongs
     * @throws ResolutionException if some of it is impossible
     */
    static void check(List<Decision> decisions, Function<RunState, @Nullable ItemId> owners) {
        List<String> problems = new ArrayList<>();
        Map<String, ItemId> taken = new HashMap<>();
        for (Decision decision : decisions) {
            ItemId item = decision.item.item();
            decision.found.forEach((id, runs) -> {
                if (runs.isEmpty()) {
                    problems.add("the service shows no run " + id + " of " + name(item) + searched(item));
                }
            });
            decision.all()
                    .map(run -> misfit(run, item))
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(problems::add);
            for (RunState run : decision.runs()) {
                ItemId owner = owners.apply(run);
                ItemId other = taken.putIfAbsent(run.runId(), item);
                if (owner != null && !owner.equals(item)) {
                    problems.add("the run " + run.runId() + " belongs to " + name(owner) + " already");
                } else if (other != null) {
                    problems.add(
                            "the run " + run.runId() + " cannot belong to both " + name(other) + " and " + name(item));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ResolutionException(String.join("; ", problems) + ": nothing was recorded");
        }
    }

    private static String searched(ItemId item) {
        return RunSearch.Place.of(item).suite() == null
                ? ""
                : " among the first " + RunSearch.SEARCHED + " that it lists, and no such suite run";
    }

    /** Says why a run cannot have been started by the trigger of an item. */
    private static @Nullable String misfit(FoundRun found, ItemId item) {
        RunState run = found.run();
        String test = RunSearch.Place.of(item).testId();
        String suiteRun = run.suiteRunId();
        if (test != null && suiteRun != null && !suiteRun.isBlank()) {
            return "the run " + run.runId() + " is of the suite run " + suiteRun + ", and " + name(item)
                    + " was triggered on its own";
        }
        if (test != null && run.testId() != null && !run.testId().equals(test)) {
            return "the run " + run.runId() + " is of the test \"" + run.testId() + "\", and not of " + name(item);
        }
        String version = found.versionId();
        // Which version is the main one, nobody says.
        return version == null || item.versionId() == null || version.equals(item.versionId())
                ? null
                : "the run " + run.runId() + " is of the version " + version + ", and not of " + name(item);
    }

    void record(BatchJournal.Session session) {
        ItemId id = item.item();
        List<String> before = item.known().stream().map(RunState::runId).toList();
        List<RunState> added =
                runs().stream().filter(run -> !before.contains(run.runId())).toList();
        Map<String, String> names = names(added);
        if (!added.isEmpty()) {
            session.record(new JournalEntry.Started(id, added, names, false));
        }
        added.stream()
                .filter(run -> run.hasEnded() && !run.status().equals(RunState.UNKNOWN))
                .forEach(run -> session.record(
                        new JournalEntry.Ended(id, run, run.testId() == null ? null : names.get(run.testId()))));
        session.record(new JournalEntry.Resolved(id, OffsetDateTime.now(ZoneOffset.UTC)));
    }

    private Map<String, String> names(List<RunState> runs) {
        Map<String, String> names = new HashMap<>();
        all().forEach(run -> {
            String testId = run.run().testId();
            if (testId != null && run.testName() != null) {
                names.put(testId, run.testName());
            }
        });
        names.keySet().retainAll(runs.stream().map(RunState::testId).toList());
        return names;
    }
}
