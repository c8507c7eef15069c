package io.github.telnyxreactive.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.internal.paging.PageSource;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.page.Paging;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

/** Tests the modes of a list: the requests of each under demand, and what each emits for any behaviour of the service. */
class PagedFluxModesTest {

    private static final int PAGE_SIZE = 10;

    /** A list of a service that may change while it is read. */
    private static final class Elements {

        private final List<Integer> elements = new ArrayList<>(Numbers.upTo(100));
        private final boolean statesTotal;
        private final AtomicInteger requests = new AtomicInteger();
        private Consumer<Integer> beforePage = number -> {};

        Elements(boolean statesTotal) {
            this.statesTotal = statesTotal;
        }

        PagedFlux<Integer> list() {
            Paging paging = statesTotal ? Paging.BY_META : Paging.BY_LENGTH;
            PageSource<Integer> source = new PageSource<>(
                    number -> Mono.fromSupplier(() -> page(number)),
                    number -> Mono.fromSupplier(() -> page(number)).map(PagePart.Whole::of),
                    IllegalStateException::new,
                    PAGE_SIZE);
            return PagedFlux.create(source, (length, meta, number) -> paging.hasNext(length, meta, number, PAGE_SIZE));
        }

        private Page<Integer> page(int number) {
            requests.incrementAndGet();
            beforePage.accept(number);
            int from = Math.min((number - 1) * PAGE_SIZE, elements.size());
            List<Integer> data = List.copyOf(elements.subList(from, Math.min(from + PAGE_SIZE, elements.size())));
            int pages = (elements.size() + PAGE_SIZE - 1) / PAGE_SIZE;
            return Page.of(data, statesTotal ? PageMeta.of(number, PAGE_SIZE, pages, elements.size()) : null);
        }
    }

    private static PagedFlux<Integer> mode(String name, PagedFlux<Integer> list) {
        String[] parts = name.split(" ");
        return switch (parts[0]) {
            case "strict" -> list;
            case "prefetch" -> list.prefetchPages(Integer.parseInt(parts[1]));
            case "concurrent" -> list.concurrentPages(Integer.parseInt(parts[1]));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Stream<UnaryOperator<PagedFlux<Integer>>> modes() {
        return Stream.of(
                        "strict",
                        "prefetch 1",
                        "prefetch 2",
                        "prefetch 5",
                        "concurrent 1",
                        "concurrent 3",
                        "concurrent 8")
                .map(name -> list -> mode(name, list));
    }

    /** The number of requests after a demand of 0, 1, 10, 11, 20, 21, 50 and all elements, in pages of 10. */
    @ParameterizedTest
    @CsvSource({
        "strict,       true,  0, 1, 1, 2, 2, 3, 5, 10",
        "strict,       false, 0, 1, 1, 2, 2, 3, 5, 11",
        "prefetch 1,   true,  0, 2, 3, 3, 4, 4, 7, 10",
        "prefetch 1,   false, 0, 2, 3, 3, 4, 4, 7, 11",
        "prefetch 2,   true,  0, 3, 4, 4, 5, 5, 8, 10",
        "prefetch 2,   false, 0, 3, 4, 4, 5, 5, 8, 11",
        "prefetch 4,   true,  0, 5, 6, 6, 7, 7, 10, 10",
        "concurrent 1, true,  0, 2, 3, 3, 4, 4, 7, 10",
        "concurrent 4, true,  0, 5, 6, 6, 7, 7, 10, 10",
        "concurrent 4, false, 0, 1, 2, 2, 3, 3, 6, 11",
        "concurrent 8, true,  0, 9, 10, 10, 10, 10, 10, 10"
    })
    void requestsPagesUnderDemand(
            String mode,
            boolean statesTotal,
            int none,
            int one,
            int ten,
            int eleven,
            int twenty,
            int twentyOne,
            int fifty,
            int all) {
        assertRequests(mode, statesTotal, 0, none);
        assertRequests(mode, statesTotal, 1, one);
        assertRequests(mode, statesTotal, 10, ten);
        assertRequests(mode, statesTotal, 11, eleven);
        assertRequests(mode, statesTotal, 20, twenty);
        assertRequests(mode, statesTotal, 21, twentyOne);
        assertRequests(mode, statesTotal, 50, fifty);
        assertRequests(mode, statesTotal, Long.MAX_VALUE, all);
    }

    private static void assertRequests(String mode, boolean statesTotal, long demand, int requests) {
        Elements elements = new Elements(statesTotal);
        TestSubscriber<Integer> subscriber =
                TestSubscriber.builder().initialRequest(demand).build();

        mode(mode, elements.list()).subscribe(subscriber);

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Numbers.upTo((int) Math.min(demand, 100)));
        assertThat(elements.requests).as("%s, demand %d", mode, demand).hasValue(requests);
        subscriber.cancel();
    }

    @ParameterizedTest
    @CsvSource({"strict, 0, 1, 2", "prefetch 2, 0, 3, 4", "concurrent 3, 0, 4, 5"})
    void requestsPagesByPageUnderDemand(String mode, int none, int one, int two) {
        for (int demand = 0; demand <= 2; demand++) {
            Elements elements = new Elements(true);
            TestSubscriber<Page<Integer>> subscriber =
                    TestSubscriber.builder().initialRequest(demand).build();

            mode(mode, elements.list()).pages().subscribe(subscriber);

            assertThat(subscriber.getReceivedOnNext()).hasSize(demand);
            assertThat(elements.requests).hasValue(List.of(none, one, two).get(demand));
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void emitsSlowPagesInOrder(UnaryOperator<PagedFlux<Integer>> mode) {
        Elements elements = new Elements(true);
        Supplier<PagedFlux<Integer>> slow = () -> PagedFlux.create(
                number -> Mono.fromSupplier(() -> elements.page(number))
                        // The later the page, the sooner it arrives.
                        .delayElement(Duration.ofMillis(Math.max(1, 30 - 3L * number))),
                (length, meta, number) -> Paging.BY_META.hasNext(length, meta, number, PAGE_SIZE));

        StepVerifier.withVirtualTime(() -> mode.apply(slow.get()).collectList())
                .thenAwait(Duration.ofMinutes(1))
                .expectNext(Numbers.upTo(100))
                .verifyComplete();
    }

    @ParameterizedTest
    @MethodSource("modes")
    void readsTheListForEachSubscription(UnaryOperator<PagedFlux<Integer>> mode) {
        PagedFlux<Integer> list = mode.apply(new Elements(true).list());

        assertThat(Flux.merge(list, list).collectList().block()).hasSize(200);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void emitsTheErrorOfAPageAfterTheElementsBeforeIt(UnaryOperator<PagedFlux<Integer>> mode) {
        Elements elements = new Elements(true);
        elements.beforePage = number -> {
            if (number == 4) {
                throw new IllegalStateException("page 4");
            }
        };

        StepVerifier.create(mode.apply(elements.list()))
                .expectNextSequence(Numbers.upTo(30))
                .expectErrorMessage("page 4")
                .verify();
    }

    @ParameterizedTest
    @MethodSource("modes")
    void emitsTheErrorOfAPageOnlyAfterDemandForTheElementsBeforeIt(UnaryOperator<PagedFlux<Integer>> mode) {
        Elements elements = new Elements(true);
        elements.beforePage = number -> {
            if (number == 4) {
                throw new IllegalStateException("page 4");
            }
        };
        TestSubscriber<Integer> subscriber =
                TestSubscriber.builder().initialRequest(5).build();
        mode.apply(elements.list()).subscribe(subscriber);

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Numbers.upTo(5));
        assertThat(subscriber.isTerminated()).isFalse();

        subscriber.request(Long.MAX_VALUE);
        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Numbers.upTo(30));
        assertThat(subscriber.expectTerminalError()).hasMessage("page 4");
    }

    @ParameterizedTest
    @MethodSource("modes")
    void readsPagesThatAreAddedMeanwhile(UnaryOperator<PagedFlux<Integer>> mode) {
        Elements elements = new Elements(true);
        elements.beforePage = number -> {
            if (number == 10 && elements.elements.size() == 100) {
                elements.elements.addAll(Numbers.upTo(100, 135));
            }
        };

        assertThat(mode.apply(elements.list()).collectList().block()).isEqualTo(Numbers.upTo(135));
    }

    @ParameterizedTest
    @MethodSource("modes")
    void completesWhereTheRemainingPagesWereRemoved(UnaryOperator<PagedFlux<Integer>> mode) {
        Elements elements = new Elements(true);
        elements.beforePage = number -> {
            if (number == 5 && elements.elements.size() == 100) {
                elements.elements.subList(55, 100).clear();
            }
        };

        assertThat(mode.apply(elements.list()).collectList().block()).isEqualTo(Numbers.upTo(55));
    }

    @Test
    void emitsAnElementTwiceIfOneWasAddedBeforeThePosition() {
        Elements elements = new Elements(true);
        elements.beforePage = number -> {
            if (number == 3) {
                elements.elements.add(0, -1);
            }
        };

        List<Integer> read = elements.list().collectList().block();

        assertThat(read).hasSize(101).doesNotContain(-1).startsWith(0, 1).containsSequence(18, 19, 19, 20);
    }

    @Test
    void missesAnElementIfOneWasRemovedBeforeThePosition() {
        Elements elements = new Elements(true);
        elements.beforePage = number -> {
            if (number == 3) {
                elements.elements.remove(0);
            }
        };

        List<Integer> read = elements.list().collectList().block();

        assertThat(read).hasSize(99).doesNotContain(20).containsSequence(18, 19, 21);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void failsInsteadOfLoopingIfTheMetadataIsWrong(UnaryOperator<PagedFlux<Integer>> mode) {
        AtomicInteger requests = new AtomicInteger();
        PagedFlux<Integer> list = PagedFlux.create(
                number -> Mono.fromSupplier(() -> {
                    requests.incrementAndGet();
                    // Always the first page, regardless of the requested one.
                    return Page.of(Numbers.upTo(10), PageMeta.of(1, 10, 1_000_000, 10_000_000));
                }),
                (length, meta, number) -> Paging.BY_META.hasNext(length, meta, number, PAGE_SIZE));

        StepVerifier.create(mode.apply(list))
                .expectNextSequence(Numbers.upTo(10))
                .expectErrorMessage("page 2 was requested, but the service responded with page 1")
                .verify();
        assertThat(requests).hasValueLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void failsInsteadOfLoopingIfTheServiceIgnoresThePageNumber(UnaryOperator<PagedFlux<Integer>> mode) {
        AtomicInteger requests = new AtomicInteger();
        PagedFlux<Integer> list = PagedFlux.create(
                number -> Mono.fromSupplier(() -> {
                    requests.incrementAndGet();
                    return Page.of(Numbers.upTo(10), null);
                }),
                (length, meta, number) -> Paging.BY_LENGTH.hasNext(length, meta, number, PAGE_SIZE));

        StepVerifier.create(mode.apply(list))
                .expectNextSequence(Numbers.upTo(10))
                .expectErrorMessage("page 2 begins with the same element as page 1, as if the service ignored the "
                        + "number of the page")
                .verify();
        assertThat(requests).hasValueLessThanOrEqualTo(10);
        StepVerifier.create(mode.apply(list).pages()).expectNextCount(1).verifyError(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void acceptsRepeatedPagesOfOneElement(UnaryOperator<PagedFlux<Integer>> mode) {
        List<Integer> elements = List.of(1, 1, 2);
        PagedFlux<Integer> list = PagedFlux.create(
                number -> Mono.just(Page.of(List.of(elements.get(number - 1)), null)),
                (length, meta, number) -> number < elements.size());

        assertThat(mode.apply(list).collectList().block()).isEqualTo(elements);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void failsInsteadOfLoopingOverEmptyPages(UnaryOperator<PagedFlux<Integer>> mode) {
        PagedFlux<Integer> list = PagedFlux.create(
                number -> Mono.just(Page.of(List.of(), PageMeta.of(number, 10, number + 1, 1_000))),
                (length, meta, number) -> Paging.BY_META.hasNext(length, meta, number, PAGE_SIZE));

        StepVerifier.create(mode.apply(list))
                .expectErrorMessage("page 1 is empty although the service reports 2 pages")
                .verify();
    }

    @ParameterizedTest
    @MethodSource("modes")
    void resumesWhereItStopped(UnaryOperator<PagedFlux<Integer>> mode) {
        for (int left : new int[] {1, 9, 10, 11, 57, 100}) {
            Elements elements = new Elements(true);
            PageCursor cursor = mode.apply(elements.list())
                    .positions()
                    .take(left)
                    .last()
                    .map(Positioned::next)
                    .block();

            PageCursor stored = PageCursor.parse(cursor.toString());
            List<Integer> rest =
                    mode.apply(elements.list()).resumeFrom(stored).collectList().block();

            assertThat(stored).isEqualTo(cursor);
            assertThat(rest).as("after %d", left).isEqualTo(Numbers.upTo(left, 100));
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void resumesWithoutRequestingEarlierPages(UnaryOperator<PagedFlux<Integer>> mode) {
        Elements elements = new Elements(true);

        mode.apply(elements.list()).resumeFrom(new PageCursor(8, 3, PAGE_SIZE)).blockLast();

        assertThat(elements.requests).hasValue(3);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void completesIfTheListHasShrunkBelowThePosition(UnaryOperator<PagedFlux<Integer>> mode) {
        PagedFlux<Integer> list = mode.apply(new Elements(true).list());

        assertThat(list.resumeFrom(new PageCursor(10, 10, PAGE_SIZE))
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(list.resumeFrom(new PageCursor(12, 5, PAGE_SIZE))
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void rejectsACursorOfAnotherPageSize() {
        PagedFlux<Integer> list = new Elements(true).list();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> list.resumeFrom(new PageCursor(2, 0, 50)))
                .withMessageContaining("pages of 50");
        assertThatIllegalArgumentException().isThrownBy(() -> PageCursor.parse("page=0;index=0;size=10"));
        assertThatIllegalArgumentException().isThrownBy(() -> PageCursor.parse("3:17"));
        assertThatIllegalArgumentException().isThrownBy(() -> list.prefetchPages(0));
        assertThatIllegalArgumentException().isThrownBy(() -> list.concurrentPages(-1));
    }

    @ParameterizedTest
    @MethodSource("modes")
    void propagatesTheContextToEveryPage(UnaryOperator<PagedFlux<Integer>> mode) {
        Elements elements = new Elements(true);
        PagedFlux<Integer> list = PagedFlux.create(
                number ->
                        Mono.deferContextual(context -> Mono.just(elements.page(number + context.<Integer>get("add")))),
                (length, meta, number) -> number < 5);

        assertThat(mode.apply(list)
                        .contextWrite(context -> context.put("add", 5))
                        .collectList()
                        .block())
                .isEqualTo(Numbers.upTo(50, 100));
    }

    @ParameterizedTest
    @MethodSource("modes")
    void cancelsRequestsInFlight(UnaryOperator<PagedFlux<Integer>> mode) {
        Elements elements = new Elements(true);
        AtomicInteger cancelled = new AtomicInteger();
        AtomicInteger waiting = new AtomicInteger();
        PagedFlux<Integer> list = PagedFlux.create(
                number -> number == 1
                        ? Mono.fromSupplier(() -> elements.page(1))
                        : Mono.<Page<Integer>>never()
                                .doOnSubscribe(subscription -> waiting.incrementAndGet())
                                .doOnCancel(cancelled::incrementAndGet),
                (length, meta, number) -> number < 10);

        TestSubscriber<Integer> subscriber =
                TestSubscriber.builder().initialRequest(11).build();

        mode.apply(list).subscribe(subscriber);
        subscriber.cancel();

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Numbers.upTo(10));
        assertThat(waiting.get()).isPositive();
        assertThat(cancelled).hasValue(waiting.get());
    }
}
