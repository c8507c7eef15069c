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
 * A component of a request, and what is asked of it.
 *
 * @param name the name on the wire
 * @param accessor reads it
 * @param limits what is asked of the component itself
 * @param leadsFurther whether there can be limits inside of it
 * @param standsForAll whether the owner is written as this component alone
 */
record Component(String name, MethodHandle accessor, List<Limit> limits, boolean leadsFurther, boolean standsForAll) {

    private static final Pattern UPPER_CASE = Pattern.compile("([A-Z])");
    private static final MethodType ACCESS = MethodType.methodType(Object.class, Object.class);

    /** Returns a component, empty if there is no limit, neither on it nor inside of it. */
    static Optional<Component> of(RecordComponent component) {
        List<Limit> limits = Limit.of(component);
        boolean leadsFurther = Reach.includes(component.getGenericType());
        if (limits.isEmpty() && !leadsFurther) {
            return Optional.empty();
        }
        Method accessor = component.getAccessor();
        try {
            return Optional.of(new Component(
                    UPPER_CASE.matcher(component.getName()).replaceAll("_$1").toLowerCase(Locale.ROOT),
                    MethodHandles.publicLookup().unreflect(accessor).asType(ACCESS),
                    limits,
                    leadsFurther,
                    accessor.isAnnotationPresent(JsonValue.class)));
        } catch (IllegalAccessException e) {
            throw unreadable(e);
        }
    }

    @Nullable Object value(Object owner) {
        try {
            Object value = (Object) accessor.invokeExact(owner);
            return value instanceof Field<?> field ? field.value().orElse(null) : value;
        } catch (Throwable e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(Throwable cause) {
        return new IllegalStateException("the accessors of a model are public and do not throw", cause);
    }
}
