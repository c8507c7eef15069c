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

/** Answers the requests for the shared tools of an assistant, as its main version has them. */
final class AssistantToolHandlers implements HandlerGroup {

    private static final String WEBHOOK = "webhook";

    private static final Schema TEST = Schema.of(
            FieldRule.optional("arguments", Checks.mapOf(Checks.anything())),
            FieldRule.optional("dynamic_variables", Checks.mapOf(Checks.anything())));

    private final AssistantViews assistants;
    private final DocumentStore tools;

    AssistantToolHandlers(AssistantViews assistants, DocumentStore tools) {
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
        RejectedException.found(tools.find(toolId(request)), SharedToolHandlers.WHAT);
        assistants.update(request, assistant -> {
            List<String> ids = new ArrayList<>(assistant.main().toolIds());
            if (!ids.contains(toolId(request))) {
                ids.add(toolId(request));
            }
            return assistant.with(assistant.main().withToolIds(ids));
        });
        return ServiceResponse.json(200, Map.of());
    }

    private ServiceResponse remove(ServiceRequest request) {
        assistants.update(request, assistant -> {
            List<String> ids = new ArrayList<>(assistant.main().toolIds());
            boolean attached = ids.remove(toolId(request));
            if (!attached || tools.find(toolId(request)) == null) {
                throw RejectedException.notFound(SharedToolHandlers.WHAT);
            }
            return assistant.with(assistant.main().withToolIds(ids));
        });
        return ServiceResponse.json(200, Map.of());
    }

    /** Tells what the webhook would have been sent, and lets it answer with the same; no request leaves. */
    private ServiceResponse test(ServiceRequest request) {
        boolean attached = assistants.find(request).main().toolIds().contains(toolId(request));
        Document tool = RejectedException.found(attached ? tools.find(toolId(request)) : null, SharedToolHandlers.WHAT);
        if (!WEBHOOK.equals(tool.text("type"))) {
            throw new RejectedException(ErrorAnswers.badRequest("Only webhooks can be tested"));
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

    private static Object field(@Nullable JsonNode definition, String name, String absent) {
        JsonNode value = definition == null ? null : definition.get(name);
        return value == null ? absent : value;
    }

    private static Object orEmpty(@Nullable JsonNode value) {
        return value == null ? Map.of() : value;
    }

    private static String toolId(ServiceRequest request) {
        return request.pathValues().get(1);
    }
}
