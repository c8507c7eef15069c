package io.github.telnyxreactive.cli.internal.command.compare;

import io.github.telnyxreactive.bulk.report.ComparedReport;
import io.github.telnyxreactive.bulk.report.ComparedTest;
import io.github.telnyxreactive.bulk.report.ReportComparison;
import io.github.telnyxreactive.bulk.report.TestChange;
import io.github.telnyxreactive.bulk.report.TestResult;
import io.github.telnyxreactive.cli.internal.rendering.Items;
import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Renders a comparison of reports for people: the reports, a table for each change, and the numbers. */
final class ComparisonTable {

    /** So many tests are shown for each change at most. */
    static final int MOST_ROWS = 50;

    private static final String GAP = "  ";
    private static final String NOTHING = "-";
    private static final double TENTHS = 10.0;
    private static final List<String> COLUMNS = List.of("TEST", "SUITE", "EARLIER", "LATER");
    private static final List<TestChange> SHOWN = List.of(
            TestChange.BROKEN,
            TestChange.UNKNOWN,
            TestChange.FLAKY,
            TestChange.MENDED,
            TestChange.NEW,
            TestChange.GONE,
            TestChange.STILL_FAILED);

    private final ReportComparison comparison;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private ComparisonTable(ReportComparison comparison, Style style) {
        this.comparison = comparison;
        this.style = style;
    }

    /** Returns the lines. */
    static List<String> lines(ReportComparison comparison, Style style) {
        ComparisonTable table = new ComparisonTable(comparison, style);
        table.addReports();
        SHOWN.forEach(table::addTests);
        table.lines.add("");
        table.lines.add(table.conclusion());
        return table.lines;
    }

    private void addReports() {
        ComparedReport earlier = comparison.earlier();
        ComparedReport later = comparison.later();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("batch", Text.oneLine(earlier.batchId()), Text.oneLine(later.batchId())));
        rows.add(List.of("version", versions(earlier), versions(later)));
        rows.add(List.of("started", started(earlier), started(later)));
        rows.add(List.of("verdict", verdict(earlier), verdict(later)));
        rows.add(List.of("runs", Integer.toString(earlier.runs()), Integer.toString(later.runs())));
        rows.add(List.of("pass rate", passRate(earlier), passRate(later)));
        if (earlier.unmatchedRuns() + later.unmatchedRuns() > 0) {
            rows.add(List.of(
                    "runs of unknown tests",
                    Integer.toString(earlier.unmatchedRuns()),
                    Integer.toString(later.unmatchedRuns())));
        }
        addTable(List.of("REPORT", "EARLIER", "LATER"), rows);
    }

    private static String versions(ComparedReport report) {
        List<String> versions = new ArrayList<>(report.versionIds());
        if (report.isMainVersion()) {
            versions.add("main version");
        }
        return versions.isEmpty() ? NOTHING : Items.names(versions, versions.size());
    }

    private static String started(ComparedReport report) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(report.startedAt());
    }

    private static String verdict(ComparedReport report) {
        return report.verdict().name().toLowerCase(Locale.ROOT);
    }

    /** Rounds down, so that 100 % means all. */
    private static String passRate(ComparedReport report) {
        Double percent = report.passRatePercent();
        return percent == null ? NOTHING : Math.floor(percent * TENTHS) / TENTHS + " %";
    }

    private void addTests(TestChange change) {
        int number = comparison.count(change);
        if (number == 0) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        Iterator<ComparedTest> tests = comparison.tests(change).iterator();
        while (tests.hasNext() && rows.size() < MOST_ROWS) {
            ComparedTest test = tests.next();
            rows.add(List.of(name(test), suite(test), result(test.earlier()), result(test.later())));
        }
        String heading = words(change) + ": " + Text.count(number, "test");
        lines.add("");
        lines.add(
                change == TestChange.BROKEN
                        ? style.alarm(upperCaseFirst(heading))
                        : style.heading(upperCaseFirst(heading)));
        addTable(COLUMNS, rows);
        if (number > rows.size()) {
            lines.add("... and " + (number - rows.size()) + " more; --json writes all of them");
        }
    }

    private static String name(ComparedTest test) {
        String id = Text.oneLine(test.testId());
        String name = test.testName();
        return name == null || name.isBlank() ? id : Text.oneLine(name) + " (" + id + ")";
    }

    private static String suite(ComparedTest test) {
        String suite = test.suite();
        return suite == null ? NOTHING : Text.oneLine(suite);
    }

    private static String result(@Nullable TestResult result) {
        if (result == null) {
            return NOTHING;
        }
        return switch (result.outcome()) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case FLAKY -> result.passed() + " of " + result.total() + " passed";
            case UNKNOWN -> "unknown";
            case NOT_STARTED -> "not started";
        };
    }

    private void addTable(List<String> header, List<List<String>> rows) {
        int[] widths = new int[header.size()];
        widen(widths, header);
        rows.forEach(row -> widen(widths, row));
        lines.add(line(header, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], Text.width(cells.get(column)));
        }
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(GAP).append(Text.padRight(cells.get(column), widths[column]));
        }
        return line.toString().stripTrailing();
    }

    private String conclusion() {
        List<String> counts = new ArrayList<>();
        for (TestChange change : TestChange.values()) {
            counts.add(comparison.count(change) + " " + words(change));
        }
        String all = String.join(", ", counts) + ".";
        int lost = comparison.lostPasses();
        if (lost > 0) {
            all += " " + Text.count(lost, "test") + " passed before and may not any more.";
        }
        if (isNothingCommon()) {
            return style.alarm("No test is in both reports: " + all);
        }
        return comparison.isWorse() ? style.alarm("Worse: " + all) : "Not worse: " + all;
    }

    private boolean isNothingCommon() {
        int common = 0;
        for (TestChange change : TestChange.values()) {
            common += change == TestChange.NEW || change == TestChange.GONE ? 0 : comparison.count(change);
        }
        return common == 0;
    }

    private static String words(TestChange change) {
        return change.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String upperCaseFirst(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
