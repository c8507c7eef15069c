package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.page.Paging;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of operations.
 *
 * @param query the names of the query parameters, joined by commas
 * @param body the type of the body, {@code null} for none
 * @param shape the shape of the response
 * @param field the field that holds the result, {@code null} if the result is the whole body
 * @param element the type of the result, or of each of its elements
 */
record EndpointRow(
        String name,
        HttpMethod method,
        String path,
        String query,
        @Nullable Class<?> body,
        Safety safety,
        Shape shape,
        @Nullable String field,
        Class<?> element) {

    static EndpointRow get(String name, String path, String query) {
        return row(name, HttpMethod.GET, path, query, null, Safety.SAFE);
    }

    static EndpointRow post(String name, String path, @Nullable Class<?> body) {
        return row(name, HttpMethod.POST, path, "", body, Safety.NOT_IDEMPOTENT);
    }

    static EndpointRow keyedPost(String name, String path, @Nullable Class<?> body) {
        return row(name, HttpMethod.POST, path, "", body, Safety.IDEMPOTENT_BY_KEY);
    }

    static EndpointRow put(String name, String path, @Nullable Class<?> body) {
        return row(name, HttpMethod.PUT, path, "", body, Safety.IDEMPOTENT);
    }

    static EndpointRow patch(String name, String path, @Nullable Class<?> body) {
        return row(name, HttpMethod.PATCH, path, "", body, Safety.NOT_IDEMPOTENT);
    }

    static EndpointRow delete(String name, String path) {
        return row(name, HttpMethod.DELETE, path, "", null, Safety.IDEMPOTENT);
    }

    private static EndpointRow row(
            String name, HttpMethod method, String path, String query, @Nullable Class<?> body, Safety safety) {
        return new EndpointRow(name, method, path, query, body, safety, Shape.NOTHING, null, Void.class);
    }

    EndpointRow one(Class<?> type) {
        return withShape(Shape.ONE, null, type);
    }

    EndpointRow oneIn(String name, Class<?> type) {
        return withShape(Shape.ONE, name, type);
    }

    EndpointRow list(Class<?> type) {
        return withShape(Shape.LIST, null, type);
    }

    EndpointRow listIn(String name, Class<?> type) {
        return withShape(Shape.LIST, name, type);
    }

    EndpointRow pages(Class<?> type) {
        return withShape(Shape.PAGE, "data", type);
    }

    EndpointRow arrayPages(Class<?> type) {
        return withShape(Shape.PAGE, null, type);
    }

    EndpointRow text() {
        return withShape(Shape.TEXT, null, String.class);
    }

    EndpointRow nothing() {
        return this;
    }

    private EndpointRow withShape(Shape shape, @Nullable String in, Class<?> type) {
        return new EndpointRow(name, method, path, query, body, safety, shape, in, type);
    }

    Endpoint<?> endpoint() {
        return Catalogue.endpoints().stream()
                .filter(endpoint -> endpoint.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in the catalogue"));
    }

    /** Returns how the list is paged, {@code null} if it is not: only pages that are objects have a {@code meta}. */
    @Nullable Paging paging() {
        if (shape != Shape.PAGE) {
            return null;
        }
        return field == null ? Paging.BY_LENGTH : Paging.BY_META;
    }

    /** Returns the body of a response with one element. */
    String example() {
        if (shape == Shape.TEXT) {
            return "text";
        }
        String value = element == String.class ? "\"checkout\"" : fixture();
        String json = shape == Shape.ONE ? value : "[" + value + "]";
        return field == null ? json : "{\"" + field + "\":" + json + "}";
    }

    private String fixture() {
        Class<?> model = element.isSealed() ? element.getPermittedSubclasses()[0] : element;
        return Json.fixture(model).toString();
    }

    @Override
    public String toString() {
        return name;
    }

    enum Shape {
        ONE,
        LIST,
        PAGE,
        TEXT,
        NOTHING
    }
}
