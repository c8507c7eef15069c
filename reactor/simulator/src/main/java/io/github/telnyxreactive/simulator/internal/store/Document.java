package io.github.telnyxreactive.simulator.internal.store;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.json.JsonCodec;
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
 * A JSON object as somebody sent it, with every field, known or not. The values of its fields are never changed.
 *
 * @param fields the fields, in their order; none is {@code null} on the wire
 */
public record Document(@JsonValue Map<String, JsonNode> fields) {

    /** An object without fields. */
    public static final Document EMPTY = new Document(Map.of());

    /** Copies what could change, and leaves out what is {@code null} on the wire. */
    public Document {
        Map<String, JsonNode> copy = new LinkedHashMap<>(fields);
        copy.values().removeIf(JsonNode::isNull);
        fields = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads an object.
     *
     * @param json the object in JSON
     * @return the object
     */
    public static Document read(byte[] json) {
        return of(JsonCodec.readTree(json));
    }

    /**
     * Takes an object over.
     *
     * @param value anything that is written as a JSON object, and is not changed from now on
     * @return the object
     */
    public static Document of(Object value) {
        return new Document(members(node(value)));
    }

    private static JsonNode node(Object value) {
        if (value instanceof String text) {
            // Most fields are texts, and the general way is many times slower.
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
     * Writes a time as the fields of objects have it.
     *
     * @param time the time
     * @return the time, with the microsecond as its smallest part
     */
    public static String date(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * Reads a field.
     *
     * @param name its name
     * @return its value, or {@code null} if there is no such field
     */
    public @Nullable JsonNode get(String name) {
        return fields.get(name);
    }

    /**
     * Reads a field that holds text.
     *
     * @param name its name
     * @return its text, or {@code null} if there is no such field or it holds something else
     */
    public @Nullable String text(String name) {
        JsonNode value = fields.get(name);
        return value != null && value.isString() ? value.stringValue() : null;
    }

    /**
     * Reads a field that holds a list.
     *
     * @param name its name
     * @return its items, none if there is no such field
     */
    public List<JsonNode> items(String name) {
        JsonNode value = fields.get(name);
        return value == null ? List.of() : List.copyOf(value.values());
    }

    /**
     * Reads a field that holds a list of texts.
     *
     * @param name its name
     * @return its texts, none if there is no such field
     */
    public List<String> texts(String name) {
        return items(name).stream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    /**
     * Sets a field.
     *
     * @param name its name
     * @param value its value; {@code null} removes it
     * @return another object
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
     * Sets all fields of another object.
     *
     * @param other the other object
     * @return an object with the fields of both; of two of the same name, that of the other
     */
    public Document withAll(Document other) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(fields);
        changed.putAll(other.fields);
        return new Document(changed);
    }

    /**
     * Removes fields.
     *
     * @param names their names
     * @return another object
     */
    public Document without(Collection<String> names) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(fields);
        changed.keySet().removeAll(names);
        return new Document(changed);
    }

    /**
     * Changes fields as a request says: what it leaves out stays, what is {@code null} on the wire goes.
     *
     * @param change the body of the request, in JSON
     * @param untouched the names of fields that stay, whatever the request says
     * @return another object
     */
    public Document changed(byte[] change, Set<String> untouched) {
        Map<String, JsonNode> changed = new LinkedHashMap<>(fields);
        members(JsonCodec.readTree(change)).forEach((name, value) -> {
            if (!untouched.contains(name)) {
                changed.put(name, value);
            }
        });
        return new Document(changed);
    }
}
