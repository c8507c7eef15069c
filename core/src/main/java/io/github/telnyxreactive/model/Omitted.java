package io.github.telnyxreactive.model;

import io.github.telnyxreactive.internal.model.Models;
import org.jspecify.annotations.Nullable;

/** Equals every value that stands for nothing, and is therefore not written. */
final class Omitted {

    @Override
    public boolean equals(@Nullable Object value) {
        return value == null || Models.isOmitted(value) || (value instanceof Field<?> field && field.isUnchanged());
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
