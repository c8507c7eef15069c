package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchProgress;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.ItemProgress;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnstartedTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a batch and its problems, from its events or from its journal. What it knows already changes nothing, so a
 * resumed batch can repeat what was read from its journal. Not thread-safe.
 */
final class BatchContent {

    private final BatchProgress progress = new BatchProgress(ProblemText::of);
    private final Map<String, String> testNames = new HashMap<>();

    /** The problems, each with the item, or the test of a suite, that has it. */
    private final Map<ItemView, ItemId> problems = new LinkedHashMap<>();

    private final Set<ItemId> completed = new HashSet<>();

    /** The name of the batch in its journal, which the items of its events bear. */
    private @Nullable String name;

    /** Applies an event, and returns the changes for readers. */
    List<StreamEvent> accept(BatchEvent event) {
        if (event instanceof BatchEvent.Triggered triggered) {
            testNames.putAll(triggered.testNames());
            return changed(event, triggered.runs());
        } else if (event instanceof BatchEvent.StatusChanged moved) {
            named(moved.run(), moved.testName());
            return changed(event, List.of(moved.run()));
        } else if (event instanceof BatchEvent.Finished finished) {
            named(finished.run(), finished.testName());
            return changed(event, List.of(finished.run()));
        } else if (event instanceof BatchEvent.Abandoned abandoned) {
            named(abandoned.lastSeen(), abandoned.testName());
            return changed(event, List.of(abandoned.lastSeen()));
        }
        progress.accept(event);
        if (event instanceof BatchEvent.TriggerFailed failed) {
            return problem(event.item(), ProblemText.of(failed.error()));
        } else if (event instanceof BatchEvent.OutcomeUnknown unknown) {
            return problem(event.item(), ProblemText.of(unknown.error()));
        } else if (event instanceof BatchEvent.NotStarted missing) {
            Throwable error = missing.error();
            String test = Objects.requireNonNullElse(missing.testName(), missing.testId());
            return problem(event.item(), notStarted(test, error == null ? null : ProblemText.of(error)));
        }
        return List.of();
    }

    private void named(TestRun run, @Nullable String testName) {
        if (run.testId() != null && testName != null) {
            testNames.put(run.testId(), testName);
        }
    }

    private List<StreamEvent> changed(BatchEvent event, List<TestRun> runs) {
        List<@Nullable RunState> before = new ArrayList<>(runs.size());
        runs.forEach(run -> before.add(progress.run(event.item(), run.runId())));
        progress.accept(event);
        List<StreamEvent> changes = new ArrayList<>(runs.size());
        for (int index = 0; index < runs.size(); index++) {
            RunState now = Objects.requireNonNull(
                    progress.run(event.item(), runs.get(index).runId()));
            if (!now.equals(before.get(index))) {
                String suite = event.item().name();
                changes.add(StreamEvent.of("run", new RunChange(suite, view(suite, now))));
            }
        }
        return changes;
    }

    private static String notStarted(String test, @Nullable String reason) {
        return "The test \"" + test + "\" was not started" + (reason == null ? "." : ": " + reason);
    }

    private List<StreamEvent> problem(BatchItem item, String text) {
        return add(ItemId.of(item), text)
                ? List.of(StreamEvent.of("item", new ItemView(item.name(), text)))
                : List.of();
    }

    private boolean add(ItemId item, String problem) {
        return problems.putIfAbsent(new ItemView(item.name(), problem), item) == null;
    }

    /** Applies an entry of the journal. */
    void accept(JournalEntry entry) {
        if (entry instanceof JournalEntry.Opened opened) {
            name = opened.batch();
        } else if (entry instanceof JournalEntry.Begun begun) {
            if (begun.item().testId() != null && begun.testName() != null) {
                testNames.put(begun.item().testId(), begun.testName());
            }
        } else if (entry instanceof JournalEntry.Started started) {
            testNames.putAll(started.testNames());
            progress.addRuns(item(started.item()), started.runs());
        } else if (entry instanceof JournalEntry.Ended ended) {
            if (ended.run().testId() != null && ended.testName() != null) {
                testNames.put(ended.run().testId(), ended.testName());
            }
            progress.updateRun(item(ended.item()), ended.run());
        } else if (entry instanceof JournalEntry.Abandoned abandoned) {
            RunState last = progress.run(item(abandoned.item()), abandoned.runId());
            if (last != null) {
                progress.updateRun(item(abandoned.item()), last.withProblem(abandoned.problem()));
            }
        } else if (entry instanceof JournalEntry.Refused refused
                && refused.item().testId() == null) {
            progress.fail(item(refused.item()), refused.problem());
            add(refused.item(), refused.problem());
        } else if (entry instanceof JournalEntry.Refused refused) {
            notStarted(refused.item(), Objects.requireNonNull(refused.item().testId()), null, refused.problem());
        } else if (entry instanceof JournalEntry.NotStarted missing) {
            notStarted(missing.item(), missing.test().testId(), missing.test().testName(), null);
        } else if (entry instanceof JournalEntry.Unknown unknown) {
            progress.doubt(item(unknown.item()), unknown.problem());
            add(unknown.item(), unknown.problem());
        } else if (entry instanceof JournalEntry.Completed done) {
            completed.add(done.item());
        } else if (entry instanceof JournalEntry.Resumed) {
            resume();
        }
    }

    private void notStarted(ItemId item, String testId, @Nullable String testName, @Nullable String reason) {
        String name = Objects.requireNonNullElse(testName, testNames.getOrDefault(testId, testId));
        progress.addNotStarted(item(item), new UnstartedTest(testId, name, reason));
        add(item, notStarted(name, reason));
    }

    private BatchItem item(ItemId id) {
        BatchItem item = id.whole().toItem();
        return name == null ? item : item.inBatch(name);
    }

    /** Forgets the problems that a resumed batch finds anew: those of items that are not complete. */
    void resume() {
        problems.values().removeIf(item -> !completed.contains(item));
        for (ItemProgress item : progress.items()) {
            List<RunState> abandoned =
                    item.runs().stream().filter(run -> run.problem() != null).toList();
            if (!abandoned.isEmpty()) {
                // Runs that are added again are followed again.
                progress.addRuns(item.item(), abandoned);
            }
        }
    }

    List<RunView> runs() {
        List<RunView> runs = new ArrayList<>();
        for (ItemProgress item : progress.items()) {
            item.runs().forEach(run -> runs.add(view(item.item().name(), run)));
        }
        return runs;
    }

    private RunView view(String suite, RunState run) {
        return RunView.of(suite, run, testNames.get(run.testId()));
    }

    List<ItemView> problems() {
        return List.copyOf(problems.keySet());
    }

    TotalsView totals() {
        return TotalsView.of(progress.totals());
    }
}
