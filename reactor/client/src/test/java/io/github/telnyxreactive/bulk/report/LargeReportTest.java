package io.github.telnyxreactive.bulk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.bulk.Percentage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of many runs, ten times as many in {@code .ci/run}, and reports that cannot be read. */
class LargeReportTest {

    /** The one that is being read, or was the last. */
    private static final int NAME_RUN_AND_RUBRIC = 3;

    @TempDir
    private Path directory;

    private final GeneratedReport generated = new GeneratedReport();

    @Test
    void collectsNothingForJUnit() throws Exception {
        Path file = directory.resolve("junit.xml");

        JUnitReport.write(generated.report(), file);

        assertNothingIsCollected();
        Map<String, Integer> elements = elements(file);
        assertThat(elements)
                .containsEntry("testcase", GeneratedReport.RUNS + 2 * GeneratedReport.NOT_STARTED)
                .containsEntry("skipped", GeneratedReport.NOT_STARTED)
                .containsEntry("testsuite", 101);
        assertThat(elements.get("root tests")).isEqualTo(elements.get("testcase"));
        assertThat(elements.get("root failures")).isEqualTo(elements.get("failure"));
        assertThat(elements.get("root errors")).isEqualTo(elements.get("error"));
    }

    private static Map<String, Integer> elements(Path file) throws IOException, XMLStreamException {
        Map<String, Integer> elements = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    elements.merge(xml.getLocalName(), 1, Integer::sum);
                    if (xml.getLocalName().equals("testsuites")) {
                        List.of("tests", "failures", "errors")
                                .forEach(name -> elements.put(
                                        "root " + name, Integer.valueOf(xml.getAttributeValue(null, name))));
                    }
                }
            }
        }
        return elements;
    }

    @Test
    void collectsNothingForMarkdown() throws IOException {
        MarkdownReport.write(generated.report(), "", directory.resolve("page.md"));

        assertNothingIsCollected();
        assertThat(directory.resolve("page.md"))
                .content()
                .startsWith("## Incomplete: ")
                .contains(" of " + GeneratedReport.RUNS + " runs passed", ", 100 tests not started,");
    }

    @Test
    void collectsNothingForJson() throws IOException {
        Path file = directory.resolve("report.json");

        JsonReport.write(generated.report(), file);

        assertNothingIsCollected();
        try (InputStream in = Files.newInputStream(file)) {
            assertThat(JsonReport.read(in).equals(generated.report())).isTrue();
        }
    }

    @Test
    void collectsNothingForTheVerdict() {
        assertThat(generated.report().verdict()).isEqualTo(Verdict.INCOMPLETE);

        assertNothingIsCollected();
    }

    @Test
    void collectsNoRunToCountTests() throws IOException {
        BatchReport report = BatchReport.builder(
                        "large",
                        Reports.STARTED,
                        Duration.ofHours(1),
                        generated.report().items())
                .requirement(new PassRequirement(Percentage.of(80), PassRule.of(1, 2)))
                .build();

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.testTotals().tests()).isEqualTo(GeneratedReport.RUNS + GeneratedReport.NOT_STARTED);
        MarkdownReport.write(report, "", directory.resolve("page.md"));

        assertNothingIsCollected();
    }

    private void assertNothingIsCollected() {
        assertThat(generated.passes()).isPositive();
        assertThat(generated.mostHeld()).isLessThanOrEqualTo(NAME_RUN_AND_RUBRIC);
    }

    @Test
    void anErrorWhileReadingTheItemsLeavesTheFileAsItWas() throws IOException {
        IOException broken = new IOException("the journal is gone");
        Iterable<ReportedItem> items = () -> {
            throw new UncheckedIOException(broken);
        };
        BatchReport report =
                BatchReport.builder("b", Reports.STARTED, Duration.ZERO, items).build();
        Path file = Files.writeString(directory.resolve("report"), "old");

        List<Write> writers = new ArrayList<>();
        writers.add(() -> JUnitReport.write(report, file));
        writers.add(() -> JsonReport.write(report, file));
        writers.add(() -> MarkdownReport.write(report, "", file));
        for (Write writer : writers) {
            assertThatThrownBy(writer::write).isSameAs(broken);
        }

        assertThat(file).hasContent("old");
        assertThat(directory)
                .isDirectoryContaining(file::equals)
                .isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void whatIsCutOffByAnErrorDoesNotLookComplete() {
        IOException broken = new IOException("the journal is gone");
        int[] passes = {0};
        Iterable<ReportedRun> runs = () -> {
            if (++passes[0] > 2) {
                throw new UncheckedIOException(broken);
            }
            return List.of(Reports.passed("a")).iterator();
        };
        BatchReport report = Reports.report(ReportedItem.builder(BatchItem.Kind.SUITE, "s", ItemOutcome.TRIGGERED)
                .runs(runs)
                .build());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> JsonReport.write(report, out)).isSameAs(broken);

        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("\"runs\":[");
    }

    @Test
    void anErrorOfTheStreamIsThrownAsItIs() {
        IOException full = new IOException("no space left");
        OutputStream out = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw full;
            }
        };
        BatchReport report = Reports.allFailed(1_000);

        assertThatThrownBy(() -> JUnitReport.write(report, out)).isSameAs(full);
        assertThatThrownBy(() -> JsonReport.write(report, out)).isSameAs(full);
        assertThatThrownBy(() -> MarkdownReport.write(report, "", out)).isSameAs(full);
    }

    private interface Write {

        void write() throws IOException;
    }
}
