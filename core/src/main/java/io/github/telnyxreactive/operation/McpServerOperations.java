package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.mcpserver.McpServer;
import io.github.telnyxreactive.model.mcpserver.McpServerListParams;
import io.github.telnyxreactive.model.mcpserver.UpdateMcpServerRequest;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;
import java.util.Objects;

/** Operations on MCP servers. */
public final class McpServerOperations {

    /** Lists the servers. Their number is not known, so the list ends with the first page that is not full. */
    public static final Endpoint<Page<McpServer>> LIST = Endpoint.get("mcpServers.list", "/ai/mcp_servers")
            .query("type", "url")
            .arrayPages(Paging.BY_LENGTH, McpServer.class);

    /** Creates a server. */
    public static final Endpoint<McpServer> CREATE = Endpoint.post("mcpServers.create", "/ai/mcp_servers")
            .body(CreateMcpServerRequest.class)
            .idempotentByKey()
            .returning(ResponseReader.of(McpServer.class));

    /** Deletes a server. */
    public static final Endpoint<Void> DELETE = Endpoint.delete("mcpServers.delete", "/ai/mcp_servers/{mcp_server_id}")
            .returning(ResponseReader.nothing());

    /** Retrieves a server. */
    public static final Endpoint<McpServer> RETRIEVE = Endpoint.get(
                    "mcpServers.retrieve", "/ai/mcp_servers/{mcp_server_id}")
            .returning(ResponseReader.of(McpServer.class));

    /** Updates a server. */
    public static final Endpoint<McpServer> UPDATE = Endpoint.put(
                    "mcpServers.update", "/ai/mcp_servers/{mcp_server_id}")
            .body(UpdateMcpServerRequest.class)
            .returning(ResponseReader.of(McpServer.class));

    private McpServerOperations() {}

    /**
     * Lists the servers. Their number is not known, so the list ends with the first page that is not full.
     *
     * @param params the query parameters
     * @return the operation, for the first page
     */
    public static Operation<Page<McpServer>> list(McpServerListParams params) {
        return LIST.call()
                .withParams(params)
                .withQuery("type", params.type())
                .withQuery("url", params.url())
                .withQuery(Operation.PAGE_SIZE, params.pageSize() == null ? 100 : params.pageSize());
    }

    /**
     * Creates a server.
     *
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<McpServer> create(CreateMcpServerRequest request) {
        return CREATE.call().withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Deletes a server.
     *
     * @param mcpServerId the id of the server
     * @return the operation
     */
    public static Operation<Void> delete(String mcpServerId) {
        return DELETE.call(mcpServerId);
    }

    /**
     * Retrieves a server.
     *
     * @param mcpServerId the id of the server
     * @return the operation
     */
    public static Operation<McpServer> retrieve(String mcpServerId) {
        return RETRIEVE.call(mcpServerId);
    }

    /**
     * Updates a server.
     *
     * @param mcpServerId the id of the server
     * @param request the body of the request
     * @return the operation
     */
    public static Operation<McpServer> update(String mcpServerId, UpdateMcpServerRequest request) {
        return UPDATE.call(mcpServerId).withBody(Objects.requireNonNull(request, "request"));
    }
}
