package io.github.telnyxreactive.simulator.service;

import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.McpServerOperations;
import io.github.telnyxreactive.simulator.service.Schema.FieldRule;
import io.github.telnyxreactive.simulator.store.Document;
import io.github.telnyxreactive.simulator.store.DocumentStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Answers the requests for MCP servers. */
final class McpServerHandlers implements HandlerGroup {

    private static final String WHAT = "such MCP server";

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
    public Map<Endpoint<?>, Function<ApiRequest, ApiResponse>> handlers() {
        return Map.of(
                McpServerOperations.LIST, this::list,
                McpServerOperations.CREATE, request -> ApiResponse.json(200, create(request.body())),
                McpServerOperations.RETRIEVE, this::retrieve,
                McpServerOperations.UPDATE, this::update,
                McpServerOperations.DELETE, this::delete);
    }

    private ApiResponse list(ApiRequest request) {
        Paged page = Paged.of(request);
        Predicate<Document> filter =
                Filters.all(Filters.equal(request, "type", "type"), Filters.equal(request, "url", "url"));
        return ApiResponse.list(
                ListBody.array(servers.list(filter, page.offset(), page.size()).elements()));
    }

    Document create(byte[] body) {
        SCHEMA.checkWhole(body);
        return servers.create(id -> Document.EMPTY
                .with("id", id)
                .changed(body, ASSIGNED)
                .with("created_at", Document.date(clock.instant())));
    }

    private ApiResponse retrieve(ApiRequest request) {
        return ApiResponse.json(
                200, RejectedException.found(servers.find(request.pathValues().get(0)), WHAT));
    }

    private ApiResponse update(ApiRequest request) {
        String id = request.pathValues().get(0);
        RejectedException.found(servers.find(id), WHAT);
        SCHEMA.checkChange(request.body());
        Document updated = servers.update(id, server -> server.changed(request.body(), ASSIGNED));
        return ApiResponse.json(200, RejectedException.found(updated, WHAT));
    }

    private ApiResponse delete(ApiRequest request) {
        if (!servers.delete(request.pathValues().get(0))) {
            throw RejectedException.notFound(WHAT);
        }
        return ApiResponse.empty(200);
    }
}
