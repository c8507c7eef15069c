package io.github.telnyxreactive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SimulatorExtension.class)
class IntegrationsTest {

    private static final String INTEGRATIONS = "/ai/integrations";
    private static final String CONNECTIONS = INTEGRATIONS + "/connections";

    @Test
    void integrationsExistFromTheStart(Simulator simulator) {
        Caller caller = new Caller(simulator);
        JsonNode list = Caller.json(caller.get(INTEGRATIONS)).get("data");

        assertThat(list.size()).isEqualTo(3);
        for (JsonNode integration : list) {
            assertThat(Caller.json(caller.get(
                            INTEGRATIONS + "/" + integration.get("id").stringValue())))
                    .isEqualTo(integration);
        }
        assertThat(caller.get(INTEGRATIONS + "/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void deletingAConnectionDisconnectsItsIntegration(Simulator simulator) {
        Caller caller = new Caller(simulator);
        JsonNode connection = Caller.json(caller.get(CONNECTIONS)).get("data").get(0);
        String path = CONNECTIONS + "/" + connection.get("id").stringValue();
        String integration =
                INTEGRATIONS + "/" + connection.get("integration_id").stringValue();

        assertThat(Caller.json(caller.get(path)).get("data")).isEqualTo(connection);
        assertThat(Caller.json(caller.get(integration)).get("status").stringValue())
                .isEqualTo("connected");
        assertThat(caller.delete(path).statusCode()).isEqualTo(204);
        assertThat(caller.delete(path).statusCode()).isEqualTo(404);
        assertThat(caller.get(path).statusCode()).isEqualTo(404);
        assertThat(Caller.json(caller.get(integration)).get("status").stringValue())
                .isEqualTo("disconnected");
        assertThat(Caller.json(caller.get(CONNECTIONS)).get("data").size()).isEqualTo(1);
    }
}
