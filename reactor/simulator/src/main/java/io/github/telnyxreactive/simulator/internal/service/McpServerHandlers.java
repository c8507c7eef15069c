package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.McpServerOperations;
import io.github.telnyxreactive.simulator.internal.service.Schema.FieldRule;
import io.github.telnyxreactive.simulator.internal.store.Document;
import io.github.telnyxreactive.simulator.internal.store.DocumentStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The handlers of MCP servers. */
final class McpServerHandlers implements HandlerGroup {

    private static final String SERVER = "MCP server";

    private static final Set<String> ASSIGNED = Set.of("id", "created_at");

    private static final Schema SCHEMA = Schema.of(
            FieldRule.required("name", Checks.anyText()),
            FieldRule.required("type", Checks.anyText()),
            FieldRule.required("url", Checks.anyText()),
            FieldRule.optional("allowed_tools", Checks.list(Checks.anyText())),
            FieldRule.optional("api_key_ref", Checks.anyText()));

    private final DocumentStore servers;
    private final InstantSource clock;

    McpServerHandlers(DocumentStore servers, InstantSource clock) {
        this.servers = servers;
        this.clock = clock;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                McpServerOperations.LIST, this::list,
                McpServerOperations.CREATE, request -> ServiceResponse.json(200, create(request.body())),
                McpServerOperations.RETRIEVE, this::retrieve,
                McpServerOperations.UPDATE, this::update,
                McpServerOperations.DELETE, this::delete);
    }

    private ServiceResponse list(ServiceRequest request) {
        PageRequest page = PageRequest.of(request);
        Predicate<Document> filter =
                Filters.all(Filters.equal(request, "type", "type"), Filters.equal(request, "url", "url"));
        return ServiceResponse.list(
                ListBody.array(servers.list(filter, page.offset(), page.size()).elements()));
    }

    Document create(byte[] body) {
        SCHEMA.checkComplete(body);
        return servers.create(id -> Document.EMPTY
                .with("id", id)
                .changed(body, ASSIGNED)
                .with("created_at", Document.date(clock.instant())));
    }

    private ServiceResponse retrieve(ServiceRequest request) {
        return ServiceResponse.json(200, RejectedException.requireFound(servers.find(request.id()), SERVER));
    }

    private ServiceResponse update(ServiceRequest request) {
        String id = request.id();
        RejectedException.requireFound(servers.find(id), SERVER);
        SCHEMA.checkChange(request.body());
        Document updated = servers.update(id, server -> server.changed(request.body(), ASSIGNED));
        return ServiceResponse.json(200, RejectedException.requireFound(updated, SERVER));
    }

    private ServiceResponse delete(ServiceRequest request) {
        if (!servers.delete(request.id())) {
            throw RejectedException.notFound(SERVER);
        }
        return ServiceResponse.empty(200);
    }
}
