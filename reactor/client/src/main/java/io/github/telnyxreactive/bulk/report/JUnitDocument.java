package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.internal.report.Characters;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the elements of a report in JUnit XML. */
final class JUnitDocument {

    private static final int DECIMALS_OF_MILLIS = 3;
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final BatchReport report;
    private final SourceFiles sources;
    private final XMLStreamWriter xml;
    private final String timestamp;

    JUnitDocument(BatchReport report, SourceFiles sources, XMLStreamWriter xml) {
        this.report = report;
        this.sources = sources;
        this.xml = xml;
        // Without an offset, which some readers reject.
        this.timestamp = report.startedAt()
                .withOffsetSameInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(TIMESTAMP);
    }

    void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        attribute("name", report.batchId());
        counts(ReportTally.of(report));
        attribute("time", seconds(report.elapsed()));
        for (ReportGroup group : ReportGroup.of(report, ReportVersions.of(report.items()))) {
            suite(group);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void counts(ReportTally tally) throws XMLStreamException {
        int failures = tally.of(RunOutcome.FAILED);
        attribute("tests", tally.runs() + tally.doubtfulItems() + tally.notStarted());
        attribute("failures", failures);
        attribute("errors", tally.bad() - failures - tally.notStarted());
    }

    private void suite(ReportGroup group) throws XMLStreamException {
        JUnitNames names = new JUnitNames();
        ReportTally tally = read(group, names);
        xml.writeStartElement("testsuite");
        attribute("name", group.name());
        counts(tally);
        // The strictest readers do not know it in the root element.
        attribute("skipped", tally.notStarted());
        attribute("time", seconds(tally.duration()));
        attribute("timestamp", timestamp);
        properties(group);
        for (ReportedItem item : group.items()) {
            item(group, names, item);
        }
        xml.writeEndElement();
    }

    private ReportTally read(ReportGroup group, JUnitNames names) {
        ReportTally tally = new ReportTally();
        for (ReportedItem item : group.items()) {
            tally.addItem(item, ItemDoubt.of(item, report.interrupted()));
            // Also without a doubt, which the next build may have, and in which tests are to have the same names.
            names.add(item);
            for (NotStarted test : item.notStarted()) {
                tally.add(test);
                names.add(test);
            }
            for (ReportedRun run : item.runs()) {
                tally.add(run);
                names.add(run);
            }
        }
        return tally;
    }

    private void item(ReportGroup group, JUnitNames names, ReportedItem item) throws XMLStreamException {
        // The version and the repeat of a suite are in the name of its group.
        String variant = item.isSuite() ? "" : group.variant(item);
        ItemDoubt doubt = ItemDoubt.of(item, report.interrupted());
        if (doubt != null) {
            doubtfulItem(group, names.next(item, group.variant(item)), item, doubt);
        }
        for (NotStarted test : item.notStarted()) {
            notStarted(group, names.next(test, variant), item, test);
        }
        for (ReportedRun run : item.runs()) {
            run(group, names.next(run, variant), item, run);
        }
    }

    private void properties(ReportGroup group) throws XMLStreamException {
        xml.writeStartElement("properties");
        property("batch_id", report.batchId());
        property("interrupted", String.valueOf(report.interrupted()));
        PassRequirement requirement = report.requirement();
        if (!requirement.equals(PassRequirement.EVERY_RUN)) {
            property("min_pass_rate_percent", requirement.minPassRate().value().toPlainString());
        }
        if (requirement.passRule() != null) {
            property("pass_rule", requirement.passRule().text());
        }
        ReportVersions versions = ReportVersions.of(group.items());
        if (versions.isMain()) {
            property("main_version", "true");
        }
        for (String id : versions.shown()) {
            property("version_id", id);
        }
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void doubtfulItem(ReportGroup group, String name, ReportedItem item, ItemDoubt doubt)
            throws XMLStreamException {
        startCase(group, name, item.file(sources), Duration.ZERO);
        problem("error", doubt.key(), doubt.message(), List.of());
        if (!item.isSuite()) {
            xml.writeStartElement("system-out");
            output("test_id", item.name());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void notStarted(ReportGroup group, String name, ReportedItem item, NotStarted test)
            throws XMLStreamException {
        startCase(group, name, sources.of(item.suite(), test.testId(), test.testName()), Duration.ZERO);
        // Jenkins shows the attribute, and GitLab the content.
        xml.writeStartElement("skipped");
        attribute("message", test.reason());
        line(test.reason());
        xml.writeEndElement();
        xml.writeStartElement("system-out");
        output("test_id", test.testId());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void run(ReportGroup group, String name, ReportedItem item, ReportedRun run) throws XMLStreamException {
        startCase(group, name, sources.of(item.suite(), run.testId(), run.testName()), run.durationOrZero());
        RunOutcome outcome = run.outcome();
        if (outcome != RunOutcome.PASSED) {
            RunProblem problem = RunProblem.of(run, outcome);
            problem(
                    outcome == RunOutcome.FAILED ? "failure" : "error",
                    outcome.key(),
                    problem.message(),
                    problem.lines());
        }
        output(run);
        xml.writeEndElement();
    }

    private void startCase(ReportGroup group, String name, @Nullable String file, Duration time)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("name", name);
        attribute("classname", group.name());
        if (file != null) {
            attribute("file", file);
        }
        attribute("time", seconds(time));
    }

    private void problem(String element, String type, String message, List<String> lines) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", message);
        attribute("type", type);
        line(message);
        for (String line : lines) {
            line(line);
        }
        xml.writeEndElement();
    }

    private void output(ReportedRun run) throws XMLStreamException {
        xml.writeStartElement("system-out");
        output("run_id", run.runId());
        output("test_id", run.testId());
        output("conversation_id", run.conversationId());
        xml.writeEndElement();
    }

    private void output(String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            // Jenkins and GitLab would attach the file named in double brackets to the result.
            line(name + ": " + value.replace("[[", "[ ["));
        }
    }

    private void line(String text) throws XMLStreamException {
        xml.writeCharacters(Characters.line(text));
        xml.writeCharacters("\n");
    }

    private void attribute(String name, int value) throws XMLStreamException {
        xml.writeAttribute(name, Integer.toString(value));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Characters.line(value));
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(Math.max(0, duration.toMillis()), DECIMALS_OF_MILLIS)
                .toPlainString();
    }
}
