package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.TreeTraversingParser;

/** Reads a report in JSON run by run, so that no tree of all of it is needed. Fields may come in any order. */
final class JsonReportReader {

    private final JsonParser json;

    JsonReportReader(JsonParser json) {
        this.json = json;
    }

    BatchReport read() throws ReportFormatException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new ReportFormatException("This is not the report of a batch, which is a JSON object");
        }
        JsonFields fields = new JsonFields("the report");
        List<ReportedItem> items = null;
        JsonNode early = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (!name.equals("items")) {
                fields.put(name, json.readValueAsTree());
            } else if (fields.has("format") && fields.has("version")) {
                checkVersion(fields);
                items = items(json);
            } else {
                // Some programs sort the fields.
                early = json.readValueAsTree();
            }
        }
        if (json.nextToken() != null) {
            throw new ReportFormatException("Something follows the report. Write the report again");
        }
        checkVersion(fields);
        if (items == null) {
            items = early(early);
        }
        checkTotals(fields, items);
        return new BatchReport(
                fields.text("batch_id"),
                fields.time("started_at"),
                fields.duration("elapsed_seconds"),
                fields.truth("interrupted"),
                items);
    }

    private List<ReportedItem> early(@Nullable JsonNode tree) throws ReportFormatException {
        if (tree == null) {
            throw JsonFields.missing("the report", "items");
        }
        try (JsonParser inTree = new TreeTraversingParser(tree, json.objectReadContext())) {
            inTree.nextToken();
            return items(inTree);
        }
    }

    private static void checkVersion(JsonFields fields) throws ReportFormatException {
        if (!fields.has("format") && fields.has("batch_id")) {
            throw new ReportFormatException(
                    "The report has no version: it was written before reports had one, and does not"
                            + " say all that is needed. Run the batch again with this version");
        }
        String format = fields.has("format") ? fields.text("format") : "";
        if (!format.equals(JsonDocument.FORMAT)) {
            throw new ReportFormatException(
                    "This is not the report of a batch, whose field \"format\" is \"" + JsonDocument.FORMAT + "\"");
        }
        int version = fields.number("version");
        if (version > JsonDocument.VERSION) {
            throw new ReportFormatException("The report has version " + version + ", and this library can read version "
                    + JsonDocument.VERSION + " only. Use a newer version of the library");
        }
        if (version < JsonDocument.VERSION) {
            throw new ReportFormatException("The report has version " + version + ", and this library can read version "
                    + JsonDocument.VERSION + " only. Run the batch again with this version");
        }
    }

    /** A report from which runs were taken away must not look complete. */
    private static void checkTotals(JsonFields fields, List<ReportedItem> items) throws ReportFormatException {
        JsonFields totals = fields.object("totals");
        ReportTally tally = ReportTally.of(items, false);
        if (totals.number("items") != tally.items()
                || totals.number("runs") != tally.runs()
                || totals.number("tests_not_started") != tally.notStarted()) {
            throw new ReportFormatException(
                    "The totals of the report do not match its items: it was changed after it was"
                            + " written. Write the report again");
        }
    }

    private static List<ReportedItem> items(JsonParser json) throws ReportFormatException {
        return list(json, "items", JsonReportReader::item);
    }

    private static ReportedItem item(JsonParser json, String path) throws ReportFormatException {
        JsonFields fields = new JsonFields(path);
        List<ReportedRun> runs = null;
        List<NotStarted> notStarted = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "runs" -> runs = list(json, path + ".runs", JsonReportReader::run);
                case "not_started" -> notStarted = list(json, path + ".not_started", JsonReportReader::notStarted);
                default -> fields.put(name, json.readValueAsTree());
            }
        }
        if (runs == null) {
            throw JsonFields.missing(path, "runs");
        }
        if (notStarted == null) {
            throw JsonFields.missing(path, "not_started");
        }
        return new ReportedItem(
                fields.constant("kind", BatchItem.Kind.class),
                fields.text("name"),
                fields.optionalText("test_name"),
                fields.optionalText("version_id"),
                fields.positive("repeat"),
                fields.constant("outcome", ItemOutcome.class),
                fields.optionalText("problem"),
                runs,
                notStarted);
    }

    private static NotStarted notStarted(JsonParser json, String path) throws ReportFormatException {
        JsonFields fields = JsonFields.of(path, json.readValueAsTree());
        return new NotStarted(fields.text("test_id"), fields.optionalText("test_name"), fields.text("reason"));
    }

    private static ReportedRun run(JsonParser json, String path) throws ReportFormatException {
        JsonFields fields = JsonFields.of(path, json.readValueAsTree());
        List<ReportedRubricItem> rubric = new ArrayList<>();
        for (JsonFields item : fields.objects("rubric")) {
            rubric.add(new ReportedRubricItem(item.text("name"), new TestRunStatus(item.text("status"))));
        }
        return new ReportedRun(
                fields.text("run_id"),
                fields.optionalText("test_id"),
                fields.optionalText("test_name"),
                new TestRunStatus(fields.text("status")),
                fields.truth("ended"),
                fields.optionalDuration("duration_seconds"),
                fields.optionalText("conversation_id"),
                fields.optionalText("problem"),
                rubric);
    }

    private static <T> List<T> list(JsonParser json, String path, Element<T> element) throws ReportFormatException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw JsonFields.wrong(path, "a list");
        }
        List<T> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String place = path + "[" + list.size() + "]";
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw JsonFields.wrong(place, "an object");
            }
            list.add(element.read(json, place));
        }
        return list;
    }

    /** Reads an element of a list, at whose first token the parser is. */
    private interface Element<T> {

        T read(JsonParser json, String path) throws ReportFormatException;
    }
}
