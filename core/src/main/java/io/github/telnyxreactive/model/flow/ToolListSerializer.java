package io.github.telnyxreactive.model.flow;

import io.github.telnyxreactive.model.tool.AssistantTool;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes tools as they were read. */
final class ToolListSerializer extends ValueSerializer<List<AssistantTool>> {

    @Override
    public void serialize(List<AssistantTool> tools, JsonGenerator generator, SerializationContext context) {
        write(tools instanceof NestedTools nested ? nested.nested() : tools, generator, context);
    }

    private static void write(Object value, JsonGenerator generator, SerializationContext context) {
        if (value instanceof List<?> list) {
            generator.writeStartArray();
            list.forEach(element -> write(element, generator, context));
            generator.writeEndArray();
        } else {
            context.writeValue(generator, value);
        }
    }
}
