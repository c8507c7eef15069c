package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * Whether prompts are synchronized with the observability service. The service may know values that have no constant
 * here; they are kept as they came.
 *
 * @param value the name on the wire
 */
public record PromptSyncStatus(@JsonValue String value) {

    /** They are. */
    public static final PromptSyncStatus ENABLED = new PromptSyncStatus("enabled");

    /** They are not. */
    public static final PromptSyncStatus DISABLED = new PromptSyncStatus("disabled");

    /**
     * Creates a value from its name on the wire.
     *
     * @param value the name on the wire
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
