package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.FileJournal;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalAccount;
import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalEntry.Abandoned;
import io.github.telnyxreactive.bulk.JournalEntry.AccountAccepted;
import io.github.telnyxreactive.bulk.JournalEntry.Begun;
import io.github.telnyxreactive.bulk.JournalEntry.Completed;
import io.github.telnyxreactive.bulk.JournalEntry.Ended;
import io.github.telnyxreactive.bulk.JournalEntry.Gated;
import io.github.telnyxreactive.bulk.JournalEntry.NotStarted;
import io.github.telnyxreactive.bulk.JournalEntry.Opened;
import io.github.telnyxreactive.bulk.JournalEntry.Paused;
import io.github.telnyxreactive.bulk.JournalEntry.PlanComplete;
import io.github.telnyxreactive.bulk.JournalEntry.Planned;
import io.github.telnyxreactive.bulk.JournalEntry.Refused;
import io.github.telnyxreactive.bulk.JournalEntry.Resolved;
import io.github.telnyxreactive.bulk.JournalEntry.Resumed;
import io.github.telnyxreactive.bulk.JournalEntry.Started;
import io.github.telnyxreactive.bulk.JournalEntry.Unknown;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.UnstartedTest;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.JournalReport;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A batch to which everything has happened that can, with ids and times that are always the same. */
public final class FixedBatch {

    private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-20T09:30:00.25+01:00");
    private static final String SUITE_RUN = "suite-run-1";

    private static final ItemId MIXED = suite("Kündigung \"日本\" & <b>");
    private static final ItemId REFUSED = suite("Refunds");
    private static final ItemId DOUBTFUL = suite("Doubtful");
    private static final ItemId PARTIAL = suite("Partial");
    private static final ItemId SPLIT = suite("Test by test");
    private static final ItemId SINGLE =
            new ItemId(BatchItem.Kind.TEST, "test-9", "00000000-0000-4000-8000-000000000009", 2, null);

    private FixedBatch() {}

    private static ItemId suite(String name) {
        return new ItemId(BatchItem.Kind.SUITE, name, null, 1, null);
    }

    /** Returns what its journal has, an entry of every kind that the version knows. */
    static List<JournalEntry> entries(int version) {
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(
                new Opened(version, "nightly", START, new JournalAccount("https://api.example/v2", "5a17", "f1f0")));
        if (version > 4) {
            entries.add(new Gated("d1f1"));
        }
        entries.addAll(entries());
        if (version > 4) {
            entries.replaceAll(entry -> entry instanceof PlanComplete plan
                    ? new PlanComplete(
                            plan.items(), plan.maxConcurrentRuns(), plan.maxRuns(), BigDecimal.valueOf(95), "1/1")
                    : entry);
            entries.add(entries.indexOf(new Completed(SINGLE)), new Resolved(SINGLE, START.plusMinutes(63)));
        }
        return entries;
    }

    /** Returns the entries after the first one, as all versions know them. */
    private static List<JournalEntry> entries() {
        return List.of(
                new Planned(List.of(
                        new PlannedItem(MIXED, null, 5),
                        new PlannedItem(REFUSED, null, 1),
                        new PlannedItem(DOUBTFUL, null, 1))),
                new Planned(List.of(
                        new PlannedItem(PARTIAL, null, 2),
                        new PlannedItem(SPLIT, null, 2),
                        new PlannedItem(SINGLE, "Single", 1))),
                new PlanComplete(6, 50, 1000, null, null),
                begun(MIXED, null, 5, 1),
                new Started(
                        MIXED,
                        List.of(running(1), running(2), running(3), running(4), running(5)),
                        Map.of("test-1", "Greets"),
                        false),
                new Ended(MIXED, ended(1, TestRunStatus.PASSED, rubric("kind", TestRunStatus.PASSED)), "Greets"),
                new Paused(START.plusMinutes(3)),
                new Resumed(START.plusHours(1)),
                new AccountAccepted(new JournalAccount("https://api.example/v2", "6b28", "e2e1")),
                new Ended(
                        MIXED,
                        ended(
                                2,
                                TestRunStatus.FAILED,
                                rubric("kind", TestRunStatus.PASSED),
                                rubric("asks for the number", TestRunStatus.FAILED)),
                        "Says goodbye"),
                new Ended(MIXED, ended(3, TestRunStatus.ERROR), null),
                new Abandoned(MIXED, "run-4", "the deadline has passed"),
                new Refused(REFUSED, "no such suite (status 404)"),
                begun(DOUBTFUL, null, 1, 60),
                new Unknown(DOUBTFUL, "the response was lost"),
                begun(PARTIAL, null, 2, 61),
                new Started(PARTIAL, List.of(running(6)), Map.of("test-6", "Refuses"), true),
                new NotStarted(PARTIAL, new UnstartedTest("test-7", "Repeats", null)),
                new Ended(PARTIAL, ended(6, TestRunStatus.PASSED), "Refuses"),
                new Completed(PARTIAL),
                begun(SPLIT.ofTest("test-8"), "Transfers", 1, 62),
                new Started(SPLIT.ofTest("test-8"), List.of(running(8)), Map.of("test-8", "Transfers"), false),
                new Ended(SPLIT.ofTest("test-8"), ended(8, TestRunStatus.PASSED), "Transfers"),
                new Refused(SPLIT.ofTest("test-10"), "the test was deleted (status 404)"),
                begun(SINGLE, "Single", 1, 63),
                new Started(SINGLE, List.of(running(9)), Map.of(), false),
                new Ended(SINGLE, otherwiseEnded(9), "Single"),
                new Completed(SINGLE),
                new Paused(START.plusMinutes(64)));
    }

    private static Begun begun(ItemId item, @Nullable String testName, int runs, int minute) {
        return new Begun(item, testName, "key-" + minute, runs, START.plusMinutes(minute));
    }

    private static RunState running(int number) {
        return new RunState(
                "run-" + number,
                "test-" + number,
                number <= 5 ? SUITE_RUN : null,
                TestRunStatus.PENDING,
                START.plusSeconds(number),
                null,
                null,
                null,
                null,
                false);
    }

    private static RunState ended(int number, TestRunStatus status, TestRunDetailResult... rubric) {
        RunState run = running(number);
        return new RunState(
                run.runId(),
                run.testId(),
                run.suiteRunId(),
                status,
                run.createdAt(),
                START.plusSeconds(number).plusNanos(number * 1_500_000_000L),
                "conversation-" + number,
                List.of(rubric),
                null,
                false);
    }

    /** A status that this version of the library does not know. */
    private static RunState otherwiseEnded(int number) {
        RunState run = running(number);
        return new RunState(
                run.runId(), run.testId(), null, new TestRunStatus("cancelled"), null, null, null, null, null, true);
    }

    private static TestRunDetailResult rubric(String name, TestRunStatus status) {
        return TestRunDetailResult.builder().name(name).status(status).build();
    }

    /** Writes the journal of a batch with one item, of which it is not known whether it was triggered. */
    static void writeUnknown(Path journal, String address) {
        write(
                journal,
                List.of(opened(address), begun(DOUBTFUL, null, 1, 1), new Unknown(DOUBTFUL, "the response was lost")));
    }

    /** Writes the journal of a batch with one item, of which everything is known. */
    static void writeKnown(Path journal, String address) {
        write(
                journal,
                List.of(
                        opened(address),
                        begun(PARTIAL, null, 1, 1),
                        new Started(PARTIAL, List.of(running(6)), Map.of(), false),
                        new Ended(PARTIAL, ended(6, TestRunStatus.PASSED), null),
                        new Completed(PARTIAL)));
    }

    private static Opened opened(String address) {
        return new Opened(JournalEntry.VERSION, "nightly", START, new JournalAccount(address, "5a17", "f1f0"));
    }

    /** Writes its journal as a batch does. */
    static void write(Path journal, int version) {
        write(journal, entries(version));
    }

    private static void write(Path journal, List<JournalEntry> entries) {
        BatchJournal.Session session =
                Objects.requireNonNull(FileJournal.at(journal).open().block());
        entries.forEach(session::record);
        session.close().block();
    }

    /** Returns the report of a journal that has these entries. */
    static BatchReport report(Path journal) throws IOException {
        return JournalReport.read(journal).report(false, "it was not triggered before the deadline");
    }
}
