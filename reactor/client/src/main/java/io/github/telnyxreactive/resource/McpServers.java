package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.mcpserver.McpServer;
import io.github.telnyxreactive.model.mcpserver.McpServerListParams;
import io.github.telnyxreactive.model.mcpserver.UpdateMcpServerRequest;
import io.github.telnyxreactive.operation.McpServerOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * MCP servers.
 *
 * <p>Nothing is sent before there is a subscriber, and each subscriber makes a call of its own; cancelling closes the
 * exchange. Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or empty
 * is refused at once with an {@link IllegalArgumentException}, a request that breaks the limits of the contract with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} when there is a subscriber.
 */
public final class McpServers {

    private final Exchange exchange;

    McpServers(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Lists the servers: {@code GET /ai/mcp_servers}. The service does not say how many there are, so the list ends at
     * a page that is not full.
     *
     * @return them, read page by page as far as is asked for
     */
    public PagedFlux<McpServer> list() {
        return list(McpServerListParams.builder().build());
    }

    /**
     * Lists the servers: {@code GET /ai/mcp_servers}. The service does not say how many there are, so the list ends at
     * a page that is not full.
     *
     * @param params what to ask for
     * @return them, read page by page as far as is asked for
     */
    public PagedFlux<McpServer> list(McpServerListParams params) {
        return exchange.list(McpServerOperations.list(params));
    }

    /**
     * Adds a server: {@code POST /ai/mcp_servers}. Each subscription makes a call of its own, with an idempotency key
     * that its attempts share.
     *
     * @param request what to send
     * @return the server as it is now
     */
    public Mono<McpServer> create(CreateMcpServerRequest request) {
        return exchange.execute(McpServerOperations.create(request));
    }

    /**
     * Removes a server: {@code DELETE /ai/mcp_servers/{mcp_server_id}}.
     *
     * @param mcpServerId the id of the server
     * @return completes when it is done
     */
    public Mono<Void> delete(String mcpServerId) {
        return exchange.execute(McpServerOperations.delete(mcpServerId));
    }

    /**
     * Reads a server: {@code GET /ai/mcp_servers/{mcp_server_id}}.
     *
     * @param mcpServerId the id of the server
     * @return the server as it is now
     */
    public Mono<McpServer> retrieve(String mcpServerId) {
        return exchange.execute(McpServerOperations.retrieve(mcpServerId));
    }

    /**
     * Changes a server: {@code PUT /ai/mcp_servers/{mcp_server_id}}.
     *
     * @param mcpServerId the id of the server
     * @param request what to send
     * @return the server as it is now
     */
    public Mono<McpServer> update(String mcpServerId, UpdateMcpServerRequest request) {
        return exchange.execute(McpServerOperations.update(mcpServerId, request));
    }
}
