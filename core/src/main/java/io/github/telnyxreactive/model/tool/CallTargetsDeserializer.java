package io.github.telnyxreactive.model.tool;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Tells the forms apart by the first token. */
final class CallTargetsDeserializer extends ValueDeserializer<CallTargets> {

    @Override
    public CallTargets deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return new CallTargets.Template(parser.getString());
        }
        if (token == JsonToken.START_ARRAY) {
            JavaType type = context.getTypeFactory().constructCollectionType(List.class, CallTarget.class);
            List<CallTarget> targets = context.readValue(parser, type);
            return targets.contains(null)
                    ? context.reportInputMismatch(this, "a list of targets has an element that is null")
                    : new CallTargets.Listed(targets);
        }
        return new CallTargets.UnknownCallTargets(context.readTree(parser));
    }

    @Override
    public @Nullable CallTargets getNullValue(DeserializationContext context) {
        return null;
    }
}
