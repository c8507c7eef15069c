package io.github.telnyxreactive.simulator.service;

import io.github.telnyxreactive.json.JsonCodec;
import io.github.telnyxreactive.simulator.service.Schema.FieldRule;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The versions of assistants that runs can talk to. */
final class Versions {

    private static final String VERSION = "destination_version_id";
    private static final Schema SCHEMA = Schema.of(FieldRule.optional(VERSION, Checks.text(0, Integer.MAX_VALUE)));

    private final Set<String> known;

    /** Knows some versions, or any if none is given. */
    Versions(Set<String> known) {
        this.known = known;
    }

    /** Checks the body of a request that triggers runs. */
    void check(byte[] body) {
        if (!SCHEMA.checkOptional(body)) {
            return;
        }
        JsonNode version = JsonCodec.readTree(body).get(VERSION);
        if (version != null && version.isString() && !known.isEmpty() && !known.contains(version.stringValue())) {
            throw new RejectedException(ErrorAnswers.badRequest("There is no such version of the assistant"));
        }
    }
}
