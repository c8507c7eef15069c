package io.github.telnyxreactive.cli.internal.command.definitions.yaml;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.POJONode;

/**
 * A string with a tag of its own, such as {@code !assistant Sales}.
 *
 * @param tag the tag, without the exclamation mark
 * @param text the string
 */
public record Tagged(String tag, String text) {

    /**
     * Returns the tagged string in a tree.
     *
     * @param node a node of a tree
     * @return the tagged string, {@code null} if the node is none
     */
    public static @Nullable Tagged in(JsonNode node) {
        return node instanceof POJONode pojo && pojo.getPojo() instanceof Tagged tagged ? tagged : null;
    }

    /**
     * Returns this as a node of a tree.
     *
     * @return the node
     */
    public JsonNode node() {
        return JsonNodeFactory.instance.pojoNode(this);
    }

    @Override
    public String toString() {
        return "!" + tag + " " + text;
    }
}
