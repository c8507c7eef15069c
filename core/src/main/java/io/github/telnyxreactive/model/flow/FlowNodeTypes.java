package io.github.telnyxreactive.model.flow;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsontype.impl.TypeIdResolverBase;

/** Resolves the type of a node; a node without one is a prompt, an unknown type resolves to {@link UnknownFlowNode}. */
final class FlowNodeTypes extends TypeIdResolverBase {

    private static final long serialVersionUID = 1L;

    @Override
    public JavaType typeFromId(DatabindContext context, String id) {
        Class<? extends FlowNode> type = switch (id) {
            case "prompt" -> PromptNode.class;
            case ToolNode.TYPE -> ToolNode.class;
            case SpeakNode.TYPE -> SpeakNode.class;
            default -> UnknownFlowNode.class;
        };
        return context.constructType(type);
    }

    @Override
    public String idFromValue(DatabindContext context, Object value) {
        return String.valueOf(((FlowNode) value).type());
    }

    @Override
    public String idFromValueAndType(DatabindContext context, Object value, Class<?> type) {
        return idFromValue(context, value);
    }

    @Override
    public JsonTypeInfo.Id getMechanism() {
        return JsonTypeInfo.Id.CUSTOM;
    }
}
