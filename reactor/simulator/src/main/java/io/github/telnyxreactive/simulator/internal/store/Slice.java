package io.github.telnyxreactive.simulator.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A part of a list.
 *
 * @param elements the elements of this part
 * @param total the number of elements of the whole list
 * @param <T> the type of the elements
 */
public record Slice<T>(List<T> elements, long total) {

    /** Creates a slice; the list is copied. */
    public Slice {
        elements = List.copyOf(elements);
    }

    /**
     * Returns a slice of an empty list.
     *
     * @param <T> the type of the elements
     * @return the slice
     */
    public static <T> Slice<T> empty() {
        return new Slice<>(List.of(), 0);
    }

    /** Returns a slice of the values that match a filter. */
    static <T> Slice<T> filtered(Iterable<T> values, Predicate<? super T> filter, long offset, int limit) {
        List<T> elements = new ArrayList<>();
        long matches = 0;
        for (T value : values) {
            if (filter.test(value)) {
                if (matches >= offset && elements.size() < limit) {
                    elements.add(value);
                }
                matches++;
            }
        }
        return new Slice<>(elements, matches);
    }

    /**
     * Transforms the elements.
     *
     * @param mapper applied to each element
     * @param <R> the type of the new elements
     * @return the same slice, with the new elements
     */
    public <R> Slice<R> map(Function<? super T, ? extends R> mapper) {
        return new Slice<>(elements.stream().<R>map(mapper).toList(), total);
    }
}
