package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.ASSISTANTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SimulatorExtension.class)
class TagsAndToolsTest {

    private static SharedTool webhook(Simulator simulator) {
        return simulator.addSharedTool(CreateSharedToolRequest.builder()
                .displayName("Orders")
                .type("webhook")
                .webhook(Map.of("url", TelnyxJson.toTree("https://example.com")))
                .build());
    }

    @Test
    void tagsAreAddedListedAndRemoved(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = caller.assistant("\"tags\":[\"a\"]");
        caller.assistant("\"tags\":[\"a\",\"z\"]");
        String version = Caller.json(caller.get(path)).get("version_id").stringValue();

        assertThat(Caller.json(caller.post(path + "/tags", "{\"tag\":\"x/y\"}")))
                .hasToString("{\"tags\":[\"a\",\"x/y\"]}");
        assertThat(Caller.json(caller.post(path + "/tags", "{\"tag\":\"a\"}")))
                .hasToString("{\"tags\":[\"a\",\"x/y\"]}");
        assertThat(Caller.json(caller.get(ASSISTANTS + "/tags"))).hasToString("{\"tags\":[\"a\",\"x/y\",\"z\"]}");
        assertThat(Caller.json(caller.get(path)).get("version_id").stringValue())
                .isEqualTo(version);
        assertThat(Caller.json(caller.delete(path + "/tags/x%2Fy"))).hasToString("{\"tags\":[\"a\"]}");
        assertThat(caller.delete(path + "/tags/x%2Fy").statusCode()).isEqualTo(404);
        assertThat(caller.post(path + "/tags", "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void attachedToolIsShownUntilItIsRemoved(Simulator simulator) {
        Caller caller = new Caller(simulator);
        SharedTool tool = webhook(simulator);
        String path = caller.assistant("\"tools\":[{\"type\":\"hangup\",\"hangup\":{}}]");

        assertThat(caller.put(path + "/tools/" + tool.id(), "").statusCode()).isEqualTo(200);
        assertThat(caller.put(path + "/tools/" + tool.id(), "").statusCode()).isEqualTo(200);
        JsonNode tools = Caller.json(caller.get(path)).get("tools");
        assertThat(tools.size()).isEqualTo(2);
        assertThat(tools.get(1).get("type").stringValue()).isEqualTo("webhook");
        assertThat(tools.get(1).get("webhook")).hasToString("{\"url\":\"https://example.com\"}");
        assertThat(Caller.json(caller.post(path, "{\"tools\":" + tools + "}")).get("tools"))
                .isEqualTo(tools);

        assertThat(caller.delete(path + "/tools/" + tool.id()).statusCode()).isEqualTo(200);
        assertThat(caller.delete(path + "/tools/" + tool.id()).statusCode()).isEqualTo(404);
        assertThat(caller.put(path + "/tools/unknown", "").statusCode()).isEqualTo(404);
    }

    @Test
    void attachedToolReflectsChangesOfTheSharedTool(Simulator simulator) {
        Caller caller = new Caller(simulator);
        SharedTool tool = webhook(simulator);
        String path = caller.assistant("\"tool_ids\":[\"" + tool.id() + "\"]");

        JsonNode assistant = Caller.json(caller.get(path));
        assertThat(assistant.has("tool_ids")).isFalse();
        assertThat(assistant.get("tools").size()).isEqualTo(1);
        caller.patch("/ai/tools/" + tool.id(), "{\"webhook\":{\"url\":\"https://example.org\"}}");
        assertThat(Caller.json(caller.get(path)).get("tools").get(0).get("webhook"))
                .hasToString("{\"url\":\"https://example.org\"}");
        caller.delete("/ai/tools/" + tool.id());
        assertThat(Caller.json(caller.get(path)).get("tools").size()).isZero();
        assertThat(caller.post(path, "{\"tool_ids\":[\"" + tool.id() + "\"]}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void webhookToolCanBeTested(Simulator simulator) {
        Caller caller = new Caller(simulator);
        SharedTool tool = webhook(simulator);
        SharedTool other = simulator.addSharedTool(CreateSharedToolRequest.builder()
                .displayName("d")
                .type("hangup")
                .build());
        String path = caller.assistant("\"tool_ids\":[\"" + tool.id() + "\",\"" + other.id() + "\"]");

        JsonNode result = Caller.json(caller.post(path + "/tools/" + tool.id() + "/test", "{\"arguments\":{\"a\":1}}"))
                .get("data");
        assertThat(result.get("success").booleanValue()).isTrue();
        assertThat(result.get("request").get("url").stringValue()).isEqualTo("https://example.com");
        assertThat(result.get("response").stringValue()).contains("{\"a\":1}");
        assertThat(caller.post(path + "/tools/" + tool.id() + "/test", "").statusCode())
                .isEqualTo(200);
        assertThat(caller.post(path + "/tools/" + other.id() + "/test", "").statusCode())
                .isEqualTo(400);
        assertThat(caller.post(caller.assistant("\"x\":1") + "/tools/" + tool.id() + "/test", "")
                        .statusCode())
                .isEqualTo(404);
    }
}
