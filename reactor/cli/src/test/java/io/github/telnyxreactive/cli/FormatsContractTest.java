package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.JournalEntry;
import io.github.telnyxreactive.bulk.JournalReader;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ItemOutcome;
import io.github.telnyxreactive.bulk.report.JsonComparison;
import io.github.telnyxreactive.bulk.report.JsonEvidence;
import io.github.telnyxreactive.bulk.report.JsonReport;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportComparison;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.RunOutcome;
import io.github.telnyxreactive.bulk.report.TestChange;
import io.github.telnyxreactive.gate.RunEvidence;
import io.github.telnyxreactive.gate.TestEvidence;
import io.github.telnyxreactive.gate.VersionEvidence;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The formats that programs read. Each version has a file, which stays readable where this library reads the format. */
class FormatsContractTest {

    private static final String JOURNAL = "journal";
    private static final String REPORT = "telnyx-batch-report";
    private static final String EVIDENCE = "telnyx-gate-evidence";

    private static final VersionEvidence VERSION_EVIDENCE = new VersionEvidence(
            "assistant-1",
            "00000000-0000-4000-8000-000000000009",
            "d0",
            Reports.NOON,
            2,
            List.of(new TestEvidence(
                    "Kündigung",
                    "test-1",
                    "d1",
                    List.of(
                            new RunEvidence("run-1", "suite-run-1", TestRunStatus.PASSED),
                            new RunEvidence("run-2", null, TestRunStatus.ERROR)))));

    @TempDir
    private Path folder;

    /** Returns the files of a format, one for each version. */
    private static List<Path> files(String format) throws IOException {
        return Golden.files().stream()
                .filter(file -> file.getFileName().toString().matches(format + "-\\d+\\.jsonl?"))
                .toList();
    }

    private static List<JournalEntry> read(Path journal) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        try (JournalReader reader = JournalReader.of(journal)) {
            for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static BatchReport readReport(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return JsonReport.read(in);
        }
    }

    private static List<ReportedItem> items(BatchReport report) {
        List<ReportedItem> items = new ArrayList<>();
        report.items().forEach(items::add);
        return items;
    }

    private Path journal() {
        Path journal = folder.resolve("batch.jsonl");
        FixedBatch.write(journal, JournalEntry.VERSION);
        return journal;
    }

    @Test
    void theJournalIsKeptAndOlderOnesStayReadable() throws IOException {
        Path now = journal();

        Golden.of(JOURNAL + "-" + JournalEntry.VERSION + ".jsonl").check(Files.readAllBytes(now));

        assertThat(FixedBatch.entries(JournalEntry.VERSION))
                .extracting(Object::getClass)
                .as("kinds of entries, each of which belongs to the contract")
                .contains(JournalEntry.class.getPermittedSubclasses());
        assertThat(files(JOURNAL)).contains(Golden.of("journal-4.jsonl").path());
        for (Path journal : files(JOURNAL)) {
            List<JournalEntry> entries = read(journal);
            int version = ((JournalEntry.Opened) entries.get(0)).version();
            assertThat(journal).hasFileName(JOURNAL + "-" + version + ".jsonl");
            assertThat(entries).as("%s", journal).isEqualTo(FixedBatch.entries(version));
            assertThat(items(FixedBatch.report(journal)))
                    .as("report of %s", journal)
                    .isEqualTo(items(FixedBatch.report(now)));
        }
    }

    @Test
    void theReportIsKeptAndOlderOnesStayReadable() throws IOException {
        BatchReport report = FixedBatch.report(journal());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        JsonReport.write(report, out);

        checkVersioned(out);
        assertThat(items(report))
                .as("outcomes of items, each of which belongs to the contract")
                .extracting(ReportedItem::outcome)
                .contains(ItemOutcome.values());
        assertThat(items(report).stream().flatMap(item -> runs(item).stream()).map(ReportedRun::outcome))
                .as("outcomes of runs, each of which belongs to the contract")
                .contains(RunOutcome.values());
        assertThat(files(REPORT))
                .contains(Golden.of("telnyx-batch-report-2.json").path());
        for (Path file : files(REPORT)) {
            assertThat(readReport(file)).as("%s", file).isEqualTo(copy(report));
        }
    }

    /** Reads the items of a report, which are otherwise read from the journal when they are needed. */
    private static BatchReport copy(BatchReport report) {
        return BatchReport.builder(report.batchId(), report.startedAt(), report.elapsed(), items(report))
                .interrupted(report.interrupted())
                .requirement(report.requirement())
                .build();
    }

    private static List<ReportedRun> runs(ReportedItem item) {
        List<ReportedRun> runs = new ArrayList<>();
        item.runs().forEach(runs::add);
        return runs;
    }

    @Test
    void theComparisonIsKept() throws IOException {
        ReportComparison comparison = ReportComparison.of(
                Reports.of(suite(
                        passed("broken"),
                        passed("lost"),
                        failed("flaky"),
                        failed("mended"),
                        passed("gone"),
                        failed("still failed"),
                        passed("still passed"))),
                Reports.of(
                        Reports.suiteWithout(
                                "Kündigung",
                                List.of(new NotStarted("test-lost", "lost", "why")),
                                failed("broken"),
                                passed("flaky"),
                                failed("flaky"),
                                passed("mended"),
                                failed("still failed"),
                                passed("still passed")),
                        Reports.test("test-new", passed("new"))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        JsonComparison.write(comparison, out);

        checkVersioned(out);
        for (TestChange change : TestChange.values()) {
            assertThat(comparison.count(change))
                    .as(change + ", which belongs to the contract")
                    .isOne();
        }
    }

    private static ReportedItem suite(ReportedRun... runs) {
        return Reports.suite("Kündigung", runs);
    }

    private static ReportedRun passed(String name) {
        return run(name, TestRunStatus.PASSED);
    }

    private static ReportedRun failed(String name) {
        return run(name, TestRunStatus.FAILED);
    }

    private static ReportedRun run(String name, TestRunStatus status) {
        return ReportedRun.builder("run-" + name + "-" + status, status)
                .testId("test-" + name)
                .testName(name)
                .build();
    }

    @Test
    void theEvidenceIsKeptAndOlderOneStaysReadable() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        JsonEvidence.write(VERSION_EVIDENCE, out);

        checkVersioned(out);
        assertThat(files(EVIDENCE))
                .contains(Golden.of("telnyx-gate-evidence-1.json").path());
        for (Path file : files(EVIDENCE)) {
            try (InputStream in = Files.newInputStream(file)) {
                assertThat(JsonEvidence.read(in)).as("%s", file).isEqualTo(VERSION_EVIDENCE);
            }
        }
    }

    private static void checkVersioned(ByteArrayOutputStream json) {
        Golden.ofVersion(json.toString(StandardCharsets.UTF_8)).check(json.toByteArray());
    }
}
