package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The targets that a call can be transferred to or that can be invited to it: a list, or a template that resolves to a
 * list during the call.
 */
@JsonDeserialize(using = CallTargetsDeserializer.class)
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
}
