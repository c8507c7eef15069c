package io.github.telnyxreactive.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.page.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

class PagedFluxTest {

    @Test
    void emitsTheElementsOfAllPagesInOrder() {
        Numbers numbers = new Numbers(25, 10);

        StepVerifier.create(numbers.list().collectList())
                .expectNext(Numbers.upTo(25))
                .verifyComplete();
        assertThat(numbers.fetches()).isEqualTo(3);
    }

    @Test
    void emitsThePagesUnchanged() {
        Numbers numbers = new Numbers(25, 10);

        StepVerifier.create(numbers.list().pages())
                .expectNext(numbers.page(1), numbers.page(2), numbers.page(3))
                .verifyComplete();
    }

    @Test
    void readsFromTheStartForEachSubscription() {
        Numbers numbers = new Numbers(25, 10);
        PagedFlux<Integer> list = numbers.list();

        StepVerifier.create(list.take(12)).expectNextSequence(Numbers.upTo(12)).verifyComplete();
        StepVerifier.create(list).expectNextSequence(Numbers.upTo(25)).verifyComplete();
        StepVerifier.create(list.pages()).expectNextCount(3).verifyComplete();
        assertThat(numbers.fetches()).isEqualTo(2 + 3 + 3);
    }

    @Test
    void keepsInterleavedSubscriptionsApart() {
        PagedFlux<Integer> list = new Numbers(25, 10).list();
        TestSubscriber<Integer> first =
                TestSubscriber.builder().initialRequest(0).build();
        TestSubscriber<Integer> second =
                TestSubscriber.builder().initialRequest(0).build();
        list.subscribe(first);
        list.subscribe(second);
        for (int i = 0; i < 25; i++) {
            first.request(2);
            second.request(1);
        }

        assertThat(first.getReceivedOnNext()).isEqualTo(Numbers.upTo(25));
        assertThat(second.getReceivedOnNext()).isEqualTo(Numbers.upTo(25));
        assertThat(first.isTerminatedComplete()).isTrue();
        assertThat(second.isTerminatedComplete()).isTrue();
    }

    @Test
    void propagatesTheContextToTheRequestOfEveryPage() {
        List<String> seen = new ArrayList<>();
        Numbers numbers = new Numbers(25, 10);
        IntFunction<Mono<Page<Integer>>> fetch = number -> Mono.deferContextual(context -> {
            seen.add(context.get("name") + " " + number);
            return Mono.just(numbers.page(number));
        });
        PagedFlux<Integer> list = PagedFlux.create(fetch, (length, meta, number) -> numbers.hasNext(number));

        list.contextWrite(context -> context.put("name", "elements")).blockLast();
        list.pages().contextWrite(context -> context.put("name", "pages")).blockLast();

        assertThat(seen).containsExactly("elements 1", "elements 2", "elements 3", "pages 1", "pages 2", "pages 3");
    }

    @Test
    void emitsPagesWhenTheyArrive() {
        TestPublisher<Page<Integer>> first = TestPublisher.create();
        TestPublisher<Page<Integer>> second = TestPublisher.create();
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        PagedFlux.create(number -> (number == 1 ? first : second).mono(), (length, meta, number) -> number < 2)
                .subscribe(subscriber);
        assertThat(subscriber.getReceivedOnNext()).isEmpty();

        first.emit(Page.of(List.of(1, 2), null));
        assertThat(subscriber.getReceivedOnNext()).containsExactly(1, 2);
        assertThat(subscriber.isTerminated()).isFalse();
        second.emit(Page.of(List.of(3), null));

        assertThat(subscriber.getReceivedOnNext()).containsExactly(1, 2, 3);
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Test
    void skipsAnEmptyPage() {
        List<List<Integer>> pages = List.of(List.of(1), List.of(), List.of(), List.of(2));
        PagedFlux<Integer> list = PagedFlux.create(
                number -> Mono.just(Page.of(pages.get(number - 1), null)),
                (length, meta, number) -> number < pages.size());

        StepVerifier.create(list, 2).expectNext(1, 2).verifyComplete();
    }

    @Test
    void emitsTheErrorOfARequestAfterTheElementsBeforeIt() {
        IOException error = new IOException();
        Numbers numbers = new Numbers(25, 10);
        PagedFlux<Integer> list = PagedFlux.create(
                number -> number < 3 ? Mono.just(numbers.page(number)) : Mono.error(error),
                (length, meta, number) -> numbers.hasNext(number));

        StepVerifier.create(list)
                .expectNextSequence(Numbers.upTo(20))
                .verifyErrorSatisfies(emitted -> assertThat(emitted).isSameAs(error));
    }

    @Test
    void emitsWhatTheRequestFunctionThrows() {
        IllegalStateException broken = new IllegalStateException("broken");
        PagedFlux<Integer> list = PagedFlux.create(
                number -> {
                    if (number == 2) {
                        throw broken;
                    }
                    return Mono.just(Page.of(List.of(1), null));
                },
                (length, meta, number) -> true);

        StepVerifier.create(list)
                .expectNext(1)
                .verifyErrorSatisfies(emitted -> assertThat(emitted).isSameAs(broken));
    }

    @Test
    void emitsWhatTheTestForAnotherPageThrowsInsteadOfThePage() {
        IllegalStateException broken = new IllegalStateException("broken");
        AtomicInteger fetches = new AtomicInteger();
        PagedFlux<Integer> list = PagedFlux.create(
                number -> Mono.fromSupplier(() -> Page.of(List.of(fetches.incrementAndGet()), null)),
                (length, meta, number) -> {
                    if (number == 2) {
                        throw broken;
                    }
                    return true;
                });

        StepVerifier.create(list)
                .expectNext(1)
                .verifyErrorSatisfies(emitted -> assertThat(emitted).isSameAs(broken));
        assertThat(fetches).hasValue(2);
    }

    @Test
    void failsIfARequestEmitsNoPage() {
        PagedFlux<Integer> list = PagedFlux.create(number -> Mono.empty(), (length, meta, number) -> true);

        StepVerifier.create(list)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("the request for page 1 emitted no page"));
    }

    @Test
    void failsIfTheRequestFunctionReturnsNull() {
        PagedFlux<Integer> list = PagedFlux.create(number -> never(), (length, meta, number) -> true);

        StepVerifier.create(list).verifyError(NullPointerException.class);
    }

    @Test
    void emitsAnErrorWithoutFurtherDemand() {
        PagedFlux<Integer> list =
                PagedFlux.create(number -> Mono.error(new IOException()), (length, meta, number) -> true);

        StepVerifier.create(list, 1).verifyError(IOException.class);
    }

    @Test
    void requestsNothingAfterAnError() {
        AtomicInteger fetches = new AtomicInteger();
        PagedFlux<Integer> list = PagedFlux.create(
                number -> Mono.defer(() -> {
                    fetches.incrementAndGet();
                    return Mono.error(new IOException());
                }),
                (length, meta, number) -> true);
        TestSubscriber<Integer> subscriber =
                TestSubscriber.builder().initialRequest(1).build();
        list.subscribe(subscriber);
        subscriber.request(10);

        assertThat(subscriber.isTerminatedError()).isTrue();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
        assertThat(fetches).hasValue(1);
    }

    @Test
    void canBeRetriedByALaterOperator() {
        AtomicInteger subscriptions = new AtomicInteger();
        Numbers numbers = new Numbers(15, 10);
        Flux<Integer> list = PagedFlux.<Integer>create(
                        number -> number == 2 && subscriptions.getAndIncrement() == 0
                                ? Mono.error(new IOException())
                                : Mono.just(numbers.page(number)),
                        (length, meta, number) -> numbers.hasNext(number))
                .retry(1);

        StepVerifier.create(list)
                .expectNextSequence(Numbers.upTo(10))
                .expectNextSequence(Numbers.upTo(15))
                .verifyComplete();
    }

    private static <T> Mono<Page<T>> never() {
        return null;
    }
}
