package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Whom a call can be passed to: a list, or a template that becomes one during the call. */
@JsonDeserialize(using = CallTargetsDeserializer.class)
public sealed interface CallTargets permits CallTargets.Listed, CallTargets.Template, CallTargets.UnknownCallTargets {

    /**
     * Names the targets.
     *
     * @param targets the targets
     * @return the list of them
     */
    static CallTargets of(CallTarget... targets) {
        return new Listed(List.of(targets));
    }

    /**
     * Names a template.
     *
     * @param template the template, a dynamic variable in double braces for example
     * @return the template
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

        /** Copies what could change. */
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

        /** Checks that it is there. */
        public Template {
            Models.required(template, "targets");
        }
    }

    /**
     * Something else, kept and written back as it came.
     *
     * @param value what came
     */
    record UnknownCallTargets(@JsonValue JsonNode value) implements CallTargets {}
}
