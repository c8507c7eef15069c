package io.github.telnyxreactive.simulator.internal.store;

import java.time.Instant;
import java.util.List;

/**
 * A version of an assistant.
 *
 * @param id its id
 * @param createdAt when it was created
 * @param settings what the assistant is like in this version
 * @param toolIds the ids of the shared tools that are attached to it
 */
public record AssistantVersion(String id, Instant createdAt, Document settings, List<String> toolIds) {

    /** Copies what could change. */
    public AssistantVersion {
        toolIds = List.copyOf(toolIds);
    }

    /**
     * Changes the settings.
     *
     * @param changed the new settings
     * @return another state of the same version
     */
    public AssistantVersion withSettings(Document changed) {
        return new AssistantVersion(id, createdAt, changed, toolIds);
    }

    /**
     * Changes the tools.
     *
     * @param changed the ids of the shared tools
     * @return another state of the same version
     */
    public AssistantVersion withToolIds(List<String> changed) {
        return new AssistantVersion(id, createdAt, settings, changed);
    }
}
