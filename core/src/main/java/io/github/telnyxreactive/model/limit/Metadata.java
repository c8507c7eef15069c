package io.github.telnyxreactive.model.limit;

import io.github.telnyxreactive.internal.check.Violations;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The rule for conversation metadata: strings, integers and booleans only. */
public final class Metadata {

    private Metadata() {}

    /**
     * Checks the given metadata and reports each value of another type.
     *
     * @param metadata the metadata by name
     * @param violations where violations are added
     */
    public static void check(Map<String, JsonNode> metadata, Violations violations) {
        Violations here = violations.at("conversation_metadata");
        metadata.forEach((name, value) -> {
            if (!value.isString() && !value.isIntegralNumber() && !value.isBoolean()) {
                here.add(name, "must be a text, a whole number or a truth value");
            }
        });
    }
}
