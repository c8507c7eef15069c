package io.github.telnyxreactive.bulk.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The table of the JSON report in the README of the command line has every field that is written, in order. */
class JsonTableTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_.\\[\\]]+)` \\| [a-z]+( or null)? \\|");

    /** Described with the field that contains them. */
    private static final Set<String> DESCRIBED_TOGETHER =
            Set.of("items[].not_started[]", "items[].runs[].rubric[]", "totals.by_outcome", "totals.by_status");

    @Test
    void everyFieldIsDescribed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(Reports.everything(), out);
        Set<String> written = new LinkedHashSet<>();
        collect("", TelnyxJson.read(out.toByteArray(), JsonNode.class), written);

        String readme = Files.readString(Path.of("..", "cli", "README.md"));
        int begin = readme.indexOf("## Reports");
        String section = readme.substring(begin, readme.indexOf("\n## ", begin));
        List<String> described =
                ROW.matcher(section).results().map(row -> row.group(1)).toList();

        assertThat(described).containsExactlyElementsOf(written);
    }

    private static void collect(String path, JsonNode node, Set<String> fields) {
        node.forEachEntry((name, value) -> {
            String field = path.isEmpty() ? name : path + "." + name;
            if (!field.equals("totals")) {
                fields.add(field);
            }
            String inner = value.isArray() ? field + "[]" : field;
            if (!DESCRIBED_TOGETHER.contains(inner)) {
                (value.isArray() ? value.valueStream() : Stream.of(value))
                        .filter(JsonNode::isObject)
                        .forEach(element -> collect(inner, element, fields));
            }
        });
    }
}
