package io.github.telnyxreactive.bulk.report;

import static io.github.telnyxreactive.bulk.PassRequirement.EVERY_RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class JsonReportReaderTest {

    @ParameterizedTest
    @MethodSource
    void readsWhatWasWritten(BatchReport report) throws IOException {
        BatchReport read = read(write(report));

        assertThat(read).isEqualTo(report).hasSameHashCodeAs(report);
        assertThat(read.verdict()).isEqualTo(report.verdict());
    }

    static Stream<BatchReport> readsWhatWasWritten() {
        ReportedRun exact = ReportedRun.builder("r", new TestRunStatus(""))
                .ended(true)
                .duration(Duration.ofNanos(1_000_000_001))
                .build();
        ReportedItem item = Reports.suite("s", exact);
        return Stream.of(
                Reports.report(),
                Reports.everything(),
                Reports.interrupted(Reports.suite("s"), Reports.repeated(Reports.test("t"), 7)),
                Reports.allFailed(1_000),
                new BatchReport("", OffsetDateTime.MAX, Duration.ofNanos(-1), false, EVERY_RUN, List.of(item)),
                new BatchReport(
                        "b", OffsetDateTime.MIN, Duration.ofSeconds(Long.MAX_VALUE), true, EVERY_RUN, List.of(item)),
                new BatchReport(
                        "b", Reports.STARTED, Duration.ofSeconds(Long.MIN_VALUE, 1), true, EVERY_RUN, List.of()),
                Reports.requiring("80", null, Reports.suite("s", Reports.passed("a"), Reports.failed("b"))),
                Reports.requiring("0.5", PassRule.of(1, 2), Reports.suite("s", Reports.passed("a"))),
                Reports.requiring("100", PassRule.of(2, 3), Reports.suite("s", Reports.failed("a"))));
    }

    @Test
    void aReportWithoutARequirementNeedsEveryRun() throws IOException {
        JsonNode older = tree(Reports.everything());
        ((ObjectNode) older).remove(List.of("min_pass_rate_percent", "pass_rule"));
        ((ObjectNode) older.get("totals")).remove(List.of("tests", "tests_passed"));

        assertThat(read(older.toString())).isEqualTo(Reports.everything());
    }

    @Test
    void readsHostileText() throws IOException {
        String written = write(Reports.hostile());

        assertThat(write(read(written))).isEqualTo(written);
    }

    @Test
    void reportsThatDifferAreNotEqual() {
        List<BatchReport> different = Stream.of(
                        Reports.report(),
                        Reports.interrupted(),
                        Reports.requiring("99", null),
                        Reports.requiring("100", PassRule.of(1, 1)),
                        Reports.report(Reports.suite("s")),
                        Reports.report(Reports.suite("s"), Reports.suite("s")),
                        Reports.report(Reports.test("s")),
                        Reports.report(Reports.suite("t")),
                        Reports.report(Reports.withVersion(Reports.suite("s"), "v")),
                        Reports.report(Reports.withProblem(Reports.suite("s"), "p")),
                        Reports.report(Reports.repeated(Reports.suite("s"), 2)),
                        Reports.report(Reports.withOutcome(Reports.suite("s"), ItemOutcome.UNKNOWN, null)),
                        Reports.report(Reports.withNotStarted(Reports.suite("s"), Reports.notStarted("a"))),
                        Reports.report(Reports.suite("s", Reports.passed("a"))),
                        Reports.report(Reports.suite("s", Reports.failed("a"))))
                .toList();

        assertThat(different).doesNotHaveDuplicates();
    }

    @Test
    void theFieldsMayComeInAnyOrder() throws IOException {
        JsonNode sorted = sorted(tree(Reports.everything()));

        assertThat(sorted.propertyNames()).startsWith("batch_id").endsWith("version");
        assertThat(read(sorted.toString())).isEqualTo(Reports.everything());
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(sorted(element)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        Map<String, JsonNode> fields = new TreeMap<>();
        node.forEachEntry((name, value) -> fields.put(name, sorted(value)));
        return JsonNodeFactory.instance.objectNode().setAll(fields);
    }

    @Test
    void ignoresUnknownFields() throws IOException {
        JsonNode extended = tree(Reports.everything());
        objects(extended).forEach(object -> object.putObject("new").put("runs", 1));

        assertThat(read(extended.toString())).isEqualTo(Reports.everything());
    }

    @Test
    void whatIsRequiredCannotBeMissingOrOfAnotherKind() throws IOException {
        int objects = objects(tree(Reports.everything())).size();
        List<String> required = new ArrayList<>();
        for (int index = 0; index < objects; index++) {
            for (String name : objects(tree(Reports.everything())).get(index).propertyNames()) {
                JsonNode without = tree(Reports.everything());
                objects(without).get(index).remove(name);
                boolean isRequired = refuses(without);
                JsonNode wrong = tree(Reports.everything());
                objects(wrong).get(index).putObject(name).put("odd", true);
                assertThat(refuses(wrong) || !isRequired).as(name).isTrue();
                if (isRequired) {
                    required.add(name);
                }
            }
        }
        assertThat(required)
                .contains("format", "version", "batch_id", "started_at", "elapsed_seconds", "interrupted", "items")
                .contains("kind", "name", "repeat", "outcome", "not_started", "runs", "reason")
                .contains("run_id", "status", "ended", "rubric", "totals", "tests_not_started")
                .doesNotContain("verdict", "pass_rate_percent", "problem", "version_id", "conversation_id");
    }

    /** Returns whether a report is refused with a sentence, and otherwise reads it. */
    private static boolean refuses(JsonNode report) throws IOException {
        try {
            read(report.toString());
            return false;
        } catch (ReportFormatException e) {
            assertThat(e).hasMessageMatching("(?s).{20,300}");
            return true;
        }
    }

    @Test
    void refusesWhatIsCutOff() throws IOException {
        byte[] whole = write(Reports.report(Reports.suite("s", Reports.failed("ä", "b")), Reports.suite("t")))
                .getBytes(StandardCharsets.UTF_8);

        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> JsonReport.read(new ByteArrayInputStream(part)))
                    .isInstanceOf(ReportFormatException.class)
                    .hasMessageContaining(length == 0 ? "not the report" : "cut off");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "[] | not the report of a batch",
                "null | not the report of a batch",
                "<html> | not JSON",
                "{} | not the report of a batch, whose field \"format\" is \"telnyx-batch-report\"",
                "{\"format\":\"other\",\"version\":2} | not the report of a batch",
                "{\"batch_id\":\"b\",\"items\":[]} | has no version: it was written before",
                "{\"format\":\"telnyx-batch-report\"} | the field \"version\" is missing",
                "{\"format\":\"telnyx-batch-report\",\"version\":\"2\"} | \"version\" is not a whole number",
                "{\"format\":\"telnyx-batch-report\",\"version\":1,\"items\":{}} | has version 1, .*Run the batch again",
                "{\"format\":\"telnyx-batch-report\",\"version\":3,\"items\":{}} | has version 3, .*Use a newer version",
                "{\"items\":{},\"version\":3,\"format\":\"telnyx-batch-report\"} | has version 3, .*Use a newer version",
                "{\"format\":\"telnyx-batch-report\",\"version\":2} | the field \"items\" is missing",
                "{\"format\":\"telnyx-batch-report\",\"version\":2,\"items\":{}} | items is not a list",
                "{\"format\":\"telnyx-batch-report\",\"version\":2,\"items\":[1]} | items\\[0] is not an object",
            })
    void saysWhatToDoAboutWhatItCannotRead(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageMatching("(?s).*" + message + ".*");
    }

    @ParameterizedTest
    @CsvSource({
        "items, 0, kind, \"queue\"",
        "items, 0, outcome, \"skipped\"",
        "items, 0, repeat, 0",
        "items, 0, repeat, 1.5",
        "items, 0, repeat, 99999999999",
        "items, 0, runs, null",
        ", , started_at, \"2026-11-20T10:30:00\"",
        ", , elapsed_seconds, \"1\"",
        ", , elapsed_seconds, 1e1000000",
        ", , elapsed_seconds, 1e-1000000",
        ", , elapsed_seconds, 9223372036854775808",
        ", , interrupted, 0",
        ", , min_pass_rate_percent, 100.5",
        ", , min_pass_rate_percent, -1",
        ", , min_pass_rate_percent, 1e-1000000",
        ", , min_pass_rate_percent, \"80\"",
        ", , pass_rule, \"3/2\"",
        ", , pass_rule, \"most\""
    })
    void refusesValuesThatItDoesNotKnow(String list, Integer index, String name, String value) throws IOException {
        JsonNode report = tree(Reports.everything());
        ObjectNode object =
                (ObjectNode) (list == null ? report : report.get(list).get(index));
        object.put(name, "@");

        assertThatThrownBy(() -> read(report.toString().replace("\"@\"", value)))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("write it again");
    }

    @Test
    void refusesAReportFromWhichSomethingWasTaken() throws IOException {
        for (String list : List.of("items", "runs", "not_started")) {
            JsonNode report = tree(Reports.everything());
            Stream<JsonNode> lists = list.equals("items")
                    ? Stream.of(report.get(list))
                    : report.get("items").valueStream().map(item -> item.get(list));
            ((ArrayNode) lists.filter(candidates -> !candidates.isEmpty())
                            .findFirst()
                            .orElseThrow())
                    .remove(0);

            assertThatThrownBy(() -> read(report.toString()))
                    .isInstanceOf(ReportFormatException.class)
                    .hasMessageContaining("totals");
        }
    }

    @Test
    void refusesWhatFollows() throws IOException {
        assertThatThrownBy(() -> read(write(Reports.report()) + "{}"))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageContaining("follows");
    }

    @Test
    void anErrorOfTheStreamIsNoErrorOfTheFormat() {
        IOException broken = new IOException("broken");
        InputStream in = new InputStream() {
            @Override
            public int read() throws IOException {
                throw broken;
            }
        };

        assertThatThrownBy(() -> JsonReport.read(in)).isSameAs(broken);
    }

    @Test
    void doesNotCloseTheStream() throws IOException {
        InputStream in = new ByteArrayInputStream(write(Reports.report()).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };

        assertThat(JsonReport.read(in)).isEqualTo(Reports.report());
    }

    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> objects.addAll(objects(child)));
        return objects;
    }

    private static JsonNode tree(BatchReport report) throws IOException {
        return TelnyxJson.read(write(report), JsonNode.class);
    }

    private static String write(BatchReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static BatchReport read(String json) throws IOException {
        return JsonReport.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
