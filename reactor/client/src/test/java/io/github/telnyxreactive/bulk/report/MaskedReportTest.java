package io.github.telnyxreactive.bulk.report;

import static io.github.telnyxreactive.bulk.report.Reports.failed;
import static io.github.telnyxreactive.bulk.report.Reports.passed;
import static io.github.telnyxreactive.bulk.report.Reports.report;
import static io.github.telnyxreactive.bulk.report.Reports.suite;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports without phone numbers. */
class MaskedReportTest {

    private static final String NUMBER = "+12025550134";
    private static final String MASKED = "+1202…34";

    /** An id that has the digits of a number, and one that a number without a plus could be. */
    private static final String RUN = "7c1f6d1e-1202-5550-1341-202555013412";

    private static final String TEST = "12025550134";

    private static BatchReport reportWith(String number) {
        ReportedRun failed = ReportedRun.builder(RUN, TestRunStatus.FAILED)
                .testId(TEST)
                .testName("Call " + number)
                .conversationId("conversation-12025550134")
                .rubric(List.of(new ReportedRubricItem("says " + number, TestRunStatus.FAILED)))
                .build();
        ReportedRun givenUp = ReportedRun.builder("run-2", TestRunStatus.RUNNING)
                .testId("t2")
                .testName("Ring " + number)
                .problem(number + " is busy")
                .build();
        return report(
                ReportedItem.builder(BatchItem.Kind.SUITE, "IVR " + number, ItemOutcome.TRIGGERED)
                        .versionId("12025550134")
                        .runs(List.of(failed, givenUp))
                        .notStarted(List.of(new NotStarted("t3", "Redial " + number, "no answer of " + number)))
                        .build(),
                ReportedItem.builder(BatchItem.Kind.TEST, TEST, ItemOutcome.NOT_TRIGGERED)
                        .testName("Single " + number)
                        .problem("refused " + number)
                        .build());
    }

    private interface Writer {

        void write(BatchReport report, OutputStream out) throws IOException;
    }

    private static String written(BatchReport report, Writer writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void hasMasksInPlaceOfNumbers() {
        assertThat(reportWith(NUMBER).masked()).isEqualTo(reportWith(MASKED));
    }

    @Test
    void noWriterWritesANumberAndEveryIdStays() throws IOException {
        BatchReport report = reportWith(NUMBER);
        List<Writer> writers = List.of(
                JUnitReport::write,
                JsonReport::write,
                (some, out) -> MarkdownReport.write(some, "https://example.com/{conversation_id}", out));
        for (Writer writer : writers) {
            assertThat(written(report, writer)).contains(NUMBER);
            assertThat(written(report.masked(), writer))
                    .doesNotContain(NUMBER)
                    .contains(MASKED, TEST, "conversation-12025550134");
        }
        assertThat(written(report.masked(), JUnitReport::write)).contains(RUN);
        assertThat(String.join("\n", GitHubAnnotations.lines(report.masked())))
                .doesNotContain(NUMBER)
                .contains(MASKED);
    }

    @Test
    void isReadBackAsItWasWritten() throws IOException {
        byte[] json = written(reportWith(NUMBER).masked(), JsonReport::write).getBytes(StandardCharsets.UTF_8);

        assertThat(JsonReport.read(new ByteArrayInputStream(json))).isEqualTo(reportWith(MASKED));
    }

    @Test
    void masksItemsAsTheyAreRead() {
        List<String> read = new ArrayList<>();
        BatchReport report = BatchReport.builder(
                        "b", reportWith(NUMBER).startedAt(), Duration.ZERO, () -> endless(read))
                .build();

        Iterator<ReportedItem> items = report.masked().items().iterator();

        assertThat(read).isEmpty();
        assertThat(items.next().name()).isEqualTo(MASKED + ", 1");
        assertThat(report.masked().items().iterator().next().name()).isEqualTo(MASKED + ", 2");
        assertThat(read).hasSize(2);
    }

    private static Iterator<ReportedItem> endless(List<String> read) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public ReportedItem next() {
                read.add("item");
                return suite(NUMBER + ", " + read.size(), passed("a"));
            }
        };
    }

    @Test
    void isComparedWithOneThatIsNotMasked() {
        BatchReport before = report(suite(NUMBER, passed("a")), suite("+12025559934", passed("b")));
        BatchReport after = report(suite("+12025559934", failed("b")), suite(NUMBER, passed("a")));

        for (ReportComparison comparison : List.of(
                ReportComparison.of(before, after),
                ReportComparison.of(before.masked(), after),
                ReportComparison.of(before, after.masked()),
                ReportComparison.of(before.masked(), after.masked()))) {
            assertThat(comparison.tests())
                    .extracting(test -> test.testId() + " " + test.change().key())
                    .containsExactlyInAnyOrder("id-a still_passed", "id-b broken");
        }
    }
}
