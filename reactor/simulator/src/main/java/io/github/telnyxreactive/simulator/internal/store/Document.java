package io.github.telnyxreactive.simulator.internal.store;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.json.TelnyxJson;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A JSON object as it was sent, with all its fields, known or unknown. Immutable.
 *
 * @param fields the fields, in order; no value is JSON {@code null}
 */
public record Document(@JsonValue Map<String, JsonNode> fields) {

    /** An empty object. */
    public static final Document EMPTY = new Document(Map.of());

    /** Creates an object; the map is copied without the fields that are JSON {@code null}. */
    public Document {
        Map<String, JsonNode> copy = new LinkedHashMap<>(fields);
        copy.values().removeIf(JsonNode::isNull);
        fields = Collections.unmodifiableMap(copy);
    }

    /**
     * Parses an object.
     *
     * @param json the JSON text
     * @return the object
     */
    public static Document read(byte[] json) {
        return of(TelnyxJson.read(json, JsonNode.class));
    }

    /**
     * Converts a value to an object.
     *
     * @param value a value that Jackson writes as a JSON object; must not be modified afterwards
     * @return the object
     */
    public static Document of(Object value) {
        return new Document(members(node(value)));
    }

    private static JsonNode node(Object value) {
        if (value instanceof String text) {
            // Most fields are strings, and the general conversion is many times slower.
            return StringNode.valueOf(text);
        }
        return value instanceof JsonNode node ? node : TelnyxJson.toTree(value);
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    /**
     * Formats a time for a field.
     *
     * @param time the time
     * @return the time in ISO 8601, with microseconds
     */
    public static String date(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * Returns the value of a field.
     *
     * @param name the name of the field
     * @return the value, or {@code null} if there is no such field
     */
    public @Nullable JsonNode get(String name) {
        return fields.get(name);
    }

    /**
     * Returns the value of a string field.
     *
     * @param name the name of the field
     * @return the string, or {@code null} if there is no such field or it is not a string
     */
    public @Nullable String text(String name) {
        JsonNode value = fields.get(name);
        return value != null && value.isString() ? value.stringValue() : null;
    }

    /**
     * Returns the elements of a list field.
     *
     * @param name the name of the field
     * @return the elements, empty if there is no such field
     */
    public List<JsonNode> items(String name) {
        JsonNode value = fields.get(name);
        return value == null ? List.of() : List.copyOf(value.values());
    }

    /**
     * Returns the strings in a list field.
     *
     * @param name the name of the field
     * @return the strings, empty if there is no such field
     */
    public List<String> texts(String name) {
        return items(name).stream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    /**
     * Returns a copy with a field set or removed.
     *
     * @param name the name of the field
     * @param value the value; {@code null} removes the field
     * @return the copy
     */
    public Document with(String name, @Nullable Object value) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(fields);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, node(value));
        }
        return new Document(changed);
    }

    /**
     * Returns a copy with all fields of another object, which take precedence.
     *
     * @param other the other object
     * @return the copy
     */
    public Document withAll(Document other) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(fields);
        changed.putAll(other.fields);
        return new Document(changed);
    }

    /**
     * Returns a copy without some fields.
     *
     * @param names the names of the fields
     * @return the copy
     */
    public Document without(Collection<String> names) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(fields);
        changed.keySet().removeAll(names);
        return new Document(changed);
    }

    /**
     * Returns a copy with the changes of a request: absent fields stay, and fields that are JSON {@code null} are
     * removed.
     *
     * @param change the body of the request, in JSON
     * @param ignored the names of fields that the request cannot change
     * @return the copy
     */
    public Document changed(byte[] change, Set<String> ignored) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(fields);
        members(TelnyxJson.read(change, JsonNode.class)).forEach((name, value) -> {
            if (!ignored.contains(name)) {
                changed.put(name, value);
            }
        });
        return new Document(changed);
    }
}
