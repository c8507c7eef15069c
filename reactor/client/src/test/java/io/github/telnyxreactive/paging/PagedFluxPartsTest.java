package io.github.telnyxreactive.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.internal.paging.PageSource;
import io.github.telnyxreactive.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

/** Tests lists whose pages arrive in parts. */
class PagedFluxPartsTest {

    private static final int PAGES = 3;

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong requested = new AtomicLong();

    private static Flux<PagePart<Integer>> page(int number) {
        List<PagePart<Integer>> parts = new ArrayList<>();
        Numbers.upTo((number - 1) * 10, number * 10).forEach(value -> parts.add(new PagePart.Element<>(value)));
        parts.add(new PagePart.End<>(10, null));
        return Flux.fromIterable(parts);
    }

    private PagedFlux<Integer> list() {
        return list(number -> page(number));
    }

    private PagedFlux<Integer> list(IntFunction<Flux<PagePart<Integer>>> pages) {
        PageSource<Integer> source = new PageSource<>(
                number -> Mono.<Page<Integer>>error(new AssertionError("pages are read in parts here")),
                number -> pages.apply(number)
                        .doOnSubscribe(subscription -> requests.incrementAndGet())
                        .doOnRequest(requested::addAndGet),
                IllegalStateException::new,
                10);
        return PagedFlux.create(source, (length, meta, number) -> number < PAGES);
    }

    private static TestSubscriber<Integer> withDemand(long demand) {
        return TestSubscriber.builder().initialRequest(demand).build();
    }

    @Test
    void requestsOnePartMoreThanTheDemand() {
        TestSubscriber<Integer> subscriber = withDemand(0);
        list().subscribe(subscriber);
        assertThat(requests).hasValue(0);

        subscriber.request(3);
        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Numbers.upTo(3));
        assertThat(requested).hasValue(4);

        subscriber.request(2);
        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Numbers.upTo(5));
        assertThat(requested).hasValue(6);
    }

    @Test
    void detectsTheEndOfAPageWithoutDemandAndDoesNotRequestTheNext() {
        TestSubscriber<Integer> subscriber = withDemand(10);
        list().subscribe(subscriber);
        assertThat(requests).hasValue(1);

        subscriber.request(20);
        assertThat(subscriber.getReceivedOnNext()).isEqualTo(Numbers.upTo(30));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
        assertThat(requests).hasValue(PAGES);
    }

    @Test
    void passesUnboundedDemandOn() {
        assertThat(list().collectList().block()).isEqualTo(Numbers.upTo(30));
    }

    @Test
    void resumesWithinAPageBySkippingTheElementsBeforeThePosition() {
        TestSubscriber<Integer> subscriber = withDemand(4);
        list().resumeFrom(new PageCursor(2, 7, 10)).subscribe(subscriber);

        assertThat(subscriber.getReceivedOnNext()).containsExactly(17, 18, 19, 20);
        assertThat(requests).hasValue(2);
    }

    @Test
    void emitsAnErrorAfterTheElementsBeforeIt() {
        StepVerifier.create(
                        list(number -> page(number).take(4).concatWith(Mono.error(new IllegalStateException("cut")))))
                .expectNextSequence(Numbers.upTo(4))
                .expectErrorMessage("cut")
                .verify();
    }

    @Test
    void failsOnAPageWithoutAnEnd() {
        StepVerifier.create(list(number -> page(number).take(4)))
                .expectNextSequence(Numbers.upTo(4))
                .expectErrorMessage("the request for page 1 emitted no page")
                .verify();
    }

    @Test
    void cancelsThePageAndDiscardsThePrefetchedElement() {
        TestPublisher<PagePart<Integer>> source = TestPublisher.create();
        List<Object> discarded = new CopyOnWriteArrayList<>();
        TestSubscriber<Integer> subscriber = withDemand(1);
        list(number -> source.flux()).doOnDiscard(Integer.class, discarded::add).subscribe(subscriber);

        source.next(new PagePart.Element<>(1), new PagePart.Element<>(2));
        subscriber.cancel();

        assertThat(subscriber.getReceivedOnNext()).containsExactly(1);
        assertThat(discarded).containsExactly(2);
        source.assertCancelled();
    }

    @Test
    void dropsAnErrorAfterCancellation() {
        TestPublisher<PagePart<Integer>> source =
                TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
        List<Throwable> dropped = new CopyOnWriteArrayList<>();
        Hooks.onErrorDropped(dropped::add);
        try {
            TestSubscriber<Integer> subscriber = withDemand(Long.MAX_VALUE);
            list(number -> source.flux()).subscribe(subscriber);
            source.error(new IllegalStateException("first"));
            source.error(new IllegalStateException("second"));

            assertThat(subscriber.expectTerminalError()).hasMessage("first");
            assertThat(dropped).singleElement().asString().contains("second");
        } finally {
            Hooks.resetOnErrorDropped();
        }
    }

    @Test
    void emitsPartsOfOtherThreadsInOrder() {
        List<Integer> read = list(number -> page(number).publishOn(Schedulers.parallel(), 2))
                .limitRate(3)
                .collectList()
                .block();

        assertThat(read).isEqualTo(Numbers.upTo(30));
    }
}
