package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.internal.report.ConversationLink;
import io.github.telnyxreactive.internal.report.MarkdownText;
import io.github.telnyxreactive.internal.report.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the parts of a report in Markdown, whose maximum sizes add up to less than 1 MiB. */
final class MarkdownPage {

    private final BatchReport report;
    private final Writer out;
    private final ReportVersions versions;
    private final ReportTally total = new ReportTally();
    private final MarkdownSuites suites = new MarkdownSuites();
    private final MarkdownRubric rubric = new MarkdownRubric();
    private final MarkdownFailures failures;
    private final MarkdownProblems problems;
    private final @Nullable TestCounts tests;

    MarkdownPage(BatchReport report, ConversationLink link, Writer out) {
        this.report = report;
        this.out = out;
        this.versions = ReportVersions.of(report.items());
        this.failures = new MarkdownFailures(link);
        this.problems = new MarkdownProblems(link);
        this.tests = report.requirement().equals(PassRequirement.EVERY_RUN) ? null : new TestCounts();
    }

    void write() throws IOException {
        ReportGroup.of(report, versions).forEach(this::read);
        headline();
        suites.writeTo(out);
        rubric.writeTo(out, report);
        failures.writeTo(out);
        problems.writeTo(out);
    }

    private void read(ReportGroup group) {
        ReportTally tally = new ReportTally();
        for (ReportedItem item : group.items()) {
            ItemDoubt doubt = ItemDoubt.of(item, report.interrupted());
            tally.addItem(item, doubt);
            problems.addItem(group, item, doubt);
            for (NotStarted test : item.notStarted()) {
                tally.add(test);
                problems.add(group, test);
            }
            for (ReportedRun run : item.runs()) {
                tally.add(run);
                rubric.add(run);
                failures.add(group, run);
                problems.add(group, run);
            }
            if (tests != null) {
                tests.add(item);
            }
        }
        suites.add(group, tally);
        total.addAll(tally);
    }

    private void headline() throws IOException {
        TestTotals totals = tests == null ? null : tests.totals(report.requirement());
        Verdict verdict = Verdict.of(report, total, totals);
        String key = verdict.key();
        out.write("## " + key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1) + ": "
                + total.of(RunOutcome.PASSED) + " of " + PlainText.count(total.runs(), "run") + " passed\n\n");
        out.write(
                String.join(", ", counts()) + "; pass rate " + MarkdownText.percent(total.passRatePercent()) + ".\n\n");
        if (totals != null) {
            out.write(requirement(verdict, totals) + "\n\n");
        }
        out.write("Batch " + MarkdownText.name(report.batchId()) + ", started at "
                + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(report.startedAt()) + ", took "
                + MarkdownText.duration(report.elapsed()) + "." + tested() + "\n");
    }

    /** What is missing or unknown may have been enough, or too much. */
    private String requirement(Verdict verdict, TestTotals tests) {
        String holds = switch (verdict) {
            case PASSED -> "This holds";
            case FAILED -> "This does not hold";
            case INCOMPLETE, INTERRUPTED -> "It is not known whether this holds";
        };
        return "Required: " + report.requirement() + ". " + holds + ": " + tests.passed() + " of "
                + PlainText.count(tests.tests(), "test") + " passed.";
    }

    private String tested() {
        List<String> names = new ArrayList<>();
        if (versions.isMain()) {
            names.add("the main version");
        }
        versions.shown().forEach(id -> names.add("version " + MarkdownText.name(id)));
        if (versions.hidden() > 0) {
            names.add(PlainText.count(versions.hidden(), "more version"));
        }
        return names.isEmpty() ? "" : " Tested: " + String.join(", ", names) + ".";
    }

    private List<String> counts() {
        List<String> counts = new ArrayList<>();
        for (RunOutcome outcome : RunOutcome.values()) {
            counts.add(total.of(outcome) + " " + outcome.words());
        }
        counts.add(PlainText.count(total.notStarted(), "test") + " not started");
        counts.add(PlainText.count(total.doubtfulItems(), "item") + " without a result");
        if (total.unknownItems() > 0) {
            counts.add(total.unknownItems() + " of them perhaps triggered");
        }
        return counts;
    }
}
