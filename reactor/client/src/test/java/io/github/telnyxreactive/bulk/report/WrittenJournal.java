package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalAccount;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.Runs;
import io.github.telnyxreactive.bulk.UnstartedTest;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A journal that is written entry by entry. Its minutes count from the start of the batch. */
final class WrittenJournal {

    static final OffsetDateTime STARTED = OffsetDateTime.parse("2026-11-28T20:00:00Z");

    private final Path path;

    WrittenJournal(Path path) {
        this.path = path;
    }

    /** Begins a journal. */
    WrittenJournal opened(String batch) {
        return add(new JournalEntry.Opened(
                JournalEntry.VERSION, batch, STARTED, new JournalAccount("https://api.example", "5a", "f0")));
    }

    WrittenJournal add(JournalEntry... entries) {
        BatchJournal.Session session = FileJournal.at(path).open().block();
        Arrays.stream(entries).forEach(session::record);
        session.close().block();
        return this;
    }

    WrittenJournal planned(PlannedItem... items) {
        return add(new JournalEntry.Planned(List.of(items)));
    }

    WrittenJournal planComplete(int items) {
        return planComplete(items, PassRequirement.EVERY_RUN);
    }

    WrittenJournal planComplete(int items, PassRequirement requirement) {
        return add(JournalEntry.PlanComplete.of(items, 50, 1000, requirement));
    }

    WrittenJournal resumed(long minute) {
        return add(new JournalEntry.Resumed(STARTED.plusMinutes(minute)));
    }

    WrittenJournal paused(long minute) {
        return add(new JournalEntry.Paused(STARTED.plusMinutes(minute)));
    }

    WrittenJournal begun(ItemId item, @Nullable String testName, int runs) {
        return add(begin(item, testName, runs, 1));
    }

    static JournalEntry begin(ItemId item, @Nullable String testName, int runs, long minute) {
        return new JournalEntry.Begun(item, testName, "key", runs, STARTED.plusMinutes(minute));
    }

    WrittenJournal started(ItemId item, String... runs) {
        return add(new JournalEntry.Started(
                item,
                Arrays.stream(runs).map(run -> run(run, TestRunStatus.PENDING)).toList(),
                Arrays.stream(runs).collect(Collectors.toMap(run -> "test of " + run, run -> "name of " + run)),
                false));
    }

    WrittenJournal ended(ItemId item, String run, TestRunStatus status) {
        return add(new JournalEntry.Ended(item, run(run, status), "name of " + run));
    }

    WrittenJournal abandoned(ItemId item, String run, String problem) {
        return add(new JournalEntry.Abandoned(item, run, problem));
    }

    WrittenJournal refused(ItemId item, String problem) {
        return add(new JournalEntry.Refused(item, problem));
    }

    WrittenJournal unknown(ItemId item, String problem) {
        return add(new JournalEntry.Unknown(item, problem));
    }

    WrittenJournal notStarted(ItemId item, String test) {
        return add(new JournalEntry.NotStarted(item, new UnstartedTest(test, "name of " + test, null)));
    }

    WrittenJournal resolved(ItemId item) {
        return add(new JournalEntry.Resolved(item, STARTED.plusMinutes(5)));
    }

    WrittenJournal completed(ItemId item) {
        return add(new JournalEntry.Completed(item));
    }

    JournalReport read() throws IOException {
        return JournalReport.read(path);
    }

    /** Returns the items of the report. */
    List<ReportedItem> items() throws IOException {
        return all(read().report(true, "not begun").items());
    }

    /** Returns the only item of the report. */
    ReportedItem item() throws IOException {
        List<ReportedItem> items = items();
        if (items.size() != 1) {
            throw new AssertionError("one item expected: " + items);
        }
        return items.get(0);
    }

    static <T> List<T> all(Iterable<T> elements) {
        List<T> all = new ArrayList<>();
        elements.forEach(all::add);
        return all;
    }

    static RunState run(String id, TestRunStatus status) {
        return RunState.of(Runs.run(id, status));
    }

    static ReportedRun reported(String id, TestRunStatus status) {
        return ReportedRun.of(run(id, status), "name of " + id);
    }

    static ReportedItemBuilder suite(ItemOutcome outcome, @Nullable String problem, ReportedRun... runs) {
        return ReportedItem.builder(BatchItem.Kind.SUITE, "s", outcome)
                .problem(problem)
                .runs(List.of(runs));
    }

    static ItemId test(String id) {
        return ItemId.of(BatchItem.test(id));
    }

    static ItemId suite(String name) {
        return ItemId.of(BatchItem.suite(name));
    }
}
