package io.github.telnyxreactive.benchmarks.inside;

import io.github.telnyxreactive.benchmarks.Samples;
import io.github.telnyxreactive.internal.check.RequestChecks;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Measures the preparation of a request body: validation against the limits of the service, and serialization. */
public class Encoding extends AverageTime {

    private final CreateAssistantRequest assistant = newAssistant();
    private final TriggerTestRunRequest trigger = TriggerTestRunRequest.builder()
            .destinationVersionId("00000000-0000-4000-8000-000000000001")
            .build();

    /** Returns the sample without the fields that only a response has. */
    private static CreateAssistantRequest newAssistant() {
        ObjectNode json = (ObjectNode) TelnyxJson.read(Samples.ASSISTANT.json(1), JsonNode.class);
        json.remove(
                List.of("id", "created_at", "related_mission_ids", "version_id", "version_name", "version_created_at"));
        CreateAssistantRequest request = TelnyxJson.read(json.toString(), CreateAssistantRequest.class);
        if (!request.additionalProperties().isEmpty()) {
            throw new IllegalStateException("not fields of a request: " + request.additionalProperties());
        }
        return request;
    }

    /**
     * Serializes a new assistant with nearly all possible fields, some 4 KB.
     *
     * @return the body
     */
    @Benchmark
    public byte[] createAssistant() {
        return TelnyxJson.write(assistant);
    }

    /**
     * Validates the same assistant.
     *
     * @return the violations, of which there are none
     */
    @Benchmark
    public Object createAssistantChecks() {
        return RequestChecks.check(assistant);
    }

    /**
     * Serializes the smallest body, the one that triggers a run.
     *
     * @return the body
     */
    @Benchmark
    public byte[] triggerTestRun() {
        return TelnyxJson.write(trigger);
    }

    /**
     * Validates the same body.
     *
     * @return the violations, of which there are none
     */
    @Benchmark
    public Object triggerTestRunChecks() {
        return RequestChecks.check(trigger);
    }
}
