package io.github.telnyxreactive.internal.check;

import io.github.telnyxreactive.error.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what breaks the rules of a request. */
final class Violations {

    private final List<Violation> found;
    private final @Nullable Violations whole;
    private final String part;

    /** Starts with none. */
    Violations() {
        this(new ArrayList<>(), null, "");
    }

    private Violations(List<Violation> found, @Nullable Violations whole, String part) {
        this.found = found;
        this.whole = whole;
        this.part = part;
    }

    /**
     * Returns the same collection, for a part of the request.
     *
     * @param part the name of the field, or the index in brackets
     * @return where to name violations of that part
     */
    Violations at(String part) {
        return new Violations(found, this, part);
    }

    /**
     * Names a violation.
     *
     * @param field where it is, by its name on the wire, empty for the part of the request as a whole
     * @param message what is wrong with it
     */
    void add(String field, String message) {
        String where = field.isEmpty() ? path() : at(field).path();
        found.add(new Violation(where.isEmpty() ? "request" : where, message));
    }

    /**
     * Returns what was named.
     *
     * @return all violations, of all parts
     */
    List<Violation> found() {
        return List.copyOf(found);
    }

    /** Written when something is wrong: nearly always nothing is. */
    private String path() {
        if (whole == null) {
            return part;
        }
        String before = whole.path();
        return before.isEmpty() || part.startsWith("[") ? before + part : before + "." + part;
    }
}
