package io.github.telnyxreactive.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.AssistantDeletedResponse;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import io.github.telnyxreactive.model.integration.Integration;
import io.github.telnyxreactive.model.integration.IntegrationConnection;
import io.github.telnyxreactive.model.mcpserver.McpServer;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEvent;
import io.github.telnyxreactive.model.scheduledevent.ScheduledPhoneCall;
import io.github.telnyxreactive.model.scheduledevent.ScheduledSms;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replaces each position of a response, at every depth, by values of every other kind, and leaves it out. */
class EveryPositionTest {

    private static final List<String> OTHERS = List.of(
            "null",
            "true",
            "7",
            "7.5",
            "3000000000",
            "1e400",
            "\"\"",
            "\"?\"",
            "\"2026-02-30T00:00:00Z\"",
            "{}",
            "{\"type\":\"?\"}",
            "{\"type\":7}",
            "[]",
            "[null]",
            "[[{}]]");

    static Stream<Arguments> responses() {
        return Stream.of(
                Arguments.of(Assistant.class, Assistant.class, Set.of("/id")),
                Arguments.of(AssistantDeletedResponse.class, AssistantDeletedResponse.class, Set.of("/id")),
                Arguments.of(AssistantTest.class, AssistantTest.class, Set.of("/test_id")),
                Arguments.of(TestRun.class, TestRun.class, Set.of("/run_id")),
                Arguments.of(CanaryDeploy.class, CanaryDeploy.class, Set.of("/assistant_id")),
                Arguments.of(ScheduledEvent.class, ScheduledPhoneCall.class, Set.of()),
                Arguments.of(ScheduledEvent.class, ScheduledSms.class, Set.of()),
                Arguments.of(SharedTool.class, SharedTool.class, Set.of("/id")),
                Arguments.of(Integration.class, Integration.class, Set.of("/id")),
                Arguments.of(IntegrationConnection.class, IntegrationConnection.class, Set.of("/id")),
                Arguments.of(McpServer.class, McpServer.class, Set.of("/id")));
    }

    @ParameterizedTest
    @MethodSource("responses")
    void onlyIdentityIsAnError(Class<?> type, Class<?> fixture, Set<String> identity) {
        ResponseReader<?> reader = ResponseReader.of(type);
        for (JsonPointer position : positions(Json.fixture(fixture))) {
            for (String other : OTHERS) {
                ObjectNode body = Json.fixture(fixture);
                set(body, position, Json.tree(other));
                boolean isIdentified =
                        !identity.contains(position.toString()) || other.equals("\"?\"") || other.startsWith("\"2");
                check(reader, body, isIdentified, position + " as " + other);
            }
            ObjectNode body = Json.fixture(fixture);
            remove(body, position);
            check(reader, body, !identity.contains(position.toString()), position + " left out");
        }
    }

    private static void check(ResponseReader<?> reader, ObjectNode body, boolean isIdentified, String what) {
        byte[] bytes = Json.bytes(body);
        if (isIdentified) {
            JsonNode written = Json.tree(TelnyxJson.write(reader.read(bytes, 0, bytes.length, "application/json")));
            assertThat(Json.isSame(written, body)).as("%s: %s", what, written).isTrue();
        } else {
            assertThatThrownBy(() -> reader.read(bytes, 0, bytes.length, "application/json"))
                    .as(what)
                    .isInstanceOf(JacksonException.class);
        }
    }

    private static List<JsonPointer> positions(JsonNode node) {
        List<JsonPointer> positions = new ArrayList<>();
        collect(node, JsonPointer.empty(), positions);
        return positions;
    }

    private static void collect(JsonNode node, JsonPointer here, List<JsonPointer> positions) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                JsonPointer there = here.appendProperty(field.getKey());
                positions.add(there);
                collect(field.getValue(), there, positions);
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                JsonPointer there = here.appendIndex(i);
                positions.add(there);
                collect(node.get(i), there, positions);
            }
        }
    }

    private static void set(ObjectNode body, JsonPointer position, JsonNode value) {
        JsonNode parent = body.at(position.head());
        if (parent instanceof ArrayNode array) {
            array.set(position.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(position.last().getMatchingProperty(), value);
        }
    }

    private static void remove(ObjectNode body, JsonPointer position) {
        JsonNode parent = body.at(position.head());
        if (parent instanceof ArrayNode array) {
            array.remove(position.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(position.last().getMatchingProperty());
        }
    }
}
