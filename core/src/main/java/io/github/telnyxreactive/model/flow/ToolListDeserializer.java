package io.github.telnyxreactive.model.flow;

import io.github.telnyxreactive.model.tool.AssistantTool;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads tools from a list or from a list of lists, since the API describes both. */
final class ToolListDeserializer extends ValueDeserializer<List<AssistantTool>> {

    @Override
    public List<AssistantTool> deserialize(JsonParser parser, DeserializationContext context) {
        List<AssistantTool> tools = new ArrayList<>();
        boolean isList = parser.currentToken() == JsonToken.START_ARRAY;
        Object nested = read(parser, context, tools);
        if (tools.contains(null)) {
            return context.reportInputMismatch(this, "a list of tools has an element that is null");
        }
        return isList && nested.equals(tools) ? tools : new NestedTools(tools, nested);
    }

    /** Returns a tool, or a list of tools and lists, and adds the tools in it. */
    private static Object read(JsonParser parser, DeserializationContext context, List<AssistantTool> tools) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            AssistantTool tool = context.readValue(parser, AssistantTool.class);
            tools.add(tool);
            return tool;
        }
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(read(parser, context, tools));
        }
        return list;
    }
}
