package io.github.telnyxreactive.cli.internal.command.definitions;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What definitions define, in the order in which it is created. */
enum Kind {
    /** Shared tools. */
    tools(
            "tool",
            "display_name",
            List.of("display_name", "type"),
            List.of("display_name", "type", "timeout_ms"),
            Set.of("id", "created_at", "updated_at")),
    /** Assistants, each in its main version. */
    assistants(
            "assistant",
            "name",
            List.of("name", "instructions"),
            List.of("name", "description", "model", "instructions", "greeting"),
            Set.of(
                    "id",
                    "created_at",
                    "updated_at",
                    "version_id",
                    "version_name",
                    "version_created_at",
                    "import_metadata",
                    "related_mission_ids")),
    /** Tests of assistants. */
    tests(
            "test",
            "name",
            List.of("name", "destination", "instructions", "rubric"),
            List.of(
                    "name",
                    "test_suite",
                    "description",
                    "telnyx_conversation_channel",
                    "destination",
                    "instructions",
                    "max_duration_seconds",
                    "rubric"),
            Set.of("test_id", "created_at", "updated_at"));

    /** The tags of references. Nothing refers to a test. */
    static final Set<String> TAGS =
            Stream.of(tools, assistants).map(Kind::noun).collect(Collectors.toUnmodifiableSet());

    static final String SUITE = "test_suite";

    private final String noun;
    private final String nameField;
    private final List<String> required;
    private final List<String> order;
    private final Set<String> serverMade;

    Kind(String noun, String nameField, List<String> required, List<String> order, Set<String> serverMade) {
        this.noun = noun;
        this.nameField = nameField;
        this.required = required;
        this.order = order;
        this.serverMade = serverMade;
    }

    /** Returns the name of one of them, which is the tag of references to it too. */
    String noun() {
        return noun;
    }

    /** Returns the name of the field that has the name. */
    String nameField() {
        return nameField;
    }

    /** Returns the names of the fields without which it cannot be created. */
    List<String> required() {
        return required;
    }

    /** Returns the names of the fields that come first in a file. */
    List<String> order() {
        return order;
    }

    /** Returns the names of the fields that only the service sets. */
    Set<String> serverMade() {
        return serverMade;
    }

    /** Returns what identifies a thing to its readers. */
    Key key(ObjectNode content) {
        String suite = this == tests && content.path(SUITE).isString()
                ? content.path(SUITE).stringValue()
                : null;
        return new Key(this, suite, content.path(nameField).asString(""));
    }
}
