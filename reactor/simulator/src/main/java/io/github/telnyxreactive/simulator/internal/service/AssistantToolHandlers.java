package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.operation.AssistantToolOperations;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.simulator.internal.service.Schema.FieldRule;
import io.github.telnyxreactive.simulator.internal.store.Document;
import io.github.telnyxreactive.simulator.internal.store.DocumentStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The handlers of the shared tools that are attached to the main version of an assistant. */
final class AssistantToolHandlers implements HandlerGroup {

    private static final String WEBHOOK = "webhook";

    private static final Schema TEST = Schema.of(
            FieldRule.optional("arguments", Checks.mapOf(Checks.anything())),
            FieldRule.optional("dynamic_variables", Checks.mapOf(Checks.anything())));

    private final SimulatedAssistants assistants;
    private final DocumentStore tools;

    AssistantToolHandlers(SimulatedAssistants assistants, DocumentStore tools) {
        this.assistants = assistants;
        this.tools = tools;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                AssistantToolOperations.ADD, this::add,
                AssistantToolOperations.REMOVE, this::remove,
                AssistantToolOperations.TEST, this::test);
    }

    private ServiceResponse add(ServiceRequest request) {
        assistants.find(request);
        RejectedException.requireFound(tools.find(request.subId()), SharedToolHandlers.TOOL);
        assistants.update(request, assistant -> {
            List<String> ids = new ArrayList<>(assistant.main().toolIds());
            if (!ids.contains(request.subId())) {
                ids.add(request.subId());
            }
            return assistant.with(assistant.main().withToolIds(ids));
        });
        return ServiceResponse.json(200, Map.of());
    }

    private ServiceResponse remove(ServiceRequest request) {
        assistants.update(request, assistant -> {
            List<String> ids = new ArrayList<>(assistant.main().toolIds());
            boolean attached = ids.remove(request.subId());
            if (!attached || tools.find(request.subId()) == null) {
                throw RejectedException.notFound(SharedToolHandlers.TOOL);
            }
            return assistant.with(assistant.main().withToolIds(ids));
        });
        return ServiceResponse.json(200, Map.of());
    }

    /** Simulates a webhook that echoes the arguments; no request is sent. */
    private ServiceResponse test(ServiceRequest request) {
        boolean attached = assistants.find(request).main().toolIds().contains(request.subId());
        Document tool =
                RejectedException.requireFound(attached ? tools.find(request.subId()) : null, SharedToolHandlers.TOOL);
        if (!WEBHOOK.equals(tool.text("type"))) {
            throw RejectedException.badRequest("Only webhook tools can be tested");
        }
        Document body = TEST.checkOptional(request.body()) ? Document.read(request.body()) : Document.EMPTY;
        JsonNode definition = tool.get("tool_definition");
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("method", field(definition, "method", "POST"));
        sent.put("url", field(definition, "url", ""));
        sent.put("body", orEmpty(body.get("arguments")));
        sent.put("dynamic_variables", orEmpty(body.get("dynamic_variables")));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("success", true);
        result.put("status_code", 200);
        result.put("content_type", "application/json");
        result.put("response", new String(TelnyxJson.write(Map.of("echo", sent.get("body"))), StandardCharsets.UTF_8));
        result.put("request", sent);
        return ServiceResponse.json(200, Map.of("data", result));
    }

    private static Object field(@Nullable JsonNode definition, String name, String defaultValue) {
        JsonNode value = definition == null ? null : definition.get(name);
        return value == null ? defaultValue : value;
    }

    private static Object orEmpty(@Nullable JsonNode value) {
        return value == null ? Map.of() : value;
    }
}
