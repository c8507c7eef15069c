package io.github.telnyxreactive.cli.internal.command.doctor;

import io.github.telnyxreactive.cli.internal.command.Explanation;
import io.github.telnyxreactive.cli.internal.rendering.ColumnWidth;
import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.cli.internal.rendering.TableLayout;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders a diagnosis as a table, and its conclusion as a line. */
final class DiagnosisTable {

    private static final Row HEADER = new Row("CHECK", "RESULT", "DETAILS");

    private static final String NOTHING = "-";
    private static final String GAP = "  ";
    private static final ColumnWidth RESULT = ColumnWidth.value(Arrays.stream(Verdict.values())
            .mapToInt(verdict -> verdict.word().length())
            .max()
            .orElse(1));

    /** Details that have less room beside the rest stand below it. */
    private static final int LEAST_DETAILS = 24;

    private final List<Row> rows = new ArrayList<>();

    private record Row(String check, String result, String details) {}

    private DiagnosisTable() {}

    /** Returns the lines, for a terminal of some width. */
    static List<String> lines(Diagnosis diagnosis, Style style, int columns) {
        DiagnosisTable table = new DiagnosisTable();
        table.addAccess(diagnosis);
        diagnosis.operations().forEach(table::addOperation);
        table.addContent(diagnosis);
        table.addHeaders(diagnosis.headers());
        List<String> lines = new ArrayList<>(table.rendered(style, columns));
        UnaryOperator<String> highlight = diagnosis.exitCode() == 0 ? line -> line : style::alarm;
        Text.wrapped(conclusion(diagnosis), columns).forEach(line -> lines.add(highlight.apply(line)));
        return lines;
    }

    /** Details that are too long go on in the next line, since they say what is odd. */
    private List<String> rendered(Style style, int columns) {
        ColumnWidth check = ColumnWidth.value(widest(Row::check));
        int room = columns - check.preferred() - RESULT.preferred() - 2 * GAP.length();
        List<String> lines = new ArrayList<>();
        if (room < LEAST_DETAILS) {
            lines.addAll(narrow(HEADER, columns, style::heading));
            rows.forEach(row -> lines.addAll(narrow(row, columns, text -> text)));
            return lines;
        }
        ColumnWidth details = ColumnWidth.text(Math.min(room, widest(Row::details)));
        TableLayout layout = TableLayout.of(List.of(check, RESULT, details), 0, columns);
        lines.addAll(wide(HEADER, layout, room, style::heading));
        rows.forEach(row -> lines.addAll(wide(row, layout, room, text -> text)));
        return lines;
    }

    private static List<String> wide(Row row, TableLayout layout, int room, UnaryOperator<String> highlight) {
        List<String> lines = new ArrayList<>();
        for (String line : Text.wrapped(row.details, room)) {
            List<String> cells = lines.isEmpty() ? List.of(row.check, row.result, line) : List.of("", "", line);
            lines.addAll(layout.row(cells, (column, text) -> highlight.apply(text)));
        }
        return lines;
    }

    private static List<String> narrow(Row row, int columns, UnaryOperator<String> highlight) {
        List<ColumnWidth> widths =
                List.of(ColumnWidth.value(Text.width(row.check)), ColumnWidth.value(Text.width(row.result)));
        List<String> lines = new ArrayList<>(TableLayout.of(widths, 0, columns)
                .row(List.of(row.check, row.result), (column, text) -> highlight.apply(text)));
        if (!row.details.equals(NOTHING)) {
            String indent = GAP + GAP;
            Text.wrapped(row.details, Math.max(1, columns - indent.length()))
                    .forEach(line -> lines.add(indent + highlight.apply(line)));
        }
        return lines;
    }

    private int widest(Function<Row, String> cell) {
        return Stream.concat(Stream.of(HEADER), rows.stream())
                .mapToInt(row -> Text.width(cell.apply(row)))
                .max()
                .orElse(1);
    }

    private void add(String check, Verdict verdict, @Nullable String details) {
        rows.add(new Row(
                Text.printable(check),
                verdict.word(),
                details == null || details.isEmpty() ? NOTHING : Text.oneLine(details)));
    }

    private void addAccess(Diagnosis diagnosis) {
        Connection connection = diagnosis.connection();
        add(
                "address",
                diagnosis.address().verdict(),
                connection == null
                        ? explanation(diagnosis.address(), "no response before the deadline")
                        : connection.toString());
        Verdict key = diagnosis.key().verdict();
        add(
                "key",
                key,
                key == Verdict.OK ? "accepted" : explanation(diagnosis.key(), "not known, as nothing was read"));
    }

    private static String explanation(Diagnosis.Access access, String otherwise) {
        Failure failure = access.failure();
        return failure == null ? otherwise : Explanation.of(failure.error());
    }

    private void addOperation(OperationResult result) {
        if (result.problems().isEmpty()) {
            String status = result.verdict() == Verdict.OK && result.reason() != null
                    ? " (status " + result.status() + ")"
                    : "";
            add(result.operation(), result.verdict(), result.reason() == null ? null : result.reason() + status);
        }
        result.problems().forEach(problem -> add(result.operation(), result.verdict(), problem.toString()));
    }

    private void addContent(Diagnosis diagnosis) {
        addObservations(
                "paging", diagnosis, Verdict.ODD, diagnosis.paging(), Text.count((int) diagnosis.pages(), "page"));
        addObservations("values", diagnosis, Verdict.ODD, diagnosis.unknownValues(), "all known");
        if (diagnosis.unknownFields().isEmpty()) {
            addObservations("fields", diagnosis, Verdict.NOTE, List.of(), "all known");
        }
        diagnosis
                .unknownFields()
                .forEach(unknown -> add(
                        "fields",
                        Verdict.NOTE,
                        unknown.operation() + ": " + unknown.what().path() + ": not known"));
    }

    private void addObservations(
            String check,
            Diagnosis diagnosis,
            Verdict verdict,
            List<Diagnosis.Observation> observations,
            String otherwise) {
        if (diagnosis.read() == 0) {
            add(check, Verdict.SKIPPED, "nothing was read");
        } else if (observations.isEmpty()) {
            add(check, Verdict.OK, otherwise);
        }
        String suffix = check.equals("values") ? " is not known" : "";
        observations.forEach(observation -> add(check, verdict, observation + suffix));
    }

    private void addHeaders(HeaderFacts headers) {
        if (headers.responses() == 0) {
            List.of("rate limit headers", "request id header", "clock")
                    .forEach(check -> add(check, Verdict.SKIPPED, "nothing was read"));
            return;
        }
        List<String> rateLimits = new ArrayList<>();
        headers.rateLimits().forEach((name, count) -> rateLimits.add(name + share(count, headers)));
        boolean isNone = headers.rateLimits().values().stream().allMatch(count -> count == 0);
        add(
                "rate limit headers",
                headers.rateLimitVerdict(),
                isNone ? "no response has any" : String.join(", ", rateLimits));
        add("request id header", headers.requestIdVerdict(), "x-request-id" + share(headers.requestIds(), headers));
        add("clock", headers.clockVerdict(), clock(headers.clockDifference()));
    }

    private static String share(int count, HeaderFacts headers) {
        return count == headers.responses() ? "" : " in " + count + " of " + headers.responses();
    }

    private static String clock(@Nullable Duration difference) {
        if (difference == null) {
            return "no response has a date";
        }
        String size = Text.wholeSeconds(difference.abs());
        if (difference.abs().toSeconds() == 0) {
            return "as that of the service";
        }
        return size + (difference.isNegative() ? " behind" : " ahead of") + " that of the service";
    }

    private static String conclusion(Diagnosis diagnosis) {
        String counts = (diagnosis.count(Verdict.OK) + diagnosis.count(Verdict.ODD)) + " of "
                + diagnosis.operations().size() + " operations read, " + diagnosis.count(Verdict.FAILED) + " failed, "
                + diagnosis.count(Verdict.SKIPPED) + " skipped.";
        return switch (diagnosis.exitCode()) {
            case 0 -> "Everything is as expected: " + counts;
            case 1 -> "Not everything is as expected: " + counts;
            default -> "The service cannot be used: " + counts;
        };
    }
}
