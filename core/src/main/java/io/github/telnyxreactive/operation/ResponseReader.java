package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.internal.json.JsonCodec;
import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.page.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;

/**
 * How the body of a successful answer is read.
 *
 * @param <T> what it is read to; {@link Void} if the body tells nothing
 */
public final class ResponseReader<T> {

    private static final String JSON = "application/json";
    private static final ResponseReader<Void> NOTHING = new ResponseReader<>(null, null, JSON, value -> null, null);

    private final @Nullable ObjectReader json;
    private final @Nullable Function<String, T> text;
    private final String accept;
    private final Function<Object, T> finish;
    private final @Nullable ObjectReader element;

    private ResponseReader(
            @Nullable ObjectReader json,
            @Nullable Function<String, T> text,
            String accept,
            Function<Object, T> finish,
            @Nullable ObjectReader element) {
        this.json = json;
        this.text = text;
        this.accept = accept;
        this.finish = finish;
        this.element = element;
    }

    @SuppressWarnings("unchecked")
    private static <T> ResponseReader<T> json(ObjectReader reader, @Nullable ObjectReader element) {
        return new ResponseReader<>(reader, null, JSON, value -> (T) value, element);
    }

    /**
     * Reads one value.
     *
     * @param type its type
     * @param <T> its type
     * @return the way of reading
     */
    public static <T> ResponseReader<T> of(Class<T> type) {
        return json(JsonCodec.reader(type), null);
    }

    /**
     * Reads one value that is a field of an object.
     *
     * @param field the name of the field
     * @param type the type of the value
     * @param <T> the type of the value
     * @return the way of reading
     */
    public static <T> ResponseReader<T> objectIn(String field, Class<T> type) {
        return json(JsonCodec.reader(type).at("/" + field), null);
    }

    /**
     * Reads an array.
     *
     * @param type the type of its elements
     * @param <T> the type of its elements
     * @return the way of reading
     */
    public static <T> ResponseReader<List<T>> listOf(Class<T> type) {
        return list(JsonCodec.reader(List.class, type), "answer");
    }

    /**
     * Reads an array that is a field of an object.
     *
     * @param field the name of the field
     * @param type the type of its elements
     * @param <T> the type of its elements
     * @return the way of reading
     */
    public static <T> ResponseReader<List<T>> listIn(String field, Class<T> type) {
        return list(JsonCodec.reader(List.class, type).at("/" + field), field);
    }

    @SuppressWarnings("unchecked")
    private static <T> ResponseReader<List<T>> list(ObjectReader reader, String name) {
        return new ResponseReader<>(reader, null, JSON, values -> Models.requiredList((List<T>) values, name), null);
    }

    /**
     * Reads a page of a list.
     *
     * @param type the type of its elements
     * @param <T> the type of its elements
     * @return the way of reading
     */
    public static <T> ResponseReader<Page<T>> pageOf(Class<T> type) {
        return json(JsonCodec.reader(Page.class, type), JsonCodec.reader(type));
    }

    /**
     * Reads a page of a list that is a bare array.
     *
     * @param type the type of its elements
     * @param <T> the type of its elements
     * @return the way of reading
     */
    @SuppressWarnings("unchecked")
    public static <T> ResponseReader<Page<T>> arrayPageOf(Class<T> type) {
        return new ResponseReader<>(
                JsonCodec.reader(List.class, type),
                null,
                JSON,
                values -> Page.of((List<T>) values, null),
                JsonCodec.reader(type));
    }

    /**
     * Reads plain text.
     *
     * @return the way of reading
     */
    public static ResponseReader<String> text() {
        return new ResponseReader<>(null, text -> text, "text/plain, application/json;q=0.5", String.class::cast, null);
    }

    /**
     * Reads text that is a JSON string if the content type says JSON, and stands for itself otherwise.
     *
     * @return the way of reading
     */
    public static ResponseReader<String> textOrJsonString() {
        return new ResponseReader<>(
                JsonCodec.reader(String.class),
                text -> text,
                "application/json, application/xml, text/xml, text/plain",
                String.class::cast,
                null);
    }

    /**
     * Reads nothing: whatever the body holds, it tells no more than the status.
     *
     * @return the way of reading
     */
    public static ResponseReader<Void> nothing() {
        return NOTHING;
    }

    /**
     * Tells whether there is anything to read.
     *
     * @return {@code false} if the body is passed over
     */
    public boolean hasContent() {
        return json != null || text != null;
    }

    /**
     * Tells whether an empty body says something.
     *
     * @return {@code true} if it is the empty text
     */
    public boolean mayBeEmpty() {
        return text != null;
    }

    /**
     * Returns what content is asked for.
     *
     * @return the value of the header {@code Accept}
     */
    public String accept() {
        return accept;
    }

    /**
     * Returns the reader of a single element of a page, for a client that decodes a page while it arrives.
     *
     * @return the reader, or {@code null} if the response is not a page
     */
    public @Nullable ObjectReader elementReader() {
        return element;
    }

    /**
     * Returns whether a page is a bare array of its elements, and not an object that contains it.
     *
     * @return whether it is, {@code false} if the response is not a page
     */
    public boolean isBareArrayPage() {
        return element != null && content().getValueType().isCollectionLikeType();
    }

    /**
     * Reads a body.
     *
     * @param body the body; it is read to its end and not closed
     * @param contentType its content type, {@code null} if it is not known
     * @return what it says
     * @throws tools.jackson.core.JacksonException if the body is not JSON, or not of the type
     * @throws NullPointerException if the body, or an element of an array, is {@code null}
     * @throws IllegalStateException if there is nothing to read
     */
    public T read(InputStream body, @Nullable String contentType) {
        if (isText(contentType)) {
            try {
                return readText(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return finish(content().readValue(body));
    }

    /**
     * Reads a body.
     *
     * @param body an array that holds the body
     * @param offset where it starts
     * @param length how long it is
     * @param contentType its content type, {@code null} if it is not known
     * @return what it says
     * @throws tools.jackson.core.JacksonException if the body is not JSON, or not of the type
     * @throws NullPointerException if the body, or an element of an array, is {@code null}
     * @throws IllegalStateException if there is nothing to read
     */
    public T read(byte[] body, int offset, int length, @Nullable String contentType) {
        return isText(contentType)
                ? readText(new String(body, offset, length, StandardCharsets.UTF_8))
                : finish(content().readValue(body, offset, length));
    }

    private boolean isText(@Nullable String contentType) {
        boolean isJson =
                contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json");
        return text != null && (json == null || !isJson);
    }

    private T readText(String body) {
        return Objects.requireNonNull(text).apply(body);
    }

    private T finish(@Nullable Object value) {
        return finish.apply(Objects.requireNonNull(value, "the body is null"));
    }

    private ObjectReader content() {
        if (json == null) {
            throw new IllegalStateException("there is nothing to read");
        }
        return json;
    }
}
