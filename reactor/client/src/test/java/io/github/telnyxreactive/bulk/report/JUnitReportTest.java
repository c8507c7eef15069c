package io.github.telnyxreactive.bulk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class JUnitReportTest {

    @TempDir
    private Path directory;

    @Test
    void writesATestsuiteForEachSuiteAndOneForSingleTests() throws Exception {
        Element root = write(Reports.everything());

        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(root.getAttribute("name")).isEqualTo("nightly");
        assertThat(root.getAttribute("time")).isEqualTo("65.004");
        assertThat(attributes(suites(root), "name"))
                .containsExactly("Billing", "Empty", "Missing", "Doubtful", "Partial", "Single tests");
        assertThat(attributes(suites(root), "timestamp")).containsOnly("2026-11-20T09:30:00");
        assertThat(attributes(cases(root), "name"))
                .containsExactly(
                        "one",
                        "two",
                        "three",
                        "four",
                        "five",
                        "Empty",
                        "Missing",
                        "Doubtful",
                        "Partial",
                        "seven",
                        "id-8",
                        "six",
                        "single",
                        "single (version v2)");
        assertThat(attributes(suites(root), "time"))
                .containsExactly("6.000", "0.000", "0.000", "0.000", "1.500", "3.000");
    }

    @Test
    void onlyAPassLooksLikeAPass() throws Exception {
        Element root = write(Reports.everything());

        assertThat(cases(root).stream().map(JUnitReportTest::problem))
                .containsExactly(
                        "passed",
                        "failure failed Not met: refunds, says goodbye",
                        "error error The run ended in an error",
                        "error not_ended The run was not seen to finish; last status: hibernating",
                        "error given_up The deadline has passed",
                        "error no_run No run was started; the suite may have no tests",
                        "error not_triggered 404: no such suite",
                        "error unknown Not known whether this was triggered: the answer was lost",
                        "error not_started 2 tests not started",
                        "skipped no run by the deadline",
                        "skipped why",
                        "passed",
                        "passed",
                        "failure failed The rubric was not met");
        assertThat(elements(root, "failure").get(0).getTextContent())
                .isEqualTo("Not met: refunds, says goodbye\nrefunds: failed\nsays goodbye: failed\n");
    }

    @Test
    void aRunThatWasGivenUpIsAnErrorWhateverItsStatus() throws Exception {
        Element root = write(Reports.report(
                Reports.suite("s", Reports.givenUp("a", TestRunStatus.PASSED, "lost"), Reports.passed("b"))));

        assertThat(cases(root).stream().map(JUnitReportTest::problem)).containsExactly("error given_up lost", "passed");
    }

    @Test
    void whatAnInterruptionLeftUnfinishedIsAnError() throws Exception {
        Element root = write(Reports.interrupted(
                Reports.suite("s", Reports.run("a", TestRunStatus.PENDING)), Reports.suite("not yet")));

        assertThat(cases(root).stream().map(JUnitReportTest::problem))
                .containsExactly(
                        "error not_ended The run was not seen to finish; last status: pending",
                        "error no_run No run is known, because the batch was interrupted");
        assertThat(elements(root, "property").get(1).getAttribute("value")).isEqualTo("true");
    }

    @Test
    void anItemWithKnownRunsKeepsItsProblem() throws Exception {
        Element root = write(
                Reports.report(Reports.withProblem(Reports.suite("s", Reports.passed("a")), "outcome not known")));

        assertThat(cases(root).stream().map(JUnitReportTest::problem))
                .containsExactly("error incomplete outcome not known", "passed");
    }

    @Test
    void whatWasNotStartedNeverStandsWithoutAnError() throws Exception {
        NotStarted never = Reports.notStarted("never");
        Element root = write(Reports.report(
                Reports.withNotStarted(Reports.suite("all"), never),
                Reports.withNotStarted(Reports.suite("some", Reports.passed("a")), never),
                Reports.withNotStarted(
                        Reports.withVersion(Reports.test("t"), "v2"), new NotStarted("t", null, "why"))));

        assertThat(suites(root))
                .allSatisfy(suite -> assertThat(elements(suite, "error"))
                        .singleElement()
                        .satisfies(
                                error -> assertThat(error.getAttribute("type")).isEqualTo("not_started")));
        assertThat(suites(root))
                .extracting(suite -> suite.getAttribute("skipped"))
                .containsOnly("1");
        assertThat(elements(root, "skipped"))
                .extracting(Element::getTextContent)
                .contains("no run by the deadline\n");
        assertThat(elements(root, "system-out").stream().map(Element::getTextContent))
                .containsExactly(
                        "test_id: id-never\n",
                        "test_id: id-never\n",
                        "run_id: run-a\ntest_id: id-a\nconversation_id: call-a\n",
                        "test_id: t\n",
                        "test_id: t\n");
    }

    @Test
    void tellsUnknownFromNotTriggered() throws Exception {
        Element root = write(Reports.interrupted(
                Reports.suite("a", ItemOutcome.UNKNOWN, null, Reports.passed("a")),
                Reports.suite("b", ItemOutcome.UNKNOWN, "lost"),
                Reports.suite("c", ItemOutcome.NOT_TRIGGERED, null),
                Reports.suite("d", ItemOutcome.NOT_TRIGGERED, "404")));

        assertThat(cases(root).stream().map(JUnitReportTest::problem))
                .containsExactly(
                        "error unknown Not known whether this was triggered, because the batch was interrupted",
                        "passed",
                        "error unknown Not known whether this was triggered: lost",
                        "error not_triggered Not triggered, because the batch was interrupted",
                        "error not_triggered 404");
    }

    @Test
    void numbersRepeats() throws Exception {
        Element root = write(Reports.report(
                Reports.suite("s", Reports.passed("a")),
                Reports.repeated(Reports.suite("s", Reports.passed("a")), 2),
                Reports.test("t", Reports.passed("b")),
                Reports.repeated(Reports.withVersion(Reports.test("t", Reports.passed("b")), "v2"), 2),
                Reports.repeated(Reports.test("t"), 3)));

        assertThat(attributes(suites(root), "name")).containsExactly("s", "s (repeat 2)", "Single tests");
        assertThat(attributes(cases(root), "name"))
                .containsExactly("a", "a", "b", "b (version v2) (repeat 2)", "name of t (repeat 3)");
    }

    @Test
    void groupsSingleTestsThatStandBetweenSuites() throws Exception {
        Element root = write(Reports.report(
                Reports.test("1", Reports.passed("a")),
                Reports.suite("s", Reports.passed("b")),
                Reports.test("2", Reports.passed("c"))));

        assertThat(attributes(suites(root), "name")).containsExactly("s", "Single tests");
        assertThat(attributes(cases(root), "name")).containsExactly("b", "a", "c");
    }

    @Test
    void writesIdsToTheOutput() throws Exception {
        Element root = write(Reports.report(
                Reports.suite("s", Reports.passed("a"), Reports.givenUp("b", TestRunStatus.RUNNING, "lost"))));

        assertThat(elements(root, "system-out").stream().map(Element::getTextContent))
                .containsExactly(
                        "run_id: run-a\ntest_id: id-a\nconversation_id: call-a\n", "run_id: run-b\ntest_id: id-b\n");
    }

    @Test
    void makesEqualNamesUnique() throws Exception {
        Element root = write(Reports.report(
                Reports.suite(
                        "s", Reports.failed("a"), Reports.passed("a"), Reports.passed("a (2)"), Reports.passed("a")),
                Reports.suite("s", Reports.passed("a")),
                Reports.withVersion(Reports.suite("s", Reports.passed("a")), "v2"),
                Reports.suite("Single tests", Reports.passed("a")),
                Reports.test("t", Reports.passed("a"))));

        assertThat(attributes(suites(root), "name"))
                .containsExactly("s", "s (2)", "s (version v2)", "Single tests", "Single tests (2)");
        assertThat(attributes(cases(suites(root).get(0)), "name")).containsExactly("a", "a (2)", "a (2) (2)", "a (3)");
        assertThat(attributes(cases(root), "classname"))
                .containsExactly("s", "s", "s", "s", "s (2)", "s (version v2)", "Single tests", "Single tests (2)");
    }

    @Test
    void usesTheIdOfATestWithoutAName() throws Exception {
        ReportedRun nameless = Reports.run("r", "id", null, TestRunStatus.PASSED, null, List.of(), null, null);
        ReportedRun blank = Reports.run("r", "id", " ", TestRunStatus.PASSED, null, List.of(), null, null);

        Element root = write(Reports.report(Reports.suite("s", nameless, blank)));

        assertThat(attributes(cases(root), "name")).containsExactly("id", "id (2)");
        assertThat(attributes(cases(root), "time")).containsOnly("0.000");
    }

    @Test
    void aTestHasTheSameNameWhateverTheOrder() throws Exception {
        ReportedRun first = Reports.run("r1", "id-1", "same", TestRunStatus.PASSED, null, List.of(), null, null);
        ReportedRun second = Reports.run("r2", "id-2", "same", TestRunStatus.FAILED, null, List.of(), null, null);
        ReportedRun other = Reports.passed("other");

        Element root = write(Reports.report(
                Reports.withNotStarted(
                        Reports.suite("s", other, first, second, second), new NotStarted("id-3", "same", "why")),
                Reports.suite("t", second, other, first)));

        assertThat(attributes(cases(suites(root).get(0)), "name"))
                .containsExactly("s", "same (id-3)", "other", "same (id-1)", "same (id-2)", "same (id-2) (2)");
        assertThat(attributes(cases(suites(root).get(1)), "name"))
                .containsExactly("same (id-2)", "other", "same (id-1)");
    }

    @Test
    void aTestWithTheNameOfItsSuiteHasTheSameNameInEveryBuild() throws Exception {
        ReportedItem complete = Reports.suite("s", Reports.passed("s"), Reports.passed("other"));

        Element good = write(Reports.report(complete));
        Element bad = write(Reports.report(Reports.withNotStarted(complete, Reports.notStarted("late"))));

        assertThat(attributes(cases(good), "name")).containsExactly("s (id-s)", "other");
        assertThat(attributes(cases(bad), "name")).containsExactly("s", "late", "s (id-s)", "other");
    }

    @Test
    void theNextVersionIsTheSameSuite() throws Exception {
        Element root = write(Reports.report(
                Reports.withVersion(Reports.suite("s", Reports.passed("a")), "v2"),
                Reports.withVersion(Reports.repeated(Reports.suite("s"), 2), "v2"),
                Reports.withVersion(Reports.test("t", Reports.passed("b")), "v2")));

        assertThat(attributes(suites(root), "name")).containsExactly("s", "s (repeat 2)", "Single tests");
        assertThat(attributes(cases(root), "classname")).containsExactly("s", "s (repeat 2)", "Single tests");
        assertThat(attributes(cases(root), "name")).containsExactly("a", "s (repeat 2)", "b");
        assertThat(suites(root))
                .allSatisfy(suite -> assertThat(properties(suite))
                        .containsExactly("batch_id: nightly", "interrupted: false", "version_id: v2"));
    }

    @Test
    void namesTheVersionsOfASuite() throws Exception {
        ReportedItem[] tests = IntStream.rangeClosed(0, 12)
                .mapToObj(number -> number == 0
                        ? Reports.test("t", Reports.passed("a"))
                        : Reports.withVersion(Reports.test("t", Reports.passed("a")), "v" + number))
                .toArray(ReportedItem[]::new);

        Element root = write(Reports.report(tests));

        assertThat(properties(suites(root).get(0)))
                .hasSize(13)
                .contains("main_version: true", "version_id: v1", "version_id: v10");
    }

    private static List<String> properties(Element suite) {
        return elements(suite, "property").stream()
                .map(property -> property.getAttribute("name") + ": " + property.getAttribute("value"))
                .toList();
    }

    @Test
    void namesTheFilesThatAreKnown() throws Exception {
        BatchReport report = Reports.report(
                Reports.withNotStarted(
                        Reports.suite("s", Reports.passed("a"), Reports.failed("b"), Reports.passed("unknown")),
                        Reports.notStarted("late")),
                Reports.suite("empty"),
                Reports.test("t"),
                Reports.test("u", Reports.passed("u")));

        Element root = write(
                report,
                (suite, testId, testName) ->
                        "unknown".equals(testName) ? null : "tests/" + suite + "/" + testId + "/" + testName + ".yaml");

        assertThat(cases(root))
                .extracting(testCase -> testCase.hasAttribute("file") ? testCase.getAttribute("file") : null)
                .containsExactly(
                        null,
                        "tests/s/id-late/late.yaml",
                        "tests/s/id-a/a.yaml",
                        "tests/s/id-b/b.yaml",
                        null,
                        null,
                        "tests/null/t/name of t.yaml",
                        "tests/null/id-u/u.yaml");
    }

    @Test
    void aFileIsAnAttributeAfterTheNames() throws Exception {
        BatchReport report = Reports.report(Reports.suite("s", Reports.passed("a")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        JUnitReport.write(report, (suite, testId, testName) -> "d/\"Grüße\" & <b>\u0001\n日本.yaml", out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("<testcase name=\"a\" classname=\"s\""
                        + " file=\"d/&quot;Grüße&quot; &amp; &lt;b&gt;\ufffd 日本.yaml\" time=\"");
    }

    @Test
    void withoutFilesNothingChanges() throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ByteArrayOutputStream unknown = new ByteArrayOutputStream();
        JUnitReport.write(Reports.everything(), plain);
        JUnitReport.write(Reports.everything(), SourceFiles.NONE, unknown);

        assertThat(unknown.toString(StandardCharsets.UTF_8))
                .isEqualTo(plain.toString(StandardCharsets.UTF_8))
                .doesNotContain("file=");
    }

    @Test
    void anEmptyBatchIsValid() throws Exception {
        Element root = write(Reports.report());

        assertThat(root.getAttribute("tests")).isEqualTo("0");
        assertThat(suites(root)).isEmpty();
    }

    @Test
    void writesHostileTextAsFarAsXmlAllows() throws Exception {
        Element root = write(Reports.hostile());

        List<String> names = attributes(suites(root), "name");
        assertThat(names)
                .hasSize(Reports.HOSTILE.size() + 1)
                .contains(
                        ".. (version ..)",
                        "unpaired \ufffd and \ufffd\ufffd (version unpaired \ufffd and \ufffd\ufffd)",
                        "emoji \ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"
                                + " (version emoji \ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67)");
        assertThat(names.get(0)).startsWith("control \ufffd\ufffd\ufffd\ufffd\ufffd\u007f\u0085");
        assertThat(names.get(1)).startsWith("]]> <![CDATA[ <!-- --> <?xml?> &amp; &lt; &#0;");
        assertThat(names.get(5)).startsWith("line  breaks and tabs");
        assertThat(elements(root, "system-out"))
                .allSatisfy(output -> assertThat(output.getTextContent()).doesNotContain("[["));
    }

    @Test
    void writesManyRuns() throws Exception {
        Element root = write(Reports.allFailed(1_000));

        assertThat(root.getAttribute("tests")).isEqualTo("1000");
        assertThat(root.getAttribute("failures")).isEqualTo("1000");
    }

    @Test
    void writesLongDurationsAsPlainNumbers() throws Exception {
        BatchReport report = BatchReport.builder("b", Reports.STARTED, Duration.ofDays(10_000), List.of())
                .build();

        assertThat(write(report).getAttribute("time")).isEqualTo("864000000.000");
    }

    @Test
    void timesOfTestsAddUpToThatOfTheirSuite() throws Exception {
        ReportedRun run =
                Reports.run("r", "id", "a", TestRunStatus.PASSED, Duration.ofNanos(1_999_999), List.of(), null, null);
        ReportedRun negative =
                Reports.run("s", "id-2", "b", TestRunStatus.PASSED, Duration.ofSeconds(-5), List.of(), null, null);

        Element root = write(Reports.report(Reports.suite("s", run, run, negative)));

        assertThat(attributes(cases(root), "time")).containsExactly("0.001", "0.001", "0.000");
        assertThat(suites(root).get(0).getAttribute("time")).isEqualTo("0.002");
    }

    @Test
    void theSchemaRejectsInvalidReports() throws Exception {
        String suite = "<testsuite name='s' tests='1' failures='0' errors='0' skipped='0' time='0.000'"
                + " timestamp='2026-11-20T09:30:00'><testcase name='a' classname='s' time='%s'>%s</testcase>%s</testsuite>";
        String valid = suite.formatted("1.000", "", "");
        assertThatCode(() -> validate(valid)).doesNotThrowAnyException();

        String twice = "<testcase name='a' classname='s' time='1.000'/>";
        for (String invalid : List.of(
                suite.formatted("1,5", "", ""),
                suite.formatted("1.000", "<skipped message='why'/><error message='m' type='t'/>", ""),
                suite.formatted("1.000", "<unknown/>", ""),
                suite.formatted("1.000", "<properties><property name='n' value='v'/></properties>", ""),
                suite.formatted("1.000", "", twice),
                valid.replace("tests='1'", "tests='-1'"),
                valid.replace("T09:30:00", "T09:30:00Z"))) {
            assertThatThrownBy(() -> validate(invalid)).isInstanceOf(SAXException.class);
        }
    }

    private static void validate(String suite) throws Exception {
        String document =
                "<testsuites name='b' tests='1' failures='0' errors='0' time='0.000'>" + suite + "</testsuites>";
        schema().newValidator().validate(new StreamSource(new StringReader(document)));
    }

    private static Schema schema() throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        return factory.newSchema(Objects.requireNonNull(JUnitReportTest.class.getResource("junit-common.xsd")));
    }

    /** Writes the report, checks what holds for every report, and returns the root element. */
    private Element write(BatchReport report) throws Exception {
        return write(report, SourceFiles.NONE);
    }

    private Element write(BatchReport report, SourceFiles sources) throws Exception {
        Path file = directory.resolve("junit.xml");
        JUnitReport.write(report, sources, file);
        schema().newValidator().validate(new StreamSource(file.toFile()));
        Element root = parse(file);
        countsAddUp(root);
        suites(root).forEach(JUnitReportTest::countsAddUp);
        for (Element suite : suites(root)) {
            assertThat(new BigDecimal(suite.getAttribute("time")))
                    .isEqualTo(attributes(cases(suite), "time").stream()
                            .map(BigDecimal::new)
                            .reduce(new BigDecimal("0.000"), BigDecimal::add));
        }
        return root;
    }

    private static void countsAddUp(Element element) {
        assertThat(element.getAttribute("tests"))
                .isEqualTo(String.valueOf(elements(element, "testcase").size()));
        assertThat(element.getAttribute("failures"))
                .isEqualTo(String.valueOf(elements(element, "failure").size()));
        assertThat(element.getAttribute("errors"))
                .isEqualTo(String.valueOf(elements(element, "error").size()));
        if (element.getTagName().equals("testsuite")) {
            assertThat(element.getAttribute("skipped"))
                    .isEqualTo(String.valueOf(elements(element, "skipped").size()));
        }
    }

    private static Element parse(Path file) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    private static String problem(Element testcase) {
        for (Element skipped : elements(testcase, "skipped")) {
            return "skipped " + skipped.getAttribute("message");
        }
        for (String name : List.of("failure", "error")) {
            for (Element problem : elements(testcase, name)) {
                return name + " " + problem.getAttribute("type") + " " + problem.getAttribute("message");
            }
        }
        return "passed";
    }

    private static List<Element> suites(Element root) {
        return elements(root, "testsuite");
    }

    private static List<Element> cases(Element parent) {
        return elements(parent, "testcase");
    }

    private static List<String> attributes(List<Element> elements, String name) {
        return elements.stream().map(element -> element.getAttribute(name)).toList();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            elements.add((Element) nodes.item(index));
        }
        return elements;
    }
}
