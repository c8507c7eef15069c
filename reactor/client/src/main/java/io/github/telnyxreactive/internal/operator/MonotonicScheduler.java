package io.github.telnyxreactive.internal.operator;

import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/** A scheduler whose time passes at a constant pace, unlike the wall clock that {@link Scheduler#now} returns. */
public final class MonotonicScheduler implements Scheduler {

    private final Scheduler scheduler;
    private final MonotonicTime time = new MonotonicTime();

    private MonotonicScheduler(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Returns a scheduler that executes tasks as the given one does.
     *
     * @param scheduler the scheduler
     * @return the same scheduler if its time is known to be monotonic
     */
    public static Scheduler of(Scheduler scheduler) {
        return scheduler instanceof MonotonicScheduler || scheduler instanceof DefaultScheduler
                ? scheduler
                : new MonotonicScheduler(scheduler);
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(time.nanos(scheduler), TimeUnit.NANOSECONDS);
    }

    @Override
    public Disposable schedule(Runnable task) {
        return scheduler.schedule(task);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return scheduler.schedule(task, delay, unit);
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
        return scheduler.schedulePeriodically(task, initialDelay, period, unit);
    }

    @Override
    public Worker createWorker() {
        return scheduler.createWorker();
    }

    @Override
    public boolean isDisposed() {
        return scheduler.isDisposed();
    }

    @Override
    public String toString() {
        return scheduler.toString();
    }
}
