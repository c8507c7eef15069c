package io.github.telnyxreactive.paging;

import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.internal.operator.Cancellation;
import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.internal.paging.PageSource;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

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
        return Flux.defer(() -> new Reading(first).pages());
    }

    private Numbered<T> numbered(Page<T> page, int number) {
        return new Numbered<>(page, number, rules.hasNext(new PagePart.End<>(page.length(), page.meta()), number));
    }

    @SuppressWarnings("unchecked") // The source emits pages of T.
    private static <T> Page<T> beginning(Page<?> page) {
        int readable = 0;
        while (readable < page.data().size() && page.isReadable(readable)) {
            readable++;
        }
        return Page.of((List<T>) page.data().subList(0, readable), page.meta());
    }

    private static int total(@Nullable PageMeta meta) {
        return meta == null || meta.totalPages() == null ? 0 : meta.totalPages();
    }

    /**
     * One subscription. It reads the list in segments, each of which ends where the list was known to end when its
     * first page arrived. The list may have grown since, with every page even, so segments follow one another in a
     * loop: nested, they would exhaust the stack. Only signals change its state, so one thread at a time.
     */
    private final class Reading {

        private final Cancellation cancellation = new Cancellation();
        private int next;
        private boolean hasNext;
        private final PageNumbers numbers = new PageNumbers();
        /** The pages that end the list with an error, after the elements before it. */
        private final Map<Integer, Throwable> broken = new ConcurrentHashMap<>();

        private @Nullable T firstOfPage;

        Reading(int first) {
            next = first;
        }

        Flux<Numbered<T>> pages() {
            Flux<Numbered<T>> segments = Flux.defer(() -> segment(next)).repeat(() -> hasNext);
            return cancellation
                    .observe(segments)
                    .<Numbered<T>>handle(this::check)
                    .concatWith(Mono.defer(
                            () -> Mono.justOrEmpty(broken.get(next - 1)).flatMap(Mono::error)));
        }

        /** Requests a page. One of which an element cannot be read has the elements before it. */
        private Mono<Page<T>> fetch(int number) {
            return cancellation.enforce(source.apply(number)).onErrorResume(DecodingException.class, error -> {
                if (!(error.readable() instanceof Page<?> page)) {
                    return Mono.error(error);
                }
                broken.put(number, error);
                return Mono.just(beginning(page));
            });
        }

        private void check(Numbered<T> page, SynchronousSink<Numbered<T>> sink) {
            next = page.number + 1;
            hasNext = page.hasNext;
            String contradiction = numbers.contradiction(page.page.meta(), page.number);
            Throwable repetition = contradiction == null
                    ? repetition(page)
                    : rules.contradiction().apply(contradiction);
            if (repetition == null) {
                sink.next(page);
            } else {
                sink.error(repetition);
            }
        }

        private @Nullable Throwable repetition(Numbered<T> page) {
            List<T> elements = page.page.data();
            if (elements.size() < 2) {
                // A single element is legitimately repeated if another one is added before it.
                firstOfPage = null;
                return null;
            }
            T before = firstOfPage;
            firstOfPage = elements.get(0);
            return rules.repetition(before, elements.get(0), page.number);
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
            return Flux.range(from, total - from + 1)
                    // Materialized, so that an error does not overtake the pages before it.
                    .flatMapSequential(number -> read(number).materialize(), ahead, 1)
                    .<Numbered<T>>dematerialize()
                    .takeUntil(page -> !page.hasNext);
        }

        private Flux<Numbered<T>> oneByOne(int from) {
            Flux<Numbered<T>> strict = cancellation.enforce(new PagedFlux.Strict<>(
                    PagedFlux.pagesAsElements(this::fetch),
                    rules,
                    new PageCursor(from, 0, 0),
                    (page, number, index) -> numbered(page, number),
                    null));
            return (alsoWithoutTotal ? strict.limitRate(ahead, 1) : strict).takeUntil(page -> !page.hasNext);
        }

        private Numbered<T> numbered(Page<T> page, int number) {
            boolean follows = !broken.containsKey(number)
                    && rules.hasNext(new PagePart.End<>(page.length(), page.meta()), number);
            return new Numbered<>(page, number, follows);
        }

        private Mono<Numbered<T>> read(int number) {
            return cancellation
                    .enforce(fetch(number))
                    .map(page -> numbered(page, number))
                    .switchIfEmpty(Mono.error(() -> rules.noPage(number)));
        }
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
