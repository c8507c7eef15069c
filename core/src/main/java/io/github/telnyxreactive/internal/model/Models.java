package io.github.telnyxreactive.internal.model;

import java.util.AbstractList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks and copies for the constructors of models. */
public final class Models {

    private static final List<?> OMITTED_LIST = new OmittedList<>();
    private static final Map<?, ?> OMITTED_MAP = Collections.unmodifiableMap(new HashMap<>(0));

    private Models() {}

    /**
     * Returns whether a list or a map stands for one that is not there. It is empty, as others can be that are there.
     *
     * @param value the value of a component
     * @return whether it was omitted
     */
    public static boolean isOmitted(Object value) {
        return value == OMITTED_LIST || value == OMITTED_MAP;
    }

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
     * Returns the value of a component that identifies something.
     *
     * @param value the value, or {@code null}
     * @param name the name of the field in the JSON
     * @return the value
     * @throws NullPointerException if the value is {@code null} or blank; the message contains the name
     */
    public static String identity(@Nullable String value, String name) {
        return required(value == null || value.isBlank() ? null : value, name);
    }

    /**
     * Copies a list.
     *
     * @param values the list, {@code null} for none
     * @param <T> the type of the elements
     * @return an immutable copy, the omitted list if there is none
     * @throws NullPointerException if an element is {@code null}
     */
    @SuppressWarnings("unchecked") // It has no elements.
    public static <T> List<T> list(@Nullable List<T> values) {
        return values == null || values == OMITTED_LIST ? (List<T>) OMITTED_LIST : copy(values, null);
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
     * @return an immutable copy, the omitted map if there is none
     */
    @SuppressWarnings("unchecked") // It has no entries.
    public static <V> Map<String, V> map(@Nullable Map<String, V> values) {
        if (values == null || values == OMITTED_MAP) {
            return (Map<String, V>) OMITTED_MAP;
        }
        return values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Returns unknown fields without one that is known now, so that it is not written twice.
     *
     * @param unknown the unknown fields, {@code null} for none
     * @param name the name of the field in the JSON
     * @return the others
     */
    public static @Nullable Map<String, JsonNode> without(@Nullable Map<String, JsonNode> unknown, String name) {
        if (unknown == null || !unknown.containsKey(name)) {
            return unknown;
        }
        Map<String, JsonNode> others = new LinkedHashMap<>(unknown);
        others.remove(name);
        return others;
    }

    /** An own class, since a copy of an empty list is the empty list, and would be written. */
    private static final class OmittedList<T> extends AbstractList<T> implements RandomAccess {

        @Override
        public T get(int index) {
            throw new IndexOutOfBoundsException("index " + index + " of an empty list");
        }

        @Override
        public int size() {
            return 0;
        }
    }
}
