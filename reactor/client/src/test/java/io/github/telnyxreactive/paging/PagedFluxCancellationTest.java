package io.github.telnyxreactive.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Rounds;
import io.github.telnyxreactive.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

class PagedFluxCancellationTest {

    private final Map<Integer, TestPublisher<Page<Integer>>> requests = new ConcurrentHashMap<>();
    private final Numbers numbers = new Numbers(25, 10);
    private final PagedFlux<Integer> list =
            PagedFlux.create(number -> pageRequest(number).mono(), (length, meta, number) -> numbers.hasNext(number));
    private final TestSubscriber<Integer> subscriber =
            TestSubscriber.builder().initialRequest(0).build();

    @Test
    void requestsNothingWhenCancelledBeforeDemand() {
        list.subscribe(subscriber);
        subscriber.cancel();
        subscriber.request(10);

        assertThat(requests).isEmpty();
        assertNothingIsEmitted();
    }

    @Test
    void cancelsARequestInFlight() {
        list.subscribe(subscriber);
        subscriber.request(10);
        subscriber.cancel();
        subscriber.cancel();
        subscriber.request(10);

        pageRequest(1).assertCancelled(1);
        assertThat(requests).containsOnlyKeys(1);
        assertNothingIsEmitted();
    }

    @Test
    void cancelsTheRequestOfALaterPage() {
        list.subscribe(subscriber);
        subscriber.request(11);
        pageRequest(1).emit(numbers.page(1));
        pageRequest(2).assertWasSubscribed();
        subscriber.cancel();

        pageRequest(2).assertCancelled(1);
        assertThat(requests).containsOnlyKeys(1, 2);
        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Numbers.upTo(10));
        assertThat(subscriber.isTerminated()).isFalse();
    }

    @Test
    void emitsNoMoreOfAPageAfterCancellation() {
        list.subscribe(subscriber);
        subscriber.request(3);
        pageRequest(1).emit(numbers.page(1));
        subscriber.cancel();
        subscriber.request(10);

        assertThat(subscriber.getReceivedOnNext()).containsExactly(0, 1, 2);
        assertThat(requests).containsOnlyKeys(1);
        assertThat(subscriber.isTerminated()).isFalse();
    }

    @Test
    void stopsAtOnceWhenCancelledInOnNext() {
        List<Integer> received = new ArrayList<>();
        BaseSubscriber<Integer> cancelling = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription s) {
                requestUnbounded();
            }

            @Override
            protected void hookOnNext(Integer value) {
                received.add(value);
                if (value == 9) {
                    cancel();
                }
            }

            @Override
            protected void hookOnComplete() {
                received.add(-1);
            }
        };
        numbers.list().subscribe(cancelling);

        assertThat(received).isEqualTo(Numbers.upTo(10));
        assertThat(numbers.fetches()).isEqualTo(1);
    }

    @Test
    void doesNotCompleteWhenCancelledAtTheLastElement() {
        Flux<Integer> taken = numbers.list().take(25);
        TestSubscriber<Integer> taking = TestSubscriber.create();
        taken.subscribe(taking);

        assertThat(taking.isTerminatedComplete()).isTrue();
        assertThat(taking.getProtocolErrors()).isEmpty();
        assertThat(numbers.fetches()).isEqualTo(3);
    }

    @Test
    void cancelsARequestInFlightOfPages() {
        TestSubscriber<Page<Integer>> pages = TestSubscriber.create();
        list.pages().subscribe(pages);
        pageRequest(1).emit(numbers.page(1));
        pages.cancel();

        pageRequest(2).assertCancelled(1);
        assertThat(requests).containsOnlyKeys(1, 2);
        assertThat(pages.getReceivedOnNext()).containsExactly(numbers.page(1));
    }

    @Test
    void doesNotEmitAPageThatArrivesAfterCancellation() {
        TestPublisher<Page<Integer>> late =
                TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
        PagedFlux.<Integer>create(number -> Mono.fromDirect(late), (length, meta, number) -> true)
                .subscribe(subscriber);
        subscriber.request(10);
        subscriber.cancel();
        late.next(numbers.page(1)).complete();

        assertNothingIsEmitted();
    }

    @Test
    void discardsElementsThatWereNotEmitted() {
        List<Object> discarded = new ArrayList<>();
        list.doOnDiscard(Integer.class, discarded::add).subscribe(subscriber);
        subscriber.request(7);
        pageRequest(1).emit(numbers.page(1));
        subscriber.cancel();

        assertThat(discarded).containsExactly(7, 8, 9);
    }

    @Rounds(300)
    void honoursConcurrentRequestsOnce() {
        Numbers many = new Numbers(1000, 10);
        many.list().subscribe(subscriber);
        RaceTestUtils.race(() -> requestOneByOne(300), () -> requestOneByOne(300));

        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Numbers.upTo(600));
        assertThat(many.fetches()).isEqualTo(60);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Rounds(300)
    void leavesNothingInFlightWhenARequestRacesWithCancellation() {
        list.subscribe(subscriber);
        RaceTestUtils.race(() -> subscriber.request(10), subscriber::cancel);

        if (requests.containsKey(1) && pageRequest(1).wasSubscribed()) {
            pageRequest(1).assertWasCancelled();
        }
        assertThat(requests.keySet()).isSubsetOf(1);
        assertNothingIsEmitted();
    }

    @Rounds(300)
    void leavesNothingInFlightWhenAPageRacesWithCancellation() {
        list.subscribe(subscriber);
        subscriber.request(15);
        RaceTestUtils.race(() -> pageRequest(1).emit(numbers.page(1)), subscriber::cancel);

        assertThat(subscriber.getReceivedOnNext())
                .isEqualTo(Numbers.upTo(subscriber.getReceivedOnNext().size()));
        if (requests.containsKey(2) && pageRequest(2).wasSubscribed()) {
            pageRequest(2).assertWasCancelled();
        }
        assertThat(subscriber.isTerminated()).isFalse();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Rounds(50)
    void emitsPagesOfOtherThreadsInOrder() throws InterruptedException {
        Numbers many = new Numbers(1005, 10);
        ConcurrentLinkedQueue<Integer> received = new ConcurrentLinkedQueue<>();
        AtomicInteger errors = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        PagedFlux.create(
                        number -> Mono.fromSupplier(() -> many.page(number)).subscribeOn(Schedulers.parallel()),
                        (length, meta, number) -> many.hasNext(number))
                .limitRate(3)
                .subscribe(received::add, error -> errors.incrementAndGet(), done::countDown);

        done.await();
        assertThat(received).containsExactlyElementsOf(Numbers.upTo(1005));
        assertThat(errors).hasValue(0);
    }

    private void requestOneByOne(int times) {
        for (int i = 0; i < times; i++) {
            subscriber.request(1);
        }
    }

    private void assertNothingIsEmitted() {
        assertThat(subscriber.getReceivedOnNext()).isEmpty();
        assertThat(subscriber.getReceivedOnNextAfterCancellation()).isEmpty();
        assertThat(subscriber.isTerminated()).isFalse();
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    private TestPublisher<Page<Integer>> pageRequest(int number) {
        return requests.computeIfAbsent(number, n -> TestPublisher.create());
    }
}
