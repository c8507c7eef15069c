package io.github.telnyxreactive.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A time that passes a number of times as fast as that of the machine: a clock, and a scheduler for waits and deadlines. */
final class FastTime implements Scheduler, InstantSource {

    private final int speed;
    private final Scheduler scheduler = Schedulers.parallel();
    private final Instant origin = Instant.now();
    private final long start = System.nanoTime();

    FastTime(int speed) {
        this.speed = speed;
    }

    int speed() {
        return speed;
    }

    private long elapsed() {
        return speed * (System.nanoTime() - start);
    }

    private long shorter(long wait, TimeUnit unit) {
        return unit.toNanos(wait) / speed;
    }

    @Override
    public Instant instant() {
        return origin.plus(Duration.ofNanos(elapsed()));
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(elapsed(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Disposable schedule(Runnable task) {
        return scheduler.schedule(task);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return scheduler.schedule(task, shorter(delay, unit), TimeUnit.NANOSECONDS);
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
        return scheduler.schedulePeriodically(
                task, shorter(initialDelay, unit), shorter(period, unit), TimeUnit.NANOSECONDS);
    }

    @Override
    public Worker createWorker() {
        Worker worker = scheduler.createWorker();
        return new Worker() {
            @Override
            public Disposable schedule(Runnable task) {
                return worker.schedule(task);
            }

            @Override
            public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
                return worker.schedule(task, shorter(delay, unit), TimeUnit.NANOSECONDS);
            }

            @Override
            public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
                return worker.schedulePeriodically(
                        task, shorter(initialDelay, unit), shorter(period, unit), TimeUnit.NANOSECONDS);
            }

            @Override
            public void dispose() {
                worker.dispose();
            }
        };
    }
}
