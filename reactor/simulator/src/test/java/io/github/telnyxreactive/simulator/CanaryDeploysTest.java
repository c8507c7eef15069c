package io.github.telnyxreactive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SimulatorExtension.class)
class CanaryDeploysTest {

    private Caller caller;
    private String path;
    private String version;

    @BeforeEach
    void setUp(Simulator simulator) {
        caller = new Caller(simulator);
        String assistant = caller.assistant("\"greeting\":\"g\"");
        version = Caller.json(caller.post(assistant, "{\"promote_to_main\":false}"))
                .get("version_id")
                .stringValue();
        path = assistant + "/canary-deploys";
    }

    private String named(String body) {
        return body.replace('\'', '"').replace("VERSION", version);
    }

    @Test
    void deployIsCreatedOnceReadReplacedAndDeleted() {
        String rules = named("{'rules':[{'match':[{'attribute':'a','operator':'in','values':['b']}],"
                + "'serve':{'rollout':[{'version_id':'VERSION','weight':12.5,'x':1}]}}],'y':{'z':2}}");
        assertThat(caller.get(path).statusCode()).isEqualTo(404);
        assertThat(caller.put(path, rules).statusCode()).isEqualTo(404);
        assertThat(caller.delete(path).statusCode()).isEqualTo(404);

        HttpResponse<String> created = caller.post(path, rules);

        assertThat(created.statusCode()).isEqualTo(200);
        JsonNode deploy = Caller.json(created);
        assertThat(deploy.get("rules"))
                .isEqualTo(TelnyxJson.read(rules, JsonNode.class).get("rules"));
        assertThat(deploy.get("y")).hasToString("{\"z\":2}");
        assertThat(deploy.has("versions")).isFalse();
        assertThat(Caller.json(caller.get(path))).isEqualTo(deploy);
        assertThat(caller.post(path, rules).statusCode()).isEqualTo(409);

        JsonNode replaced = Caller.json(caller.put(path, named("{'rules':[{'serve':{'version_id':'VERSION'}}]}")));
        assertThat(replaced.get("created_at")).isEqualTo(deploy.get("created_at"));
        assertThat(replaced.has("y")).isFalse();
        assertThat(caller.delete(path).statusCode()).isEqualTo(204);
        assertThat(caller.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void versionsWithPercentagesAreConvertedToRules() {
        String body = named("{'versions':[{'version_id':'VERSION','percentage':1}]}");

        CanaryDeploy deploy = TelnyxJson.read(caller.post(path, body).body(), CanaryDeploy.class);

        assertThat(deploy.versions()).singleElement().satisfies(one -> {
            assertThat(one.versionId()).isEqualTo(version);
            assertThat(one.percentage()).isEqualTo(1);
        });
        assertThat(deploy.rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.serve().rollout())
                        .singleElement()
                        .satisfies(slot -> assertThat(slot.weight()).isEqualTo(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'rules':[]}",
                "{'rules':[{}]}",
                "{'rules':[{'serve':{}}]}",
                "{'rules':[{'serve':{'version_id':'unknown'}}]}",
                "{'rules':[{'serve':{'rollout':[{'version_id':'unknown','weight':1}]}}]}",
                "{'rules':[{'serve':{'rollout':[{'version_id':'VERSION','weight':100}]}}]}",
                "{'rules':[{'serve':{'rollout':[{'version_id':'VERSION','weight':-1}]}}]}",
                "{'rules':[{'serve':{'version_id':'VERSION','rollout':[{'version_id':'VERSION','weight':1}]}}]}",
                "{'rules':[{'serve':{'version_id':'VERSION'},'match':[{'attribute':'a','operator':'x','values':[]}]}]}",
                "{'versions':[{'version_id':'VERSION','percentage':0}]}",
                "{'versions':[{'version_id':'VERSION','percentage':100}]}",
                "{'versions':[{'version_id':'unknown','percentage':1}]}",
                "{'versions':[{'version_id':'VERSION','percentage':1}],'rules':[{'serve':{'version_id':'VERSION'}}]}"
            })
    void invalidDeployIsRejected(String body) {
        assertThat(caller.post(path, named(body)).statusCode()).isEqualTo(422);
        assertThat(caller.get(path).statusCode()).isEqualTo(404);
    }
}
