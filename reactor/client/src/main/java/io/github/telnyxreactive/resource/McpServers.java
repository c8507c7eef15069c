package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.mcpserver.McpServer;
import io.github.telnyxreactive.model.mcpserver.McpServerListParams;
import io.github.telnyxreactive.model.mcpserver.UpdateMcpServerRequest;
import io.github.telnyxreactive.operation.McpServerOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * The MCP servers.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or blank is
 * rejected immediately with an {@link IllegalArgumentException}, a request that violates the limits of the API with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} on subscription.
 */
public final class McpServers {

    private final Calls calls;

    McpServers(Calls calls) {
        this.calls = calls;
    }

    /**
     * Lists the servers: {@code GET /ai/mcp_servers}. The service does not report their number, so the list ends with
     * the first page that is not full.
     *
     * @return the servers, requested page by page under demand
     */
    public PagedFlux<McpServer> list() {
        return list(McpServerListParams.builder().build());
    }

    /**
     * Lists the servers: {@code GET /ai/mcp_servers}. The service does not report their number, so the list ends with
     * the first page that is not full.
     *
     * @param params which servers, and how many per page
     * @return the servers, requested page by page under demand
     */
    public PagedFlux<McpServer> list(McpServerListParams params) {
        return calls.list(McpServerOperations.list(params));
    }

    /**
     * Creates a server: {@code POST /ai/mcp_servers}. The attempts of a subscription share an idempotency key.
     *
     * @param request the new server
     * @return the created server
     */
    public Mono<McpServer> create(CreateMcpServerRequest request) {
        return calls.execute(McpServerOperations.create(request));
    }

    /**
     * Deletes a server: {@code DELETE /ai/mcp_servers/{mcp_server_id}}.
     *
     * @param mcpServerId the id of the server
     * @return completes when the server has been deleted
     */
    public Mono<Void> delete(String mcpServerId) {
        return calls.execute(McpServerOperations.delete(mcpServerId));
    }

    /**
     * Retrieves a server: {@code GET /ai/mcp_servers/{mcp_server_id}}.
     *
     * @param mcpServerId the id of the server
     * @return the server
     */
    public Mono<McpServer> retrieve(String mcpServerId) {
        return calls.execute(McpServerOperations.retrieve(mcpServerId));
    }

    /**
     * Updates a server: {@code PUT /ai/mcp_servers/{mcp_server_id}}.
     *
     * @param mcpServerId the id of the server
     * @param request the new state of the server
     * @return the updated server
     */
    public Mono<McpServer> update(String mcpServerId, UpdateMcpServerRequest request) {
        return calls.execute(McpServerOperations.update(mcpServerId, request));
    }
}
