package io.github.telnyxreactive.bulk.report;

import static io.github.telnyxreactive.bulk.report.WrittenJournal.STARTED;
import static io.github.telnyxreactive.bulk.report.WrittenJournal.begin;
import static io.github.telnyxreactive.bulk.report.WrittenJournal.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Await;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.JournalException;
import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Journals as reports: which items there are, and the files. */
class JournalReportTest {

    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("batch.jsonl");
    }

    private WrittenJournal journal() {
        return new WrittenJournal(path()).opened("nightly");
    }

    private static PlannedItem planned(String test) {
        return new PlannedItem(test(test), "name of " + test, 1);
    }

    private static ItemId test(String id) {
        return WrittenJournal.test(id);
    }

    private static List<String> names(List<ReportedItem> items) {
        return items.stream().map(ReportedItem::name).toList();
    }

    private static ReportedItem notBegun(String test) {
        return ReportedItem.builder(BatchItem.Kind.TEST, test, ItemOutcome.NOT_TRIGGERED)
                .testName("name of " + test)
                .problem("not begun")
                .build();
    }

    @Test
    void whatTheJournalSaysOfTheBatch() throws IOException {
        JournalReport report =
                journal().planned(planned("a"), planned("b")).planComplete(2).read();

        assertThat(report.batch()).isEqualTo("nightly");
        assertThat(report.address()).isEqualTo("https://api.example");
        assertThat(report.startedAt()).isEqualTo(STARTED);
        assertThat(report.hasPlan()).isTrue();
        assertThat(report.items()).isEqualTo(2);
        assertThat(report.maxConcurrentRuns()).isEqualTo(50);
        assertThat(report.maxRuns()).isEqualTo(1000);
        assertThat(report.requirement()).isEqualTo(PassRequirement.EVERY_RUN);
        assertThat(report.isComplete()).isFalse();
        assertThat(report.report(true, "why"))
                .isEqualTo(BatchReport.builder(
                                "nightly",
                                STARTED,
                                Duration.ZERO,
                                report.report(true, "why").items())
                        .interrupted(true)
                        .build());
    }

    @Test
    void aPlanOfWhichNothingWasBegun() throws IOException {
        WrittenJournal journal =
                journal().planned(planned("a")).planned(planned("b")).planComplete(2);

        assertThat(journal.items()).containsExactly(notBegun("a"), notBegun("b"));
    }

    @Test
    void anIncompletePlanDoesNotCount() throws IOException {
        JournalReport report = journal().planned(planned("a")).read();

        assertThat(report.hasPlan()).isFalse();
        assertThat(report.maxConcurrentRuns()).isNull();
        assertThat(report.maxRuns()).isNull();
        assertThat(report.items()).isZero();
        assertThat(report.isComplete()).isFalse();
        assertThat(report.report(false, "why").verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void theRequirementIsThatOfThePlan() throws IOException {
        PassRequirement requirement = new PassRequirement(Percentage.of(80), PassRule.of(1, 2));
        WrittenJournal journal = journal().planned(planned("a"));
        assertThat(journal.read().requirement()).isEqualTo(PassRequirement.EVERY_RUN);

        JournalReport report = journal.planComplete(1, requirement).read();

        assertThat(report.requirement()).isEqualTo(requirement);
        assertThat(report.report(false, "why").requirement()).isEqualTo(requirement);
    }

    @Test
    void theLastPlanReplacesOneThatWasNotCompleted() throws IOException {
        WrittenJournal journal = journal()
                .planned(planned("x"), planned("b"))
                .resumed(1)
                .planned(planned("a"), planned("b"))
                .planned(planned("c"))
                .planComplete(3)
                .begun(test("b"), null, 1);

        assertThat(names(journal.items())).containsExactly("a", "b", "c");
        assertThat(journal.items().get(1).testName()).isEqualTo("name of b");
    }

    @Test
    void workWithoutAPlanIsInTheOrderInWhichItWasBegun() throws IOException {
        WrittenJournal journal = journal()
                .planned(planned("withdrawn"))
                .begun(test("z"), "name of z", 1)
                .refused(test("a"), "why")
                .started(test("z"), "z");

        List<ReportedItem> items = journal.items();

        assertThat(names(items)).containsExactly("z", "a");
        assertThat(items.get(0).testName()).isEqualTo("name of z");
        assertThat(items.get(0).outcome()).isEqualTo(ItemOutcome.TRIGGERED);
        assertThat(items.get(1).outcome()).isEqualTo(ItemOutcome.NOT_TRIGGERED);
    }

    @Test
    void moreWorkThanPlannedComesAfterThePlan() throws IOException {
        ItemId version = ItemId.of(BatchItem.test("a").againstVersion("v2").repetition(3));
        WrittenJournal journal = journal()
                .planned(planned("a"), planned("b"))
                .planComplete(2)
                .begun(version, "name of a", 1)
                .begun(test("b"), null, 1);

        assertThat(names(journal.items())).containsExactly("a", "b", "a");
        assertThat(journal.items().get(2).versionId()).isEqualTo("v2");
        assertThat(journal.items().get(2).repeat()).isEqualTo(3);
    }

    @Test
    void manyItemsAreToldApart() throws IOException {
        PlannedItem[] plan = IntStream.range(0, 20_000)
                .mapToObj(number -> planned("t" + number))
                .toArray(PlannedItem[]::new);
        WrittenJournal journal = journal().planned(plan).planComplete(plan.length);
        journal.ended(test("t17"), "t17", TestRunStatus.PASSED).completed(test("t17"));

        List<ReportedItem> items = journal.items();

        assertThat(names(items))
                .isEqualTo(Stream.of(plan).map(item -> item.item().name()).toList());
        assertThat(items.stream().filter(item -> item.outcome() == ItemOutcome.TRIGGERED))
                .singleElement()
                .satisfies(item -> assertThat(item.name()).isEqualTo("t17"));
    }

    @Test
    void aBatchIsCompleteIfAllOfItsItemsAre() throws IOException {
        WrittenJournal journal = journal()
                .planned(planned("a"), planned("b"))
                .planComplete(2)
                .begun(test("b"), null, 1)
                .started(test("b"), "b")
                .ended(test("b"), "b", TestRunStatus.PASSED)
                .completed(test("b"));
        assertThat(journal.read().isComplete()).isFalse();

        journal.started(test("a"), "a")
                .ended(test("a"), "a", TestRunStatus.PASSED)
                .completed(test("a"));
        assertThat(journal.read().isComplete()).isTrue();
        assertThat(journal.read().report(false, "why").verdict()).isEqualTo(Verdict.PASSED);

        journal.begun(test("more"), null, 1);
        assertThat(journal.read().isComplete()).isFalse();
    }

    @Test
    void theTimeBetweenSessionsDoesNotCount() throws IOException {
        WrittenJournal journal = journal().add(begin(test("a"), null, 1, 3));
        assertThat(journal.read().elapsed()).isEqualTo(Duration.ofMinutes(3));

        journal.resumed(600).paused(610);
        assertThat(journal.read().elapsed()).isEqualTo(Duration.ofMinutes(13));

        journal.resumed(1000).resumed(2000).paused(2001);
        assertThat(journal.read().elapsed()).isEqualTo(Duration.ofMinutes(14));
    }

    @Test
    void aClockThatWasSetBackTakesNothingAway() throws IOException {
        WrittenJournal journal = journal().paused(5).resumed(100).paused(40);

        assertThat(journal.read().elapsed()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void anIncompleteLastLineIsNotRead() throws IOException {
        WrittenJournal journal = journal().begun(test("a"), "name of a", 1);
        Files.writeString(path(), "{\"entry\":\"started\",\"item\":{\"ki", StandardOpenOption.APPEND);

        assertThat(journal.item().outcome()).isEqualTo(ItemOutcome.UNKNOWN);
    }

    @Test
    void aFileThatIsNoJournalIsRefused() throws IOException {
        Files.writeString(path(), "");
        assertThatThrownBy(() -> JournalReport.read(path()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("does not say which batch");

        Files.writeString(path(), "{\"entry\":\"paused\",\"at\":\"2026-11-28T20:00:00Z\"}\n");
        assertThatThrownBy(() -> JournalReport.read(path())).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> JournalReport.read(folder.resolve("absent"))).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsRecordedLaterIsNotSeen() throws IOException {
        WrittenJournal journal = journal().begun(test("a"), null, 1);
        BatchReport before = journal.read().report(false, "why");
        journal.started(test("a"), "a").begun(test("b"), null, 1);

        assertThat(WrittenJournal.all(before.items()))
                .singleElement()
                .satisfies(item -> assertThat(item.outcome()).isEqualTo(ItemOutcome.UNKNOWN));
    }

    @Test
    void aFileThatIsGoneIsAnErrorOfTheReport() throws IOException {
        BatchReport report =
                journal().planned(planned("a")).planComplete(1).read().report(false, "why");
        Files.delete(path());

        assertThatThrownBy(() -> report.items().iterator().next()).isInstanceOf(UncheckedIOException.class);
        for (Writer writer : writers(report)) {
            assertThatThrownBy(writer::write).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anotherFileInItsPlaceIsAnErrorOfTheReport() throws IOException {
        JournalReport report =
                journal().begun(test("a"), "name", 1).started(test("a"), "a").read();
        String content = Files.readString(path());

        Files.writeString(path(), content.replace("nightly", "another"));
        assertIsAnotherFile(report);
        Files.writeString(path(), content.substring(0, content.length() - 10));
        assertIsAnotherFile(report);
        Files.writeString(path(), content.replace("\"started\"", "\"paused\" "));
        assertIsAnotherFile(report);

        Files.writeString(path(), "nonsense\n".repeat(100));
        for (Writer writer : writers(report.report(true, "why"))) {
            assertThatThrownBy(writer::write).isInstanceOf(IOException.class).hasMessageContaining("invalid");
        }
    }

    private static void assertIsAnotherFile(JournalReport report) {
        assertThatThrownBy(() -> WrittenJournal.all(report.report(true, "why").items()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is another one than before");
    }

    private static List<Writer> writers(BatchReport report) {
        List<Writer> writers = new ArrayList<>();
        writers.add(() -> JUnitReport.write(report, new ByteArrayOutputStream()));
        writers.add(() -> JsonReport.write(report, new ByteArrayOutputStream()));
        writers.add(() -> MarkdownReport.write(report, "", new ByteArrayOutputStream()));
        return writers;
    }

    private interface Writer {

        void write() throws IOException;
    }

    @Test
    void iteratorsAreIndependent() throws IOException {
        BatchReport report = journal()
                .planned(planned("a"), planned("b"))
                .planComplete(2)
                .started(test("a"), "a")
                .read()
                .report(false, "not begun");

        Iterator<ReportedItem> abandoned = report.items().iterator();
        ReportedItem first = abandoned.next();
        List<ReportedItem> all = WrittenJournal.all(report.items());

        assertThat(all.get(0)).isEqualTo(first);
        assertThat(abandoned.next()).isEqualTo(all.get(1)).isEqualTo(notBegun("b"));
        assertThat(abandoned.hasNext()).isFalse();
        assertThat(first.runs()).containsExactly(reported("a", TestRunStatus.PENDING));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void filesAreClosed() throws IOException {
        BatchReport report = journal()
                .planned(planned("a"), planned("b"))
                .planComplete(2)
                .read()
                .report(false, "why");
        assertThat(openFiles()).isZero();

        WrittenJournal.all(report.items());
        assertThat(openFiles()).isZero();

        IntStream.range(0, 20).forEach(number -> report.items().iterator().next());
        Await.until(() -> {
            System.gc();
            return openFiles() == 0;
        });
    }

    private long openFiles() {
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            return handles.filter(this::isJournal).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isJournal(Path handle) {
        try {
            return Files.readSymbolicLink(handle).equals(path());
        } catch (IOException e) {
            // It was closed meanwhile.
            return false;
        }
    }
}
