package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.page.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads the body of a successful response.
 *
 * <p>What the response is meant to say is read even if it is not exactly as documented: a field that cannot be read is
 * kept as it came, and a list may be in an object or not. Only what identifies an object is required.
 *
 * @param <T> the type of the value that is read; {@link Void} if the body is ignored
 */
public final class ResponseReader<T> {

    private static final String JSON = "application/json";
    private static final ResponseReader<Void> NOTHING = new ResponseReader<>(null, null, JSON);

    private final @Nullable Envelope<T> json;
    private final @Nullable Function<String, T> text;
    private final String accept;

    private ResponseReader(@Nullable Envelope<T> json, @Nullable Function<String, T> text, String accept) {
        this.json = json;
        this.text = text;
        this.accept = accept;
    }

    private static <T> ResponseReader<T> json(Envelope<T> envelope) {
        return new ResponseReader<>(envelope, null, JSON);
    }

    /**
     * Returns a reader of a single value.
     *
     * @param type the type of the value
     * @param <T> the type of the value
     * @return a reader
     */
    public static <T> ResponseReader<T> of(Class<T> type) {
        return json(new Envelope.OfObject<>(type, null));
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
        return json(new Envelope.OfObject<>(type, field));
    }

    /**
     * Returns a reader of an array.
     *
     * @param type the type of the elements
     * @param <T> the type of the elements
     * @return a reader
     */
    public static <T> ResponseReader<List<T>> listOf(Class<T> type) {
        return json(new Envelope.OfList<>(type, null));
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
        return json(new Envelope.OfList<>(type, field));
    }

    /**
     * Returns a reader of a page of a list.
     *
     * @param type the type of the elements
     * @param <T> the type of the elements
     * @return a reader
     */
    public static <T> ResponseReader<Page<T>> pageOf(Class<T> type) {
        return json(new Envelope.OfPage<>(type, false));
    }

    /**
     * Returns a reader of a page that is a bare array.
     *
     * @param type the type of the elements
     * @param <T> the type of the elements
     * @return a reader
     */
    public static <T> ResponseReader<Page<T>> arrayPageOf(Class<T> type) {
        return json(new Envelope.OfPage<>(type, true));
    }

    /**
     * Returns a reader of plain text.
     *
     * @return a reader
     */
    public static ResponseReader<String> text() {
        return new ResponseReader<>(null, text -> text, "text/plain, application/json;q=0.5");
    }

    /**
     * Returns a reader of text that is a JSON string if the content type is JSON, and plain text otherwise.
     *
     * @return a reader
     */
    public static ResponseReader<String> textOrJsonString() {
        return new ResponseReader<>(
                new Envelope.OfText(), text -> text, "application/json, application/xml, text/xml, text/plain");
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
     * Returns the type of the elements of a page, for decoding the page while it is received.
     *
     * @return the type, or {@code null} if the response is not a page
     */
    public @Nullable Class<?> elementType() {
        return json instanceof Envelope.OfPage<?> page ? page.elementType() : null;
    }

    /**
     * Reads a body leniently.
     *
     * @param body the body, which is read to its end and not closed
     * @param contentType the content type, {@code null} if it is unknown
     * @return the value
     * @throws JacksonException if the body is not JSON, or nothing that this operation answers with
     * @throws RuntimeException if elements of a list cannot be read, because they have no identity
     * @throws IllegalStateException if this reader ignores the body
     */
    public T read(InputStream body, @Nullable String contentType) {
        return read(body, contentType, Reading.lenient());
    }

    /**
     * Reads a body.
     *
     * @param body the body, which is read to its end and not closed
     * @param contentType the content type, {@code null} if it is unknown
     * @param reading how a field is treated that cannot be read
     * @return the value
     * @throws JacksonException if the body is not JSON, or nothing that this operation answers with
     * @throws RuntimeException if elements of a list cannot be read, because they have no identity
     * @throws IllegalStateException if this reader ignores the body
     */
    public T read(InputStream body, @Nullable String contentType, Reading reading) {
        Function<String, T> asText = text(contentType);
        if (asText != null) {
            try {
                return read(new String(body.readAllBytes(), StandardCharsets.UTF_8), contentType, asText, reading);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return content().read(body, reading);
    }

    /**
     * Reads a body.
     *
     * @param body an array that contains the body
     * @param offset the offset of its first byte
     * @param length the number of its bytes
     * @param contentType the content type, {@code null} if it is unknown
     * @param reading how a field is treated that cannot be read
     * @return the value
     * @throws JacksonException if the body is not JSON, or nothing that this operation answers with
     * @throws RuntimeException if elements of a list cannot be read, because they have no identity
     * @throws IllegalStateException if this reader ignores the body
     */
    public T read(byte[] body, int offset, int length, @Nullable String contentType, Reading reading) {
        Function<String, T> asText = text(contentType);
        return asText == null
                ? content().read(body, offset, length, reading)
                : read(new String(body, offset, length, StandardCharsets.UTF_8), contentType, asText, reading);
    }

    /** What is said to be HTML, but begins with a quotation mark, can only be a JSON string. */
    private T read(String body, @Nullable String contentType, Function<String, T> asText, Reading reading) {
        Envelope<T> string = json;
        boolean isHtml =
                contentType != null && contentType.toLowerCase(Locale.ROOT).contains("html");
        if (string == null
                || !isHtml
                || reading.isStrict()
                || !body.stripLeading().startsWith("\"")) {
            return asText.apply(body);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return string.read(bytes, 0, bytes.length, reading);
    }

    /**
     * Reads a body leniently.
     *
     * @param body an array that contains the body
     * @param offset the offset of its first byte
     * @param length the number of its bytes
     * @param contentType the content type, {@code null} if it is unknown
     * @return the value
     * @throws JacksonException if the body is not JSON, or nothing that this operation answers with
     * @throws RuntimeException if elements of a list cannot be read, because they have no identity
     * @throws IllegalStateException if this reader ignores the body
     */
    public T read(byte[] body, int offset, int length, @Nullable String contentType) {
        return read(body, offset, length, contentType, Reading.lenient());
    }

    /** Returns how a body is read as text, {@code null} if it is JSON. */
    private @Nullable Function<String, T> text(@Nullable String contentType) {
        boolean isJson =
                contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json");
        return json != null && isJson ? null : text;
    }

    private Envelope<T> content() {
        if (json == null) {
            throw new IllegalStateException("the body is to be ignored");
        }
        return json;
    }
}
