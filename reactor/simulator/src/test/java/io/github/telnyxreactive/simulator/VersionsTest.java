package io.github.telnyxreactive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SimulatorExtension.class)
class VersionsTest {

    private static String versionId(JsonNode assistant) {
        return assistant.get("version_id").stringValue();
    }

    @Test
    void versionsAreListedNewestFirst(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = caller.assistant("\"mcp_servers\":[{\"id\":\"m\"}]");
        String first = versionId(Caller.json(caller.get(path)));
        String second = versionId(Caller.json(caller.post(path, "{\"greeting\":\"h\"}")));
        String third = versionId(Caller.json(caller.post(path, "{\"promote_to_main\":false}")));

        JsonNode list = Caller.json(caller.get(path + "/versions"));

        assertThat(list.has("meta")).isFalse();
        assertThat(list.get("data").values())
                .extracting(VersionsTest::versionId)
                .containsExactly(third, second, first);
        JsonNode retrieved = Caller.json(caller.get(path + "/versions/" + first));
        assertThat(retrieved).isEqualTo(list.get("data").get(2));
        assertThat(retrieved.has("mcp_servers")).isTrue();
        assertThat(Caller.json(caller.get(path + "/versions/" + first + "?include_mcp_servers=false"))
                        .has("mcp_servers"))
                .isFalse();
        assertThat(caller.get(path + "/versions/unknown").statusCode()).isEqualTo(404);
        assertThat(caller.get(caller.assistant("\"x\":1") + "/versions/" + first)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void mainVersionCannotBeUpdatedOrDeleted(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = caller.assistant("\"greeting\":\"g\"");
        String main = path + "/versions/" + versionId(Caller.json(caller.get(path)));
        String draft = path + "/versions/"
                + versionId(Caller.json(caller.post(path, "{\"promote_to_main\":false,\"version_name\":\"draft\"}")));

        JsonNode changed = Caller.json(caller.post(draft, "{\"greeting\":\"h\"}"));
        assertThat(changed.get("greeting").stringValue()).isEqualTo("h");
        assertThat(changed.get("version_name").stringValue()).isEqualTo("draft");
        assertThat(draft).endsWith(versionId(changed));
        assertThat(caller.post(draft, "{\"version_name\":\"" + "x".repeat(51) + "\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(caller.post(main, "{\"greeting\":\"h\"}").statusCode()).isEqualTo(400);
        assertThat(caller.delete(main).statusCode()).isEqualTo(400);
        assertThat(caller.delete(draft).statusCode()).isEqualTo(204);
        assertThat(caller.delete(draft).statusCode()).isEqualTo(404);
        assertThat(caller.post(draft, "{}").statusCode()).isEqualTo(404);
        assertThat(caller.post(draft + "/promote", "").statusCode()).isEqualTo(404);
    }

    @Test
    void promotionEndsTheCanaryDeploy(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = caller.assistant("\"greeting\":\"g\"");
        JsonNode draft = Caller.json(caller.post(path, "{\"greeting\":\"h\",\"promote_to_main\":false}"));
        caller.post(
                path + "/canary-deploys", "{\"rules\":[{\"serve\":{\"version_id\":\"" + versionId(draft) + "\"}}]}");
        assertThat(caller.delete(path + "/versions/" + versionId(draft)).statusCode())
                .isEqualTo(400);

        JsonNode promoted = Caller.json(caller.post(path + "/versions/" + versionId(draft) + "/promote", ""));

        assertThat(promoted).isEqualTo(draft);
        assertThat(Caller.json(caller.get(path))).isEqualTo(draft);
        assertThat(caller.get(path + "/canary-deploys").statusCode()).isEqualTo(404);
        assertThat(List.of(caller.delete(path + "/versions/" + versionId(draft)).statusCode()))
                .containsExactly(400);
    }
}
