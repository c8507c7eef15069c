package io.github.telnyxreactive.page;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page that is read piece by piece: its elements one after the other, and then its end.
 *
 * @param <T> the type of the elements
 */
public sealed interface PagePart<T> {

    /**
     * An element.
     *
     * @param <T> the type of the elements
     * @param value the element
     */
    record Element<T>(T value) implements PagePart<T> {

        /** Checks that there is an element. */
        public Element {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * The end of the page: what is left to say when all of it has been read.
     *
     * @param <T> the type of the elements
     * @param length how many elements the page had
     * @param meta where the page stands in its list, {@code null} if the service does not say
     */
    record End<T>(int length, @Nullable PageMeta meta) implements PagePart<T> {}
}
