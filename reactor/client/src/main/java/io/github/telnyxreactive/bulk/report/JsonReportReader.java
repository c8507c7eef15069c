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

/**
 * Reads a report in JSON run by run, so that neither a tree nor the runs of all of it are needed. Fields may come in any order,
 * but a tree is needed of items that come before the version.
 */
final class JsonReportReader {

    private final JsonParser json;
    private final ReportSink sink;
    private int items;
    private int runs;
    private int notStarted;

    JsonReportReader(JsonParser json, ReportSink sink) {
        this.json = json;
        this.sink = sink;
    }

    /** Reads the report, and returns it without its items. */
    BatchReport read() throws ReportFormatException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new ReportFormatException("This is not the report of a batch, which is a JSON object");
        }
        JsonFields fields = new JsonFields("the report");
        boolean isComplete = false;
        JsonNode early = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (!name.equals("items")) {
                fields.put(name, json.readValueAsTree());
            } else if (fields.has("format") && fields.has("version")) {
                checkVersion(fields);
                items(json);
                isComplete = true;
            } else {
                // Some programs sort the fields.
                early = json.readValueAsTree();
            }
        }
        if (json.nextToken() != null) {
            throw new ReportFormatException("Something follows the report. Write the report again");
        }
        checkVersion(fields);
        if (!isComplete) {
            early(early);
        }
        checkTotals(fields);
        return new BatchReport(
                fields.text("batch_id"),
                fields.time("started_at"),
                fields.duration("elapsed_seconds"),
                fields.truth("interrupted"),
                fields.requirement(),
                List.of());
    }

    private void early(@Nullable JsonNode tree) throws ReportFormatException {
        if (tree == null) {
            throw JsonFields.missing("the report", "items");
        }
        try (JsonParser inTree = new TreeTraversingParser(tree, json.objectReadContext())) {
            inTree.nextToken();
            items(inTree);
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
    private void checkTotals(JsonFields fields) throws ReportFormatException {
        JsonFields totals = fields.object("totals");
        if (totals.number("items") != items
                || totals.number("runs") != runs
                || totals.number("tests_not_started") != notStarted) {
            throw new ReportFormatException(
                    "The totals of the report do not match its items: it was changed after it was"
                            + " written. Write the report again");
        }
    }

    private void items(JsonParser parser) throws ReportFormatException {
        items = each(parser, "items", this::item);
    }

    private void item(JsonParser parser, String path) throws ReportFormatException {
        JsonFields fields = new JsonFields(path);
        int runsOfItem = -1;
        int notStartedOfItem = -1;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "runs" -> runsOfItem = each(parser, path + ".runs", (run, place) -> sink.add(run(run, place)));
                case "not_started" ->
                    notStartedOfItem =
                            each(parser, path + ".not_started", (test, place) -> sink.add(notStarted(test, place)));
                default -> fields.put(name, parser.readValueAsTree());
            }
        }
        if (runsOfItem < 0) {
            throw JsonFields.missing(path, "runs");
        }
        if (notStartedOfItem < 0) {
            throw JsonFields.missing(path, "not_started");
        }
        runs += runsOfItem;
        notStarted += notStartedOfItem;
        sink.end(new ReportedItem(
                fields.constant("kind", BatchItem.Kind.class),
                fields.text("name"),
                fields.optionalText("test_name"),
                fields.optionalText("version_id"),
                fields.positive("repeat"),
                fields.constant("outcome", ItemOutcome.class),
                fields.optionalText("problem"),
                List.of(),
                List.of()));
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

    /** Reads the elements of a list, and returns how many there are. */
    private static int each(JsonParser json, String path, Element element) throws ReportFormatException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw JsonFields.wrong(path, "a list");
        }
        int number = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String place = path + "[" + number + "]";
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw JsonFields.wrong(place, "an object");
            }
            element.read(json, place);
            number++;
        }
        return number;
    }

    /** Reads an element of a list, at whose first token the parser is. */
    private interface Element {

        void read(JsonParser json, String path) throws ReportFormatException;
    }
}
