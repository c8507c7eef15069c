package io.github.telnyxreactive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.mcpserver.McpServer;
import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SimulatorExtension.class)
class McpServersTest {

    private static final String SERVERS = "/ai/mcp_servers";

    @Test
    void serverIsCreatedReadUpdatedAndDeleted(Simulator simulator) {
        Caller caller = new Caller(simulator);
        JsonNode server = Caller.json(
                caller.post(
                        SERVERS,
                        "{\"name\":\"n\",\"type\":\"sse\",\"url\":\"https://example.com\",\"allowed_tools\":[\"a\"],\"x\":{\"y\":1}}"));
        String path = SERVERS + "/" + server.get("id").stringValue();
        assertThat(server.get("x")).hasToString("{\"y\":1}");
        assertThat(Caller.json(caller.get(path))).isEqualTo(server);

        JsonNode changed = Caller.json(
                caller.put(path, "{\"name\":\"m\",\"allowed_tools\":null,\"created_at\":\"2020-01-01T00:00:00Z\"}"));
        assertThat(changed.get("name").stringValue()).isEqualTo("m");
        assertThat(changed.get("url")).isEqualTo(server.get("url"));
        assertThat(changed.has("allowed_tools")).isFalse();
        assertThat(changed.get("created_at")).isEqualTo(server.get("created_at"));

        assertThat(caller.put(path, "{\"name\":null}").statusCode()).isEqualTo(422);
        assertThat(caller.delete(path).statusCode()).isEqualTo(200);
        assertThat(caller.get(path).statusCode()).isEqualTo(404);
        assertThat(caller.put(path, "{}").statusCode()).isEqualTo(404);
        assertThat(caller.delete(path).statusCode()).isEqualTo(404);
    }

    @Test
    void listIsAPagedArrayWithoutMetadata(Simulator simulator) {
        Caller caller = new Caller(simulator);
        for (int i = 0; i < 25; i++) {
            simulator.addMcpServer(CreateMcpServerRequest.builder()
                    .name("server-" + i)
                    .type(i < 20 ? "sse" : "http")
                    .url("https://example.com/" + i % 2)
                    .build());
        }

        assertThat(Caller.json(caller.get(SERVERS)).size()).isEqualTo(20);
        assertThat(Caller.json(caller.get(SERVERS + "?page%5Bnumber%5D=2")).size())
                .isEqualTo(5);
        JsonNode filtered = Caller.json(caller.get(SERVERS + "?type=http&url=https%3A%2F%2Fexample.com%2F0"));
        assertThat(filtered.isArray()).isTrue();
        assertThat(filtered.values())
                .extracting(server -> server.get("name").stringValue())
                .containsExactly("server-20", "server-22", "server-24");
    }

    @Test
    void addedServerIsVisibleToRequests(Simulator simulator) {
        McpServer server = simulator.addMcpServer(CreateMcpServerRequest.builder()
                .name("n")
                .type("sse")
                .url("https://example.com")
                .build());

        assertThat(TelnyxJson.read(
                        new Caller(simulator).get(SERVERS + "/" + server.id()).body(), McpServer.class))
                .isEqualTo(server);
    }

    @Test
    void incompleteServerIsRejected(Simulator simulator) {
        assertThat(Samples.violations(new Caller(simulator).post(SERVERS, "{\"allowed_tools\":[1]}")))
                .containsExactlyInAnyOrder(
                        "[\"body\",\"name\"] missing",
                        "[\"body\",\"type\"] missing",
                        "[\"body\",\"url\"] missing",
                        "[\"body\",\"allowed_tools\",0] string_type");
    }
}
