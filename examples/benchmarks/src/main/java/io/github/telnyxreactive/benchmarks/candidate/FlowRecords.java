package io.github.telnyxreactive.benchmarks.candidate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** The conversation flow of an assistant, as records without validation, copies or unknown fields. */
@NullUnmarked
final class FlowRecords {

    private FlowRecords() {}

    record ArithmeticExpression(String type, Expression left, String op, Expression right) implements Expression {}

    record AssistantTarget(String type, String assistantId, NodePosition position, String voiceMode)
            implements EdgeTarget {}

    record BooleanLiteral(String type, Boolean value) implements Expression {}

    record BooleanOperationExpression(String type, String op, List<Expression> operands) implements Expression {}

    record ComparisonExpression(String type, Expression left, String op, Expression right) implements Expression {}

    @ByType
    @JsonSubTypes({
        @JsonSubTypes.Type(value = LlmCondition.class, name = "llm"),
        @JsonSubTypes.Type(value = ExpressionCondition.class, name = "expression"),
        @JsonSubTypes.Type(value = DefaultCondition.class, name = "default")
    })
    sealed interface Condition permits LlmCondition, ExpressionCondition, DefaultCondition {}

    record ConversationFlow(List<FlowNode> nodes, String startNodeId, List<FlowEdge> edges) {}

    record DefaultCondition(String type) implements Condition {}

    @ByType
    @JsonSubTypes({
        @JsonSubTypes.Type(value = NodeTarget.class, name = "node"),
        @JsonSubTypes.Type(value = AssistantTarget.class, name = "assistant")
    })
    sealed interface EdgeTarget permits NodeTarget, AssistantTarget {}

    @ByType
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ComparisonExpression.class, name = "comparison"),
        @JsonSubTypes.Type(value = BooleanOperationExpression.class, name = "bool_op"),
        @JsonSubTypes.Type(value = ArithmeticExpression.class, name = "arithmetic"),
        @JsonSubTypes.Type(value = VariableExpression.class, name = "variable"),
        @JsonSubTypes.Type(value = StringLiteral.class, name = "string_literal"),
        @JsonSubTypes.Type(value = NumberLiteral.class, name = "number_literal"),
        @JsonSubTypes.Type(value = BooleanLiteral.class, name = "bool_literal")
    })
    sealed interface Expression
            permits ComparisonExpression,
                    BooleanOperationExpression,
                    ArithmeticExpression,
                    VariableExpression,
                    StringLiteral,
                    NumberLiteral,
                    BooleanLiteral {}

    record ExpressionCondition(String type, Expression expression) implements Condition {}

    record FlowEdge(String id, String startNodeId, Condition condition, EdgeTarget target) {}

    @ByType
    @JsonSubTypes({
        @JsonSubTypes.Type(value = PromptNode.class, name = "prompt"),
        @JsonSubTypes.Type(value = ToolNode.class, name = "tool"),
        @JsonSubTypes.Type(value = SpeakNode.class, name = "speak")
    })
    sealed interface FlowNode permits PromptNode, ToolNode, SpeakNode {}

    record LlmCondition(String type, String prompt) implements Condition {}

    record NodePosition(Double x, Double y) {}

    record NodeTarget(String type, String nodeId) implements EdgeTarget {}

    record NumberLiteral(String type, Double value) implements Expression {}

    record PromptNode(
            String id,
            String instructions,
            String type,
            SettingRecords.ExternalLlm externalLlm,
            String instructionsMode,
            String llmApiKeyRef,
            String model,
            String name,
            NodePosition position,
            List<String> sharedToolIds,
            List<ToolRecords.AssistantTool> tools,
            String toolsMode,
            SettingRecords.TranscriptionSettings transcription,
            SettingRecords.VoiceSettings voiceSettings)
            implements FlowNode {}

    record SpeakNode(String type, String id, String message, String name, NodePosition position) implements FlowNode {}

    record StringLiteral(String type, String value) implements Expression {}

    record ToolNode(
            String type,
            String id,
            String sharedToolId,
            String name,
            NodePosition position,
            List<ToolRecords.AssistantTool> tool)
            implements FlowNode {}

    record VariableExpression(String type, String name) implements Expression {}
}
