package io.github.telnyxreactive.model;

import static io.github.telnyxreactive.model.ModelRow.row;

import io.github.telnyxreactive.model.flow.ArithmeticExpression;
import io.github.telnyxreactive.model.flow.AssistantTarget;
import io.github.telnyxreactive.model.flow.BooleanLiteral;
import io.github.telnyxreactive.model.flow.BooleanOperationExpression;
import io.github.telnyxreactive.model.flow.ComparisonExpression;
import io.github.telnyxreactive.model.flow.Condition;
import io.github.telnyxreactive.model.flow.ConversationFlow;
import io.github.telnyxreactive.model.flow.DefaultCondition;
import io.github.telnyxreactive.model.flow.EdgeTarget;
import io.github.telnyxreactive.model.flow.Expression;
import io.github.telnyxreactive.model.flow.ExpressionCondition;
import io.github.telnyxreactive.model.flow.FlowEdge;
import io.github.telnyxreactive.model.flow.FlowNode;
import io.github.telnyxreactive.model.flow.LlmCondition;
import io.github.telnyxreactive.model.flow.NodePosition;
import io.github.telnyxreactive.model.flow.NodeTarget;
import io.github.telnyxreactive.model.flow.NumberLiteral;
import io.github.telnyxreactive.model.flow.PromptNode;
import io.github.telnyxreactive.model.flow.SpeakNode;
import io.github.telnyxreactive.model.flow.StringLiteral;
import io.github.telnyxreactive.model.flow.ToolNode;
import io.github.telnyxreactive.model.flow.UnknownCondition;
import io.github.telnyxreactive.model.flow.UnknownEdgeTarget;
import io.github.telnyxreactive.model.flow.UnknownExpression;
import io.github.telnyxreactive.model.flow.UnknownFlowNode;
import io.github.telnyxreactive.model.flow.VariableExpression;
import java.util.List;

/** The models of conversation flows. */
final class FlowRows {

    static final List<ModelRow> ROWS = List.of(
            row(ArithmeticExpression.class, Expression.class, "left", "op", "right"),
            row(AssistantTarget.class, EdgeTarget.class, "assistant_id"),
            row(BooleanLiteral.class, Expression.class, "value"),
            row(BooleanOperationExpression.class, Expression.class, "op", "operands"),
            row(ComparisonExpression.class, Expression.class, "left", "op", "right"),
            row(ConversationFlow.class, "nodes", "start_node_id"),
            row(DefaultCondition.class, Condition.class),
            row(ExpressionCondition.class, Condition.class, "expression"),
            row(FlowEdge.class, "id", "start_node_id", "condition", "target"),
            row(LlmCondition.class, Condition.class, "prompt"),
            row(NodePosition.class, "x", "y"),
            row(NodeTarget.class, EdgeTarget.class, "node_id"),
            row(NumberLiteral.class, Expression.class, "value"),
            row(PromptNode.class, FlowNode.class, "id", "instructions"),
            row(SpeakNode.class, FlowNode.class, "id", "message"),
            row(StringLiteral.class, Expression.class, "value"),
            row(ToolNode.class, FlowNode.class, "id", "shared_tool_id"),
            row(UnknownCondition.class, Condition.class),
            row(UnknownEdgeTarget.class, EdgeTarget.class),
            row(UnknownExpression.class, Expression.class),
            row(UnknownFlowNode.class, FlowNode.class),
            row(VariableExpression.class, Expression.class, "name"));

    private FlowRows() {}
}
