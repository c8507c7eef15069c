package io.github.telnyxreactive.internal.operator;

import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * {@link Schedulers#parallel()}, resolved whenever it is used rather than when a client or an operator is created, so
 * that both use virtual time if a test enables it afterwards. Its time is monotonic.
 */
public enum DefaultScheduler implements Scheduler {
    /** The only instance. */
    INSTANCE;

    private final MonotonicTime time = new MonotonicTime();

    @Override
    public Disposable schedule(Runnable task) {
        return Schedulers.parallel().schedule(task);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return Schedulers.parallel().schedule(task, delay, unit);
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
        return Schedulers.parallel().schedulePeriodically(task, initialDelay, period, unit);
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(time.nanos(Schedulers.parallel()), TimeUnit.NANOSECONDS);
    }

    @Override
    public Worker createWorker() {
        return Schedulers.parallel().createWorker();
    }

    @Override
    public String toString() {
        return "Schedulers.parallel()";
    }
}
