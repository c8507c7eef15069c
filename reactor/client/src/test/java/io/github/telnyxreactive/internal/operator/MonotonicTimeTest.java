package io.github.telnyxreactive.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class MonotonicTimeTest {

    /** A scheduler whose clock is set by the test, as an administrator or NTP sets that of a machine. */
    private static final class WallClock implements Scheduler {

        private volatile long shift;

        @Override
        public long now(TimeUnit unit) {
            return unit.convert(System.currentTimeMillis() + shift, TimeUnit.MILLISECONDS);
        }

        @Override
        public Disposable schedule(Runnable task) {
            return Schedulers.parallel().schedule(task);
        }

        @Override
        public Worker createWorker() {
            return Schedulers.parallel().createWorker();
        }
    }

    @Test
    void theWallClockIsNotUsed() {
        WallClock clock = new WallClock();
        Scheduler monotonic = MonotonicScheduler.of(clock);
        long before = monotonic.now(TimeUnit.NANOSECONDS);
        clock.shift = -Duration.ofHours(1).toMillis();
        long after = monotonic.now(TimeUnit.NANOSECONDS);
        clock.shift = Duration.ofDays(1).toMillis();
        long last = monotonic.now(TimeUnit.NANOSECONDS);

        assertThat(after).isGreaterThanOrEqualTo(before);
        assertThat(last - before).isBetween(0L, Duration.ofHours(1).toNanos());
    }

    @Test
    void anyOtherTimeIsUsedButDoesNotGoBack() {
        ManualTime time = new ManualTime();
        Scheduler monotonic = MonotonicScheduler.of(time);
        assertThat(monotonic.now(TimeUnit.MILLISECONDS)).isZero();
        time.advanceMillis(300);
        assertThat(monotonic.now(TimeUnit.MILLISECONDS)).isEqualTo(300);
        time.shiftClock(Duration.ofMillis(-100));
        assertThat(monotonic.now(TimeUnit.MILLISECONDS)).isEqualTo(300);
        time.advanceMillis(150);

        assertThat(monotonic.now(TimeUnit.MILLISECONDS)).isEqualTo(450);
    }

    @Test
    void timeGoesOnWhenTheSchedulerChanges() {
        MonotonicTime time = new MonotonicTime();
        ManualTime first = new ManualTime();
        time.nanos(first);
        first.advance(Duration.ofHours(1));
        ManualTime second = new ManualTime();
        long before = time.nanos(first);
        assertThat(before).isEqualTo(Duration.ofHours(1).toNanos());
        assertThat(time.nanos(second)).isEqualTo(before);
        second.advanceMillis(5);

        assertThat(time.nanos(second) - before).isEqualTo(5_000_000);
    }

    @Test
    void aSchedulerIsWrappedOnce() {
        Scheduler monotonic = MonotonicScheduler.of(new ManualTime());

        assertThat(MonotonicScheduler.of(monotonic)).isSameAs(monotonic);
        assertThat(MonotonicScheduler.of(DefaultScheduler.INSTANCE)).isSameAs(DefaultScheduler.INSTANCE);
    }
}
