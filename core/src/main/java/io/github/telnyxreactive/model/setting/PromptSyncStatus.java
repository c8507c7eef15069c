package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * Whether prompts are synchronized with the observability service. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record PromptSyncStatus(@JsonValue String value) {

    /** Prompts are synchronized. */
    public static final PromptSyncStatus ENABLED = new PromptSyncStatus("enabled");

    /** Prompts are not synchronized. */
    public static final PromptSyncStatus DISABLED = new PromptSyncStatus("disabled");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PromptSyncStatus {
        Models.required(value, "prompt_sync");
    }

    @Override
    public String toString() {
        return value;
    }
}
