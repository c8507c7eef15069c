package io.github.telnyxreactive.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Rounds;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.subscriber.TestSubscriber;
import reactor.test.util.RaceTestUtils;

class RateConcurrencyTest {

    private static final int THREADS = 8;
    private static final int EACH = 2000;
    private static final int ALL = THREADS * EACH;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Scheduler timer = Schedulers.parallel();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void admitsCallsOfManyThreadsOnceAndNeverFasterThanTheRate() throws Exception {
        double rate = 50_000;
        int burst = 100;
        PermitQueue limiter = PermitQueue.rate(new RateLimit(rate, burst, ALL), Duration.ofSeconds(60), timer);
        ConcurrentLinkedQueue<Long> passed = new ConcurrentLinkedQueue<>();
        CountDownLatch completed = new CountDownLatch(ALL);
        Mono<Object> limited = limiter.limit(Mono.fromRunnable(() -> passed.add(timer.now(TimeUnit.NANOSECONDS))));

        onAllThreads(thread -> {
            for (int i = 0; i < EACH; i++) {
                limited.subscribe(value -> {}, error -> {}, completed::countDown);
            }
        });

        completed.await();
        assertThat(passed).hasSize(ALL);
        assertThat(limiter.waiting()).isZero();
        List<Long> instants = passed.stream().sorted().toList();
        // From any instant on, n further requests take at least the time of n - burst of them. One may be recorded
        // late,
        // since the thread that admits it may have to wait for a processor.
        for (int window : new int[] {burst + 1, 2 * burst, 10 * burst, ALL - 1}) {
            long least = (long) ((window - burst - 1) * TimeUnit.SECONDS.toNanos(1) / rate);
            for (int i = 0; i + window < ALL; i++) {
                assertThat(instants.get(i + window) - instants.get(i)).isGreaterThanOrEqualTo(least);
            }
        }
    }

    @Test
    void losesNoPermitAndNoWaiterWhenManyThreadsSubscribeAndCancel() throws Exception {
        PermitQueue limiter = PermitQueue.rate(new RateLimit(50_000, 100, ALL), Duration.ofSeconds(60), timer);
        AtomicInteger cancelled = new AtomicInteger();
        AtomicInteger completed = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(ALL);
        Mono<Integer> limited = limiter.limit(Mono.just(1));

        onAllThreads(thread -> {
            Random random = new Random(thread);
            for (int i = 0; i < EACH; i++) {
                Disposable subscription = limited.doFinally(signal -> {
                            switch (signal) {
                                case CANCEL -> cancelled.incrementAndGet();
                                case ON_COMPLETE -> completed.incrementAndGet();
                                default -> failed.incrementAndGet();
                            }
                            ended.countDown();
                        })
                        .subscribe();
                if (random.nextBoolean()) {
                    subscription.dispose();
                }
            }
        });

        ended.await();
        assertThat(failed).hasValue(0);
        assertThat(cancelled.get() + completed.get()).isEqualTo(ALL);
        assertThat(completed.get()).isGreaterThanOrEqualTo(ALL / 4);
        assertThat(limiter.waiting()).isZero();
    }

    @Test
    void neverAdmitsMoreCallsOfManyThreadsThanRemain() throws Exception {
        ManualTime time = new ManualTime();
        PermitQueue limiter = PermitQueue.rate(new RateLimit(1e9, ALL, ALL), Duration.ofSeconds(60), time);
        PermitQueue.limit(limiter.acquire(), permit -> {
                    permit.learn(Responses.limit(1000, 100, Duration.ofSeconds(10)));
                    return Mono.empty();
                })
                .subscribe();
        AtomicInteger passed = new AtomicInteger();
        Mono<Object> limited = limiter.limit(Mono.fromRunnable(passed::incrementAndGet));

        onAllThreads(thread -> {
            for (int i = 0; i < EACH; i++) {
                limited.subscribe();
            }
        });

        assertThat(passed).hasValue(100);
        assertThat(limiter.waiting()).isEqualTo(ALL - 100);
        time.advance(Duration.ofSeconds(10));
        assertThat(passed).hasValue(1100);
        time.advance(Duration.ofSeconds(10));
        assertThat(passed).hasValue(2100);
        assertThat(limiter.waiting()).isEqualTo(ALL - 2100);
        assertThat(time.liveTimers()).isEqualTo(1);
    }

    @Rounds(300)
    void givesThePlaceToTheNextWhenCancellationRacesWithTheTimer() {
        ManualTime time = new ManualTime();
        PermitQueue limiter = PermitQueue.rate(new RateLimit(10, 1, 10), Duration.ofSeconds(60), time);
        AtomicInteger passed = new AtomicInteger();
        TestSubscriber<Object> first = TestSubscriber.create();
        TestSubscriber<Object> second = TestSubscriber.create();
        limiter.limit(Mono.empty()).subscribe();
        limiter.limit(Mono.fromRunnable(passed::incrementAndGet)).subscribe(first);
        limiter.limit(Mono.fromRunnable(passed::incrementAndGet)).subscribe(second);

        RaceTestUtils.race(() -> time.advanceMillis(100), first::cancel);
        time.advanceMillis(100);

        assertThat(second.isTerminatedComplete()).isTrue();
        assertThat(passed.get()).isBetween(1, 2);
        assertThat(limiter.waiting()).isZero();
        assertThat(time.liveTimers()).isZero();
        assertThat(first.getProtocolErrors()).isEmpty();
    }

    private void onAllThreads(IntConsumer work) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            threads.execute(() -> {
                try {
                    start.await();
                    work.accept(thread);
                    done.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        start.countDown();
        done.await();
    }
}
