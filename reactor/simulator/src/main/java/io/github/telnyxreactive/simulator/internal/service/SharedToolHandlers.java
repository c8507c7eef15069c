package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.SharedToolOperations;
import io.github.telnyxreactive.simulator.internal.service.Schema.FieldRule;
import io.github.telnyxreactive.simulator.internal.store.Document;
import io.github.telnyxreactive.simulator.internal.store.DocumentStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The handlers of shared tools. */
final class SharedToolHandlers implements HandlerGroup {

    static final String TOOL = "tool";

    private static final String TYPE = "type";
    private static final String DEFINITION = "tool_definition";
    private static final Set<String> ASSIGNED = Set.of("id", "created_at", DEFINITION);
    private static final int DEFAULT_TIMEOUT = 5000;

    private static final Schema SCHEMA = Schema.of(
            FieldRule.required(TYPE, Checks.anyText()),
            FieldRule.required("display_name", Checks.anyText()),
            FieldRule.optional("timeout_ms", Checks.integer(Integer.MIN_VALUE, Integer.MAX_VALUE)),
            FieldRule.optional("client_side_tool", Checks.mapOf(Checks.anything())),
            FieldRule.optional("function", Checks.mapOf(Checks.anything())),
            FieldRule.optional("handoff", Checks.mapOf(Checks.anything())),
            FieldRule.optional("invite", Checks.mapOf(Checks.anything())),
            FieldRule.optional("pay", Checks.mapOf(Checks.anything())),
            FieldRule.optional("retrieval", Checks.mapOf(Checks.anything())),
            FieldRule.optional("webhook", Checks.mapOf(Checks.anything())));

    private final DocumentStore tools;
    private final InstantSource clock;

    SharedToolHandlers(DocumentStore tools, InstantSource clock) {
        this.tools = tools;
        this.clock = clock;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                SharedToolOperations.LIST, this::list,
                SharedToolOperations.CREATE, request -> ServiceResponse.json(200, create(request.body())),
                SharedToolOperations.RETRIEVE, this::retrieve,
                SharedToolOperations.UPDATE, this::update,
                SharedToolOperations.DELETE, this::delete);
    }

    private ServiceResponse list(ServiceRequest request) {
        PageRequest page = PageRequest.of(request);
        Predicate<Document> filter = Filters.all(
                Filters.equal(request, "filter[type]", TYPE), Filters.equal(request, "filter[name]", "display_name"));
        return page.response(tools.list(filter, page.offset(), page.size()));
    }

    Document create(byte[] body) {
        SCHEMA.checkComplete(body);
        return tools.create(id -> defined(Document.EMPTY
                .with("id", id)
                .with("timeout_ms", DEFAULT_TIMEOUT)
                .changed(body, ASSIGNED)
                .with("created_at", Document.date(clock.instant()))));
    }

    /** Moves the definition from a field named after the type, as in requests, to {@code tool_definition}. */
    private static Document defined(Document tool) {
        String type = tool.text(TYPE);
        JsonNode given = type == null ? null : tool.get(type);
        Document without = type == null || given == null ? tool : tool.with(type, null);
        if (given == null && tool.get(DEFINITION) != null) {
            return tool;
        }
        return without.with(DEFINITION, given == null ? Map.of() : given);
    }

    /** Renders a tool as it appears in an assistant: with its definition in a field named after the type. */
    static JsonNode attached(Document tool) {
        Document shown = tool.without(Set.of("created_at", DEFINITION));
        String type = tool.text(TYPE);
        return TelnyxJson.toTree(type == null ? shown : shown.with(type, tool.get(DEFINITION)));
    }

    private ServiceResponse retrieve(ServiceRequest request) {
        return ServiceResponse.json(200, RejectedException.requireFound(tools.find(request.id()), TOOL));
    }

    private ServiceResponse update(ServiceRequest request) {
        RejectedException.requireFound(tools.find(request.id()), TOOL);
        SCHEMA.checkChange(request.body());
        Document change = Document.read(request.body());
        Document updated = tools.update(request.id(), tool -> {
            Document base = changesType(tool, change.text(TYPE)) ? tool.with(DEFINITION, null) : tool;
            return defined(base.changed(request.body(), ASSIGNED));
        });
        return ServiceResponse.json(200, RejectedException.requireFound(updated, TOOL));
    }

    /** Returns whether a change gives a tool another type, for which its definition is meaningless. */
    private static boolean changesType(Document tool, @Nullable String type) {
        return type != null && !type.equals(tool.text(TYPE));
    }

    private ServiceResponse delete(ServiceRequest request) {
        if (!tools.delete(request.id())) {
            throw RejectedException.notFound(TOOL);
        }
        return ServiceResponse.json(200, Map.of());
    }
}
