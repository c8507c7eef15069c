package io.github.telnyxreactive.internal.operator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Virtual time that records live timers and requested waits, and whose clock can be shifted. One thread at a time uses
 * the queue of {@link VirtualTimeScheduler}, which otherwise may drop a task that comes while time advances.
 */
public final class ManualTime implements Scheduler {

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final Set<Timer> live = ConcurrentHashMap.newKeySet();
    private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    private volatile long shift;

    public synchronized void advance(Duration by) {
        time.advanceTimeBy(by);
    }

    public void advanceMillis(long millis) {
        advance(Duration.ofMillis(millis));
    }

    /** Moves the clock forward or back without any time passing. */
    public void shiftClock(Duration by) {
        shift += by.toNanos();
    }

    /** Returns the time that has passed, regardless of the clock. */
    public Duration elapsed() {
        return Duration.ofNanos(time.now(TimeUnit.NANOSECONDS));
    }

    public long elapsedMillis() {
        return elapsed().toMillis();
    }

    /** Returns the number of timers that have neither fired nor been disposed. */
    public int liveTimers() {
        return live.size();
    }

    /** Returns the waits of all timers so far. */
    public List<Duration> waits() {
        return List.copyOf(waits);
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(time.now(TimeUnit.NANOSECONDS) + shift, TimeUnit.NANOSECONDS);
    }

    @Override
    public synchronized Disposable schedule(Runnable task) {
        return time.schedule(task);
    }

    @Override
    public synchronized Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        waits.add(Duration.ofNanos(unit.toNanos(delay)));
        Timer timer = new Timer(task);
        live.add(timer);
        timer.scheduled = time.schedule(timer, delay, unit);
        return timer;
    }

    @Override
    public Worker createWorker() {
        throw new UnsupportedOperationException("no operator under test needs a worker");
    }

    @Override
    public void dispose() {
        time.dispose();
    }

    private final class Timer implements Runnable, Disposable {

        private final Runnable task;
        private volatile Disposable scheduled = () -> {};

        Timer(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (live.remove(this)) {
                task.run();
            }
        }

        @Override
        public void dispose() {
            live.remove(this);
            synchronized (ManualTime.this) {
                scheduled.dispose();
            }
        }
    }
}
