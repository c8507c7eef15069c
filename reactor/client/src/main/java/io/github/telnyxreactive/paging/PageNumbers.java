package io.github.telnyxreactive.paging;

import io.github.telnyxreactive.page.PageMeta;
import org.jspecify.annotations.Nullable;

/** The numbers that the pages of one subscription have, which may begin with 0, but not change. */
final class PageNumbers {

    private static final int UNKNOWN = Integer.MIN_VALUE;

    private int offset = UNKNOWN;

    /**
     * Checks the number of the next page.
     *
     * @param meta its metadata, {@code null} for none
     * @param number the number that was requested
     * @return what is wrong with it, {@code null} if nothing is
     */
    @Nullable String contradiction(@Nullable PageMeta meta, int number) {
        Integer actual = meta == null ? null : meta.pageNumber();
        if (actual == null) {
            return null;
        }
        boolean isFirst = offset == UNKNOWN;
        int before = offset;
        offset = number - actual;
        return isFirst || before == offset
                ? null
                : "page " + number + " was requested, but the service responded with page " + actual;
    }
}
