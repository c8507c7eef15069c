package io.github.telnyxreactive.page;

import org.jspecify.annotations.Nullable;

/** How a list tells that another page follows. */
public enum Paging {

    /** By the {@code meta} of each page; a page without one is the last. */
    BY_META,

    /** By nothing: a page that is shorter than asked for is the last. */
    BY_LENGTH;

    /** What it means that no size was asked for: pages of the size that the service prefers. */
    public static final int DEFAULT_SIZE = 0;

    /** The number of the first page of every list. */
    public static final int FIRST = 1;

    /**
     * Tells whether another page follows, after checking that the page is the one asked for.
     *
     * @param page a page
     * @param number the number that was asked for
     * @param size the size that was asked for, or {@link #DEFAULT_SIZE}
     * @return whether page {@code number + 1} should be asked for
     * @throws IllegalStateException if the page contradicts itself or the request, so that going on would repeat or lose
     *     elements
     */
    public boolean hasNext(Page<?> page, int number, int size) {
        return hasNext(page.data().size(), page.meta(), number, size);
    }

    /**
     * Tells whether another page follows, after checking that the page is the one asked for.
     *
     * @param length how many elements the page has
     * @param meta where the page stands in its list, {@code null} if the service does not say
     * @param number the number that was asked for
     * @param size the size that was asked for, or {@link #DEFAULT_SIZE}
     * @return whether page {@code number + 1} should be asked for
     * @throws IllegalStateException if the page contradicts itself or the request, so that going on would repeat or lose
     *     elements
     */
    public boolean hasNext(int length, @Nullable PageMeta meta, int number, int size) {
        if (meta == null) {
            return this == BY_LENGTH && size != DEFAULT_SIZE && length >= size;
        }
        Integer actual = meta.pageNumber();
        if (actual != null && actual != number) {
            throw new IllegalStateException(
                    "page " + number + " was asked for, and the service answered with page " + actual);
        }
        if (number >= totalPages(meta)) {
            return false;
        }
        if (length == 0) {
            throw new IllegalStateException("page " + number + " is empty, although the service says that there are "
                    + totalPages(meta) + " pages");
        }
        return true;
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
