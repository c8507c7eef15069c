package io.github.telnyxreactive.paging;

import io.github.telnyxreactive.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** A list of the numbers from 0 on, in pages, that counts the requested pages. */
final class Numbers {

    private final int count;
    private final int pageSize;
    private final AtomicInteger fetches = new AtomicInteger();

    Numbers(int count, int pageSize) {
        this.count = count;
        this.pageSize = pageSize;
    }

    PagedFlux<Integer> list() {
        return PagedFlux.create(
                number -> Mono.fromSupplier(() -> {
                    fetches.incrementAndGet();
                    return page(number);
                }),
                (length, meta, number) -> hasNext(number));
    }

    Page<Integer> page(int number) {
        int from = (number - 1) * pageSize;
        return Page.of(upTo(from, Math.min(from + pageSize, count)), null);
    }

    boolean hasNext(int number) {
        return (long) number * pageSize < count;
    }

    int fetches() {
        return fetches.get();
    }

    static List<Integer> upTo(int end) {
        return upTo(0, end);
    }

    static List<Integer> upTo(int start, int end) {
        return new ArrayList<>(IntStream.range(start, end).boxed().toList());
    }
}
