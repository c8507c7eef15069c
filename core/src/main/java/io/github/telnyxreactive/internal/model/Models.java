package io.github.telnyxreactive.internal.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks and copies for the constructors of models. */
public final class Models {

    private Models() {}

    /**
     * Returns the value of a required component.
     *
     * @param value the value, or {@code null}
     * @param name the name of the field in the JSON
     * @param <T> the type of the component
     * @return the value
     * @throws NullPointerException if the value is {@code null}; the message contains the name
     */
    public static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new NullPointerException("the required field \"" + name + "\" is missing");
        }
        return value;
    }

    /**
     * Copies a list.
     *
     * @param values the list, {@code null} for none
     * @param <T> the type of the elements
     * @return an immutable copy, empty if there is none
     * @throws NullPointerException if an element is {@code null}
     */
    public static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : copy(values, null);
    }

    /**
     * Copies the list of a required component.
     *
     * @param values the list, or {@code null}
     * @param name the name of the field in the JSON
     * @param <T> the type of the elements
     * @return an immutable copy
     * @throws NullPointerException if the list or an element is {@code null}; the message contains the name
     */
    public static <T> List<T> requiredList(@Nullable List<T> values, String name) {
        return copy(required(values, name), name);
    }

    private static <T> List<T> copy(List<T> values, @Nullable String name) {
        for (T value : values) {
            if (value == null) {
                throw new NullPointerException(
                        (name == null ? "a list" : "the field \"" + name + "\"") + " has an element that is null");
            }
        }
        return List.copyOf(values);
    }

    /**
     * Copies a map, in the order of its entries.
     *
     * @param values the map, {@code null} for none
     * @param <V> the type of the values
     * @return an immutable copy, empty if there is none
     */
    public static <V> Map<String, V> map(@Nullable Map<String, V> values) {
        return values == null || values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
