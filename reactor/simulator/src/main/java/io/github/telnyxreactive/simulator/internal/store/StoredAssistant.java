package io.github.telnyxreactive.simulator.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assistant with all that belongs to it alone.
 *
 * @param id its id
 * @param createdAt when it was created
 * @param mainId the id of the version that it has unless somebody asks for another
 * @param versions its versions by their ids, oldest first
 * @param canary how calls are spread over versions, {@code null} if all of them go to the main one
 */
public record StoredAssistant(
        String id,
        Instant createdAt,
        String mainId,
        Map<String, AssistantVersion> versions,
        @Nullable Document canary) {

    /** Copies what could change. */
    public StoredAssistant {
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    }

    /**
     * Returns the version that counts unless somebody asks for another.
     *
     * @return the main version
     */
    public AssistantVersion main() {
        AssistantVersion main = versions.get(mainId);
        if (main == null) {
            throw new IllegalStateException("assistant " + id + " has lost its main version");
        }
        return main;
    }

    /**
     * Returns all versions.
     *
     * @return the versions, newest first
     */
    public List<AssistantVersion> newestFirst() {
        List<AssistantVersion> newest = new ArrayList<>(versions.values());
        Collections.reverse(newest);
        return newest;
    }

    /**
     * Adds a version, or replaces the one with the same id.
     *
     * @param version the version
     * @return another state of the same assistant
     */
    public StoredAssistant with(AssistantVersion version) {
        Map<String, AssistantVersion> changed = new LinkedHashMap<>(versions);
        changed.put(version.id(), version);
        return new StoredAssistant(id, createdAt, mainId, changed, canary);
    }

    /**
     * Removes a version.
     *
     * @param versionId its id; not that of the main version
     * @return another state of the same assistant
     */
    public StoredAssistant without(String versionId) {
        Map<String, AssistantVersion> changed = new LinkedHashMap<>(versions);
        changed.remove(versionId);
        return new StoredAssistant(id, createdAt, mainId, changed, canary);
    }

    /**
     * Makes a version the main one.
     *
     * @param versionId its id
     * @return another state of the same assistant
     */
    public StoredAssistant withMain(String versionId) {
        return new StoredAssistant(id, createdAt, versionId, versions, canary);
    }

    /**
     * Changes how calls are spread over versions.
     *
     * @param changed how they are spread, {@code null} to end that
     * @return another state of the same assistant
     */
    public StoredAssistant withCanary(@Nullable Document changed) {
        return new StoredAssistant(id, createdAt, mainId, versions, changed);
    }
}
