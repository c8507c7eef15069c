package io.github.telnyxreactive.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

class PagedFluxDemandTest {

    /** The length of the list, the demand, the emitted elements, whether it completes, and the number of requests. */
    static Stream<Arguments> demands() {
        return Stream.of(
                Arguments.of(25, 0, 0, false, 0),
                Arguments.of(25, 1, 1, false, 1),
                Arguments.of(25, 9, 9, false, 1),
                Arguments.of(25, 10, 10, false, 1),
                Arguments.of(25, 11, 11, false, 2),
                Arguments.of(25, 20, 20, false, 2),
                Arguments.of(25, 24, 24, false, 3),
                Arguments.of(25, 25, 25, true, 3),
                Arguments.of(25, 26, 25, true, 3),
                Arguments.of(25, Long.MAX_VALUE, 25, true, 3),
                Arguments.of(20, 20, 20, true, 2),
                Arguments.of(10, 9, 9, false, 1),
                Arguments.of(10, 10, 10, true, 1),
                Arguments.of(1, 1, 1, true, 1),
                Arguments.of(0, 0, 0, false, 0),
                Arguments.of(0, 1, 0, true, 1));
    }

    @ParameterizedTest
    @MethodSource("demands")
    void requestsPagesOfTenUnderDemand(int length, long demand, int emitted, boolean completes, int fetches) {
        Numbers numbers = new Numbers(length, 10);
        TestSubscriber<Integer> subscriber = withoutDemand();
        numbers.list().subscribe(subscriber);
        if (demand > 0) {
            subscriber.request(demand);
        }

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Numbers.upTo(emitted));
        assertThat(subscriber.isTerminatedComplete()).isEqualTo(completes);
        assertThat(numbers.fetches()).isEqualTo(fetches);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("demands")
    void requestsTheSamePagesForDemandInSmallPieces(
            int length, long demand, int emitted, boolean completes, int fetches) {
        Numbers numbers = new Numbers(length, 10);
        TestSubscriber<Integer> subscriber = withoutDemand();
        numbers.list().subscribe(subscriber);
        for (long i = 0; i < Math.min(demand, 100); i++) {
            subscriber.request(1);
        }

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Numbers.upTo(emitted));
        assertThat(subscriber.isTerminatedComplete()).isEqualTo(completes);
        assertThat(numbers.fetches()).isEqualTo(fetches);
    }

    static Stream<Arguments> takes() {
        return Stream.of(
                takes("take(1)", list -> list.take(1), 1, 1),
                takes("take(10)", list -> list.take(10), 10, 1),
                takes("take(11)", list -> list.take(11), 11, 2),
                takes("take(0)", list -> list.take(0), 0, 0),
                takes("next()", Flux::next, 1, 1),
                takes("elementAt(10)", list -> list.elementAt(10), 1, 2),
                takes("takeUntil(9)", list -> list.takeUntil(i -> i == 9), 10, 1),
                takes("pages().take(1)", list -> list.pages().take(1), 1, 1),
                takes("pages().take(2)", list -> list.pages().take(2), 2, 2),
                takes("pages().next()", list -> list.pages().next(), 1, 1),
                takes("pages()", PagedFlux::pages, 3, 3),
                takes("limitRate(1).take(10)", list -> list.limitRate(1).take(10), 10, 1),
                takes("concatMap", list -> list.concatMap(Mono::just, 0).take(10), 10, 1));
    }

    private static Arguments takes(
            String name, Function<PagedFlux<Integer>, Publisher<?>> take, long emitted, int fetches) {
        return Arguments.of(name, take, emitted, fetches);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("takes")
    void requestsOnlyThePagesThatAreTaken(
            String name, Function<PagedFlux<Integer>, Publisher<?>> take, long emitted, int fetches) {
        Numbers numbers = new Numbers(25, 10);

        StepVerifier.create(take.apply(numbers.list())).expectNextCount(emitted).verifyComplete();
        assertThat(numbers.fetches()).isEqualTo(fetches);
    }

    @Test
    void requestsAPageWhenItIsDemanded() {
        Numbers numbers = new Numbers(20, 10);
        TestSubscriber<Page<Integer>> subscriber = withoutDemand();
        numbers.list().pages().subscribe(subscriber);
        assertThat(numbers.fetches()).isZero();

        subscriber.request(1);
        assertThat(subscriber.getReceivedOnNext()).containsExactly(numbers.page(1));
        assertThat(numbers.fetches()).isEqualTo(1);
        assertThat(subscriber.isTerminated()).isFalse();

        subscriber.request(1);
        assertThat(subscriber.getReceivedOnNext()).containsExactly(numbers.page(1), numbers.page(2));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void ignoresInvalidDemand(long invalid) {
        Numbers numbers = new Numbers(25, 10);
        List<Integer> received = new ArrayList<>();
        Subscription[] subscription = new Subscription[1];
        numbers.list().subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription s) {
                subscription[0] = upstream();
            }

            @Override
            protected void hookOnNext(Integer value) {
                received.add(value);
            }
        });

        subscription[0].request(invalid);
        assertThat(numbers.fetches()).isZero();
        subscription[0].request(2);
        subscription[0].request(invalid);
        assertThat(received).containsExactly(0, 1);
        assertThat(numbers.fetches()).isEqualTo(1);
    }

    @Test
    void doesNotNestWhenOnNextRequestsMore() {
        Numbers numbers = new Numbers(100_000, 10);
        AtomicInteger depth = new AtomicInteger();
        AtomicInteger deepest = new AtomicInteger();
        List<Integer> received = new ArrayList<>();
        numbers.list().subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription s) {
                request(1);
            }

            @Override
            protected void hookOnNext(Integer value) {
                deepest.accumulateAndGet(depth.incrementAndGet(), Math::max);
                received.add(value);
                request(1);
                depth.decrementAndGet();
            }
        });

        assertThat(received).isEqualTo(Numbers.upTo(100_000));
        assertThat(deepest).hasValue(1);
    }

    @Test
    void treatsOverflowingDemandAsUnbounded() {
        TestSubscriber<Integer> subscriber = withoutDemand();
        new Numbers(25, 10).list().subscribe(subscriber);
        subscriber.request(1);
        subscriber.request(Long.MAX_VALUE - 1);
        subscriber.request(Long.MAX_VALUE);

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Numbers.upTo(25));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 256, Long.MAX_VALUE})
    void doesNotOverflowTheStackWithAMillionElements(long batch) {
        Numbers numbers = new Numbers(1_000_000, 10);
        Flux<Integer> list =
                batch == Long.MAX_VALUE ? numbers.list() : numbers.list().limitRate((int) batch);

        StepVerifier.create(list.count()).expectNext(1_000_000L).verifyComplete();
        assertThat(numbers.fetches()).isEqualTo(100_000);
    }

    @Test
    void emitsAListLargerThanTheHeap() {
        int elementSize = 1 << 20;
        int pageSize = 10;
        int pages = (int) (Runtime.getRuntime().maxMemory() / elementSize / pageSize) + 20;
        PagedFlux<byte[]> list = PagedFlux.create(
                number -> Mono.fromSupplier(() -> Page.of(
                        Stream.generate(() -> new byte[elementSize])
                                .limit(pageSize)
                                .toList(),
                        null)),
                (length, meta, number) -> number < pages);

        StepVerifier.create(list.count()).expectNext((long) pages * pageSize).verifyComplete();
    }

    @Test
    void emitsEverythingInOrderToASlowConsumerOnAnotherThread() {
        Numbers numbers = new Numbers(10_005, 10);
        List<Integer> received = new ArrayList<>();
        List<SignalType> end = new ArrayList<>();
        Mono<Void> consumed = numbers.list()
                .publishOn(Schedulers.parallel(), 1)
                .doOnNext(received::add)
                .doOnComplete(() -> end.add(SignalType.ON_COMPLETE))
                .doOnCancel(() -> end.add(SignalType.CANCEL))
                .then();

        StepVerifier.create(consumed).verifyComplete();
        assertThat(received).isEqualTo(Numbers.upTo(10_005));
        assertThat(end).containsExactly(SignalType.ON_COMPLETE);
    }

    private static <T> TestSubscriber<T> withoutDemand() {
        return TestSubscriber.builder().initialRequest(0).build();
    }
}
