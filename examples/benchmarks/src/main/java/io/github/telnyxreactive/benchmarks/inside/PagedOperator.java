package io.github.telnyxreactive.benchmarks.inside;

import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.internal.paging.PageSource;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.page.Paging;
import io.github.telnyxreactive.paging.PagedFlux;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Measures {@link PagedFlux} in each of its modes where every page is available at once, in comparison with Reactor's own
 * operators over the same pages ({@link #concatMap}), which have no demand for pages, no ends and no detection of repetition.
 *
 * <p>The figures are those of whole lists. The cost of a page is a ninth of the difference between 10 pages and 1 page of 2
 * elements; the cost of an element is a 980th of the difference between 10 pages of 100 and of 2 elements.
 */
public class PagedOperator extends AverageTime {

    /** The number of pages and the number of elements in each. */
    @Param({"1x2", "10x2", "10x100"})
    public String list = "1x2";

    private final List<Page<Integer>> pages = new ArrayList<>();
    private final List<List<PagePart<Integer>>> parts = new ArrayList<>();

    /** Creates the pages. */
    @Setup
    public void fill() {
        int count = Integer.parseInt(list.substring(0, list.indexOf('x')));
        int size = Integer.parseInt(list.substring(list.indexOf('x') + 1));
        for (int number = 1; number <= count; number++) {
            int first = (number - 1) * size;
            Page<Integer> page = Page.of(
                    IntStream.range(first, first + size).boxed().toList(),
                    PageMeta.of(number, size, count, (long) count * size));
            List<PagePart<Integer>> pieces = new ArrayList<>();
            page.data().forEach(element -> pieces.add(new PagePart.Element<>(element)));
            pieces.add(new PagePart.End<>(size, page.meta()));
            pages.add(page);
            parts.add(pieces);
        }
    }

    /**
     * The same pages and elements, by {@link Flux#concatMap}.
     *
     * @param blackhole consumes the elements
     */
    @Benchmark
    public void concatMap(Blackhole blackhole) {
        Drain.all(Flux.range(1, pages.size()).concatMap(this::page).concatMapIterable(Page::data), blackhole);
    }

    /**
     * Strictly under demand, each page as a whole.
     *
     * @param blackhole consumes the elements
     */
    @Benchmark
    public void strict(Blackhole blackhole) {
        Drain.all(whole(), blackhole);
    }

    /**
     * Strictly under demand, each page incrementally, as lists that come in one response are read.
     *
     * @param blackhole consumes the elements
     */
    @Benchmark
    public void strictParts(Blackhole blackhole) {
        Drain.all(
                PagedFlux.create(
                        new PageSource<>(
                                this::page,
                                number -> Flux.fromIterable(parts.get(number - 1)),
                                IllegalStateException::new,
                                Paging.DEFAULT_SIZE),
                        (length, meta, number) -> Paging.BY_META.hasNext(length, meta, number, Paging.DEFAULT_SIZE)),
                blackhole);
    }

    /**
     * Strictly under demand, with the position after each element.
     *
     * @param blackhole consumes the elements
     */
    @Benchmark
    public void strictPositions(Blackhole blackhole) {
        Drain.all(whole().positions(), blackhole);
    }

    /**
     * Strictly under demand, the pages instead of their elements.
     *
     * @param blackhole consumes the pages
     */
    @Benchmark
    public void strictPages(Blackhole blackhole) {
        Drain.all(whole().pages(), blackhole);
    }

    /**
     * Prefetching two pages.
     *
     * @param blackhole consumes the elements
     */
    @Benchmark
    public void prefetchPages(Blackhole blackhole) {
        Drain.all(whole().prefetchPages(2), blackhole);
    }

    /**
     * Requesting four pages at once.
     *
     * @param blackhole consumes the elements
     */
    @Benchmark
    public void concurrentPages(Blackhole blackhole) {
        Drain.all(whole().concurrentPages(4), blackhole);
    }

    private Mono<Page<Integer>> page(int number) {
        return Mono.just(pages.get(number - 1));
    }

    private PagedFlux<Integer> whole() {
        return PagedFlux.create(
                this::page,
                (length, meta, number) -> Paging.BY_META.hasNext(length, meta, number, Paging.DEFAULT_SIZE));
    }
}
