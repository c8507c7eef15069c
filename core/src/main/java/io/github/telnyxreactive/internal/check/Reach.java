package io.github.telnyxreactive.internal.check;

import io.github.telnyxreactive.model.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far limits reach. Most of a request is out of it and need not be looked at. */
final class Reach {

    private static final ClassValue<Boolean> KNOWN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return new Reach().hasLimits(type);
        }
    };

    /** Models can hold each other in a circle. */
    private final Set<Class<?>> seen = new HashSet<>();

    private Reach() {}

    /** Tells whether something inside of a value of a type can have a limit. */
    static boolean includes(Type type) {
        Class<?> held = held(type);
        return held == null || KNOWN.get(held);
    }

    /** The class of a value, or of the values that are in it, {@code null} if it can be any. */
    private static @Nullable Class<?> held(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type raw = generic.getRawType();
            return held(raw == List.class || raw == Field.class ? generic.getActualTypeArguments()[0] : raw);
        }
        return type instanceof Class<?> raw ? raw : null;
    }

    private boolean hasLimits(RecordComponent component) {
        Class<?> held = held(component.getGenericType());
        return held == null || hasLimits(held) || !Limit.of(component).isEmpty();
    }

    private boolean hasLimits(Class<?> type) {
        if (Rules.of(type) != null) {
            return true;
        }
        if (!seen.add(type)) {
            return false;
        }
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents()).anyMatch(this::hasLimits);
        }
        if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses()).anyMatch(this::hasLimits);
        }
        // Of what has no components lists alone are looked into. Other interfaces can stand for anything.
        return type == Object.class || (type.isInterface() && type != Map.class) || List.class.isAssignableFrom(type);
    }
}
