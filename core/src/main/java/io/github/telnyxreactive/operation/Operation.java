package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.page.Paging;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call of an {@link Endpoint}, as an immutable value: nothing is sent until a client executes it, and it may be
 * executed any number of times.
 *
 * @param <T> the type of a successful response
 */
public final class Operation<T> {

    static final String PAGE_NUMBER = "page[number]";
    static final String PAGE_SIZE = "page[size]";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    private final Endpoint<T> endpoint;
    private final String path;
    private final List<Parameter> query;
    private final @Nullable Object params;
    private final @Nullable Object body;
    private final @Nullable String idempotencyKey;

    Operation(
            Endpoint<T> endpoint,
            String path,
            List<Parameter> query,
            @Nullable Object params,
            @Nullable Object body,
            @Nullable String idempotencyKey) {
        this.endpoint = endpoint;
        this.path = path;
        this.query = query;
        this.params = params;
        this.body = body;
        this.idempotencyKey = idempotencyKey;
    }

    /**
     * Returns a copy with the given query parameter.
     *
     * @param name the name of a parameter that the endpoint accepts
     * @param value the value, {@code null} for none
     * @return a new operation
     */
    public Operation<T> withQuery(String name, @Nullable Object value) {
        List<Parameter> parameters = new ArrayList<>(query.size() + 1);
        for (Parameter parameter : query) {
            if (!parameter.name.equals(name)) {
                parameters.add(parameter);
            }
        }
        if (value != null) {
            parameters.add(new Parameter(name, text(value)));
        }
        return new Operation<>(endpoint, path, List.copyOf(parameters), params, body, idempotencyKey);
    }

    /** {@code toString} of a date omits seconds that are zero, which RFC 3339 does not allow. */
    private static String text(Object value) {
        return value instanceof OffsetDateTime date
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date)
                : value.toString();
    }

    /** Returns a copy with the record that its query is made from. */
    Operation<T> withParams(Object record) {
        return new Operation<>(endpoint, path, query, record, body, idempotencyKey);
    }

    /**
     * Returns a copy with the given body.
     *
     * @param request a value of the type that the endpoint accepts, {@code null} for no body
     * @return a new operation
     */
    public Operation<T> withBody(@Nullable Object request) {
        return new Operation<>(endpoint, path, query, params, request, idempotencyKey);
    }

    /**
     * Returns a copy that requests the given page of the same list.
     *
     * @param number the number of the page, from 1
     * @param size the page size, or {@link Paging#DEFAULT_SIZE} for that of the service
     * @return a new operation
     * @throws IllegalArgumentException if the number is below 1 or the size negative
     * @throws IllegalStateException if the operation is not a list
     */
    public Operation<T> withPage(int number, int size) {
        if (endpoint.paging() == null) {
            throw new IllegalStateException(endpoint + " is not a paged list");
        }
        if (number < Paging.FIRST || size < 0) {
            throw new IllegalArgumentException("not a page: number " + number + ", size " + size);
        }
        return withQuery(PAGE_NUMBER, number).withQuery(PAGE_SIZE, size == Paging.DEFAULT_SIZE ? null : size);
    }

    /**
     * Returns a copy with the given idempotency key, by which the service recognizes a repeated request. By default,
     * each call has a generated key. All calls with the same key and the same body within 24 hours have the effect of
     * one.
     *
     * @param key 1 to 255 letters, digits, underscores and hyphens
     * @return a new operation
     * @throws IllegalArgumentException if the key is malformed
     * @throws IllegalStateException if the endpoint accepts no key
     */
    public Operation<T> withIdempotencyKey(String key) {
        if (endpoint.safety() != Safety.IDEMPOTENT_BY_KEY) {
            throw new IllegalStateException(endpoint + " accepts no idempotency key");
        }
        if (!KEY.matcher(Objects.requireNonNull(key, "key")).matches()) {
            throw new IllegalArgumentException(
                    "an idempotency key must have 1 to 255 letters, digits, underscores and hyphens: \"" + key + "\"");
        }
        return new Operation<>(endpoint, path, query, params, body, key);
    }

    /**
     * Returns the endpoint that is called.
     *
     * @return the endpoint
     */
    public Endpoint<T> endpoint() {
        return endpoint;
    }

    /**
     * Returns the path and the query of the request.
     *
     * @return path and query, percent-encoded, without the path of the base URL
     */
    public String uri() {
        if (query.isEmpty()) {
            return path;
        }
        StringBuilder uri = new StringBuilder(path.length() + 64).append(path);
        char separator = '?';
        for (Parameter parameter : query) {
            uri.append(separator);
            PathTemplate.encode(parameter.name, parameter.name, uri);
            uri.append('=');
            PathTemplate.encode(parameter.name, parameter.value, uri);
            separator = '&';
        }
        return uri.toString();
    }

    /**
     * Returns the requested page size.
     *
     * @return the size, or {@link Paging#DEFAULT_SIZE} for that of the service
     */
    public int pageSize() {
        for (Parameter parameter : query) {
            if (parameter.name.equals(PAGE_SIZE)) {
                return Integer.parseInt(parameter.value);
            }
        }
        return Paging.DEFAULT_SIZE;
    }

    /**
     * Returns the record that the query is made from. It is checked like a body.
     *
     * @return the record, or {@code null} for none
     */
    public @Nullable Object params() {
        return params;
    }

    /**
     * Returns the body of the request.
     *
     * @return the body, or {@code null} for none
     */
    public @Nullable Object body() {
        return body;
    }

    /**
     * Returns the idempotency key that the caller has set.
     *
     * @return the key, or {@code null} if there is none
     */
    public @Nullable String idempotencyKey() {
        return idempotencyKey;
    }

    @Override
    public String toString() {
        return endpoint.name() + " (" + endpoint.method() + " " + uri() + ")";
    }

    private record Parameter(String name, String value) {}
}
