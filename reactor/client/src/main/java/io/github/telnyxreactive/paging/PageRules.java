package io.github.telnyxreactive.paging;

import io.github.telnyxreactive.internal.page.PagePart;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What pages have to tell, so that reading a list comes to an end.
 *
 * @param hasNext tells whether another page follows
 * @param contradiction makes the error for pages that contradict each other
 */
record PageRules(PagedFlux.HasNext hasNext, Function<String, ? extends Throwable> contradiction) {

    boolean hasNext(PagePart.End<?> end, int number) {
        return hasNext.test(end.length(), end.meta(), number);
    }

    Throwable noPage(int number) {
        return contradiction.apply("the request for page " + number + " emitted no page");
    }

    /**
     * Finds out whether a page begins as the one before it, as it does without end if the service passes over the number
     * of the page.
     *
     * @param before the first element of the page before, {@code null} if there was none, or no other on that page
     * @param first the first element of the page
     * @param number the number of the page
     * @return the error, {@code null} if all is well
     */
    @Nullable Throwable repetition(@Nullable Object before, Object first, int number) {
        return first.equals(before)
                ? contradiction.apply("page " + number + " begins with the same element as page " + (number - 1)
                        + ", as if the service passed over the number of the page")
                : null;
    }
}
