package io.github.telnyxreactive.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.publisher.PublisherProbe;

/** Subscribes from several threads; some of the subscriptions are cancelled or fail. */
class ConcurrencyThreadsTest {

    private static final int LIMIT = 16;
    private static final int THREADS = 8;
    private static final int EACH = 500;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final PermitQueue limiter = PermitQueue.concurrency(LIMIT, IOException.class::isInstance);
    private final AtomicInteger active = new AtomicInteger();
    private final LongAccumulator most = new LongAccumulator(Math::max, 0);
    private final CountDownLatch ended = new CountDownLatch(THREADS * EACH);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void neverExceedsTheLimitAndLosesNoSlot() throws Exception {
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(thread);
            threads.execute(() -> {
                for (int i = 0; i < EACH; i++) {
                    Mono<Long> source = source(random.nextInt(4));
                    Mono<Long> limited = i % 2 == 0
                            ? limiter.limit(source)
                            : PermitQueue.limit(limiter.acquireFirst(), permit -> source);
                    Disposable subscription = limited.doFinally(signal -> ended.countDown())
                            .subscribe(value -> {}, error -> assertThat(error).hasMessage("settled"));
                    if (random.nextInt(4) == 0) {
                        subscription.dispose();
                    }
                }
            });
        }

        ended.await();
        assertThat(most.get()).isBetween(2L, (long) LIMIT);
        assertThat(active).hasValue(0);
        assertThat(limiter.isOpen()).isFalse();
        PublisherProbe<Object> held = PublisherProbe.of(Mono.never());
        for (int i = 0; i < 2 * LIMIT; i++) {
            limiter.limit(held.mono()).subscribe();
        }
        assertThat(held.subscribeCount()).isEqualTo(LIMIT);
    }

    private Mono<Long> source(int kind) {
        Mono<Long> result = switch (kind) {
            case 0 -> Mono.just(1L);
            case 1 -> Mono.error(new IllegalStateException("settled"));
            default -> Mono.delay(Duration.ofNanos(100_000));
        };
        return Mono.defer(() -> {
            most.accumulate(active.incrementAndGet());
            return result.doOnTerminate(active::decrementAndGet).doOnCancel(active::decrementAndGet);
        });
    }
}
