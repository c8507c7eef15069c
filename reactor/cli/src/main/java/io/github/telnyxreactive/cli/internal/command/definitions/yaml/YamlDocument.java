package io.github.telnyxreactive.cli.internal.command.definitions.yaml;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document that was read, with the places of its values.
 *
 * @param content the document
 * @param positions the places by path, such as {@code tools[0].webhook.url}; the path of the document itself is empty
 */
public record YamlDocument(ObjectNode content, Map<String, Position> positions) {

    /**
     * Returns where a value is.
     *
     * @param path the path of the value
     * @return its place, or that of the innermost value around it which is there
     */
    public Position position(String path) {
        String known = path;
        while (!known.isEmpty() && !positions.containsKey(known)) {
            known = known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
        }
        return positions.getOrDefault(known, Position.START);
    }
}
