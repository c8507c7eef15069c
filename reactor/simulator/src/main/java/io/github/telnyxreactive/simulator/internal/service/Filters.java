package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.simulator.internal.store.Document;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Filters of lists by query parameters; a filter is {@code null} if the request does not have the parameter. */
final class Filters {

    private Filters() {}

    static @Nullable Predicate<Document> equal(ServiceRequest request, String parameter, String field) {
        String wanted = request.queryParameter(parameter);
        return wanted == null ? null : document -> wanted.equals(document.text(field));
    }

    static <T> @Nullable Predicate<T> all(@Nullable Predicate<T> one, @Nullable Predicate<T> other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : one.and(other);
    }
}
