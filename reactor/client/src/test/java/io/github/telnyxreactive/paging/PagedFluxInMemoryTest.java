package io.github.telnyxreactive.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

/** Tests the lists that users create for tests of their own. */
class PagedFluxInMemoryTest {

    private final AtomicInteger requests = new AtomicInteger();

    /** Pages of ten. */
    private PagedFlux<Integer> fromPages(int count) {
        return PagedFlux.fromPages(number -> Mono.fromSupplier(() -> {
            requests.incrementAndGet();
            int from = (number - 1) * 10;
            return Page.of(
                    Numbers.upTo(from, Math.min(from + 10, count)), PageMeta.of(number, 10, (count + 9) / 10, count));
        }));
    }

    static Stream<Named<UnaryOperator<PagedFlux<Integer>>>> modes() {
        return Stream.of(
                Named.of("under demand", list -> list),
                Named.of("prefetched", list -> list.prefetchPages(2)),
                Named.of("concurrent", list -> list.concurrentPages(3)));
    }

    @Test
    void requestsPagesUnderDemand() {
        assertThat(fromPages(25).take(10).collectList().block()).isEqualTo(Numbers.upTo(10));
        assertThat(requests).hasValue(1);

        assertThat(fromPages(25).take(11).collectList().block()).isEqualTo(Numbers.upTo(11));
        assertThat(requests).hasValue(1 + 2);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void readsPagesInEveryMode(UnaryOperator<PagedFlux<Integer>> mode) {
        PagedFlux<Integer> list = mode.apply(fromPages(25));

        assertThat(list.collectList().block()).isEqualTo(Numbers.upTo(25));
        assertThat(list.collectList().block()).isEqualTo(Numbers.upTo(25));
        assertThat(requests).hasValue(6);
        assertThat(list.pages().map(page -> page.data().size()).collectList().block())
                .containsExactly(10, 10, 5);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void readsElementsInEveryMode(UnaryOperator<PagedFlux<Integer>> mode) {
        PagedFlux<Integer> list = mode.apply(PagedFlux.fromIterable(Numbers.upTo(25), 10));

        assertThat(list.collectList().block()).isEqualTo(Numbers.upTo(25));
        assertThat(list.collectList().block()).isEqualTo(Numbers.upTo(25));
        assertThat(list.pages().collectList().block())
                .containsExactly(
                        Page.of(Numbers.upTo(0, 10), PageMeta.of(1, 10, 3, 25)),
                        Page.of(Numbers.upTo(10, 20), PageMeta.of(2, 10, 3, 25)),
                        Page.of(Numbers.upTo(20, 25), PageMeta.of(3, 10, 3, 25)));
        assertThat(list.resumeFrom(new PageCursor(2, 4, 10)).collectList().block())
                .isEqualTo(Numbers.upTo(14, 25));
    }

    @ParameterizedTest
    @MethodSource("modes")
    void acceptsEqualElements(UnaryOperator<PagedFlux<Integer>> mode) {
        List<Integer> equal = List.of(7, 7, 7, 7, 7, 7);

        assertThat(mode.apply(PagedFlux.fromIterable(equal, 2)).collectList().block())
                .isEqualTo(equal);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void hasOneEmptyPageWithoutElements(UnaryOperator<PagedFlux<Integer>> mode) {
        PagedFlux<Integer> list = mode.apply(PagedFlux.fromIterable(List.of(), 10));

        assertThat(list.collectList().block()).isEmpty();
        assertThat(list.pages().collectList().block()).containsExactly(Page.of(List.of(), PageMeta.of(1, 10, 0, 0)));
    }

    @Test
    void copiesTheElements() {
        List<Integer> elements = Numbers.upTo(3);
        PagedFlux<Integer> list = PagedFlux.fromIterable(elements, 2);
        elements.clear();

        assertThat(list.collectList().block()).containsExactly(0, 1, 2);
    }

    @Test
    void readsOnePageOfTheLargestSize() {
        assertThat(PagedFlux.fromIterable(Numbers.upTo(3), Integer.MAX_VALUE)
                        .pages()
                        .collectList()
                        .block())
                .containsExactly(Page.of(Numbers.upTo(3), PageMeta.of(1, Integer.MAX_VALUE, 1, 3)));
    }

    @ParameterizedTest
    @MethodSource("modes")
    void emitsTheErrorOfAPageAfterTheElementsBeforeIt(UnaryOperator<PagedFlux<Integer>> mode) {
        PagedFlux<Integer> broken = PagedFlux.fromPages(number -> number < 3
                ? Mono.just(Page.of(List.of(number, -number), PageMeta.of(number, 2, 4, 8)))
                : Mono.error(new IOException("page " + number)));

        StepVerifier.create(mode.apply(broken)).expectNext(1, -1, 2, -2).verifyErrorMessage("page 3");
    }

    @ParameterizedTest
    @MethodSource("modes")
    void cancelsTheRequestForAPage(UnaryOperator<PagedFlux<Integer>> mode) {
        TestPublisher<Page<Integer>> page = TestPublisher.create();
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        mode.apply(PagedFlux.fromPages(number -> page.mono())).subscribe(subscriber);
        page.assertWasSubscribed();
        subscriber.cancel();

        page.assertCancelled(1);
        assertThat(subscriber.isTerminated()).isFalse();
    }

    @Test
    void endsWithAPageWithoutMetadata() {
        PagedFlux<Integer> list = PagedFlux.fromPages(number -> Mono.just(Page.of(List.of(number), null)));

        assertThat(list.collectList().block()).containsExactly(1);
    }

    @Test
    void failsOnThePageOfAnotherNumber() {
        PagedFlux<Integer> list =
                PagedFlux.fromPages(number -> Mono.just(Page.of(List.of(number), PageMeta.of(2, 1, 3, 3))));

        StepVerifier.create(list)
                .expectErrorMatches(error -> error instanceof IllegalStateException
                        && "page 1 was requested, but the service responded with page 2".equals(error.getMessage()))
                .verify();
    }

    @Test
    void rejectsWhatIsNoList() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PagedFlux.fromIterable(List.of(1), 0))
                .withMessage("the page size must be at least 1: 0");
        assertThatNullPointerException()
                .isThrownBy(() -> PagedFlux.fromIterable(Arrays.asList(1, null), 1))
                .withMessage("an element");
    }
}
