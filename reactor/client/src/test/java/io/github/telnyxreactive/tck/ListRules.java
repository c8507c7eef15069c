package io.github.telnyxreactive.tck;

import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.paging.PagedFlux;
import java.util.List;
import java.util.stream.LongStream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The rules for what a list in memory emits in one of its modes.
 *
 * @param <T> the type of the elements
 */
abstract class ListRules<T> extends PublisherRules<T> {

    private static final int PAGE_SIZE = 10;

    /** Returns what a list emits in the mode under test. */
    abstract Flux<T> mode(PagedFlux<Long> list);

    /** Returns the length of the list that emits the given number of elements in the mode under test. */
    long length(long elements) {
        return elements;
    }

    @Override
    public final Publisher<T> createPublisher(long elements) {
        return mode(list(length(elements)));
    }

    @Override
    public final Publisher<T> createFailedPublisher() {
        return requesting(mode(PagedFlux.create(number -> Mono.error(failure()), (length, meta, number) -> false)));
    }

    private static PagedFlux<Long> list(long length) {
        int pages = (int) Math.min((length + PAGE_SIZE - 1) / PAGE_SIZE, Integer.MAX_VALUE);
        return PagedFlux.create(
                number -> Mono.fromSupplier(
                        () -> Page.of(page(number, length), PageMeta.of(number, PAGE_SIZE, pages, length))),
                (count, meta, number) -> number < pages);
    }

    private static List<Long> page(long number, long length) {
        return LongStream.range((number - 1) * PAGE_SIZE, Math.min(number * PAGE_SIZE, length))
                .boxed()
                .toList();
    }

    /** The rules for the elements. */
    static final class Elements extends ListRules<Long> {

        @Override
        Flux<Long> mode(PagedFlux<Long> list) {
            return list;
        }
    }

    /** The rules for the elements with their positions. */
    static final class Positions extends ListRules<Long> {

        @Override
        Flux<Long> mode(PagedFlux<Long> list) {
            return list.positions().map(positioned -> positioned.value());
        }
    }

    /** The rules for the elements of pages that are requested ahead, one after the other or concurrently. */
    static final class Prefetched extends ListRules<Long> {

        @Override
        Flux<Long> mode(PagedFlux<Long> list) {
            return list.prefetchPages(2);
        }
    }

    /** The rules for the elements of pages that are requested concurrently. */
    static final class Concurrent extends ListRules<Long> {

        @Override
        Flux<Long> mode(PagedFlux<Long> list) {
            return list.concurrentPages(4);
        }
    }

    /** The rules for the pages. */
    abstract static class Pages extends ListRules<Page<Long>> {

        @Override
        final long length(long elements) {
            return elements * PAGE_SIZE;
        }

        @Override
        public final long maxElementsFromPublisher() {
            return Integer.MAX_VALUE;
        }
    }

    /** The rules for pages that are requested under demand. */
    static final class PagesUnderDemand extends Pages {

        @Override
        Flux<Page<Long>> mode(PagedFlux<Long> list) {
            return list.pages();
        }
    }

    /** The rules for pages that are requested ahead. */
    static final class PagesAhead extends Pages {

        @Override
        Flux<Page<Long>> mode(PagedFlux<Long> list) {
            return list.prefetchPages(2).pages();
        }
    }
}
