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
        int depth = 0;
        for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                depth++;
            } else if (token == JsonToken.END_ARRAY) {
                depth--;
            } else {
                tools.add(context.readValue(parser, AssistantTool.class));
            }
            if (depth == 0) {
                return tools;
            }
        }
    }
}
