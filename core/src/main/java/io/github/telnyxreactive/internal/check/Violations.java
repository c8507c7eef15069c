package io.github.telnyxreactive.internal.check;

import io.github.telnyxreactive.error.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the violations of a request. */
final class Violations {

    private final List<Violation> found;
    private final @Nullable Violations parent;
    private final String part;

    /** Creates a collection without violations. */
    Violations() {
        this(new ArrayList<>(), null, "");
    }

    private Violations(List<Violation> found, @Nullable Violations parent, String part) {
        this.found = found;
        this.parent = parent;
        this.part = part;
    }

    /**
     * Returns a view of this collection for a part of the request.
     *
     * @param part the name of the field, or the index in brackets
     * @return a view that adds to this collection
     */
    Violations at(String part) {
        return new Violations(found, this, part);
    }

    /**
     * Adds a violation.
     *
     * @param field the name of the field in the JSON, empty for the part of the request as a whole
     * @param message what is wrong with it
     */
    void add(String field, String message) {
        String where = field.isEmpty() ? path() : at(field).path();
        found.add(new Violation(where.isEmpty() ? "request" : where, message));
    }

    /**
     * Returns all violations.
     *
     * @return the violations of all parts
     */
    List<Violation> found() {
        return List.copyOf(found);
    }

    /** The path is built only for a violation, because nearly every request has none. */
    private String path() {
        if (parent == null) {
            return part;
        }
        String before = parent.path();
        return before.isEmpty() || part.startsWith("[") ? before + part : before + "." + part;
    }
}
