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
 * A field of an update, in one of three states: left alone, set to a value, or cleared with an explicit {@code null}.
 *
 * <pre>{@code
 * UpdateAssistantTestRequest.builder()
 *     .name(Field.set("Refund within 30 days"))
 *     .description(Field.clear())
 *     .build();
 * }</pre>
 *
 * <p>A field that is left alone is not written at all, so the service keeps what it has.
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
     * @return a field that is written with this value
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
     * Leaves the field alone, as does not naming it.
     *
     * @param <T> the type of the value
     * @return a field that is not written
     */
    @SuppressWarnings("unchecked")
    public static <T> Field<T> unchanged() {
        return (Field<T>) UNCHANGED;
    }

    /**
     * Returns the field itself, or one that is left alone where there is none.
     *
     * @param field a field, or {@code null}
     * @param <T> the type of the value
     * @return a field, never {@code null}
     */
    public static <T> Field<T> orUnchanged(@Nullable Field<T> field) {
        return field == null ? unchanged() : field;
    }

    /**
     * Tells whether the field is left alone.
     *
     * @return whether nothing is written
     */
    public boolean isUnchanged() {
        return this == UNCHANGED;
    }

    /**
     * Tells whether the field is cleared.
     *
     * @return whether {@code null} is written
     */
    public boolean isClear() {
        return this == CLEARED;
    }

    /**
     * Returns the new value.
     *
     * @return the value, empty if the field is left alone or cleared
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
