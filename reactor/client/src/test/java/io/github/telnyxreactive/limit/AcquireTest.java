package io.github.telnyxreactive.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Rounds;
import io.github.telnyxreactive.error.RateLimiterRejectedException;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

/** Acquires permits directly, and uses them as no well-behaved subscriber would. */
class AcquireTest {

    private final ManualTime time = new ManualTime();

    private PermitQueue concurrency(int limit) {
        return PermitQueue.concurrency(limit, IOException.class::isInstance, time, () -> 0.5);
    }

    private PermitQueue rate(int queueCapacity) {
        return PermitQueue.rate(new RateLimit(10, 1, queueCapacity), Duration.ofSeconds(60), time);
    }

    @Test
    void aPermitIsInUseUntilItIsReleased() {
        PermitQueue queue = concurrency(1);
        Permit permit = Objects.requireNonNull(queue.acquire().block());
        TestSubscriber<Permit> next = TestSubscriber.create();
        TestSubscriber<Permit> last = TestSubscriber.create();
        queue.acquire().subscribe(next);
        queue.acquire().subscribe(last);
        assertThat(queue.waiting()).isEqualTo(2);
        permit.release();
        permit.release();

        assertThat(next.getReceivedOnNext()).hasSize(1);
        assertThat(next.isTerminatedComplete()).isTrue();
        assertThat(last.getReceivedOnNext()).isEmpty();
        assertThat(queue.waiting()).isEqualTo(1);
    }

    @Test
    void aPlaceInTheQueueIsTakenOnDemand() {
        PermitQueue queue = rate(10);
        TestSubscriber<Permit> subscriber =
                TestSubscriber.builder().initialRequest(0).build();
        queue.acquire().subscribe(subscriber);
        assertThat(queue.limit(Mono.just("other")).block()).isEqualTo("other");
        subscriber.request(1);
        subscriber.request(1);
        assertThat(queue.waiting()).isEqualTo(1);
        time.advanceMillis(100);

        assertThat(subscriber.getReceivedOnNext()).hasSize(1);
        assertThat(subscriber.getProtocolErrors()).isEmpty();
    }

    @Test
    void outcomesReportedByHandAreCounted() {
        PermitQueue queue = concurrency(8);
        Permit first = Objects.requireNonNull(queue.acquire().block());
        first.succeeded();
        first.succeeded();
        List<TestSubscriber<Permit>> more = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            TestSubscriber<Permit> subscriber = TestSubscriber.create();
            queue.acquire().subscribe(subscriber);
            more.add(subscriber);
        }
        assertThat(more.stream().filter(TestSubscriber::isTerminatedComplete)).hasSize(1);
        for (int i = 0; i <= 10; i++) {
            first.failed(new IOException());
        }
        assertThat(queue.isOpen()).isTrue();
        Permit probe = more.get(0).getReceivedOnNext().get(0);
        probe.failed(new IllegalStateException("no outage"));

        assertThat(queue.isOpen()).isFalse();
    }

    @Test
    void anErrorConsumerThatThrowsStopsNobodyElse() {
        PermitQueue queue = rate(1);
        queue.limit(Mono.just(1)).block();
        TestSubscriber<Integer> waiting = TestSubscriber.create();
        queue.limit(Mono.just(2)).subscribe(waiting);
        assertThatThrownBy(() -> queue.limit(Mono.just(3)).subscribe(value -> {}, error -> {
                    throw Exceptions.bubble(error);
                }))
                .hasCauseInstanceOf(RateLimiterRejectedException.class);
        time.advanceMillis(100);
        assertThat(waiting.getReceivedOnNext()).containsExactly(2);
        time.advanceMillis(100);

        assertThat(queue.limit(Mono.just(4)).block()).isEqualTo(4);
    }

    @Test
    void aConsumerOfValuesThatThrowsAfterAWaitStopsNobodyElse() {
        PermitQueue queue = rate(10);
        queue.limit(Mono.just(1)).block();
        queue.acquire().subscribe(permit -> {
            throw new StackOverflowError("a fatal error for Reactor");
        });
        TestSubscriber<Integer> waiting = TestSubscriber.create();
        queue.limit(Mono.just(2)).subscribe(waiting);
        time.advanceMillis(200);

        assertThat(waiting.getReceivedOnNext()).containsExactly(2);
    }

    @Test
    void aSourceThatBlocksDelaysNoOther() throws Exception {
        int sources = 8;
        Scheduler elastic = Schedulers.newBoundedElastic(4 * sources, 100, "blocking");
        CountDownLatch all = new CountDownLatch(sources);
        try {
            PermitQueue queue = PermitQueue.rate(new RateLimit(1_000, 1, 100), Duration.ofSeconds(60), elastic);
            Mono<Boolean> blocking = queue.limit(Mono.fromCallable(() -> {
                all.countDown();
                all.await();
                return true;
            }));
            Flux<Boolean> together = Flux.range(0, sources).flatMap(i -> blocking.subscribeOn(elastic));

            assertThat(together.collectList().block()).hasSize(sources);
        } finally {
            elastic.dispose();
        }
    }

    @Test
    void aTimerThatFiresAtOnceIsNotDisposedOf() {
        AtomicBoolean disposed = new AtomicBoolean();
        Scheduler instant = new Scheduler() {

            @Override
            public long now(TimeUnit unit) {
                return time.now(unit);
            }

            @Override
            public Disposable schedule(Runnable task) {
                return time.schedule(task);
            }

            @Override
            public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
                time.schedule(task, delay, unit);
                time.advance(Duration.ofNanos(unit.toNanos(delay)));
                return () -> disposed.set(true);
            }

            @Override
            public Worker createWorker() {
                return time.createWorker();
            }
        };
        PermitQueue queue = PermitQueue.rate(new RateLimit(10, 1, 10), Duration.ofSeconds(60), instant);
        queue.limit(Mono.just(1)).block();
        TestSubscriber<Integer> waiting = TestSubscriber.create();
        queue.limit(Mono.just(2)).subscribe(waiting);

        assertThat(waiting.getReceivedOnNext()).containsExactly(2);
        assertThat(disposed).as("interrupts what was subscribed to").isFalse();
    }

    @Test
    void theFirstElementOfAnEndlessSourceAdmitsTheNext() {
        PermitQueue queue = concurrency(64);
        TestPublisher<Integer> first = TestPublisher.create();
        TestPublisher<Integer> second = TestPublisher.create();
        queue.limit(first.flux()).subscribe();
        queue.limit(second.flux()).subscribe();
        second.assertNoSubscribers();
        first.next(1);

        second.assertSubscribers(1);
        first.assertSubscribers(1);
    }

    @Test
    void sourcesThatEmitNothingAreAdmittedFiveSecondsApart() {
        PermitQueue queue = concurrency(3);
        TestPublisher<Integer> silent = TestPublisher.create();
        for (int i = 0; i < 5; i++) {
            queue.limit(silent.flux()).subscribe();
        }
        silent.assertSubscribers(1);
        time.advance(Duration.ofSeconds(5).minusNanos(1));
        silent.assertSubscribers(1);
        time.advance(Duration.ofNanos(1));
        silent.assertSubscribers(2);
        time.advance(Duration.ofMinutes(1));

        silent.assertSubscribers(3);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void aSourceOfPermitsThatIsEmptyIsAnError() {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        PermitQueue.limit(Mono.<Permit>empty(), permit -> Mono.just(1)).subscribe(subscriber);

        assertThat(subscriber.expectTerminalError()).hasMessage("the source of permits has emitted none");
    }

    @Test
    void subscriptionsCanBeScanned() {
        PermitQueue queue = rate(10);
        queue.limit(Mono.just(1)).block();
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        Flux<Integer> limited = queue.limit(Flux.just(1)).name("limited");
        limited.subscribe(subscriber);

        assertThat(Scannable.from(limited).name()).isEqualTo("limited");
        Scannable subscription = Scannable.from(subscriber.scan(Scannable.Attr.PARENT));
        assertThat(subscription.scan(Scannable.Attr.TERMINATED)).isFalse();
        assertThat(subscription.scan(Scannable.Attr.RUN_STYLE)).isEqualTo(Scannable.Attr.RunStyle.ASYNC);
        assertThat(subscription.actuals()).hasSize(1);
        time.advanceMillis(100);
        assertThat(subscription.scan(Scannable.Attr.TERMINATED)).isTrue();
    }

    @Rounds(1000)
    void aPermitIsReleasedWhenItsSubscriberCancelsWhileItIsGranted() {
        PermitQueue queue = concurrency(1);
        Permit held = Objects.requireNonNull(queue.acquire().block());
        TestSubscriber<Permit> subscriber = TestSubscriber.create();
        queue.acquire().subscribe(subscriber);
        RaceTestUtils.race(held::release, subscriber::cancel);
        subscriber.getReceivedOnNext().forEach(Permit::release);
        TestSubscriber<Permit> next = TestSubscriber.create();
        queue.acquire().subscribe(next);

        assertThat(next.getReceivedOnNext()).hasSize(1);
        assertThat(queue.waiting()).isZero();
    }

    @Rounds(1000)
    void aPermitIsReleasedWhenRequestRacesWithCancel() {
        PermitQueue queue = concurrency(1);
        TestSubscriber<Permit> subscriber =
                TestSubscriber.builder().initialRequest(0).build();
        queue.acquire().subscribe(subscriber);
        RaceTestUtils.race(() -> subscriber.request(1), subscriber::cancel);
        subscriber.getReceivedOnNext().forEach(Permit::release);

        assertThat(queue.acquire().block(Duration.ZERO)).isNotNull();
        assertThat(queue.waiting()).isZero();
    }
}
