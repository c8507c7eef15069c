package io.github.telnyxreactive.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tests a list that grows by a page whenever one is read. */
class PagedFluxGrowthTest {

    private static final int PAGES = 20_000;

    private final AtomicInteger requests = new AtomicInteger();

    private PagedFlux<Integer> growing() {
        return PagedFlux.create(
                number -> Mono.fromSupplier(() -> {
                    requests.incrementAndGet();
                    int pages = Math.min(number + 1, PAGES);
                    return Page.of(List.of(number, -number), PageMeta.of(number, 2, pages, pages * 2L));
                }),
                (length, meta, number) -> number < PAGES);
    }

    @Test
    void isReadUnderDemand() {
        assertComplete(growing());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void isReadAheadWithoutGrowingTheStack(int ahead) {
        assertComplete(growing().prefetchPages(ahead));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void isReadConcurrentlyWithoutGrowingTheStack(int concurrent) {
        assertComplete(growing().concurrentPages(concurrent));
    }

    @Test
    void isReadAheadUnderSmallDemand() {
        assertComplete(growing().prefetchPages(2).limitRate(1));
    }

    private void assertComplete(Flux<Integer> list) {
        assertThat(list.filter(value -> value > 0).collectList().block()).isEqualTo(Numbers.upTo(1, PAGES + 1));
        assertThat(requests).hasValue(PAGES);
    }
}
