package io.github.telnyxreactive.internal.page;

import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page: either one of its elements, which are followed by its end, or the whole page.
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

        /** Checks that the element exists. */
        public Element {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * An element that cannot be read.
     *
     * @param <T> the type of the elements
     * @param error why, and the element as it came
     */
    record Unreadable<T>(RuntimeException error) implements PagePart<T> {}

    /**
     * The end of the page, after all of its elements.
     *
     * @param <T> the type of the elements
     * @param length the number of elements of the page
     * @param meta the position of the page in its list, {@code null} if the service does not report it
     */
    record End<T>(int length, @Nullable PageMeta meta) implements PagePart<T> {}

    /**
     * The whole page, with its end.
     *
     * @param <T> the type of the elements
     * @param elements the elements, or what represents them
     * @param end the end of the page
     */
    record Whole<T>(List<T> elements, End<T> end) implements PagePart<T> {

        /**
         * Returns a page as its only part.
         *
         * @param page the page
         * @param <T> the type of the elements
         * @return the part
         */
        public static <T> Whole<T> of(Page<T> page) {
            return new Whole<>(page.data(), new End<>(page.length(), page.meta()));
        }
    }
}
