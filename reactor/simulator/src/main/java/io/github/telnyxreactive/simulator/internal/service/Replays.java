package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.simulator.internal.store.Mode;
import io.github.telnyxreactive.simulator.internal.store.Modes;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The replays of responses, some of which have the ids of runs that do not exist. */
final class Replays {

    private static final Set<Endpoint<?>> TRIGGERS =
            Set.of(TestSuiteOperations.TRIGGER_RUNS, TestRunOperations.TRIGGER);
    private static final String RUN_ID = "run_id";

    private final Modes modes;
    private final SeededRandom random;
    private final AtomicLong replays = new AtomicLong();
    private final AtomicLong missing = new AtomicLong();

    Replays(Modes modes, SeededRandom random) {
        this.modes = modes;
        this.random = random;
    }

    /** Returns the response to a repeated request, given the first response. */
    ServiceResponse of(ServiceRequest request, ServiceResponse first) {
        if (!TRIGGERS.contains(request.endpoint())
                || !modes.applies(Mode.ALTERED_REPLAYS, random, replays.getAndIncrement())) {
            return first;
        }
        JsonNode body = TelnyxJson.read(first.body(), JsonNode.class);
        for (JsonNode run : body.findParents(RUN_ID)) {
            ((ObjectNode) run).put(RUN_ID, random.id(Stream.MISSING_RUN_ID, missing.getAndIncrement()));
        }
        return ServiceResponse.json(first.status(), body);
    }
}
