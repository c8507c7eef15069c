package io.github.telnyxreactive.page;

import org.jspecify.annotations.Nullable;

/** How to determine whether another page of a list follows. */
public enum Paging {

    /** By the {@code meta} of each page. A page without one is the last. */
    BY_META,

    /** By the number of elements: a page that is shorter than requested is the last. */
    BY_LENGTH;

    /** The page size that stands for the default of the service. */
    public static final int DEFAULT_SIZE = 0;

    /** The number of the first page of every list. */
    public static final int FIRST = 1;

    /**
     * Returns whether another page follows, after checking that the page is the requested one.
     *
     * @param page a page
     * @param number the requested page number
     * @param size the requested page size, or {@link #DEFAULT_SIZE}
     * @return whether to request page {@code number + 1}
     * @throws IllegalStateException if the page contradicts itself or the request, so that continuing would repeat or
     *     lose elements
     */
    public boolean hasNext(Page<?> page, int number, int size) {
        return hasNext(page.length(), page.meta(), number, size);
    }

    /**
     * Returns whether another page follows, after checking that the page is the requested one.
     *
     * @param length the number of elements of the page
     * @param meta the position of the page in its list, {@code null} if the service does not report it
     * @param number the requested page number
     * @param size the requested page size, or {@link #DEFAULT_SIZE}
     * @return whether to request page {@code number + 1}
     * @throws IllegalStateException if the page contradicts itself or the request, so that continuing would repeat or
     *     lose elements
     */
    public boolean hasNext(int length, @Nullable PageMeta meta, int number, int size) {
        if (meta == null) {
            return this == BY_LENGTH && size != DEFAULT_SIZE && length >= size;
        }
        Integer actual = meta.pageNumber();
        // Some count from 0. If it is the page before that was sent again, it begins with the same element.
        if (actual != null && actual != number && actual != number - 1) {
            throw new IllegalStateException(
                    "page " + number + " was requested, but the service responded with page " + actual);
        }
        long total = totalPages(meta);
        if (total <= 0) {
            return mayHaveNext(length, meta, number, size);
        }
        if (number >= total) {
            return false;
        }
        if (length == 0) {
            throw new IllegalStateException(
                    "page " + number + " is empty although the service reports " + total + " pages");
        }
        return true;
    }

    /**
     * Without a total, only a page that is not full is known to be the last. If the size is not known either, a single
     * element is taken for that: a service that repeats it would be read for ever.
     */
    private static boolean mayHaveNext(int length, PageMeta meta, int number, int size) {
        Long results = meta.totalResults();
        if (length == 0 || (results != null && results > 0 && number == FIRST && length >= results)) {
            return false;
        }
        Integer actualSize = meta.pageSize();
        int full = actualSize != null && actualSize > 0 ? actualSize : size;
        return full > 0 ? length >= full : length > 1;
    }

    private static long totalPages(PageMeta meta) {
        Integer pages = meta.totalPages();
        if (pages != null) {
            return pages;
        }
        Long results = meta.totalResults();
        Integer size = meta.pageSize();
        return results == null || size == null || size < 1 ? 0 : (results + size - 1) / size;
    }
}
