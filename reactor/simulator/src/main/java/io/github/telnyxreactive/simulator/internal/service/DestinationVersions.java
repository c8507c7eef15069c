package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.simulator.internal.service.Schema.FieldRule;
import io.github.telnyxreactive.simulator.internal.store.AssistantStore;
import io.github.telnyxreactive.simulator.internal.store.StoredAssistant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The assistant versions that runs can be directed to. */
final class DestinationVersions {

    private static final String VERSION = "destination_version_id";
    private static final Schema SCHEMA = Schema.of(FieldRule.optional(VERSION, Checks.text(0, Integer.MAX_VALUE)));

    private final Set<String> given;
    private final AssistantStore assistants;

    /**
     * Creates the set of known versions: the given ones and those of the given assistants, or any version if there are
     * neither.
     */
    DestinationVersions(Set<String> given, AssistantStore assistants) {
        this.given = given;
        this.assistants = assistants;
    }

    /**
     * Checks the body of a request that triggers runs.
     *
     * @return the requested version, {@code null} if the request does not specify one
     */
    @Nullable String requested(byte[] body) {
        if (!SCHEMA.checkOptional(body)) {
            return null;
        }
        JsonNode value = TelnyxJson.read(body, JsonNode.class).get(VERSION);
        if (value == null || !value.isString()) {
            return null;
        }
        String version = value.stringValue();
        boolean anyExists = given.isEmpty() && assistants.isEmpty();
        if (!anyExists && !given.contains(version) && assistants.ownerOf(version) == null) {
            throw RejectedException.badRequest("No such assistant version");
        }
        return version;
    }

    /**
     * Returns the version that a run uses: the requested one, otherwise the main version of the assistant being called.
     */
    @Nullable String used(@Nullable String requested, AssistantTest test) {
        String destination = test.destination();
        if (requested != null || destination == null) {
            return requested;
        }
        StoredAssistant called = assistants.find(destination);
        return called == null ? null : called.mainId();
    }
}
