package io.github.telnyxreactive.internal.paging;

import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.page.Page;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * The requests for the pages of a list, each of which can be read as a whole or in parts. It is also the function that
 * creates the requests for whole pages, so that the public factory of lists can accept it without naming this type.
 *
 * @param whole creates the request for a page, given its number from 1; it must emit exactly one page or an error
 * @param parts creates the same request; it must emit the elements and the end of the page, or the whole page, or an
 *     error
 * @param contradiction creates the error for pages that contradict each other, given what is wrong with them
 * @param pageSize the requested page size, 0 for the default of the service
 * @param <T> the type of the elements
 */
public record PageSource<T>(
        IntFunction<? extends Mono<Page<T>>> whole,
        IntFunction<? extends Publisher<PagePart<T>>> parts,
        Function<String, ? extends Throwable> contradiction,
        int pageSize)
        implements IntFunction<Mono<Page<T>>> {

    /**
     * Returns the source for requests that emit pages as a whole.
     *
     * @param requests creates the request for a page, given its number from 1; may be a source itself
     * @param <T> the type of the elements
     * @return the source
     */
    @SuppressWarnings("unchecked") // A source that emits pages of T is one of T.
    public static <T> PageSource<T> of(IntFunction<? extends Mono<Page<T>>> requests) {
        if ((IntFunction<?>) requests instanceof PageSource<?> source) {
            return (PageSource<T>) source;
        }
        return new PageSource<>(
                requests, number -> requests.apply(number).map(PagePart.Whole::of), IllegalStateException::new, 0);
    }

    @Override
    public Mono<Page<T>> apply(int number) {
        return whole.apply(number);
    }
}
