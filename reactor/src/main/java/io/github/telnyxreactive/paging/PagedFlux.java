package io.github.telnyxreactive.paging;

import io.github.telnyxreactive.page.Page;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A list that is read page by page, as far as its subscriber asks.
 *
 * <p>Demand decides: nothing is requested before there is demand, and the next page only when every element of the last
 * one has been emitted and more are asked for. With pages of 10, {@code take(10)} costs one request and {@code take(11)}
 * two. No more than one page is held, however long the list.
 *
 * <p>Each subscription reads the list from its start, and keeps its own state. Cancelling ends the request that is under
 * way. Errors are those of the requests; the elements before them have been emitted.
 *
 * <p>Pages are numbered, so the list is not a snapshot: if elements are added or removed while it is read, an element may
 * be emitted twice or not at all.
 *
 * @param <T> the type of the elements
 */
public final class PagedFlux<T> extends Flux<T> {

    private final PageSource<T> source;

    private PagedFlux(PageSource<T> source) {
        this.source = source;
    }

    /**
     * Creates a list from its pages.
     *
     * @param fetch makes the request for a page, given its number from 1; it has to emit one page or an error
     * @param hasNext tells whether a page, given with its number, is followed by another; what it throws is emitted
     * @param <T> the type of the elements
     * @return the list
     */
    public static <T> PagedFlux<T> create(IntFunction<Mono<Page<T>>> fetch, HasNext<T> hasNext) {
        return new PagedFlux<>(new PageSource<>(fetch, hasNext));
    }

    /**
     * Returns the pages instead of their elements, with their metadata.
     *
     * @return the pages, each requested when it is asked for
     */
    public Flux<Page<T>> pages() {
        return new Pages<>(source);
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Function<Page<T>, Iterator<T>> elements = page -> page.data().iterator();
        actual.onSubscribe(new PagedSubscription<>(source, elements, actual));
    }

    /**
     * Tells whether a page is followed by another.
     *
     * @param <T> the type of the elements
     */
    @FunctionalInterface
    public interface HasNext<T> {

        /**
         * Tells whether another page follows.
         *
         * @param page a page
         * @param number its number, from 1
         * @return whether page {@code number + 1} is to be read
         */
        boolean test(Page<T> page, int number);
    }

    /** Where the pages come from, the same for every subscription. */
    record PageSource<T>(IntFunction<Mono<Page<T>>> fetch, HasNext<T> hasNext) {}

    /** The same list, page by page. */
    private static final class Pages<T> extends Flux<Page<T>> {

        private final PageSource<T> source;

        Pages(PageSource<T> source) {
            this.source = source;
        }

        @Override
        public void subscribe(CoreSubscriber<? super Page<T>> actual) {
            Function<Page<T>, Iterator<Page<T>>> itself = page -> List.of(page).iterator();
            actual.onSubscribe(new PagedSubscription<>(source, itself, actual));
        }
    }
}
