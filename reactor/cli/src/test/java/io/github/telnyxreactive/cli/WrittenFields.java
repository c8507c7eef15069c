package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.json.TelnyxJson;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The fields of a JSON object, or of lines of them, with the types of their values: what a program that reads them relies on. */
final class WrittenFields {

    private final Set<String> fields = new TreeSet<>();

    private WrittenFields() {}

    /** Returns the fields, such as {@code items[].name: STRING}; of a journal, the kind of the entry comes first. */
    static Set<String> of(String json) {
        WrittenFields written = new WrittenFields();
        json.lines()
                .map(line -> TelnyxJson.read(line, JsonNode.class))
                .forEach(object -> written.collect(object.path("entry").asString(""), object));
        return written.fields;
    }

    private void collect(String path, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        fields.add(path + ": " + value.getNodeType());
        value.forEachEntry((name, field) -> collect(path + "." + name, field));
        if (value.isArray()) {
            value.forEach(element -> collect(path + "[]", element));
        }
    }
}
