package io.github.telnyxreactive.paging;

import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.internal.paging.PageSource;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Requests pages ahead of demand. The number of pages is known from the page that was read last; they are requested
 * concurrently and emitted in order.
 *
 * @param <T> the type of the elements
 */
final class PagesAhead<T> {

    private final PageSource<T> source;
    private final PageRules rules;
    private final int ahead;
    private final boolean alsoWithoutTotal;

    /**
     * Creates a reader.
     *
     * @param source the requests for the pages
     * @param rules the rules that the pages have to follow
     * @param ahead how many pages are requested or held besides the one that is being emitted
     * @param alsoWithoutTotal whether pages are requested ahead, one after the other, even if the list does not report
     *     its number of pages
     */
    PagesAhead(PageSource<T> source, PageRules rules, int ahead, boolean alsoWithoutTotal) {
        this.source = source;
        this.rules = rules;
        this.ahead = ahead;
        this.alsoWithoutTotal = alsoWithoutTotal;
    }

    /** The pages from the given one on. */
    Flux<Numbered<T>> from(int first) {
        return Flux.defer(() -> {
            AtomicReference<T> firstOfPage = new AtomicReference<>();
            return segment(first).handle((page, sink) -> {
                Throwable repetition = repetition(page, firstOfPage);
                if (repetition == null) {
                    sink.next(page);
                } else {
                    sink.error(repetition);
                }
            });
        });
    }

    private @Nullable Throwable repetition(Numbered<T> page, AtomicReference<T> firstOfPage) {
        List<T> elements = page.page.data();
        if (elements.size() < 2) {
            // A single element is legitimately repeated if another one is added before it.
            firstOfPage.set(null);
            return null;
        }
        return rules.repetition(firstOfPage.getAndSet(elements.get(0)), elements.get(0), page.number);
    }

    /** One page, and those that are known to follow once it has arrived. */
    private Flux<Numbered<T>> segment(int first) {
        return read(first).flatMapMany(page -> {
            int total = total(page.page.meta());
            if (!page.hasNext) {
                return Flux.just(page);
            }
            return Flux.just(page).concatWith(total > first ? concurrently(first + 1, total) : oneByOne(first + 1));
        });
    }

    private Flux<Numbered<T>> concurrently(int from, int total) {
        return Flux.defer(() -> {
            AtomicBoolean grown = new AtomicBoolean();
            return Flux.range(from, total - from + 1)
                    // Materialized, so that an error does not overtake the pages before it.
                    .flatMapSequential(number -> read(number).materialize(), ahead, 1)
                    .<Numbered<T>>dematerialize()
                    .takeUntil(page -> !page.hasNext)
                    .doOnNext(page -> grown.set(page.hasNext && page.number == total))
                    .concatWith(Flux.defer(() -> grown.get() ? segment(total + 1) : Flux.empty()));
        });
    }

    private Flux<Numbered<T>> oneByOne(int from) {
        Flux<Numbered<T>> strict = new PagedFlux.Strict<>(
                PagedFlux.pagesAsElements(source),
                rules,
                new PageCursor(from, 0, 0),
                (page, number, index) -> numbered(page, number));
        return alsoWithoutTotal ? strict.limitRate(ahead, 1) : strict;
    }

    private Mono<Numbered<T>> read(int number) {
        return source.apply(number)
                .map(page -> numbered(page, number))
                .switchIfEmpty(Mono.error(() -> rules.noPage(number)));
    }

    private Numbered<T> numbered(Page<T> page, int number) {
        return new Numbered<>(
                page, number, rules.hasNext(new PagePart.End<>(page.data().size(), page.meta()), number));
    }

    private static int total(@Nullable PageMeta meta) {
        return meta == null || meta.totalPages() == null ? 0 : meta.totalPages();
    }

    /**
     * A page with its number.
     *
     * @param <T> the type of the elements
     * @param page the page
     * @param number its number
     * @param hasNext whether another page follows
     */
    record Numbered<T>(Page<T> page, int number, boolean hasNext) {}
}
