package io.github.telnyxreactive.paging;

import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.internal.operator.Cancellation;
import io.github.telnyxreactive.internal.operator.OnDemand;
import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.internal.paging.PageSource;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.page.Paging;
import io.github.telnyxreactive.paging.PagedSubscription.Emission;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A list that is requested page by page, under the demand of its subscriber.
 *
 * <p>Demand decides: nothing is requested before there is demand, and the next page only when every element of the last
 * one has been emitted and there is demand for more. With pages of 10, {@code take(10)} costs one request and
 * {@code take(11)} two. At most one page is held in memory, however long the list is. The lists of the client are
 * decoded as the response arrives, and hold at most one element and a bounded number of unread bytes.
 *
 * <p>Two modes trade this for speed: {@link #prefetchPages} and {@link #concurrentPages} request the given number of
 * pages before there is demand for them, and hold them in memory.
 *
 * <p>Each subscription reads the list from its start, with its own state; cancelling it cancels the requests in flight.
 * Errors are those of the requests, and are emitted after the elements that precede them.
 *
 * <p>Pages are numbered, so the list is not a snapshot. An element that is added before the current position pushes the
 * last element of the previous page onto the next one, and is missed itself: one element is emitted twice. An element
 * that is removed there pulls the first element of the next page onto the page that was read: one element is missed.
 * Changes after the current position are seen when their page is requested: added pages are read, and missing pages end
 * the list. Where that matters, read the list again or keep track of ids.
 *
 * <p>Pages that contradict themselves or each other, by their metadata or because one begins with the same element as
 * the previous one, are an error, so that no list is read in an endless loop.
 *
 * @param <T> the type of the elements
 */
public final class PagedFlux<T> extends Flux<T> implements Scannable {

    private final PageSource<T> source;
    private final PageRules rules;
    private final ReadAhead readAhead;
    private final PageCursor start;
    private final @Nullable Consumer<? super DecodingException> onUnreadable;

    private PagedFlux(
            PageSource<T> source,
            PageRules rules,
            ReadAhead readAhead,
            PageCursor start,
            @Nullable Consumer<? super DecodingException> onUnreadable) {
        this.source = source;
        this.rules = rules;
        this.readAhead = readAhead;
        this.start = start;
        this.onUnreadable = onUnreadable;
    }

    /**
     * Creates a list from the requests for its pages.
     *
     * @param fetch creates the request for a page, given its number from 1; it must emit exactly one page or an error
     * @param hasNext decides whether a page is followed by another; if it throws, the exception is emitted as an error
     * @param <T> the type of the elements
     * @return the list
     */
    public static <T> PagedFlux<T> create(IntFunction<? extends Mono<Page<T>>> fetch, HasNext hasNext) {
        PageSource<T> source = PageSource.of(fetch);
        return create(source, new PageRules(hasNext, source.contradiction(), false));
    }

    private static <T> PagedFlux<T> create(PageSource<T> source, PageRules rules) {
        return new PagedFlux<>(source, rules, ReadAhead.NONE, new PageCursor(1, 0, source.pageSize()), null);
    }

    /**
     * Creates a list from the requests for its pages, whose metadata says how many there are, as that of the service
     * does. A page without metadata, or without a total, is the last. For tests of code that reads a list:
     *
     * <pre>{@code
     * PagedFlux.fromPages(number -> number < 3
     *         ? Mono.just(Page.of(List.of("a", "b"), PageMeta.of(number, 2, 3, 6)))
     *         : Mono.error(new IllegalStateException("the third page is broken")));
     * }</pre>
     *
     * @param fetch creates the request for a page, given its number from 1; it must emit exactly one page or an error
     * @param <T> the type of the elements
     * @return the list; metadata that contradicts itself or the number of the page is emitted as an
     *     {@link IllegalStateException}
     */
    public static <T> PagedFlux<T> fromPages(IntFunction<? extends Mono<Page<T>>> fetch) {
        return create(
                fetch, (length, meta, number) -> Paging.BY_META.hasNext(length, meta, number, Paging.DEFAULT_SIZE));
    }

    /**
     * Creates a list from elements in memory, to take the place of one of the service in a test. It has the same modes,
     * and its pages have the same metadata.
     *
     * @param elements the elements, which are copied; unlike those of a service, consecutive pages may begin with the
     *     same one
     * @param pageSize the number of elements of each page but the last, at least 1
     * @param <T> the type of the elements
     * @return the list; without elements, it has one empty page
     */
    public static <T> PagedFlux<T> fromIterable(Iterable<? extends T> elements, int pageSize) {
        PageSource<T> source = InMemoryPages.of(elements, requirePositive(pageSize, "the page size"));
        HasNext byMeta = (length, meta, number) -> Paging.BY_META.hasNext(length, meta, number, pageSize);
        return create(source, new PageRules(byMeta, source.contradiction(), true));
    }

    /**
     * Returns a list that requests pages before there is demand for them, so that the subscriber does not wait for each
     * of them. They are requested concurrently if the list reports its number of pages, and one after the other if it
     * does not.
     *
     * @param pages how many pages are requested or held besides the one that is being emitted, at least 1
     * @return the list; nothing is requested before the first demand
     */
    public PagedFlux<T> prefetchPages(int pages) {
        return with(new ReadAhead(requirePositive(pages, "the number of pages"), true));
    }

    /**
     * Returns a list that requests its pages concurrently from the second one on, if it reports its number of pages,
     * and emits them in order. A list that does not report it is read one page ahead.
     *
     * @param pages how many pages are requested or held besides the one that is being emitted, at least 1
     * @return the list; nothing is requested before the first demand
     */
    public PagedFlux<T> concurrentPages(int pages) {
        return with(new ReadAhead(requirePositive(pages, "the number of pages"), false));
    }

    private static int requirePositive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
        return value;
    }

    private PagedFlux<T> with(ReadAhead other) {
        return new PagedFlux<>(source, rules, other, start, onUnreadable);
    }

    /**
     * Returns a list that begins where an earlier subscription stopped, even in another process. If elements before
     * that position were added or removed in the meantime, the position has shifted, as it would have for a
     * subscription that continued.
     *
     * @param cursor the position, from {@link #positions()}
     * @return the list from that position on; its first request is for the page of the position
     * @throws IllegalArgumentException if the cursor is for pages of another size
     */
    public PagedFlux<T> resumeFrom(PageCursor cursor) {
        if (cursor.pageSize() != start.pageSize()) {
            throw new IllegalArgumentException("the cursor is for pages of " + cursor.pageSize()
                    + " elements, but this list has pages of " + start.pageSize()
                    + " (0 is the size that the service chooses)");
        }
        return new PagedFlux<>(source, rules, readAhead, cursor, onUnreadable);
    }

    /**
     * Returns a list that skips elements that cannot be read because they have no identity. Without this, such an element
     * ends the list with a {@link DecodingException}, after the elements before it. An element of which only some fields
     * cannot be read is emitted like any other.
     *
     * @param handler receives an exception for each, or one for all of a page that is read as a whole, with the
     *     {@linkplain DecodingException#unreadable() elements} as they came; called before the elements after it are emitted, or earlier if pages are read ahead, and again if the page
     *     is requested again; it must neither block nor throw
     * @return the list
     */
    public PagedFlux<T> onUnreadable(Consumer<? super DecodingException> handler) {
        Objects.requireNonNull(handler, "handler");
        return new PagedFlux<>(source, rules, readAhead, start, handler);
    }

    /** The requests for whole pages, without the elements that the handler takes. */
    private PageSource<T> wholePages() {
        Consumer<? super DecodingException> handler = onUnreadable;
        return handler == null
                ? source
                : new PageSource<>(
                        number -> Mono.defer(() -> {
                            Cancellation cancellation = new Cancellation();
                            return cancellation.observe(cancellation
                                    .enforce(source.apply(number))
                                    .onErrorResume(DecodingException.class, error -> readable(error, handler)));
                        }),
                        source.parts(),
                        source.contradiction(),
                        source.pageSize());
    }

    @SuppressWarnings("unchecked") // The source emits pages of T.
    private static <T> Mono<Page<T>> readable(DecodingException error, Consumer<? super DecodingException> handler) {
        if (error.readable() instanceof Page<?> page) {
            handler.accept(error);
            return Mono.just((Page<T>) page);
        }
        return Mono.error(error);
    }

    /**
     * Returns the elements, each with the position after it, from which {@link #resumeFrom} can continue.
     *
     * @return the elements, requested in the same way as those of this list
     */
    public Flux<Positioned<T>> positions() {
        return elements(
                (element, page, index) -> new Positioned<>(element, new PageCursor(page, index, start.pageSize())));
    }

    /**
     * Returns the pages instead of their elements, with their metadata. A resumed list begins with the whole page of
     * its cursor.
     *
     * @return the pages, each requested when there is demand for it, or ahead of demand in the modes that do so
     */
    public Flux<Page<T>> pages() {
        if (readAhead.isUsed()) {
            return OnDemand.of(ahead().from(start.page()).map(PagesAhead.Numbered::page));
        }
        PageCursor first = new PageCursor(start.page(), 0, start.pageSize());
        return new Strict<>(pagesAsElements(wholePages()), rules, first, (page, number, index) -> page, null);
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        elements((element, page, index) -> element).subscribe(actual);
    }

    /**
     * Answers as the operators of Reactor do. {@link reactor.core.Scannable.Attr#PREFETCH} is the number of pages that
     * are requested ahead of demand.
     */
    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object scanUnsafe(Attr key) {
        if (key == Attr.PREFETCH) {
            return readAhead.pages;
        }
        return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : null;
    }

    private <R> Flux<R> elements(Emission<T, R> emission) {
        return readAhead.isUsed()
                ? OnDemand.of(ahead().from(start.page()).concatMapIterable(page -> elements(page, emission), 1))
                : new Strict<>(source.parts(), rules, start, emission, onUnreadable);
    }

    private <R> List<R> elements(PagesAhead.Numbered<T> page, Emission<T, R> emission) {
        Page<T> all = page.page();
        int first = page.number() == start.page() ? start.index() : 0;
        List<R> elements = new ArrayList<>(all.data().size());
        Iterator<T> readable = all.data().iterator();
        for (int position = 0; readable.hasNext(); position++) {
            if (all.isReadable(position)) {
                T element = readable.next();
                if (position >= first) {
                    elements.add(emission.of(element, page.number(), position + 1));
                }
            }
        }
        return elements;
    }

    private PagesAhead<T> ahead() {
        return new PagesAhead<>(wholePages(), rules, readAhead.pages, readAhead.alsoWithoutTotal);
    }

    /** The requests for pages whose only element is the page itself. */
    static <T> IntFunction<Mono<PagePart<Page<T>>>> pagesAsElements(IntFunction<? extends Mono<Page<T>>> source) {
        return number -> source.apply(number).map(PagedFlux::asElement);
    }

    private static <T> PagePart<Page<T>> asElement(Page<T> page) {
        return new PagePart.Whole<>(List.of(page), new PagePart.End<>(page.length(), page.meta()));
    }

    /** Decides whether a page is followed by another. */
    @FunctionalInterface
    public interface HasNext {

        /**
         * Returns whether another page follows.
         *
         * @param length the number of elements of the page
         * @param meta the position of the page in its list, {@code null} if the service does not report it
         * @param number the number of the page, from 1
         * @return whether to request page {@code number + 1}
         */
        boolean test(int length, @Nullable PageMeta meta, int number);
    }

    /**
     * How far ahead of the demand pages are requested.
     *
     * @param pages how many pages are requested or held besides the one that is being emitted, 0 for none
     * @param alsoWithoutTotal whether pages are requested ahead even if the list does not report its number of pages
     */
    private record ReadAhead(int pages, boolean alsoWithoutTotal) {

        private static final ReadAhead NONE = new ReadAhead(0, false);

        boolean isUsed() {
            return pages > 0;
        }
    }

    /**
     * The list strictly under demand.
     *
     * @param <T> the type of the elements
     * @param <R> what is emitted for each of them
     */
    static final class Strict<T, R> extends Flux<R> implements Scannable {

        private final IntFunction<? extends Publisher<PagePart<T>>> source;
        private final PageRules rules;
        private final PageCursor start;
        private final Emission<T, R> emission;
        private final @Nullable Consumer<? super DecodingException> onUnreadable;

        Strict(
                IntFunction<? extends Publisher<PagePart<T>>> source,
                PageRules rules,
                PageCursor start,
                Emission<T, R> emission,
                @Nullable Consumer<? super DecodingException> onUnreadable) {
            this.source = source;
            this.rules = rules;
            this.start = start;
            this.emission = emission;
            this.onUnreadable = onUnreadable;
        }

        @Override
        public void subscribe(CoreSubscriber<? super R> actual) {
            actual.onSubscribe(new PagedSubscription<>(source, rules, start, emission, onUnreadable, actual));
        }

        @Override
        @SuppressWarnings("rawtypes")
        public @Nullable Object scanUnsafe(Attr key) {
            if (key == Attr.PREFETCH) {
                return 0;
            }
            return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : null;
        }
    }
}
