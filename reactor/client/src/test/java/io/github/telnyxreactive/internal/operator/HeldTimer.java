package io.github.telnyxreactive.internal.operator;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * A timer that fires when a test says so, even after disposal: the worst case where one thread disposes it while another
 * has begun to run it.
 */
final class HeldTimer implements Scheduler {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final AtomicInteger disposals = new AtomicInteger();
    private volatile boolean rejects;
    private volatile long now;

    /** Runs the task that was scheduled first. */
    void fire() {
        tasks.remove().run();
    }

    int pending() {
        return tasks.size();
    }

    int disposals() {
        return disposals.get();
    }

    void rejectFromNowOn() {
        rejects = true;
    }

    void advanceClock(long nanos) {
        now += nanos;
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(now, TimeUnit.NANOSECONDS);
    }

    @Override
    public Disposable schedule(Runnable task) {
        return schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        if (rejects) {
            throw new RejectedExecutionException("no more tasks");
        }
        tasks.add(task);
        return disposals::incrementAndGet;
    }

    @Override
    public Worker createWorker() {
        throw new UnsupportedOperationException("no operator under test needs a worker");
    }
}
