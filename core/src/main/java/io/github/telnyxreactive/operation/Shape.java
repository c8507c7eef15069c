package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.internal.model.Union;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.model.Omittable;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields by which an object of a type is recognized. Of a type that is no model, nothing is known.
 *
 * @param identity the fields that it always has
 * @param known all fields that the type has components for
 */
record Shape(Set<String> identity, Set<String> known) {

    private static final String UNKNOWN_FIELDS = "additional_properties";

    static Shape of(Class<?> type) {
        Set<String> identity = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        if (type.isAnnotationPresent(Model.class)) {
            for (RecordComponent component : type.getRecordComponents()) {
                String field = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
                known.add(field);
                if (!component.isAnnotationPresent(Omittable.class)
                        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    identity.add(field);
                }
            }
        } else if (type.isAnnotationPresent(Union.class)) {
            for (Class<?> member : type.getPermittedSubclasses()) {
                known.addAll(of(member).known());
            }
        }
        known.remove(UNKNOWN_FIELDS);
        return new Shape(identity, known);
    }

    /** Returns whether it is known which fields the type has. */
    boolean isOfModel() {
        return !known.isEmpty();
    }

    /** Returns whether an object of the type cannot be taken for another. */
    boolean hasIdentity() {
        return !identity.isEmpty();
    }

    /** Returns whether a node can only be an object of the type. */
    boolean identifies(JsonNode node) {
        return node.isObject()
                && (identity.isEmpty()
                        ? known.stream().anyMatch(node::has)
                        : identity.stream().allMatch(node::hasNonNull));
    }
}
