package io.github.telnyxreactive.internal.page;

import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page that is read piece by piece: either its elements one after the other and then its end, or all of it at
 * once.
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

    /**
     * All of the page, with its end.
     *
     * @param <T> the type of the elements
     * @param elements the elements, or what stands for them
     * @param end the end of the page
     */
    record Whole<T>(List<T> elements, End<T> end) implements PagePart<T> {

        /**
         * Takes a page as a whole.
         *
         * @param page the page
         * @param <T> the type of the elements
         * @return the only part of it
         */
        public static <T> Whole<T> of(Page<T> page) {
            return new Whole<>(page.data(), new End<>(page.data().size(), page.meta()));
        }
    }
}
