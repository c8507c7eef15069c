package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.internal.key.KeyDigest;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What defines a test or a version: all fields that are no times, whatever their order. */
final class Definition {

    private static final Assistant NOTHING = TelnyxJson.read("{\"id\":\"a\"}", Assistant.class);

    private Definition() {}

    /** Returns the definition of a test, as JSON. */
    static String of(AssistantTest test) {
        return of(TelnyxJson.toTree(test));
    }

    /** Returns the definition of an assistant in one version, as JSON. */
    static String of(Assistant version) {
        return of(TelnyxJson.toTree(UpdateAssistantRequest.difference(NOTHING, version)));
    }

    /** Returns the digest of a definition, in hexadecimal digits. */
    static String digest(String definition) {
        return HexFormat.of().formatHex(KeyDigest.bytes(List.of(definition)));
    }

    private static String of(JsonNode object) {
        Map<String, JsonNode> fields = new TreeMap<>();
        object.properties().stream()
                .filter(field ->
                        !field.getKey().endsWith("_at") && !field.getValue().isNull())
                .forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
        return object(fields).toString();
    }

    private static JsonNode sorted(JsonNode value) {
        if (value.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            value.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return object(fields);
        }
        if (value.isArray()) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> elements.add(sorted(element)));
            return elements;
        }
        return value;
    }

    private static ObjectNode object(Map<String, JsonNode> fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.setAll(fields);
        return object;
    }
}
