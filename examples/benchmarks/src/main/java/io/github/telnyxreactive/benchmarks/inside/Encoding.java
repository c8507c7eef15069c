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

/** Measures what it costs to make a body ready to be sent: to check it against the limits of the service, and to write it. */
public class Encoding extends AverageTime {

    private final CreateAssistantRequest assistant = newAssistant();
    private final TriggerTestRunRequest trigger = TriggerTestRunRequest.builder()
            .destinationVersionId("00000000-0000-4000-8000-000000000001")
            .build();

    /** The sample without what only an answer has. */
    private static CreateAssistantRequest newAssistant() {
        ObjectNode json = (ObjectNode) TelnyxJson.read(Samples.ASSISTANT.json(1), JsonNode.class);
        json.remove(
                List.of("id", "created_at", "related_mission_ids", "version_id", "version_name", "version_created_at"));
        CreateAssistantRequest request = TelnyxJson.read(json.toString(), CreateAssistantRequest.class);
        if (!request.additionalProperties().isEmpty()) {
            throw new IllegalStateException("not of a request: " + request.additionalProperties());
        }
        return request;
    }

    /**
     * Writes a new assistant with nearly all that it can have, some 4 KB.
     *
     * @return the body
     */
    @Benchmark
    public byte[] createAssistant() {
        return TelnyxJson.write(assistant);
    }

    /**
     * Checks the same assistant.
     *
     * @return what is wrong with it, nothing
     */
    @Benchmark
    public Object createAssistantChecks() {
        return RequestChecks.check(assistant);
    }

    /**
     * Writes the smallest body, that of a triggered run.
     *
     * @return the body
     */
    @Benchmark
    public byte[] triggerTestRun() {
        return TelnyxJson.write(trigger);
    }

    /**
     * Checks the same body.
     *
     * @return what is wrong with it, nothing
     */
    @Benchmark
    public Object triggerTestRunChecks() {
        return RequestChecks.check(trigger);
    }
}
