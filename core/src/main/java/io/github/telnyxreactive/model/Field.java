package io.github.telnyxreactive.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A field of an update in one of three states: unchanged, set to a value, or cleared with an explicit {@code null}.
 *
 * <pre>{@code
 * UpdateAssistantTestRequest.builder()
 *     .name(Field.set("Refund within 30 days"))
 *     .description(Field.clear())
 *     .build();
 * }</pre>
 *
 * <p>An unchanged field is not written, so the service keeps its current value.
 *
 * @param <T> the type of the value
 */
@JsonSerialize(using = FieldSerializer.class)
@JsonDeserialize(using = FieldDeserializer.class)
public final class Field<T> {

    private static final Field<?> UNCHANGED = new Field<>(null);
    private static final Field<?> CLEARED = new Field<>(null);

    private final @Nullable T value;

    private Field(@Nullable T value) {
        this.value = value;
    }

    /**
     * Sets the field. A list or a map is copied.
     *
     * @param value the new value
     * @param <T> the type of the value
     * @return a field that is written with the given value
     */
    @SuppressWarnings("unchecked")
    public static <T> Field<T> set(T value) {
        Objects.requireNonNull(value, "value; to clear a field use Field.clear()");
        if (value instanceof List<?> list) {
            return new Field<>((T) List.copyOf(list));
        }
        return new Field<>(
                value instanceof Map<?, ?> map ? (T) Collections.unmodifiableMap(new LinkedHashMap<>(map)) : value);
    }

    /**
     * Clears the field.
     *
     * @param <T> the type of the value
     * @return a field that is written as {@code null}
     */
    @SuppressWarnings("unchecked")
    public static <T> Field<T> clear() {
        return (Field<T>) CLEARED;
    }

    /**
     * Leaves the field unchanged, which is also the default of a field that is not set in a builder.
     *
     * @param <T> the type of the value
     * @return a field that is not written
     */
    @SuppressWarnings("unchecked")
    public static <T> Field<T> unchanged() {
        return (Field<T>) UNCHANGED;
    }

    /**
     * Returns the given field, or an unchanged field if it is {@code null}.
     *
     * @param field a field, or {@code null}
     * @param <T> the type of the value
     * @return a field, never {@code null}
     */
    public static <T> Field<T> orUnchanged(@Nullable Field<T> field) {
        return field == null ? unchanged() : field;
    }

    /**
     * Returns whether the field is left unchanged.
     *
     * @return {@code true} if the field is not written
     */
    public boolean isUnchanged() {
        return this == UNCHANGED;
    }

    /**
     * Returns whether the field is cleared.
     *
     * @return {@code true} if the field is written as {@code null}
     */
    public boolean isClear() {
        return this == CLEARED;
    }

    /**
     * Returns the new value of the field.
     *
     * @return the value, empty if the field is unchanged or cleared
     */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Field<?> field && value != null && value.equals(field.value));
    }

    @Override
    public int hashCode() {
        return value == null ? System.identityHashCode(this) : value.hashCode();
    }

    @Override
    public String toString() {
        if (isUnchanged()) {
            return "unchanged";
        }
        return isClear() ? "clear" : "set(" + value + ")";
    }
}
