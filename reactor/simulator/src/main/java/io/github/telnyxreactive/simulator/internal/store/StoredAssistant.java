package io.github.telnyxreactive.simulator.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assistant with everything that belongs to it alone. Immutable.
 *
 * @param id the id of the assistant
 * @param createdAt when it was created
 * @param mainId the id of the main version, which is used unless another one is requested
 * @param versions its versions by id, oldest first
 * @param canary its canary deploy, {@code null} if all calls go to the main version
 */
public record StoredAssistant(
        String id,
        Instant createdAt,
        String mainId,
        Map<String, AssistantVersion> versions,
        @Nullable Document canary) {

    /** Creates an assistant; the map is copied. */
    public StoredAssistant {
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    }

    /** Creates an assistant with a single version. */
    static StoredAssistant of(String id, AssistantVersion version) {
        return new StoredAssistant(id, version.createdAt(), version.id(), Map.of(version.id(), version), null);
    }

    /**
     * Returns the main version.
     *
     * @return the version that is used unless another one is requested
     */
    public AssistantVersion main() {
        AssistantVersion main = versions.get(mainId);
        if (main == null) {
            throw new IllegalStateException("assistant " + id + " has no main version");
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
     * Returns a copy with an additional version, which replaces one with the same id.
     *
     * @param version the version
     * @return the copy
     */
    public StoredAssistant with(AssistantVersion version) {
        Map<String, AssistantVersion> changed = new LinkedHashMap<>(versions);
        changed.put(version.id(), version);
        return new StoredAssistant(id, createdAt, mainId, changed, canary);
    }

    /**
     * Returns a copy without a version.
     *
     * @param versionId the id of the version; not that of the main version
     * @return the copy
     */
    public StoredAssistant without(String versionId) {
        Map<String, AssistantVersion> changed = new LinkedHashMap<>(versions);
        changed.remove(versionId);
        return new StoredAssistant(id, createdAt, mainId, changed, canary);
    }

    /**
     * Returns a copy with another main version.
     *
     * @param versionId the id of the version
     * @return the copy
     */
    public StoredAssistant withMain(String versionId) {
        return new StoredAssistant(id, createdAt, versionId, versions, canary);
    }

    /**
     * Returns a copy with the given canary deploy.
     *
     * @param changed the canary deploy, {@code null} for none
     * @return the copy
     */
    public StoredAssistant withCanary(@Nullable Document changed) {
        return new StoredAssistant(id, createdAt, mainId, versions, changed);
    }
}
