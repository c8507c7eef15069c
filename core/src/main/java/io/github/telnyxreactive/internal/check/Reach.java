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

/** Determines which types can contain limits. Most parts of a request cannot, and are not visited. */
final class Reach {

    private static final ClassValue<Boolean> KNOWN = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return new Reach().hasLimits(type);
        }
    };

    /** The visited types, because models can contain each other recursively. */
    private final Set<Class<?>> seen = new HashSet<>();

    private Reach() {}

    /** Returns whether a value of a type can contain a limit. */
    static boolean includes(Type type) {
        Class<?> content = content(type);
        return content == null || KNOWN.get(content);
    }

    /** Returns the class of a value, or of its elements, {@code null} if it can be any. */
    private static @Nullable Class<?> content(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type raw = generic.getRawType();
            return content(raw == List.class || raw == Field.class ? generic.getActualTypeArguments()[0] : raw);
        }
        return type instanceof Class<?> raw ? raw : null;
    }

    private boolean hasLimits(RecordComponent component) {
        Class<?> content = content(component.getGenericType());
        return content == null || hasLimits(content) || !Limit.of(component).isEmpty();
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
        // Of all types without components, only lists are visited. Other interfaces may have any implementation.
        return type == Object.class || (type.isInterface() && type != Map.class) || List.class.isAssignableFrom(type);
    }
}
