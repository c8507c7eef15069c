package io.github.telnyxreactive.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.AssistantMcpServer;
import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.mcpserver.McpServer;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Where an absent list means everything and an empty one nothing, the two are distinguished. */
class EmptyListTest {

    static Stream<Arguments> allowLists() {
        return Stream.of(
                Arguments.of(McpServer.class, "allowed_tools", "[]"),
                Arguments.of(CreateMcpServerRequest.class, "allowed_tools", "[]"),
                Arguments.of(AssistantMcpServer.class, "allowed_tools", "[]"),
                Arguments.of(CreateSharedToolRequest.class, "webhook", "{}"));
    }

    @ParameterizedTest
    @MethodSource("allowLists")
    void distinguishesAnEmptyListFromAnAbsentOne(Class<?> model, String field, String empty) {
        ObjectNode without = Json.fixture(model);
        without.remove(field);
        ObjectNode with = without.deepCopy();
        with.set(field, Json.tree(empty));

        assertThat(Json.tree(TelnyxJson.write(TelnyxJson.read(with.toString(), model))))
                .isEqualTo(with);
        assertThat(Json.tree(TelnyxJson.write(TelnyxJson.read(without.toString(), model))))
                .isEqualTo(without);
    }
}
