package io.github.telnyxreactive.internal.json;

import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Reads values of a type: at once from the bytes if every field is as expected, and otherwise field by field from a tree.
 *
 * @param <T> the type of the values
 */
public final class ModelReader<T> {

    private static final ClassValue<ModelReader<?>> OF_CLASSES = new ClassValue<>() {
        @Override
        protected ModelReader<?> computeValue(Class<?> type) {
            return ofType(type);
        }
    };

    private final JavaType type;
    private final FirstUse<ObjectReader> strict;
    private final FirstUse<ObjectReader> fieldByField;

    private ModelReader(JavaType type, FirstUse<ObjectReader> strict) {
        this.type = type;
        this.strict = strict;
        this.fieldByField = new FirstUse<>(() -> JsonCodec.fieldByField().readerFor(type));
    }

    /**
     * Returns the reader of a class. There is one for each.
     *
     * @param type the class
     * @param <T> the type of the values
     * @return the reader, which is thread-safe
     */
    @SuppressWarnings("unchecked")
    public static <T> ModelReader<T> of(Class<T> type) {
        return (ModelReader<T>) OF_CLASSES.get(type);
    }

    /**
     * Returns a reader of values of a generic type. It should be reused, because creating a reader costs more than reading
     * a value.
     *
     * @param raw the generic type
     * @param arguments its type arguments
     * @param <T> the type of the values
     * @return a reader, which is thread-safe
     */
    public static <T> ModelReader<T> of(Class<?> raw, Class<?>... arguments) {
        return ofType(JsonCodec.mapper().getTypeFactory().constructParametricType(raw, arguments));
    }

    /**
     * Returns a reader of values of a type. It should be reused, if it can be.
     *
     * @param type the type, with its type arguments
     * @param <T> the type of the values
     * @return a reader, which is thread-safe
     */
    public static <T> ModelReader<T> ofType(Type type) {
        JavaType target = JsonCodec.type(type);
        return new ModelReader<>(target, new FirstUse<>(() -> JsonCodec.mapper().readerFor(target)));
    }

    /**
     * Returns a reader of the same values for objects that have them in a field. It cannot read trees.
     *
     * @param field the name of the field
     * @return a reader, which is thread-safe
     */
    public ModelReader<T> in(String field) {
        JsonPointer pointer = JsonPointer.compile("/" + field);
        return new ModelReader<>(
                type, new FirstUse<>(() -> JsonCodec.mapper().readerFor(type).at(pointer)));
    }

    /**
     * Returns the type of the values.
     *
     * @return the type
     */
    public JavaType type() {
        return type;
    }

    /**
     * Reads a value in which every field is as expected.
     *
     * @param json an array that contains the JSON
     * @param offset the offset of its first byte
     * @param length the number of its bytes
     * @return the value, {@code null} for JSON {@code null}
     * @throws JacksonException if a field is not as expected, or this is not JSON
     */
    public @Nullable T readStrictly(byte[] json, int offset, int length) {
        return strict.get().readValue(json, offset, length);
    }

    /**
     * Reads a value in which every field is as expected.
     *
     * @param json the JSON, which is read to its end and not closed
     * @return the value, {@code null} for JSON {@code null}
     * @throws JacksonException if a field is not as expected, or this is not JSON
     */
    public @Nullable T readStrictly(InputStream json) {
        return strict.get().readValue(json);
    }

    /**
     * Reads a value in which every field is as expected.
     *
     * @param json the JSON
     * @return the value, {@code null} for JSON {@code null}
     * @throws JacksonException if a field is not as expected, or this is not JSON
     */
    public @Nullable T readStrictly(JsonParser json) {
        return strict.get().readValue(json);
    }

    /**
     * Reads a value leniently.
     *
     * @param json the JSON
     * @param tree reads the same JSON as a tree
     * @return the value
     * @throws JacksonException if this is not JSON, JSON {@code null}, a value of another kind, or without identity
     */
    public T read(JsonParser json, Supplier<JsonNode> tree) {
        T value;
        try {
            value = readStrictly(json);
        } catch (JacksonException | NumberFormatException e) {
            try {
                value = read(tree.get(), path -> {});
            } catch (NumberFormatException outOfRange) {
                throw MismatchedInputException.from(json, type, "a number is out of range: " + outOfRange.getMessage());
            }
        }
        if (value == null) {
            throw MismatchedInputException.from(json, type, "the JSON is null");
        }
        return value;
    }

    /**
     * Reads a value in which every field is as expected.
     *
     * @param json the tree
     * @return the value, {@code null} for JSON {@code null}
     * @throws JacksonException if a field is not as expected
     */
    public @Nullable T readStrictly(JsonNode json) {
        try (NodeParser parser = new NodeParser(json, null, ObjectReadContext.empty())) {
            return strict.get().readValue(parser);
        }
    }

    /**
     * Reads a value. A field that cannot be read is kept as it came.
     *
     * @param json the tree
     * @param onKept receives the path of each field that was kept, once
     * @return the value, {@code null} for JSON {@code null}
     * @throws JacksonException if the value has no identity, or is of another kind
     */
    public @Nullable T read(JsonNode json, Consumer<String> onKept) {
        try (NodeParser parser = new NodeParser(json, null, ObjectReadContext.empty())) {
            RawFields found = new RawFields();
            T value = fieldByField.get().withAttribute(RawFields.class, found).readValue(parser);
            found.paths().forEach(onKept);
            return value;
        }
    }
}
