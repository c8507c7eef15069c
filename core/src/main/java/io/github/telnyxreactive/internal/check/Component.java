package io.github.telnyxreactive.internal.check;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.model.Field;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A component of a request, with its limits.
 *
 * @param name the name of its field in the JSON
 * @param accessor reads its value
 * @param limits the limits of the value itself
 * @param isNested whether there may be limits within the value
 * @param isWholeValue whether its owner is written as this component alone
 */
record Component(String name, MethodHandle accessor, List<Limit> limits, boolean isNested, boolean isWholeValue) {

    private static final Pattern UPPER_CASE = Pattern.compile("([A-Z])");
    private static final MethodType ACCESS = MethodType.methodType(Object.class, Object.class);

    /** Returns a component, or empty if there is no limit on it or within it. */
    static Optional<Component> of(RecordComponent component) {
        List<Limit> limits = Limit.of(component);
        boolean isNested = Reach.includes(component.getGenericType());
        if (limits.isEmpty() && !isNested) {
            return Optional.empty();
        }
        Method accessor = component.getAccessor();
        try {
            return Optional.of(new Component(
                    field(component),
                    MethodHandles.publicLookup().unreflect(accessor).asType(ACCESS),
                    limits,
                    isNested,
                    accessor.isAnnotationPresent(JsonValue.class)));
        } catch (IllegalAccessException e) {
            throw inaccessible(e);
        }
    }

    /** Returns the name of the field of a component in the JSON. */
    static String field(RecordComponent component) {
        return UPPER_CASE.matcher(component.getName()).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }

    @Nullable Object value(Object owner) {
        try {
            Object value = (Object) accessor.invokeExact(owner);
            return value instanceof Field<?> field ? field.value().orElse(null) : value;
        } catch (Throwable e) {
            throw inaccessible(e);
        }
    }

    private static IllegalStateException inaccessible(Throwable cause) {
        return new IllegalStateException("an accessor of a model must be public and must not throw", cause);
    }
}
