package io.github.telnyxreactive.simulator.internal.store;

import java.time.Instant;
import java.util.List;

/**
 * A version of an assistant. Immutable.
 *
 * @param id the id of the version
 * @param createdAt when it was created
 * @param settings the settings of the assistant in this version
 * @param toolIds the ids of the attached shared tools
 */
public record AssistantVersion(String id, Instant createdAt, Document settings, List<String> toolIds) {

    /** Creates a version; the list is copied. */
    public AssistantVersion {
        toolIds = List.copyOf(toolIds);
    }

    /**
     * Returns a copy with the given settings.
     *
     * @param changed the settings
     * @return the copy
     */
    public AssistantVersion withSettings(Document changed) {
        return new AssistantVersion(id, createdAt, changed, toolIds);
    }

    /**
     * Returns a copy with the given shared tools.
     *
     * @param changed the ids of the tools
     * @return the copy
     */
    public AssistantVersion withToolIds(List<String> changed) {
        return new AssistantVersion(id, createdAt, settings, changed);
    }
}
