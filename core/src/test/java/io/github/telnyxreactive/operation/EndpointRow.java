package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.page.Paging;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of operations.
 *
 * @param query the names of the query parameters, joined by commas
 * @param body the type of the body, {@code null} for none
 * @param field the field that holds what is answered, {@code null} if it stands alone
 * @param element the type of what is answered, or of each element of it
 */
record EndpointRow(
        String name,
        HttpMethod method,
        String path,
        String query,
        @Nullable Class<?> body,
        Safety safety,
        Shape answer,
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
        return answering(Shape.ONE, null, type);
    }

    EndpointRow oneIn(String name, Class<?> type) {
        return answering(Shape.ONE, name, type);
    }

    EndpointRow list(Class<?> type) {
        return answering(Shape.LIST, null, type);
    }

    EndpointRow listIn(String name, Class<?> type) {
        return answering(Shape.LIST, name, type);
    }

    EndpointRow pages(Class<?> type) {
        return answering(Shape.PAGE, "data", type);
    }

    EndpointRow arrayPages(Class<?> type) {
        return answering(Shape.PAGE, null, type);
    }

    EndpointRow text() {
        return answering(Shape.TEXT, null, String.class);
    }

    EndpointRow nothing() {
        return this;
    }

    private EndpointRow answering(Shape shape, @Nullable String in, Class<?> type) {
        return new EndpointRow(name, method, path, query, body, safety, shape, in, type);
    }

    Endpoint<?> endpoint() {
        return Catalogue.endpoints().stream()
                .filter(endpoint -> endpoint.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in the catalogue"));
    }

    /** Returns how the list goes on, {@code null} if it is none: only pages that are objects have a {@code meta}. */
    @Nullable Paging paging() {
        if (answer != Shape.PAGE) {
            return null;
        }
        return field == null ? Paging.BY_LENGTH : Paging.BY_META;
    }

    /** Returns a body as the service answers it, with one element. */
    String example() {
        if (answer == Shape.TEXT) {
            return "text";
        }
        String value = element == String.class ? "\"checkout\"" : fixture();
        String json = answer == Shape.ONE ? value : "[" + value + "]";
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
