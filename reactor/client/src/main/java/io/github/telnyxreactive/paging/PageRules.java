package io.github.telnyxreactive.paging;

import io.github.telnyxreactive.internal.page.PagePart;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules that the pages of a list have to follow, so that reading the list terminates.
 *
 * @param hasNext decides whether another page follows
 * @param contradiction creates the error for pages that contradict each other
 * @param mayRepeat whether consecutive pages may begin with the same element
 */
record PageRules(PagedFlux.HasNext hasNext, Function<String, ? extends Throwable> contradiction, boolean mayRepeat) {

    boolean hasNext(PagePart.End<?> end, int number) {
        return hasNext.test(end.length(), end.meta(), number);
    }

    Throwable noPage(int number) {
        return contradiction.apply("the request for page " + number + " emitted no page");
    }

    /**
     * Checks that a page does not begin with the same element as the previous one. If the service ignored the page
     * number, every page would, and the list would never end.
     *
     * @param before the first element of the previous page, {@code null} if that page had fewer than two elements or
     *     does not exist
     * @param first the first element of the page
     * @param number the number of the page
     * @return the error, {@code null} if there is none
     */
    @Nullable Throwable repetition(@Nullable Object before, Object first, int number) {
        return !mayRepeat && first.equals(before)
                ? contradiction.apply("page " + number + " begins with the same element as page " + (number - 1)
                        + ", as if the service ignored the number of the page")
                : null;
    }
}
