package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.internal.key.KeyDigest;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Names the runs of a suite by what is tested and how. A gate that is repeated under the name of its batch therefore judges
 * the runs of the first time only if neither the version nor a test was changed since.
 */
final class EvidenceName {

    private static final Assistant NOTHING = TelnyxJson.read("{\"id\":\"a\"}", Assistant.class);

    private EvidenceName() {}

    /**
     * Returns the name of the runs of a suite.
     *
     * @param batch the name of the batch
     * @param tests the tests of the suite
     * @param version the assistant in the version that is tested
     */
    static String of(String batch, Map<String, AssistantTest> tests, Assistant version) {
        List<String> parts = new ArrayList<>();
        parts.add(content(TelnyxJson.toTree(UpdateAssistantRequest.difference(NOTHING, version))));
        new TreeMap<>(tests).values().forEach(test -> parts.add(content(TelnyxJson.toTree(test))));
        return batch + ' ' + KeyDigest.of(parts);
    }

    /** Returns the fields of an object that are no times, in the order of their names. */
    private static String content(JsonNode object) {
        Map<String, JsonNode> fields = new TreeMap<>();
        object.properties().stream()
                .filter(field ->
                        !field.getKey().endsWith("_at") && !field.getValue().isNull())
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields.toString();
    }
}
