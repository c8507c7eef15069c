package io.github.telnyxreactive.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SimulatorExtension.class)
class SharedToolsTest {

    private static final String TOOLS = "/ai/tools";
    private static final String WEBHOOK = "{\"type\":\"webhook\",\"display_name\":\"Orders\",\"colour\":{\"deep\":[1]},"
            + "\"webhook\":{\"url\":\"https://example.com\",\"new\":{\"a\":null}}}";

    @Test
    void toolIsCreatedReadUpdatedAndDeleted(Simulator simulator) {
        Caller caller = new Caller(simulator);
        HttpResponse<String> created = caller.post(TOOLS, WEBHOOK);

        assertThat(created.statusCode()).isEqualTo(200);
        JsonNode tool = Caller.json(created);
        assertThat(tool.get("tool_definition")).hasToString("{\"url\":\"https://example.com\",\"new\":{\"a\":null}}");
        assertThat(tool.get("colour")).hasToString("{\"deep\":[1]}");
        assertThat(tool.get("timeout_ms").intValue()).isEqualTo(5000);
        assertThat(tool.has("webhook")).isFalse();
        String path = TOOLS + "/" + tool.get("id").stringValue();
        assertThat(Caller.json(caller.get(path))).isEqualTo(tool);

        JsonNode changed = Caller.json(caller.patch(path, "{\"timeout_ms\":100,\"colour\":null,\"id\":\"other\"}"));
        assertThat(changed.get("timeout_ms").intValue()).isEqualTo(100);
        assertThat(changed.get("tool_definition")).isEqualTo(tool.get("tool_definition"));
        assertThat(changed.has("colour")).isFalse();
        assertThat(changed.get("id")).isEqualTo(tool.get("id"));
        JsonNode other =
                Caller.json(caller.patch(path, "{\"type\":\"handoff\",\"handoff\":{\"voice_mode\":\"unified\"}}"));
        assertThat(other.get("tool_definition")).hasToString("{\"voice_mode\":\"unified\"}");

        assertThat(caller.delete(path).statusCode()).isEqualTo(200);
        assertThat(caller.get(path).statusCode()).isEqualTo(404);
        assertThat(caller.delete(path).statusCode()).isEqualTo(404);
        assertThat(caller.patch(path, "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void listIsFilteredAndPaged(Simulator simulator) {
        Caller caller = new Caller(simulator);
        for (int i = 0; i < 5; i++) {
            simulator.addSharedTool(CreateSharedToolRequest.builder()
                    .displayName("tool-" + i)
                    .type(i % 2 == 0 ? "webhook" : "handoff")
                    .build());
        }

        JsonNode page = Caller.json(caller.get(TOOLS + "?page%5Bsize%5D=2&page%5Bnumber%5D=3"));
        assertThat(names(page)).containsExactly("tool-4");
        assertThat(page.get("meta").get("total_results").intValue()).isEqualTo(5);
        assertThat(page.get("meta").get("total_pages").intValue()).isEqualTo(3);
        assertThat(names(Caller.json(caller.get(TOOLS + "?filter%5Btype%5D=handoff"))))
                .containsExactly("tool-1", "tool-3");
        assertThat(names(Caller.json(caller.get(TOOLS + "?filter%5Btype%5D=webhook&filter%5Bname%5D=tool-2"))))
                .containsExactly("tool-2");
    }

    private static List<String> names(JsonNode page) {
        return page.get("data").values().stream()
                .map(tool -> tool.get("display_name").stringValue())
                .toList();
    }

    @Test
    void idempotencyKeyMakesCreationIdempotent(Simulator simulator) {
        Caller caller = new Caller(simulator);
        HttpResponse<String> first = caller.post(TOOLS, WEBHOOK, "Idempotency-Key", "k1");
        HttpResponse<String> second = caller.post(TOOLS, WEBHOOK, "Idempotency-Key", "k1");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("idempotent-replayed")).contains("true");
        assertThat(Caller.json(caller.get(TOOLS)).get("data").size()).isEqualTo(1);
    }

    @Test
    void invalidToolIsRejected(Simulator simulator) {
        HttpResponse<String> response = new Caller(simulator).post(TOOLS, "{\"type\":1,\"webhook\":[]}");

        assertThat(Samples.violations(response))
                .containsExactlyInAnyOrder(
                        "[\"body\",\"type\"] string_type",
                        "[\"body\",\"display_name\"] missing",
                        "[\"body\",\"webhook\"] dict_type");
    }

    @Test
    void addedToolIsVisibleToRequests(Simulator simulator) {
        SharedTool tool = simulator.addSharedTool(CreateSharedToolRequest.builder()
                .displayName("Hang up")
                .type("hangup")
                .additionalProperties(Map.of("hangup", TelnyxJson.toTree(Map.of("description", "End the call"))))
                .build());

        assertThat(tool.toolDefinition()).containsOnlyKeys("description");
        assertThat(TelnyxJson.read(
                        new Caller(simulator).get(TOOLS + "/" + tool.id()).body(), SharedTool.class))
                .isEqualTo(tool);
        CreateSharedToolRequest invalid = CreateSharedToolRequest.builder()
                .displayName("Odd")
                .type("webhook")
                .additionalProperties(Map.of("timeout_ms", TelnyxJson.toTree("soon")))
                .build();
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.addSharedTool(invalid));
    }
}
