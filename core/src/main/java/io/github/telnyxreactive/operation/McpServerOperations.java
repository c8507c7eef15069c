package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.mcpserver.McpServer;
import io.github.telnyxreactive.model.mcpserver.McpServerListParams;
import io.github.telnyxreactive.model.mcpserver.UpdateMcpServerRequest;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;
import java.util.Objects;

/** The operations on MCP servers. */
public final class McpServerOperations {

    /** Lists the servers. The service does not say how many there are, so the list ends at a page that is not full. */
    public static final Endpoint<Page<McpServer>> LIST = Endpoint.get("mcpServers.list", "/ai/mcp_servers")
            .query("type", "url")
            .arrayPages(Paging.BY_LENGTH, McpServer.class);

    /** Adds a server. */
    public static final Endpoint<McpServer> CREATE = Endpoint.post("mcpServers.create", "/ai/mcp_servers")
            .body(CreateMcpServerRequest.class)
            .idempotentByKey()
            .returning(ResponseReader.of(McpServer.class));

    /** Removes a server. */
    public static final Endpoint<Void> DELETE = Endpoint.delete("mcpServers.delete", "/ai/mcp_servers/{mcp_server_id}")
            .returning(ResponseReader.nothing());

    /** Reads a server. */
    public static final Endpoint<McpServer> RETRIEVE = Endpoint.get(
                    "mcpServers.retrieve", "/ai/mcp_servers/{mcp_server_id}")
            .returning(ResponseReader.of(McpServer.class));

    /** Changes a server. */
    public static final Endpoint<McpServer> UPDATE = Endpoint.put(
                    "mcpServers.update", "/ai/mcp_servers/{mcp_server_id}")
            .body(UpdateMcpServerRequest.class)
            .returning(ResponseReader.of(McpServer.class));

    private McpServerOperations() {}

    /**
     * Lists the servers. The service does not say how many there are, so the list ends at a page that is not full.
     *
     * @param params what to ask for
     * @return the operation, for the first page
     */
    public static Operation<Page<McpServer>> list(McpServerListParams params) {
        return LIST.call()
                .withQuery("type", params.type())
                .withQuery("url", params.url())
                .withQuery(Operation.PAGE_SIZE, params.pageSize() == null ? 100 : params.pageSize());
    }

    /**
     * Adds a server.
     *
     * @param request what to send
     * @return the operation
     */
    public static Operation<McpServer> create(CreateMcpServerRequest request) {
        return CREATE.call().withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Removes a server.
     *
     * @param mcpServerId the id of the server
     * @return the operation
     */
    public static Operation<Void> delete(String mcpServerId) {
        return DELETE.call(mcpServerId);
    }

    /**
     * Reads a server.
     *
     * @param mcpServerId the id of the server
     * @return the operation
     */
    public static Operation<McpServer> retrieve(String mcpServerId) {
        return RETRIEVE.call(mcpServerId);
    }

    /**
     * Changes a server.
     *
     * @param mcpServerId the id of the server
     * @param request what to send
     * @return the operation
     */
    public static Operation<McpServer> update(String mcpServerId, UpdateMcpServerRequest request) {
        return UPDATE.call(mcpServerId).withBody(Objects.requireNonNull(request, "request"));
    }
}
