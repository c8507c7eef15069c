package io.github.telnyxreactive.model.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.tool.AssistantTool;
import io.github.telnyxreactive.model.tool.HangupTool;
import io.github.telnyxreactive.model.tool.UnknownAssistantTool;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class FlowUnionTest {

    private static final String HANGUP = "{\"type\":\"hangup\",\"hangup\":{}}";
    private static final String NEW = "{\"type\":\"update_dynamic_variables\",\"update_dynamic_variables\":{\"a\":1}}";

    @Test
    void readsANodeWithoutATypeAsAPromptAndWritesNoType() {
        String json = "{\"id\":\"node-1\",\"instructions\":\"Ask\",\"x_unknown\":[1]}";
        FlowNode node = TelnyxJson.read(json, FlowNode.class);

        assertThat(node).isInstanceOf(PromptNode.class);
        assertThat(node.type()).isNull();
        assertThat(write(node)).isEqualTo(Json.tree(json));
    }

    @Test
    void keepsTheTypeOfAPrompt() {
        String json = "{\"id\":\"node-1\",\"instructions\":\"Ask\",\"type\":\"prompt\"}";

        assertThat(write(TelnyxJson.read(json, FlowNode.class))).isEqualTo(Json.tree(json));
    }

    @Test
    void builtPromptHasNoTypeByDefault() {
        PromptNode node = PromptNode.builder().id("node-1").instructions("Ask").build();

        assertThat(Json.text(TelnyxJson.write(node))).isEqualTo("{\"id\":\"node-1\",\"instructions\":\"Ask\"}");
        assertThat(TelnyxJson.read(Json.text(TelnyxJson.write(node)), FlowNode.class))
                .isEqualTo(node);
    }

    @Test
    void builtMembersHaveTheirType() {
        SpeakNode node = SpeakNode.builder().id("node-3").message("Bye").build();

        assertThat(node.type()).isEqualTo("speak");
        assertThat(node.toBuilder().type("tool").build().type()).isEqualTo("speak");
        assertThat(Json.text(TelnyxJson.write(node)))
                .isEqualTo("{\"type\":\"speak\",\"id\":\"node-3\",\"message\":\"Bye\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[" + HANGUP + "," + NEW + "]",
                "[[" + HANGUP + "," + NEW + "]]",
                "[[" + HANGUP + "],[" + NEW + "]]",
                "[[],[" + HANGUP + "],[[" + NEW + "]]]",
                "[" + HANGUP + ",[" + NEW + "]]"
            })
    void readsNodeToolsFromAListOrNestedLists(String tools) {
        assertToolsAreRead(tools, HangupTool.class, UnknownAssistantTool.class);
    }

    @Test
    void readsNodeToolsFromNothingOrASingleTool() {
        assertToolsAreRead("[]");
        assertToolsAreRead("[[]]");
        assertToolsAreRead("null");
        assertToolsAreRead(HANGUP, HangupTool.class);
    }

    private static void assertToolsAreRead(String tools, Class<?>... expected) {
        PromptNode prompt = (PromptNode) TelnyxJson.read(
                "{\"id\":\"node-1\",\"instructions\":\"Ask\",\"tools\":" + tools + ",\"model\":\"m\"}", FlowNode.class);
        ToolNode tool = (ToolNode) TelnyxJson.read(
                "{\"type\":\"tool\",\"id\":\"node-2\",\"shared_tool_id\":\"t\",\"tool\":" + tools + ",\"name\":\"n\"}",
                FlowNode.class);

        assertThat(prompt.tools()).<Class<?>>extracting(AssistantTool::getClass).containsExactly(expected);
        assertThat(prompt.model()).isEqualTo("m");
        assertThat(tool.tool()).isEqualTo(prompt.tools());
        assertThat(tool.name()).isEqualTo("n");
        assertThat(Json.tree(TelnyxJson.write(prompt)).get("tools")).isEqualTo(Json.tree(tools));
        assertThat(TelnyxJson.read(Json.text(TelnyxJson.write(prompt)), FlowNode.class))
                .isEqualTo(prompt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"hangup\"", "[1]", "[[null]]"})
    void keepsToolsThatAreNone(String tools) {
        String json = "{\"id\":\"node-1\",\"instructions\":\"Ask\",\"tools\":" + tools + "}";
        PromptNode prompt = (PromptNode) TelnyxJson.read(json, FlowNode.class);

        assertThat(prompt.tools()).isEmpty();
        assertThat(Json.tree(TelnyxJson.write(prompt))).isEqualTo(Json.tree(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[" + HANGUP, "[[" + HANGUP + "]"})
    void rejectsWhatIsNoJson(String tools) {
        assertThatThrownBy(() -> TelnyxJson.read(
                        "{\"id\":\"node-1\",\"instructions\":\"Ask\",\"tools\":" + tools + "}", FlowNode.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void aNodeWithoutATypeIsAPromptIfItHasInstructions() {
        assertThat(TelnyxJson.read("{\"id\":\"1\",\"instructions\":\"Ask\"}", FlowNode.class))
                .isInstanceOf(PromptNode.class);
        assertThat(TelnyxJson.read("{\"type\":null,\"id\":\"1\",\"instructions\":\"Ask\"}", FlowNode.class))
                .isInstanceOf(PromptNode.class);
        for (String other : List.of(
                "{\"id\":\"1\",\"message\":\"Hello\"}",
                "{\"id\":\"1\",\"shared_tool_id\":\"t\"}",
                "{\"type\":7,\"id\":\"1\"}")) {
            FlowNode node = TelnyxJson.read(other, FlowNode.class);

            assertThat(node).isInstanceOf(UnknownFlowNode.class);
            assertThat(Json.tree(TelnyxJson.write(node))).isEqualTo(Json.tree(other));
        }
    }

    @Test
    void readsExpressionsAtEveryDepth() {
        String json = """
                {"type": "bool_op", "op": "and", "operands": [
                  {"type": "bool_op", "op": "not", "operands": [
                    {"type": "comparison", "op": "contains",
                     "left": {"type": "variable", "name": "tier"},
                     "right": {"type": "string_literal", "value": ""}}]},
                  {"type": "comparison", "op": "<=",
                   "left": {"type": "arithmetic", "op": "*",
                     "left": {"type": "arithmetic", "op": "%",
                       "left": {"type": "number_literal", "value": 7.5},
                       "right": {"type": "x_random", "seed": [1, {"type": "variable"}]}},
                     "right": {"type": "variable", "name": "total", "x_unknown": null}},
                   "right": {"type": "number_literal", "value": -0.5}},
                  {"type": "bool_literal", "value": false},
                  {"x_untyped": true}]}
                """;
        Expression expression = TelnyxJson.read(json, Expression.class);

        assertThat(write(expression)).isEqualTo(Json.tree(json));
        BooleanOperationExpression and = (BooleanOperationExpression) expression;
        assertThat(and.operands())
                .<Class<?>>extracting(Expression::getClass)
                .containsExactly(
                        BooleanOperationExpression.class,
                        ComparisonExpression.class,
                        BooleanLiteral.class,
                        UnknownExpression.class);
        ArithmeticExpression times =
                (ArithmeticExpression) ((ComparisonExpression) and.operands().get(1)).left();
        assertThat(times.op()).isEqualTo(ArithmeticOperator.TIMES);
        assertThat(((ArithmeticExpression) times.left()).right().type()).isEqualTo("x_random");
    }

    @Test
    void readsAndWritesAHundredLevels() {
        String json = "{\"type\":\"bool_literal\",\"value\":true}";
        for (int i = 0; i < 100; i++) {
            json = "{\"type\":\"bool_op\",\"op\":\"not\",\"operands\":[" + json + "]}";
        }

        assertThat(Json.text(TelnyxJson.write(TelnyxJson.read(json, Expression.class))))
                .isEqualTo(json);
    }

    @Test
    void edgeAcceptsAnyConditionAndAnyTarget() {
        for (String condition : List.of(
                "{\"type\":\"llm\",\"prompt\":\"Wants a refund\"}",
                "{\"type\":\"expression\",\"expression\":{\"type\":\"bool_literal\",\"value\":true}}",
                "{\"type\":\"default\"}",
                "{\"type\":\"x_timer\",\"seconds\":5}")) {
            for (String target : List.of(
                    "{\"type\":\"node\",\"node_id\":\"node-2\"}",
                    "{\"type\":\"assistant\",\"assistant_id\":\"a2\",\"voice_mode\":\"distinct\"}",
                    "{\"type\":\"x_queue\",\"queue\":\"desk\"}")) {
                String json = "{\"id\":\"e1\",\"start_node_id\":\"node-1\",\"condition\":" + condition + ",\"target\":"
                        + target + "}";

                assertThat(Json.text(TelnyxJson.write(TelnyxJson.read(json, FlowEdge.class))))
                        .isEqualTo(json);
            }
        }
    }

    private static JsonNode write(Object value) {
        return Json.tree(TelnyxJson.write(value));
    }
}
