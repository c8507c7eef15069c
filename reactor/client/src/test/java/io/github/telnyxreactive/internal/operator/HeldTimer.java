package io.github.telnyxreactive.internal.operator;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * A timer that goes off when a test says so, even if it was disposed of: the worst that can happen where one thread disposes
 * of it while another has begun to run it.
 */
final class HeldTimer implements Scheduler {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final AtomicInteger disposals = new AtomicInteger();
    private volatile boolean rejects;
    private volatile long now;

    /** Runs what was scheduled first. */
    void goOff() {
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
        throw new UnsupportedOperationException("no operator under test is to need a worker");
    }
}
