package io.github.telnyxreactive.simulator.internal.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Exceptions;
import reactor.core.scheduler.Scheduler;

/**
 * Virtual time for tests in which several threads set timers. It records live timers and requested waits, and its clock
 * can be shifted.
 *
 * <p>One thread at a time runs tasks, and the clock never goes back on its own. With the virtual time of Reactor Test, a
 * task may be lost that another thread schedules while time advances, and the clock goes back for a moment.
 */
public final class ManualTime implements Scheduler {

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.<Task>comparingLong(task -> task.at).thenComparingLong(task -> task.number));
    private final Set<Disposable> timers = ConcurrentHashMap.newKeySet();
    private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    private long scheduled;
    private long target;
    private boolean running;
    private boolean disposed;
    private volatile long nanos;
    private volatile long shift;

    /** Creates a scheduler whose clock stands at zero. */
    public ManualTime() {}

    /**
     * Runs all tasks that are due when some time has passed. A task that calls this lets more time pass after itself.
     *
     * @param by how much time passes
     */
    public synchronized void advance(Duration by) {
        target += by.toNanos();
        run();
    }

    /**
     * Runs all tasks that are due when some time has passed.
     *
     * @param millis how much time passes, in milliseconds
     */
    public void advanceMillis(long millis) {
        advance(Duration.ofMillis(millis));
    }

    /**
     * Moves the clock forward or back without any time passing.
     *
     * @param by how far
     */
    public void shiftClock(Duration by) {
        shift += by.toNanos();
    }

    /**
     * Returns the time that has passed, regardless of the clock.
     *
     * @return the time since this was created
     */
    public Duration elapsed() {
        return Duration.ofNanos(nanos);
    }

    /**
     * Returns the time that has passed, regardless of the clock.
     *
     * @return the time since this was created, in milliseconds
     */
    public long elapsedMillis() {
        return elapsed().toMillis();
    }

    /**
     * Returns the number of timers that have neither fired nor been disposed of.
     *
     * @return the number of timers
     */
    public int liveTimers() {
        return timers.size();
    }

    /**
     * Returns the waits of all timers so far.
     *
     * @return a snapshot, in the order of scheduling
     */
    public List<Duration> waits() {
        return List.copyOf(waits);
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(nanos + shift, TimeUnit.NANOSECONDS);
    }

    @Override
    public synchronized Disposable schedule(Runnable command) {
        Task task = new Task(command, false, nanos, 0);
        add(task);
        return task;
    }

    @Override
    public Disposable schedule(Runnable command, long delay, TimeUnit unit) {
        return schedulePeriodically(command, delay, 0, unit);
    }

    @Override
    public synchronized Disposable schedulePeriodically(
            Runnable command, long initialDelay, long period, TimeUnit unit) {
        long wait = Math.max(0, unit.toNanos(initialDelay));
        waits.add(Duration.ofNanos(wait));
        Task task = new Task(command, true, nanos + wait, unit.toNanos(period));
        add(task);
        return task;
    }

    @Override
    public Worker createWorker() {
        return new TimedWorker();
    }

    /** Rejects new tasks and drops those that are scheduled. */
    @Override
    public synchronized void dispose() {
        disposed = true;
        List.copyOf(tasks).forEach(Task::dispose);
        tasks.clear();
    }

    @Override
    public synchronized boolean isDisposed() {
        return disposed;
    }

    private void add(Task task) {
        if (disposed) {
            throw Exceptions.failWithRejected();
        }
        if (task.timed) {
            timers.add(task);
        }
        task.number = scheduled++;
        tasks.add(task);
        run();
    }

    /** Runs what is due, unless this is called by a task, after which it runs anyway. */
    private void run() {
        if (running) {
            return;
        }
        running = true;
        try {
            for (Task next = tasks.peek(); next != null && next.at <= target; next = tasks.peek()) {
                tasks.remove();
                nanos = Math.max(nanos, next.at);
                next.run();
            }
            nanos = target;
        } finally {
            running = false;
        }
    }

    private final class Task implements Disposable {

        private volatile @Nullable Runnable command;
        private final boolean timed;
        private final long period;
        private long at;
        private long number;

        Task(Runnable command, boolean timed, long at, long period) {
            this.command = command;
            this.timed = timed;
            this.at = at;
            this.period = period;
        }

        void run() {
            Runnable due = command;
            if (due == null) {
                return;
            }
            if (period == 0) {
                dispose();
            } else {
                at += period;
                tasks.add(this);
            }
            due.run();
        }

        /** Stays in the queue until its time, but holds nothing. */
        @Override
        public void dispose() {
            command = null;
            timers.remove(this);
        }

        @Override
        public boolean isDisposed() {
            return command == null;
        }
    }

    private final class TimedWorker implements Worker {

        private final Disposable.Composite all = Disposables.composite();

        @Override
        public Disposable schedule(Runnable command) {
            return add(ManualTime.this.schedule(command));
        }

        @Override
        public Disposable schedule(Runnable command, long delay, TimeUnit unit) {
            return add(ManualTime.this.schedule(command, delay, unit));
        }

        @Override
        public Disposable schedulePeriodically(Runnable command, long initialDelay, long period, TimeUnit unit) {
            return add(ManualTime.this.schedulePeriodically(command, initialDelay, period, unit));
        }

        private Disposable add(Disposable task) {
            all.add(task);
            return task;
        }

        @Override
        public void dispose() {
            all.dispose();
        }

        @Override
        public boolean isDisposed() {
            return all.isDisposed();
        }
    }
}
