package io.github.telnyxreactive.paging;

import io.github.telnyxreactive.internal.paging.PageSource;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * The pages of elements in memory.
 *
 * @param elements the elements
 * @param size the number of elements of each page but the last
 * @param <T> the type of the elements
 */
record InMemoryPages<T>(List<T> elements, int size) {

    /** Copies the elements, as pages are requested in any order and by any number of subscriptions. */
    static <T> PageSource<T> of(Iterable<? extends T> elements, int size) {
        List<T> copy = new ArrayList<>();
        elements.forEach(element -> copy.add(Objects.requireNonNull(element, "an element")));
        InMemoryPages<T> pages = new InMemoryPages<>(copy, size);
        PageSource<T> whole = PageSource.of(number -> Mono.fromSupplier(() -> pages.page(number)));
        return new PageSource<>(whole.whole(), whole.parts(), whole.contradiction(), size);
    }

    private Page<T> page(int number) {
        int count = elements.size();
        long before = (number - 1L) * size;
        int from = (int) Math.min(before, count);
        int to = (int) Math.min(before + size, count);
        int pages = (int) (((long) count + size - 1) / size);
        return Page.of(elements.subList(from, to), PageMeta.of(number, size, pages, count));
    }
}
