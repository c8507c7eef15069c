package io.github.telnyxreactive.cli.internal.command.definitions;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** One write. Values may have references to things that an earlier step creates. */
sealed interface Step {

    /** Returns what the step does, in a few words. */
    String title();

    /**
     * Creates a thing.
     *
     * @param definition its file
     * @param content its content
     * @param deferred the names of fields that refer to what is created only later, and are set then
     */
    record Create(Definition definition, ObjectNode content, Set<String> deferred) implements Step {

        @Override
        public String title() {
            return "create " + definition.file();
        }
    }

    /**
     * Sets the deferred fields of a thing that was created.
     *
     * @param definition its file
     * @param fields the fields
     */
    record Complete(Definition definition, ObjectNode fields) implements Step {

        @Override
        public String title() {
            return "complete " + definition.file();
        }
    }

    /**
     * Changes a thing.
     *
     * @param definition its file
     * @param present the thing as it was compared
     * @param target its content after the change
     */
    record Update(Definition definition, Thing present, ObjectNode target) implements Step {

        @Override
        public String title() {
            return "change " + definition.file();
        }
    }

    /**
     * Deletes a thing.
     *
     * @param present the thing as it was compared
     */
    record Delete(Thing present) implements Step {

        @Override
        public String title() {
            return "delete " + present.key() + " (" + present.id() + ")";
        }
    }
}
