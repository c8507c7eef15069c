package io.github.telnyxreactive.simulator.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.test.subscriber.TestSubscriber;

class ManualTimeTest {

    private final ManualTime time = new ManualTime();
    private final List<String> ran = new ArrayList<>();

    private Runnable noting(String name) {
        return () -> ran.add(name + " at " + time.elapsedMillis());
    }

    @Test
    void runsTasksInTheOrderOfTheirTimes() {
        time.schedule(noting("late"), 20, TimeUnit.MILLISECONDS);
        time.schedule(noting("early"), 10, TimeUnit.MILLISECONDS);
        time.schedule(noting("early too"), 10, TimeUnit.MILLISECONDS);
        time.schedule(noting("now"));
        time.advanceMillis(19);
        assertThat(ran).containsExactly("now at 0", "early at 10", "early too at 10");
        assertThat(time.liveTimers()).isEqualTo(1);

        time.advanceMillis(1);

        assertThat(ran).last().isEqualTo("late at 20");
        assertThat(time.liveTimers()).isZero();
        assertThat(time.waits()).containsExactly(Duration.ofMillis(20), Duration.ofMillis(10), Duration.ofMillis(10));
    }

    @Test
    void runsWhatATaskSchedulesAfterTheTask() {
        time.schedule(
                () -> {
                    time.schedule(noting("inner"));
                    time.schedule(noting("later"), 5, TimeUnit.MILLISECONDS);
                    time.advanceMillis(5);
                    ran.add("outer");
                },
                10,
                TimeUnit.MILLISECONDS);
        time.advanceMillis(10);

        assertThat(ran).containsExactly("outer", "inner at 10", "later at 15");
        assertThat(time.elapsedMillis()).isEqualTo(15);
    }

    @Test
    void runsPeriodicTasksUntilTheyAreDisposedOf() {
        TestSubscriber<Long> ticks = TestSubscriber.create();
        Flux.interval(Duration.ofSeconds(1), time).subscribe(ticks);
        time.advance(Duration.ofMillis(3500));
        assertThat(ticks.getReceivedOnNext()).containsExactly(0L, 1L, 2L);

        ticks.cancel();
        time.advance(Duration.ofSeconds(2));

        assertThat(ticks.getReceivedOnNext()).hasSize(3);
        assertThat(time.liveTimers()).isZero();
    }

    @Test
    void aWorkerDisposesOfItsTasks() {
        Scheduler.Worker worker = time.createWorker();
        Disposable single = worker.schedule(noting("single"), 1, TimeUnit.SECONDS);
        worker.schedulePeriodically(noting("periodic"), 1, 1, TimeUnit.SECONDS);
        worker.schedule(noting("now"));
        worker.dispose();
        time.advance(Duration.ofSeconds(3));

        assertThat(ran).containsExactly("now at 0");
        assertThat(worker.isDisposed()).isTrue();
        assertThat(single.isDisposed()).isTrue();
    }

    @Test
    void rejectsTasksOnceItIsDisposedOf() {
        time.schedule(noting("timer"), 1, TimeUnit.SECONDS);
        time.dispose();
        time.advance(Duration.ofSeconds(1));

        assertThat(ran).isEmpty();
        assertThat(time.liveTimers()).isZero();
        assertThat(time.isDisposed()).isTrue();
        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> time.schedule(noting("now")));
        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> time.schedule(noting("later"), 1, TimeUnit.SECONDS));
    }

    @Test
    void aShiftOfTheClockLetsNoTimePass() {
        time.schedule(noting("timer"), 1, TimeUnit.SECONDS);
        time.shiftClock(Duration.ofHours(1));

        assertThat(ran).isEmpty();
        assertThat(time.now(TimeUnit.HOURS)).isEqualTo(1);
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void losesNoTaskOfAnotherThreadAndNeverGoesBack() {
        int tasks = 20_000;
        AtomicInteger count = new AtomicInteger();
        CompletableFuture<Void> scheduling = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < tasks; i++) {
                time.schedule(count::incrementAndGet);
                time.schedule(count::incrementAndGet, i % 3, TimeUnit.NANOSECONDS);
            }
        });
        CompletableFuture<Boolean> backwards = CompletableFuture.supplyAsync(() -> {
            boolean seen = false;
            long last = 0;
            while (!scheduling.isDone()) {
                long now = time.now(TimeUnit.NANOSECONDS);
                seen |= now < last;
                last = now;
            }
            return seen;
        });
        while (!scheduling.isDone()) {
            time.advance(Duration.ofNanos(1));
        }
        scheduling.join();
        time.advance(Duration.ofNanos(3));

        assertThat(count).hasValue(2 * tasks);
        assertThat(backwards.join()).isFalse();
    }
}
