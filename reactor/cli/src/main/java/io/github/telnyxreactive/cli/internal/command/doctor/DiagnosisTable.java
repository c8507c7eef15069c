package io.github.telnyxreactive.cli.internal.command.doctor;

import io.github.telnyxreactive.cli.internal.command.Explanation;
import io.github.telnyxreactive.cli.internal.listing.Column;
import io.github.telnyxreactive.cli.internal.listing.LineOutput;
import io.github.telnyxreactive.cli.internal.listing.TableWriter;
import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders a diagnosis as a table, and its conclusion as a line. */
final class DiagnosisTable {

    private static final String CHECK = "check";
    private static final String RESULT = "result";
    private static final String DETAILS = "details";

    private static final List<Column> COLUMNS = List.of(
            Column.text("CHECK", CHECK, 37), Column.text("RESULT", RESULT, 7), Column.id("DETAILS", DETAILS, 0));

    private final List<Map<String, String>> rows = new ArrayList<>();

    private DiagnosisTable() {}

    /** Returns the lines. */
    static List<String> lines(Diagnosis diagnosis, Style style) {
        DiagnosisTable table = new DiagnosisTable();
        table.addAccess(diagnosis);
        diagnosis.operations().forEach(table::addOperation);
        table.addContent(diagnosis);
        table.addHeaders(diagnosis.headers());
        List<String> lines = new ArrayList<>(table.rendered(style));
        lines.add(conclusion(diagnosis, style));
        return lines;
    }

    private List<String> rendered(Style style) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter writer = new TableWriter(new LineOutput(out, false), COLUMNS, style, StandardCharsets.UTF_8);
        rows.forEach(writer::write);
        writer.end();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void add(String check, Verdict verdict, @Nullable String details) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(CHECK, check);
        row.put(RESULT, verdict.word());
        if (details != null && !details.isEmpty()) {
            row.put(DETAILS, details);
        }
        rows.add(row);
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

    private static String conclusion(Diagnosis diagnosis, Style style) {
        String counts = (diagnosis.count(Verdict.OK) + diagnosis.count(Verdict.ODD)) + " of "
                + diagnosis.operations().size() + " operations read, " + diagnosis.count(Verdict.FAILED) + " failed, "
                + diagnosis.count(Verdict.SKIPPED) + " skipped.";
        return switch (diagnosis.exitCode()) {
            case 0 -> "Everything is as expected: " + counts;
            case 1 -> style.alarm("Not everything is as expected: " + counts);
            default -> style.alarm("The service cannot be used: " + counts);
        };
    }
}
