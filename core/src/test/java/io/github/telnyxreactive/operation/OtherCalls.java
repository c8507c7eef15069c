package io.github.telnyxreactive.operation;

import static io.github.telnyxreactive.operation.Calls.call;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.mcpserver.McpServerListParams;
import io.github.telnyxreactive.model.mcpserver.UpdateMcpServerRequest;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.sharedtool.SharedToolListParams;
import io.github.telnyxreactive.model.sharedtool.UpdateSharedToolRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Calls to the operations on integrations, MCP servers and shared tools. */
final class OtherCalls {

    private OtherCalls() {}

    static Stream<Arguments> calls() {
        return Stream.of(integrations(), mcpServers(), sharedTools()).flatMap(calls -> calls);
    }

    private static Stream<Arguments> integrations() {
        return Stream.of(
                call(IntegrationOperations.list(), IntegrationOperations.LIST, "/ai/integrations"),
                call(
                        IntegrationOperations.listConnections(),
                        IntegrationOperations.LIST_CONNECTIONS,
                        "/ai/integrations/connections"),
                call(
                        IntegrationOperations.deleteConnection("c1"),
                        IntegrationOperations.DELETE_CONNECTION,
                        "/ai/integrations/connections/c1"),
                call(
                        IntegrationOperations.retrieveConnection("c#1"),
                        IntegrationOperations.RETRIEVE_CONNECTION,
                        "/ai/integrations/connections/c%231"),
                call(IntegrationOperations.retrieve("i1"), IntegrationOperations.RETRIEVE, "/ai/integrations/i1"));
    }

    private static Stream<Arguments> mcpServers() {
        return Stream.of(
                call(
                        McpServerOperations.list(McpServerListParams.builder().build()),
                        McpServerOperations.LIST,
                        "/ai/mcp_servers?page%5Bsize%5D=100"),
                call(
                        McpServerOperations.list(McpServerListParams.builder()
                                .type("sse")
                                .url("https://mcp.example.com/?a=b")
                                .pageSize(10)
                                .build()),
                        McpServerOperations.LIST,
                        "/ai/mcp_servers?type=sse&url=https%3A%2F%2Fmcp.example.com%2F%3Fa%3Db&page%5Bsize%5D=10"),
                call(
                        McpServerOperations.create(CreateMcpServerRequest.builder()
                                .name("Orders")
                                .type("sse")
                                .url("https://mcp.example.com")
                                .allowedTools(List.of())
                                .build()),
                        McpServerOperations.CREATE,
                        "/ai/mcp_servers",
                        "{\"name\":\"Orders\",\"type\":\"sse\",\"url\":\"https://mcp.example.com\",\"allowed_tools\":[]}"),
                call(McpServerOperations.delete("m1"), McpServerOperations.DELETE, "/ai/mcp_servers/m1"),
                call(McpServerOperations.retrieve("m1"), McpServerOperations.RETRIEVE, "/ai/mcp_servers/m1"),
                call(
                        McpServerOperations.update(
                                "m1",
                                UpdateMcpServerRequest.builder()
                                        .apiKeyRef(Field.clear())
                                        .build()),
                        McpServerOperations.UPDATE,
                        "/ai/mcp_servers/m1",
                        "{\"api_key_ref\":null}"));
    }

    private static Stream<Arguments> sharedTools() {
        return Stream.of(
                call(
                        SharedToolOperations.list(SharedToolListParams.builder().build()),
                        SharedToolOperations.LIST,
                        "/ai/tools"),
                call(
                        SharedToolOperations.list(SharedToolListParams.builder()
                                .type("webhook")
                                .name("look up")
                                .pageSize(5)
                                .build()),
                        SharedToolOperations.LIST,
                        "/ai/tools?filter%5Btype%5D=webhook&filter%5Bname%5D=look%20up&page%5Bsize%5D=5"),
                call(
                        SharedToolOperations.create(CreateSharedToolRequest.builder()
                                .displayName("Look up")
                                .type("webhook")
                                .webhook(Map.of("url", Json.tree("\"https://hooks.example.com\"")))
                                .build()),
                        SharedToolOperations.CREATE,
                        "/ai/tools",
                        "{\"display_name\":\"Look up\",\"type\":\"webhook\","
                                + "\"webhook\":{\"url\":\"https://hooks.example.com\"}}"),
                call(SharedToolOperations.delete("t1"), SharedToolOperations.DELETE, "/ai/tools/t1"),
                call(SharedToolOperations.retrieve("t1"), SharedToolOperations.RETRIEVE, "/ai/tools/t1"),
                call(
                        SharedToolOperations.update(
                                "t1",
                                UpdateSharedToolRequest.builder()
                                        .timeoutMs(Field.set(5000))
                                        .build()),
                        SharedToolOperations.UPDATE,
                        "/ai/tools/t1",
                        "{\"timeout_ms\":5000}"));
    }
}
