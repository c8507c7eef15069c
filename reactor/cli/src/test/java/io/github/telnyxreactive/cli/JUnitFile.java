package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.RunOutcome;
import io.github.telnyxreactive.bulk.report.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A report in JUnit XML, as a build server reads it. */
final class JUnitFile {

    private static final String RUN_ID = "run_id: ";

    private final Element root;

    private JUnitFile(Element root) {
        this.root = root;
    }

    static JUnitFile read(Path file) {
        try {
            return new JUnitFile(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement());
        } catch (Exception e) {
            throw new AssertionError("no XML: " + file, e);
        }
    }

    /** Returns the file of each test case by its suite and name, empty if it has none. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (Element testCase : elements(root, "testcase")) {
            files.put(
                    testCase.getAttribute("classname") + ": " + testCase.getAttribute("name"),
                    testCase.getAttribute("file"));
        }
        return files;
    }

    /** Compares it with a report: the same runs with the same outcomes, and sums that add up. */
    void check(String description, BatchReport report) {
        checkSums(description);
        Map<String, String> expected = new TreeMap<>();
        int notStarted = 0;
        for (ReportedItem item : report.items()) {
            for (ReportedRun run : item.runs()) {
                expected.put(run.runId(), elementOf(run.outcome()));
            }
            for (Object test : item.notStarted()) {
                notStarted++;
            }
        }
        Map<String, String> runs = new TreeMap<>();
        for (Element testCase : elements(root, "testcase")) {
            String text = text(testCase, "system-out");
            if (text.startsWith(RUN_ID)) {
                runs.put(text.lines().findFirst().orElseThrow().substring(RUN_ID.length()), resultOf(testCase));
            }
        }
        assertThat(runs).as(description + ": runs in JUnit XML").isEqualTo(expected);
        assertThat(elements(root, "skipped"))
                .as(description + ": tests without a run in JUnit XML")
                .hasSize(notStarted);
        boolean isSuccess = elements(root, "failure").isEmpty()
                && elements(root, "error").isEmpty()
                && elements(root, "skipped").isEmpty();
        boolean isPassed = report.verdict() == Verdict.PASSED;
        assertThat(isSuccess || report.interrupted() || expected.isEmpty())
                .as(description + ": success in JUnit XML")
                .isEqualTo(isPassed || report.interrupted() || expected.isEmpty());
    }

    private void checkSums(String description) {
        List<Element> suites = elements(root, "testsuite");
        for (Element suite : suites) {
            assertThat(counts(suite)).as(description + ": counts of a suite").isEqualTo(counted(suite));
            assertThat(suite.getAttribute("skipped"))
                    .as(description + ": tests of a suite without a run")
                    .isEqualTo(Integer.toString(elements(suite, "skipped").size()));
        }
        assertThat(counts(root)).as(description + ": counts of all suites").isEqualTo(counted(root));
    }

    private static List<Integer> counts(Element element) {
        return List.of("tests", "failures", "errors").stream()
                .map(name -> Integer.parseInt(element.getAttribute(name)))
                .toList();
    }

    private static List<Integer> counted(Element element) {
        return List.of("testcase", "failure", "error").stream()
                .map(name -> elements(element, name).size())
                .toList();
    }

    private static String elementOf(RunOutcome outcome) {
        return switch (outcome) {
            case PASSED -> "";
            case FAILED -> "failure";
            case ERROR, GIVEN_UP, NOT_ENDED -> "error";
        };
    }

    private static String resultOf(Element testCase) {
        for (String name : List.of("failure", "error", "skipped")) {
            if (!elements(testCase, name).isEmpty()) {
                return name;
            }
        }
        return "";
    }

    private static String text(Element element, String name) {
        List<Element> children = elements(element, name);
        return children.isEmpty() ? "" : children.get(0).getTextContent();
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> elements = new ArrayList<>();
        var nodes = parent.getElementsByTagName(name);
        for (int index = 0; index < nodes.getLength(); index++) {
            Node node = nodes.item(index);
            elements.add((Element) node);
        }
        return elements;
    }
}
