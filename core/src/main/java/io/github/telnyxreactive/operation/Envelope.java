package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.internal.json.FirstUse;
import io.github.telnyxreactive.internal.json.JsonCodec;
import io.github.telnyxreactive.internal.json.ModelReader;
import io.github.telnyxreactive.internal.json.UnreadableElementsException;
import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the value of a response is found in its JSON. What is documented is read at once. Anything else is read from a
 * tree, if there is only one place where the value can be.
 *
 * @param <T> the type of the value
 */
abstract class Envelope<T> {

    static final String DATA = "data";
    private static final String META = "meta";
    private static final String ERRORS = "errors";

    /** Returns the value if everything is as documented, {@code null} if there is none in its place. */
    abstract @Nullable T readStrictly(byte[] body, int offset, int length);

    /** Returns the value if everything is as documented, {@code null} if there is none in its place. */
    abstract @Nullable T readStrictly(InputStream body);

    /** Finds the value and reads it leniently. */
    abstract T find(JsonNode body, Consumer<String> onKept);

    T read(byte[] body, int offset, int length, Reading reading) {
        RuntimeException failure = null;
        try {
            T value = readStrictly(body, offset, length);
            if (value != null) {
                return value;
            }
        } catch (JacksonException | NumberFormatException e) {
            failure = e;
        }
        return find(JsonCodec.mapper().readTree(body, offset, length), failure, reading);
    }

    T read(InputStream body, Reading reading) {
        if (!body.markSupported()) {
            try {
                byte[] bytes = body.readAllBytes();
                return read(bytes, 0, bytes.length, reading);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        body.mark(Integer.MAX_VALUE);
        RuntimeException failure = null;
        try {
            T value = readStrictly(body);
            if (value != null) {
                return value;
            }
        } catch (JacksonException | NumberFormatException e) {
            failure = e;
        }
        try {
            body.reset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return find(JsonCodec.mapper().readTree(body), failure, reading);
    }

    private T find(JsonNode body, @Nullable RuntimeException failure, Reading reading) {
        if (!reading.isStrict()) {
            return find(body, reading::kept);
        }
        if (failure != null) {
            throw failure;
        }
        throw unexpected(this + " was expected", body);
    }

    private static DatabindException unexpected(String expected, JsonNode came) {
        return DatabindException.from((JsonParser) null, expected + ", not " + describe(came));
    }

    private static String describe(JsonNode node) {
        if (node.isObject()) {
            return node.isEmpty()
                    ? "an empty object"
                    : "an object with "
                            + node.propertyNames().stream()
                                    .limit(10)
                                    .map(name -> '"' + name + '"')
                                    .collect(Collectors.joining(", "));
        }
        return node.isArray() ? "an array of " + node.size() : node.isNull() ? "null" : "a " + kind(node);
    }

    private static String kind(JsonNode node) {
        return node.isString() ? "string" : node.isNumber() ? "number" : node.isBoolean() ? "boolean" : "value";
    }

    /** Returns a field of a node, a missing node if there is none. */
    private static JsonNode in(JsonNode node, String field) {
        return node.path(field);
    }

    /** An object, which is the body or in a field of it. */
    static final class OfObject<T> extends Envelope<T> {

        private final ModelReader<T> reader;
        private final ModelReader<T> strict;
        private final @Nullable String field;
        private final FirstUse<Shape> shape;

        OfObject(Class<T> type, @Nullable String field) {
            this.reader = ModelReader.of(type);
            this.strict = field == null ? reader : reader.in(field);
            this.field = field;
            this.shape = new FirstUse<>(() -> Shape.of(type));
        }

        @Override
        @Nullable T readStrictly(byte[] body, int offset, int length) {
            return isUnmistakable()
                    ? strict.readStrictly(body, offset, length)
                    : readStrictly(JsonCodec.mapper().readTree(body, offset, length));
        }

        @Override
        @Nullable T readStrictly(InputStream body) {
            return isUnmistakable()
                    ? strict.readStrictly(body)
                    : readStrictly(JsonCodec.mapper().readTree(body));
        }

        /** Any object could be read as a model that has no identity, also one that contains it. */
        private boolean isUnmistakable() {
            return field != null || !shape.get().isOfModel() || shape.get().hasIdentity();
        }

        private @Nullable T readStrictly(JsonNode body) {
            boolean isElsewhere = !shape.get().identifies(body) && shape.get().identifies(only(in(body, DATA)));
            return !body.isObject() || isElsewhere || isForeign(body) ? null : reader.readStrictly(body);
        }

        @Override
        T find(JsonNode body, Consumer<String> onKept) {
            if (!shape.get().isOfModel()) {
                JsonNode place = field == null ? body : in(body, field);
                return required(place.isMissingNode() ? null : reader.read(place, onKept), body);
            }
            JsonNode documented = only(field == null ? body : in(body, field));
            JsonNode other = only(field == null ? in(body, DATA) : body);
            JsonNode place = shape.get().identifies(documented)
                    ? documented
                    : shape.get().identifies(other) ? other : documented;
            if (!place.isObject() || (place == documented && isForeign(place))) {
                throw unexpected(this + " was expected", body);
            }
            return required(reader.read(place, onKept), body);
        }

        private T required(@Nullable T value, JsonNode body) {
            if (value == null) {
                throw unexpected(this + " was expected", body);
            }
            return value;
        }

        /** Returns the only element of an array, and anything else as it is. */
        private JsonNode only(JsonNode node) {
            return node.isArray() && node.size() == 1 && shape.get().identifies(node.get(0)) ? node.get(0) : node;
        }

        private boolean isForeign(JsonNode node) {
            return !shape.get().identifies(node)
                    && (shape.get().hasIdentity() || in(node, ERRORS).isArray() || node.has(DATA));
        }

        @Override
        public String toString() {
            String type = reader.type().getRawClass().getSimpleName();
            String identity = shape.get().identity().stream()
                    .map(name -> '"' + name + '"')
                    .collect(Collectors.joining(" and "));
            return "an object " + type + (identity.isEmpty() ? "" : " with " + identity)
                    + (field == null ? "" : " in \"" + field + '"');
        }
    }

    /** A list, which is the body or in a field of it. */
    static final class OfList<T> extends Envelope<List<T>> {

        private final ModelReader<List<T>> strict;
        private final Elements<T> elements;
        private final @Nullable String field;

        OfList(Class<T> type, @Nullable String field) {
            ModelReader<List<T>> list = ModelReader.of(List.class, type);
            this.strict = field == null ? list : list.in(field);
            this.elements = new Elements<>(ModelReader.of(type));
            this.field = field;
        }

        @Override
        @Nullable List<T> readStrictly(byte[] body, int offset, int length) {
            return complete(strict.readStrictly(body, offset, length));
        }

        @Override
        @Nullable List<T> readStrictly(InputStream body) {
            return complete(strict.readStrictly(body));
        }

        @Override
        List<T> find(JsonNode body, Consumer<String> onKept) {
            JsonNode data = in(body, DATA);
            List<JsonNode> places =
                    field == null ? List.of(body, data) : List.of(in(body, field), body, data, in(data, field));
            for (JsonNode place : places) {
                if (place.isArray()) {
                    return elements.read(place, onKept, (values, unreadable) -> values);
                }
            }
            for (JsonNode place : places) {
                if (elements.isOne(place)) {
                    JsonNode single = JsonCodec.mapper().createArrayNode().add(place);
                    return elements.read(single, onKept, (values, unreadable) -> values);
                }
            }
            throw unexpected(this + " was expected", body);
        }

        @Override
        public String toString() {
            return "an array" + (field == null ? "" : " in \"" + field + '"');
        }
    }

    /** A page, which is an object that contains its elements, or a bare array. */
    static final class OfPage<T> extends Envelope<Page<T>> {

        private static final ModelReader<PageMeta> META_READER = ModelReader.of(PageMeta.class);

        private final @Nullable ModelReader<Page<T>> page;
        private final ModelReader<List<T>> array;
        private final Elements<T> elements;

        OfPage(Class<T> type, boolean isBareArray) {
            this.page = isBareArray ? null : ModelReader.of(Page.class, type);
            this.array = ModelReader.of(List.class, type);
            this.elements = new Elements<>(ModelReader.of(type));
        }

        Class<?> elementType() {
            return elements.reader().type().getRawClass();
        }

        @Override
        @Nullable Page<T> readStrictly(byte[] body, int offset, int length) {
            return page == null
                    ? page(array.readStrictly(body, offset, length))
                    : page.readStrictly(body, offset, length);
        }

        @Override
        @Nullable Page<T> readStrictly(InputStream body) {
            return page == null ? page(array.readStrictly(body)) : page.readStrictly(body);
        }

        private static <T> @Nullable Page<T> page(@Nullable List<T> values) {
            List<T> complete = complete(values);
            return complete == null ? null : Page.of(complete, null);
        }

        @Override
        Page<T> find(JsonNode body, Consumer<String> onKept) {
            if (body.isArray()) {
                return elements.read(body, onKept, (values, unreadable) -> page(values, null, Map.of(), unreadable));
            }
            PageMeta meta = meta(in(body, META), onKept);
            JsonNode data = in(body, DATA);
            if (!data.isArray() && !(data.isNull() && isEmpty(meta))) {
                throw unexpected(this + " was expected", body);
            }
            Map<String, JsonNode> others = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> other : body.properties()) {
                if (!other.getKey().equals(DATA) && !other.getKey().equals(META)) {
                    others.put(other.getKey(), other.getValue());
                }
            }
            return elements.read(data, onKept, (values, unreadable) -> page(values, meta, others, unreadable));
        }

        /** Elements that cannot be read are kept like a field, so that the length of the page is known. */
        private static <T> Page<T> page(
                List<T> values,
                @Nullable PageMeta meta,
                Map<String, JsonNode> others,
                Map<Integer, JsonNode> unreadable) {
            if (unreadable.isEmpty()) {
                return new Page<>(values, meta, others);
            }
            Map<String, JsonNode> all = new LinkedHashMap<>(others);
            ObjectNode byPosition = JsonCodec.mapper().createObjectNode();
            unreadable.forEach((position, element) -> byPosition.set(String.valueOf(position), element));
            all.put(DATA, byPosition);
            return new Page<>(values, meta, all);
        }

        private static @Nullable PageMeta meta(JsonNode node, Consumer<String> onKept) {
            if (node.isMissingNode() || node.isNull()) {
                return null;
            }
            return node.isObject() ? META_READER.read(node, onKept) : PageMeta.unreadable();
        }

        private static boolean isEmpty(@Nullable PageMeta meta) {
            return meta != null && Long.valueOf(0).equals(meta.totalResults());
        }

        @Override
        public String toString() {
            return page == null ? "an array" : "an array in \"" + DATA + '"';
        }
    }

    /** A text as a JSON string. */
    static final class OfText extends Envelope<String> {

        private final ModelReader<String> reader = ModelReader.of(String.class);

        @Override
        @Nullable String readStrictly(byte[] body, int offset, int length) {
            return reader.readStrictly(body, offset, length);
        }

        @Override
        @Nullable String readStrictly(InputStream body) {
            return reader.readStrictly(body);
        }

        @Override
        String find(JsonNode body, Consumer<String> onKept) {
            throw unexpected(this + " was expected", body);
        }

        @Override
        public String toString() {
            return "a string";
        }
    }

    /** Returns a list, or {@code null} if an element of it is {@code null}. */
    private static <T> @Nullable List<T> complete(@Nullable List<T> values) {
        return values == null || values.contains(null) ? null : List.copyOf(values);
    }

    /**
     * Reads the elements of a list one by one.
     *
     * @param reader reads an element
     * @param <T> the type of the elements
     */
    private record Elements<T>(ModelReader<T> reader) {

        /** Returns whether a node can only be an element by itself. */
        boolean isOne(JsonNode node) {
            Shape shape = Shape.of(reader.type().getRawClass());
            return shape.hasIdentity() && shape.identifies(node);
        }

        <R> R read(JsonNode array, Consumer<String> onKept, BiFunction<List<T>, Map<Integer, JsonNode>, R> finish) {
            List<T> values = new ArrayList<>(array.size());
            Map<Integer, JsonNode> unreadable = new LinkedHashMap<>(0);
            RuntimeException cause = null;
            for (JsonNode element : array) {
                try {
                    T value = reader.read(element, onKept);
                    if (value == null) {
                        throw unexpected("an element was expected", element);
                    }
                    values.add(value);
                } catch (JacksonException e) {
                    if (cause == null) {
                        cause = e;
                    }
                    unreadable.put(values.size() + unreadable.size(), element);
                }
            }
            R value = finish.apply(List.copyOf(values), unreadable);
            if (cause != null) {
                throw new UnreadableElementsException(value, List.copyOf(unreadable.values()), cause);
            }
            return value;
        }
    }
}
