package io.github.telnyxreactive.internal.chat;

import io.github.telnyxreactive.internal.json.JsonCodec;
import io.github.telnyxreactive.model.chat.ChatEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the events of a streamed reply. The format of their data is not documented, so the text is searched in all
 * likely fields, and the data is kept as received.
 */
public final class ChatEvents {

    private static final String UNNAMED = "message";
    private static final String END_MARK = "[DONE]";
    private static final List<String> ERROR_FIELDS = List.of("errors", "error");
    private static final List<String> TEXT_FIELDS = List.of("content", "delta", "text");

    private ChatEvents() {}

    /**
     * Reads a server-sent event. Without a name, the data tells its type; errors in it make it an error.
     *
     * @param name the name of the event, {@code message} if it has none
     * @param data its data
     * @return the event
     */
    public static ChatEvent read(String name, String data) {
        if (data.strip().equals(END_MARK)) {
            return new ChatEvent(ChatEvent.DONE, null, data);
        }
        JsonNode tree = tree(data);
        String type = name;
        if (name.equals(UNNAMED) && tree != null) {
            if (tree.path("type").isString()) {
                type = tree.path("type").stringValue();
            } else if (reportsErrors(tree)) {
                type = ChatEvent.ERROR;
            }
        }
        return new ChatEvent(type, tree == null ? data : text(tree), data);
    }

    /** Returns whether this is what the body of an error response looks like. */
    private static boolean reportsErrors(JsonNode tree) {
        return ERROR_FIELDS.stream()
                .map(tree::path)
                .anyMatch(errors -> errors.isContainer()
                        ? !errors.isEmpty()
                        : errors.isString() && !errors.stringValue().isBlank());
    }

    private static @Nullable JsonNode tree(String data) {
        try {
            return JsonCodec.readTree(data.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException | NumberFormatException e) {
            // Not JSON, or a number out of range: then the data is the text itself.
            return null;
        }
    }

    private static @Nullable String text(JsonNode tree) {
        if (tree.isString()) {
            return tree.stringValue();
        }
        for (String field : TEXT_FIELDS) {
            JsonNode value = tree.path(field);
            if (value.isString()) {
                return value.stringValue();
            }
            if (value.path("content").isString()) {
                return value.path("content").stringValue();
            }
        }
        return null;
    }
}
