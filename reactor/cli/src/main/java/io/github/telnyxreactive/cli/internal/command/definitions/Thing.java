package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A thing of an account, as requests would define it.
 *
 * @param kind its kind
 * @param id its id
 * @param versionId the id of the main version of an assistant, {@code null} if the service tells none
 * @param createdAt when it was created, {@link Instant#EPOCH} if the service does not tell
 * @param content the fields that requests can set, with the ids of the account
 */
record Thing(Kind kind, String id, @Nullable String versionId, Instant createdAt, ObjectNode content) {

    private static final String TOOLS = "tools";
    private static final String TOOL_IDS = "tool_ids";
    private static final String DEFINITION = "tool_definition";

    static Thing of(SharedTool tool) {
        ObjectNode content = fields(tool, Kind.tools);
        JsonNode definition = content.get(DEFINITION);
        String type = tool.type();
        if (definition != null && type != null && !content.has(type)) {
            content.remove(DEFINITION);
            content.set(type, definition);
        }
        return new Thing(Kind.tools, tool.id(), null, time(tool.createdAt()), content);
    }

    /**
     * Creates a thing from an assistant.
     *
     * @param assistant the assistant
     * @param sharedTools the ids of all shared tools; those of the assistant are told from its own tools by them
     */
    static Thing of(Assistant assistant, Set<String> sharedTools) {
        ObjectNode content = fields(assistant, Kind.assistants);
        if (content.get(TOOLS) instanceof ArrayNode all) {
            ArrayNode own = content.arrayNode();
            ArrayNode shared = content.arrayNode();
            for (JsonNode tool : all) {
                JsonNode id = tool.path("id");
                if (id.isString() && sharedTools.contains(id.stringValue())) {
                    shared.add(id);
                } else {
                    own.add(tool);
                }
            }
            content.set(TOOLS, own);
            if (!shared.isEmpty()) {
                content.set(TOOL_IDS, shared);
            }
        }
        OffsetDateTime createdAt = assistant.createdAt();
        return new Thing(
                Kind.assistants,
                assistant.id(),
                assistant.versionId(),
                createdAt == null ? Instant.EPOCH : createdAt.toInstant(),
                content);
    }

    static Thing of(AssistantTest test) {
        OffsetDateTime createdAt = test.createdAt();
        return new Thing(
                Kind.tests,
                test.testId(),
                null,
                createdAt == null ? Instant.EPOCH : createdAt.toInstant(),
                fields(test, Kind.tests));
    }

    /** Numbers become what they are when they are read from a file. */
    private static ObjectNode fields(Object model, Kind kind) {
        ObjectNode fields = (ObjectNode) TelnyxJson.read(TelnyxJson.write(model), JsonNode.class);
        fields.remove(kind.serverMade());
        fields.properties().removeIf(field -> field.getValue().isNull());
        return fields;
    }

    private static Instant time(@Nullable String text) {
        try {
            return text == null ? Instant.EPOCH : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    Key key() {
        return kind.key(content);
    }

    /** Returns whether this is the same state as another, as far as the service tells. */
    boolean isSameAs(Thing other) {
        return Objects.equals(versionId, other.versionId) && Values.same(content, other.content);
    }
}
