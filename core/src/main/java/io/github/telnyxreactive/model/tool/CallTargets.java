package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The targets that a call can be transferred to or that can be invited to it: a list, or a template that resolves to a
 * list during the call.
 */
@JsonDeserialize(using = CallTargets.Deserializer.class)
public sealed interface CallTargets permits CallTargets.Listed, CallTargets.Template, CallTargets.UnknownCallTargets {

    /**
     * Returns a list of the given targets.
     *
     * @param targets the targets
     * @return the list
     */
    static CallTargets of(CallTarget... targets) {
        return new Listed(List.of(targets));
    }

    /**
     * Returns a template that resolves to a list of targets during the call.
     *
     * @param template the template, for example a dynamic variable in double braces
     * @return the targets as a template
     */
    static CallTargets template(String template) {
        return new Template(template);
    }

    /**
     * A list of targets.
     *
     * @param targets the targets
     */
    record Listed(@JsonValue List<CallTarget> targets) implements CallTargets {

        /** Copies collections. */
        public Listed {
            targets = Models.requiredList(targets, "targets");
        }
    }

    /**
     * A template.
     *
     * @param template the template
     */
    record Template(@JsonValue String template) implements CallTargets {

        /** Validates the template. */
        public Template {
            Models.required(template, "targets");
        }
    }

    /**
     * Targets in a form unknown to this library, kept and written back as received.
     *
     * @param value the value as received
     */
    record UnknownCallTargets(@JsonValue JsonNode value) implements CallTargets {}

    /** Selects the form by the first token. */
    final class Deserializer extends ValueDeserializer<CallTargets> {

        @Override
        public CallTargets deserialize(JsonParser parser, DeserializationContext context) {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING) {
                return new Template(parser.getString());
            }
            if (token == JsonToken.START_ARRAY) {
                JavaType type = context.getTypeFactory().constructCollectionType(List.class, CallTarget.class);
                return new Listed(context.readValue(parser, type));
            }
            return new UnknownCallTargets(context.readTree(parser));
        }

        @Override
        public @Nullable CallTargets getNullValue(DeserializationContext context) {
            return null;
        }
    }
}
