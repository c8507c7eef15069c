package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.internal.json.JsonCodec;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.simulator.internal.service.Schema.FieldRule;
import io.github.telnyxreactive.simulator.internal.store.AssistantStore;
import io.github.telnyxreactive.simulator.internal.store.StoredAssistant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The versions of assistants that runs can talk to. */
final class Versions {

    private static final String VERSION = "destination_version_id";
    private static final Schema SCHEMA = Schema.of(FieldRule.optional(VERSION, Checks.text(0, Integer.MAX_VALUE)));

    private final Set<String> given;
    private final AssistantStore assistants;

    /** Knows some versions and those of some assistants, or any if there is none of either. */
    Versions(Set<String> given, AssistantStore assistants) {
        this.given = given;
        this.assistants = assistants;
    }

    /**
     * Checks the body of a request that triggers runs.
     *
     * @return the version that it asks for, or {@code null} if it leaves the choice to the service
     */
    @Nullable String requested(byte[] body) {
        if (!SCHEMA.checkOptional(body)) {
            return null;
        }
        JsonNode value = JsonCodec.readTree(body).get(VERSION);
        if (value == null || !value.isString()) {
            return null;
        }
        String version = value.stringValue();
        boolean anyExists = given.isEmpty() && assistants.isEmpty();
        if (!anyExists && !given.contains(version) && assistants.ownerOf(version) == null) {
            throw new RejectedException(ErrorAnswers.badRequest("There is no such version of the assistant"));
        }
        return version;
    }

    /** The version that a run of a test uses: the one asked for, else the main one of the assistant that is called. */
    @Nullable String used(@Nullable String requested, AssistantTest test) {
        String destination = test.destination();
        if (requested != null || destination == null) {
            return requested;
        }
        StoredAssistant called = assistants.find(destination);
        return called == null ? null : called.mainId();
    }
}
