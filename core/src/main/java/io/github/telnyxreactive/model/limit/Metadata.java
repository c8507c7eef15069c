package io.github.telnyxreactive.model.limit;

import io.github.telnyxreactive.internal.check.Violations;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The rule for what is kept with a conversation: texts, whole numbers and truth values. */
public final class Metadata {

    private Metadata() {}

    /**
     * Names the values that are something else.
     *
     * @param metadata the values by their names
     * @param violations where to name them
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
