package io.github.telnyxreactive.simulator.internal.store;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param elements the elements of this part
 * @param total how many elements the whole list has
 * @param <T> the type of the elements
 */
public record Slice<T>(List<T> elements, long total) {

    /** Copies what could change. */
    public Slice {
        elements = List.copyOf(elements);
    }

    /**
     * Turns the elements into others.
     *
     * @param mapper makes one element of another
     * @param <R> the type of the new elements
     * @return the same part, of the new elements
     */
    public <R> Slice<R> map(Function<? super T, ? extends R> mapper) {
        return new Slice<>(elements.stream().<R>map(mapper).toList(), total);
    }
}
