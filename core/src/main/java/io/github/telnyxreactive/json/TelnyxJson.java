package io.github.telnyxreactive.json;

import io.github.telnyxreactive.internal.json.JsonCodec;
import io.github.telnyxreactive.internal.json.ModelReader;
import java.io.OutputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Converts models to JSON and back, in the form in which the API sends and accepts them. Use it wherever models leave
 * or enter an application other than through the client: in a controller, a message broker or a database column.
 *
 * <pre>{@code
 * String column = TelnyxJson.writeToString(assistant);
 * Assistant same = TelnyxJson.read(column, Assistant.class);
 * }</pre>
 *
 * <p>Nothing is lost in a round trip: unknown fields, enum values and union members are kept and written back, and so are
 * explicit nulls, empty lists and fields whose values cannot be read as their types. A date without an offset is in UTC.
 * Writing is exact: absent components are left out, and dates are in ISO 8601 with their own offset. The same value is
 * always written as the same bytes.
 *
 * <p>All methods are thread-safe.
 */
public final class TelnyxJson {

    private static final JsonMapper MAPPER = JsonCodec.mapper();
    private static final ObjectWriter WRITER = MAPPER.writer();

    private TelnyxJson() {}

    /**
     * Writes a value as JSON.
     *
     * @param value a model, or a value that consists of models, lists, maps and simple types
     * @return the JSON, in UTF-8
     * @throws tools.jackson.core.JacksonException if the value cannot be written as JSON
     */
    public static byte[] write(Object value) {
        return WRITER.writeValueAsBytes(value);
    }

    /**
     * Writes a value as JSON to a stream, in UTF-8. The stream is not closed.
     *
     * @param out the stream to write to
     * @param value a model, or a value that consists of models, lists, maps and simple types
     * @throws tools.jackson.core.JacksonException if the value cannot be written as JSON, or the stream fails
     */
    public static void write(OutputStream out, Object value) {
        WRITER.writeValue(out, value);
    }

    /**
     * Writes a value as JSON text.
     *
     * @param value a model, or a value that consists of models, lists, maps and simple types
     * @return the JSON
     * @throws tools.jackson.core.JacksonException if the value cannot be written as JSON
     */
    public static String writeToString(Object value) {
        return WRITER.writeValueAsString(value);
    }

    /**
     * Reads a value.
     *
     * @param json the JSON, in UTF-8
     * @param type the type of the value
     * @param <T> the type of the value
     * @return the value
     * @throws tools.jackson.core.JacksonException if the input is not JSON, a value of another kind, without what identifies
     *     it, or JSON {@code null}
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return read(json, ModelReader.of(type));
    }

    /**
     * Reads a value.
     *
     * @param json the JSON
     * @param type the type of the value
     * @param <T> the type of the value
     * @return the value
     * @throws tools.jackson.core.JacksonException if the input is not JSON, a value of another kind, without what identifies
     *     it, or JSON {@code null}
     */
    public static <T> T read(String json, Class<T> type) {
        return read(json, ModelReader.of(type));
    }

    /**
     * Reads a value of a generic type, {@code new TypeReference<Page<Assistant>>() {}} for example.
     *
     * @param json the JSON, in UTF-8
     * @param type the type of the value
     * @param <T> the type of the value
     * @return the value
     * @throws tools.jackson.core.JacksonException if the input is not JSON, a value of another kind, without what identifies
     *     it, or JSON {@code null}
     */
    public static <T> T read(byte[] json, TypeReference<T> type) {
        return read(json, ModelReader.ofType(type.getType()));
    }

    /**
     * Reads a value of a generic type, {@code new TypeReference<Page<Assistant>>() {}} for example.
     *
     * @param json the JSON
     * @param type the type of the value
     * @param <T> the type of the value
     * @return the value
     * @throws tools.jackson.core.JacksonException if the input is not JSON, a value of another kind, without what identifies
     *     it, or JSON {@code null}
     */
    public static <T> T read(String json, TypeReference<T> type) {
        return read(json, ModelReader.ofType(type.getType()));
    }

    /**
     * Converts a value to a tree.
     *
     * @param value a model, or a value that consists of models, lists, maps and simple types
     * @return the tree
     * @throws tools.jackson.core.JacksonException if the value cannot be written as JSON
     */
    public static JsonNode toTree(Object value) {
        return MAPPER.valueToTree(value);
    }

    private static <T> T read(byte[] json, ModelReader<T> reader) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return reader.read(parser, () -> MAPPER.readTree(json));
        }
    }

    private static <T> T read(String json, ModelReader<T> reader) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return reader.read(parser, () -> MAPPER.readTree(json));
        }
    }
}
