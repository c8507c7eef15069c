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
 * Reads the body of a successful response.
 *
 * @param <T> the type of the value that is read; {@link Void} if the body is ignored
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
     * Returns a reader of a single value.
     *
     * @param type the type of the value
     * @param <T> the type of the value
     * @return a reader
     */
    public static <T> ResponseReader<T> of(Class<T> type) {
        return json(JsonCodec.reader(type), null);
    }

    /**
     * Returns a reader of a value that is a field of an object.
     *
     * @param field the name of the field
     * @param type the type of the value
     * @param <T> the type of the value
     * @return a reader
     */
    public static <T> ResponseReader<T> objectIn(String field, Class<T> type) {
        return json(JsonCodec.reader(type).at("/" + field), null);
    }

    /**
     * Returns a reader of an array.
     *
     * @param type the type of the elements
     * @param <T> the type of the elements
     * @return a reader
     */
    public static <T> ResponseReader<List<T>> listOf(Class<T> type) {
        return list(JsonCodec.reader(List.class, type), "response");
    }

    /**
     * Returns a reader of an array that is a field of an object.
     *
     * @param field the name of the field
     * @param type the type of the elements
     * @param <T> the type of the elements
     * @return a reader
     */
    public static <T> ResponseReader<List<T>> listIn(String field, Class<T> type) {
        return list(JsonCodec.reader(List.class, type).at("/" + field), field);
    }

    @SuppressWarnings("unchecked")
    private static <T> ResponseReader<List<T>> list(ObjectReader reader, String name) {
        return new ResponseReader<>(reader, null, JSON, values -> Models.requiredList((List<T>) values, name), null);
    }

    /**
     * Returns a reader of a page of a list.
     *
     * @param type the type of the elements
     * @param <T> the type of the elements
     * @return a reader
     */
    public static <T> ResponseReader<Page<T>> pageOf(Class<T> type) {
        return json(JsonCodec.reader(Page.class, type), JsonCodec.reader(type));
    }

    /**
     * Returns a reader of a page that is a bare array.
     *
     * @param type the type of the elements
     * @param <T> the type of the elements
     * @return a reader
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
     * Returns a reader of plain text.
     *
     * @return a reader
     */
    public static ResponseReader<String> text() {
        return new ResponseReader<>(null, text -> text, "text/plain, application/json;q=0.5", String.class::cast, null);
    }

    /**
     * Returns a reader of text that is a JSON string if the content type is JSON, and plain text otherwise.
     *
     * @return a reader
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
     * Returns a reader that ignores the body.
     *
     * @return a reader
     */
    public static ResponseReader<Void> nothing() {
        return NOTHING;
    }

    /**
     * Returns whether the body is read at all.
     *
     * @return {@code false} if the body is ignored
     */
    public boolean hasContent() {
        return json != null || text != null;
    }

    /**
     * Returns whether an empty body is valid.
     *
     * @return {@code true} if it is read as the empty text
     */
    public boolean mayBeEmpty() {
        return text != null;
    }

    /**
     * Returns the content types that are accepted.
     *
     * @return the value of the {@code Accept} header
     */
    public String accept() {
        return accept;
    }

    /**
     * Returns a reader of a single element of a page, for decoding the page while it is received.
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
     * @param body the body, which is read to its end and not closed
     * @param contentType the content type, {@code null} if it is unknown
     * @return the value
     * @throws tools.jackson.core.JacksonException if the body is not JSON, or not of the type
     * @throws NullPointerException if the body, or an element of an array, is {@code null}
     * @throws IllegalStateException if this reader ignores the body
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
     * @param body an array that contains the body
     * @param offset the offset of its first byte
     * @param length the number of its bytes
     * @param contentType the content type, {@code null} if it is unknown
     * @return the value
     * @throws tools.jackson.core.JacksonException if the body is not JSON, or not of the type
     * @throws NullPointerException if the body, or an element of an array, is {@code null}
     * @throws IllegalStateException if this reader ignores the body
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
            throw new IllegalStateException("the body is to be ignored");
        }
        return json;
    }
}
