package io.github.telnyxreactive.cli.internal.command.doctor;

import io.github.telnyxreactive.operation.AssistantOperations;
import io.github.telnyxreactive.operation.CanaryDeployOperations;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.IntegrationOperations;
import io.github.telnyxreactive.operation.McpServerOperations;
import io.github.telnyxreactive.operation.SharedToolOperations;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.operation.VersionOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The fields that the service is documented to send always, and that the client does without. */
final class ExpectedFields {

    /** Without the model, which an assistant with an external one does not have. */
    private static final List<String> ASSISTANT = List.of("name", "instructions", "created_at");

    private static final List<String> TEST = List.of("name", "telnyx_conversation_channel", "rubric", "created_at");
    private static final List<String> RUN = List.of("test_id", "status", "triggered_by", "created_at");
    private static final List<String> TOOL = List.of("type", "tool_definition");
    private static final List<String> SERVER = List.of("name", "type", "url", "created_at");
    private static final List<String> INTEGRATION =
            List.of("name", "display_name", "description", "logo_url", "status", "available_tools");
    private static final List<String> CONNECTION = List.of("integration_id", "allowed_tools");

    private static final Map<Endpoint<?>, List<String>> FIELDS = Map.ofEntries(
            Map.entry(AssistantOperations.LIST, ASSISTANT),
            Map.entry(AssistantOperations.RETRIEVE, ASSISTANT),
            Map.entry(VersionOperations.LIST, ASSISTANT),
            Map.entry(VersionOperations.RETRIEVE, ASSISTANT),
            Map.entry(CanaryDeployOperations.RETRIEVE, List.of("assistant_id", "rules", "created_at", "updated_at")),
            Map.entry(TestOperations.LIST, TEST),
            Map.entry(TestOperations.RETRIEVE, TEST),
            Map.entry(TestRunOperations.LIST, RUN),
            Map.entry(TestRunOperations.RETRIEVE, RUN),
            Map.entry(TestSuiteOperations.LIST_RUNS, RUN),
            Map.entry(SharedToolOperations.LIST, TOOL),
            Map.entry(SharedToolOperations.RETRIEVE, TOOL),
            Map.entry(McpServerOperations.LIST, SERVER),
            Map.entry(McpServerOperations.RETRIEVE, SERVER),
            Map.entry(IntegrationOperations.LIST, INTEGRATION),
            Map.entry(IntegrationOperations.RETRIEVE, INTEGRATION),
            Map.entry(IntegrationOperations.LIST_CONNECTIONS, CONNECTION),
            Map.entry(IntegrationOperations.RETRIEVE_CONNECTION, CONNECTION));

    private ExpectedFields() {}

    /** Returns what is missing in the object of a body, or in the first element of a list. */
    static List<Problem> missing(Check check, JsonNode body) {
        String place = body.isArray() ? "" : body.has("data") ? "data" : "";
        JsonNode content = place.isEmpty() ? body : body.path(place);
        String path = content.isArray() ? place + "[]." : place.isEmpty() ? "" : place + ".";
        JsonNode object = content.isArray() ? content.path(0) : content;
        List<Problem> missing = new ArrayList<>();
        if (object.isObject()) {
            for (String field : FIELDS.getOrDefault(check.endpoint(), List.of())) {
                if (!object.has(field)) {
                    missing.add(new Problem(path + field, "missing"));
                }
            }
        }
        return missing;
    }
}
