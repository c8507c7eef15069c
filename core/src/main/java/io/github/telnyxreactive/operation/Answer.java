package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.json.JsonCodec;
import io.github.telnyxreactive.model.Models;
import io.github.telnyxreactive.page.Page;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;

/**
 * How the body of a successful answer is read.
 *
 * @param <T> what it is read to; {@link Void} if the body tells nothing
 */
public final class Answer<T> {

    private static final Answer<Void> NOTHING = new Answer<>(null, value -> value);

    private final @Nullable ObjectReader reader;
    private final UnaryOperator<T> finish;

    private Answer(@Nullable ObjectReader reader, UnaryOperator<T> finish) {
        this.reader = reader;
        this.finish = finish;
    }

    /**
     * Reads one value.
     *
     * @param type its type
     * @param <T> its type
     * @return the way of reading
     */
    public static <T> Answer<T> of(Class<T> type) {
        return new Answer<>(JsonCodec.reader(type), value -> value);
    }

    /**
     * Reads an array.
     *
     * @param type the type of its elements
     * @param <T> the type of its elements
     * @return the way of reading
     */
    public static <T> Answer<List<T>> listOf(Class<T> type) {
        return new Answer<>(JsonCodec.reader(List.class, type), values -> Models.requiredList(values, "answer"));
    }

    /**
     * Reads a page of a list.
     *
     * @param type the type of its elements
     * @param <T> the type of its elements
     * @return the way of reading
     */
    public static <T> Answer<Page<T>> pageOf(Class<T> type) {
        return new Answer<>(JsonCodec.reader(Page.class, type), value -> value);
    }

    /**
     * Reads nothing: whatever the body holds, it tells no more than the status.
     *
     * @return the way of reading
     */
    public static Answer<Void> nothing() {
        return NOTHING;
    }

    /**
     * Tells whether there is anything to read.
     *
     * @return {@code false} if the body is passed over
     */
    public boolean hasContent() {
        return reader != null;
    }

    /**
     * Reads a body.
     *
     * @param body the body; it is read to its end and not closed
     * @return what it says
     * @throws tools.jackson.core.JacksonException if the body is not JSON, or not of the type
     * @throws NullPointerException if the body, or an element of an array, is {@code null}
     * @throws IllegalStateException if there is nothing to read
     */
    public T read(InputStream body) {
        return finish(content().readValue(body));
    }

    /**
     * Reads a body.
     *
     * @param body an array that holds the body
     * @param offset where it starts
     * @param length how long it is
     * @return what it says
     * @throws tools.jackson.core.JacksonException if the body is not JSON, or not of the type
     * @throws NullPointerException if the body, or an element of an array, is {@code null}
     * @throws IllegalStateException if there is nothing to read
     */
    public T read(byte[] body, int offset, int length) {
        return finish(content().readValue(body, offset, length));
    }

    private T finish(@Nullable T value) {
        return finish.apply(Objects.requireNonNull(value, "the body is null"));
    }

    private ObjectReader content() {
        if (reader == null) {
            throw new IllegalStateException("there is nothing to read");
        }
        return reader;
    }
}
