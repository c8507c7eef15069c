package io.github.telnyxreactive.paging;

import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.paging.PagedSubscription.Emission;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A list that is read page by page, as far as its subscriber asks.
 *
 * <p>Demand decides: nothing is requested before there is demand, and the next page only when every element of the last
 * one has been emitted and more are asked for. With pages of 10, {@code take(10)} costs one request and {@code take(11)}
 * two. No more than one page is held, however long the list; of a list that is read piece by piece, no more than one
 * element and what is in a buffer of the network.
 *
 * <p>Two modes trade this for speed: {@link #prefetchPages} and {@link #concurrentPages} request pages before they are
 * asked for, and hold as many.
 *
 * <p>Each subscription reads the list from its start, and keeps its own state. Cancelling ends the requests that are under
 * way. Errors are those of the requests; the elements before them have been emitted.
 *
 * <p>Pages are numbered, so the list is not a snapshot. An element that is added before the place where one reads pushes
 * the last element of the page before onto the next page, and is missed itself: one element comes twice. An element that is
 * removed there pulls the first element of the next page onto the one that was read: one element is missed. What changes
 * behind that place is seen as it is when its page is requested; pages that come to be are read, and pages that are gone are
 * the end. Whoever cannot live with that reads the list again, or keeps ids.
 *
 * <p>Pages that contradict themselves or each other, by their metadata or because one begins as the one before it, are an
 * error, so that no list is read in a circle.
 *
 * @param <T> the type of the elements
 */
public final class PagedFlux<T> extends Flux<T> {

    private final IntFunction<? extends Mono<Page<T>>> whole;
    private final IntFunction<? extends Publisher<PagePart<T>>> parts;
    private final PageRules rules;
    private final int pageSize;
    private final Reading reading;
    private final PageCursor start;

    private PagedFlux(
            IntFunction<? extends Mono<Page<T>>> whole,
            IntFunction<? extends Publisher<PagePart<T>>> parts,
            PageRules rules,
            int pageSize,
            Reading reading,
            PageCursor start) {
        this.whole = whole;
        this.parts = parts;
        this.rules = rules;
        this.pageSize = pageSize;
        this.reading = reading;
        this.start = start;
    }

    /**
     * Creates a list from its pages.
     *
     * @param fetch makes the request for a page, given its number from 1; it has to emit one page or an error
     * @param hasNext tells whether a page is followed by another; what it throws is emitted
     * @param <T> the type of the elements
     * @return the list
     */
    public static <T> PagedFlux<T> create(IntFunction<? extends Mono<Page<T>>> fetch, HasNext hasNext) {
        return create(
                fetch, number -> fetch.apply(number).map(PagePart.Whole::of), hasNext, IllegalStateException::new, 0);
    }

    /**
     * Creates a list from its pages, which can be read piece by piece as well.
     *
     * @param fetch makes the request for a page, given its number from 1; it has to emit one page or an error
     * @param parts makes the same request; it has to emit the elements and the end of the page, or the whole page, or an
     *     error
     * @param hasNext tells whether a page is followed by another; what it throws is emitted
     * @param contradiction makes the error for pages that contradict each other, given what is wrong with them
     * @param pageSize how many elements a page is asked to have, 0 if the service chooses
     * @param <T> the type of the elements
     * @return the list
     */
    public static <T> PagedFlux<T> create(
            IntFunction<? extends Mono<Page<T>>> fetch,
            IntFunction<? extends Publisher<PagePart<T>>> parts,
            HasNext hasNext,
            Function<String, ? extends Throwable> contradiction,
            int pageSize) {
        return new PagedFlux<>(
                fetch,
                parts,
                new PageRules(hasNext, contradiction),
                pageSize,
                Reading.STRICT,
                new PageCursor(1, 0, pageSize));
    }

    /**
     * Reads pages before they are asked for, so that whoever reads does not wait for each. Where the list states how many
     * pages it has, they are requested side by side, else one after the other.
     *
     * @param pages how many pages are requested or held besides the one that is being emitted, at least 1
     * @return a list that differs in this; nothing is requested before the first demand
     */
    public PagedFlux<T> prefetchPages(int pages) {
        return with(new Reading(requirePositive(pages), true));
    }

    /**
     * Requests pages side by side where the list states how many it has, from its second page on, and emits them in their
     * order. A list that does not is read one page ahead.
     *
     * @param pages how many pages are requested or held besides the one that is being emitted, at least 1
     * @return a list that differs in this; nothing is requested before the first demand
     */
    public PagedFlux<T> concurrentPages(int pages) {
        return with(new Reading(requirePositive(pages), false));
    }

    private static int requirePositive(int pages) {
        if (pages < 1) {
            throw new IllegalArgumentException("at least 1 page has to be requested at once, not " + pages);
        }
        return pages;
    }

    /**
     * Goes on at a place where an earlier subscription was, even if that was in another process. If elements were added or
     * removed before that place in the meantime, the place has moved, as for everybody who reads on.
     *
     * @param cursor the place, from {@link #positions()}
     * @return a list that begins there; it costs the request for the page of that place
     * @throws IllegalArgumentException if the cursor is of pages of another size
     */
    public PagedFlux<T> resumeFrom(PageCursor cursor) {
        if (cursor.pageSize() != pageSize) {
            throw new IllegalArgumentException(
                    "the cursor is of pages of " + cursor.pageSize() + " elements, and this list has pages of "
                            + pageSize + " (0 is the size that the service chooses)");
        }
        return new PagedFlux<>(whole, parts, rules, pageSize, reading, cursor);
    }

    private PagedFlux<T> with(Reading other) {
        return new PagedFlux<>(whole, parts, rules, pageSize, other, start);
    }

    /**
     * Returns the elements with the place behind each, which {@link #resumeFrom} takes.
     *
     * @return the elements, read as this list is
     */
    public Flux<Positioned<T>> positions() {
        return elements((element, page, place) -> new Positioned<>(element, new PageCursor(page, place, pageSize)));
    }

    /**
     * Returns the pages instead of their elements, with their metadata. A list that is resumed begins with the whole of the
     * page of its cursor.
     *
     * @return the pages, each requested when it is asked for, or ahead in the modes that do so
     */
    public Flux<Page<T>> pages() {
        if (!reading.isStrict()) {
            return new OnDemand<>(ahead().from(start.page()).map(PagesAhead.Numbered::page));
        }
        IntFunction<Mono<PagePart<Page<T>>>> pages =
                number -> whole.apply(number).map(PagedFlux::itself);
        PageCursor first = new PageCursor(start.page(), 0, pageSize);
        return new Strict<>(pages, rules, first, (page, number, place) -> page);
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        elements((element, page, place) -> element).subscribe(actual);
    }

    private <R> Flux<R> elements(Emission<T, R> emission) {
        return reading.isStrict()
                ? new Strict<>(parts, rules, start, emission)
                : new OnDemand<>(ahead().from(start.page()).concatMapIterable(page -> elements(page, emission), 1));
    }

    private <R> List<R> elements(PagesAhead.Numbered<T> page, Emission<T, R> emission) {
        List<T> data = page.page().data();
        int first = page.number() == start.page() ? Math.min(start.index(), data.size()) : 0;
        List<R> elements = new ArrayList<>(data.size() - first);
        for (int place = first + 1; place <= data.size(); place++) {
            elements.add(emission.of(data.get(place - 1), page.number(), place));
        }
        return elements;
    }

    private PagesAhead<T> ahead() {
        return new PagesAhead<>(whole, rules, reading.pages, reading.alsoWithoutTotal);
    }

    /** A page that stands for itself instead of for its elements. */
    static <T> PagePart<Page<T>> itself(Page<T> page) {
        return new PagePart.Whole<>(
                List.of(page), new PagePart.End<>(page.data().size(), page.meta()));
    }

    /** Tells whether a page is followed by another. */
    @FunctionalInterface
    public interface HasNext {

        /**
         * Tells whether another page follows.
         *
         * @param length how many elements the page has
         * @param meta where the page stands in its list, {@code null} if the service does not say
         * @param number its number, from 1
         * @return whether page {@code number + 1} is to be read
         */
        boolean test(int length, @Nullable PageMeta meta, int number);
    }

    /**
     * How far ahead pages are read.
     *
     * @param pages how many pages are requested or held besides the one that is being emitted, 0 for none
     * @param alsoWithoutTotal whether pages are read ahead where the list does not state its total
     */
    private record Reading(int pages, boolean alsoWithoutTotal) {

        private static final Reading STRICT = new Reading(0, false);

        boolean isStrict() {
            return pages == 0;
        }
    }

    /**
     * The list as it is asked for.
     *
     * @param <T> the type of the elements
     * @param <R> what is emitted for each of them
     */
    static final class Strict<T, R> extends Flux<R> {

        private final IntFunction<? extends Publisher<PagePart<T>>> source;
        private final PageRules rules;
        private final PageCursor start;
        private final Emission<T, R> emission;

        Strict(
                IntFunction<? extends Publisher<PagePart<T>>> source,
                PageRules rules,
                PageCursor start,
                Emission<T, R> emission) {
            this.source = source;
            this.rules = rules;
            this.start = start;
            this.emission = emission;
        }

        @Override
        public void subscribe(CoreSubscriber<? super R> actual) {
            actual.onSubscribe(new PagedSubscription<>(source, rules, start, emission, actual));
        }
    }
}
