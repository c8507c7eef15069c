package io.github.telnyxreactive.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.policy.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Tests a timer that fires just as it is disposed, as can happen on another thread. */
class RateTimerTest {

    private final LateTimers timers = new LateTimers();
    private final PermitQueue limiter = PermitQueue.rate(new RateLimit(10, 1, 100), Duration.ofSeconds(60), timers);

    @Test
    void doesNotLetALateTimerReplaceTheNextOne() {
        limiter.limit(Mono.empty()).subscribe();
        limiter.limit(Mono.empty()).subscribe().dispose();
        Disposable waiter = limiter.limit(Mono.empty()).subscribe();
        assertThat(timers.live()).isEqualTo(1);

        timers.all.get(0).task.run();
        assertThat(timers.live()).isEqualTo(1);
        waiter.dispose();
        assertThat(timers.live()).isZero();
    }

    @Test
    void ignoresATimerWithoutWaiters() {
        limiter.limit(Mono.empty()).subscribe();
        limiter.limit(Mono.empty()).subscribe().dispose();
        timers.all.get(0).task.run();

        assertThat(timers.live()).isZero();
        assertThat(timers.all).hasSize(1);
        assertThat(limiter.waiting()).isZero();
    }

    /** A scheduler whose time stands still. */
    private static final class LateTimers implements Scheduler {

        private final List<Timer> all = new ArrayList<>();

        long live() {
            return all.stream().filter(timer -> !timer.isDisposed()).count();
        }

        @Override
        public long now(TimeUnit unit) {
            return 0;
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            Timer timer = new Timer(task);
            all.add(timer);
            return timer;
        }

        @Override
        public Disposable schedule(Runnable task) {
            return schedule(task, 0, TimeUnit.NANOSECONDS);
        }

        @Override
        public Worker createWorker() {
            throw new UnsupportedOperationException("the limiter needs no worker");
        }
    }

    private static final class Timer implements Disposable {

        private final Runnable task;
        private boolean disposed;

        Timer(Runnable task) {
            this.task = task;
        }

        @Override
        public void dispose() {
            disposed = true;
        }

        @Override
        public boolean isDisposed() {
            return disposed;
        }
    }
}
