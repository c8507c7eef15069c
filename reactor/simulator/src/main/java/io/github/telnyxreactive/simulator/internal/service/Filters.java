package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.simulator.internal.store.Document;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the query of a request says of the elements of a list; {@code null} where it says nothing. */
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
