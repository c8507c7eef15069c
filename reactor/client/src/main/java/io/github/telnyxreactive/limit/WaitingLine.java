package io.github.telnyxreactive.limit;

import io.github.telnyxreactive.internal.policy.Gate;
import io.github.telnyxreactive.internal.time.DurationText;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;

/**
 * Those who wait at a {@link Gate}, in two queues that take turns. The lock guards arithmetic only: neither a subscriber
 * nor the scheduler is ever called with it.
 *
 * <p>No operator of Reactor shares permits among subscriptions.
 */
final class WaitingLine {

    private final Object lock = new Object();
    private final Gate gate;
    private final @Nullable Predicate<? super Throwable> isOutage;
    private final int capacity;
    private final @Nullable Duration maxWait;
    private final Scheduler scheduler;
    private final Queue ordinary = new Queue();
    private final Queue first = new Queue();
    private boolean turnOfFirst = true;
    private long order;
    private volatile int length;
    private boolean serving;
    private @Nullable Timer timer;

    /**
     * Creates a line.
     *
     * @param gate decides when the next permit is granted
     * @param isOutage returns whether an error indicates an outage, {@code null} if outcomes do not matter
     * @param capacity the maximum number of waiters
     * @param maxWait how long each of them waits, {@code null} for no limit
     * @param scheduler times the waits, and serves those who have waited
     */
    WaitingLine(
            Gate gate,
            @Nullable Predicate<? super Throwable> isOutage,
            int capacity,
            @Nullable Duration maxWait,
            Scheduler scheduler) {
        this.gate = gate;
        this.isOutage = isOutage;
        this.capacity = capacity;
        this.maxWait = maxWait;
        this.scheduler = scheduler;
    }

    Mono<Permit> ordinary() {
        return ordinary;
    }

    Mono<Permit> first() {
        return first;
    }

    int length() {
        return length;
    }

    /** Grants a permit to a newcomer, on its own thread, or lets it wait if there is none. */
    void enter(Acquisition waiter, Queue queue) {
        Permit granted = null;
        boolean full = false;
        synchronized (lock) {
            if (!waiter.isWaiting()) {
                return;
            }
            long now = now();
            if (length == 0 && gate.waitNanos(now) <= 0) {
                granted = take(now);
                waiter.granted();
            } else if (length >= capacity) {
                full = true;
            } else {
                queue.waiters.add(waiter);
                length++;
            }
        }
        if (granted != null) {
            waiter.emit(granted);
        } else if (full) {
            waiter.reject(PermitQueue.full(capacity));
        } else {
            limitWait(waiter);
            next();
        }
    }

    private void limitWait(Acquisition waiter) {
        Duration limit = maxWait;
        if (limit == null) {
            return;
        }
        try {
            waiter.limitWait(scheduler.schedule(() -> timedOut(waiter, limit), limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException e) {
            rejectAll(e);
        }
    }

    private void timedOut(Acquisition waiter, Duration limit) {
        leave(waiter);
        waiter.reject(new TimeoutException("waited for " + DurationText.of(limit)));
    }

    void leave(Acquisition waiter) {
        synchronized (lock) {
            if (!ordinary.waiters.remove(waiter) && !first.waiters.remove(waiter)) {
                return;
            }
            length--;
        }
        next();
    }

    private Permit take(long now) {
        order++;
        gate.take(order, now);
        return new LinePermit(this, order);
    }

    /** Makes sure that whoever waits is served as soon as there is a permit. */
    private void next() {
        boolean serve = false;
        Timer obsolete = null;
        Timer set = null;
        long wait;
        synchronized (lock) {
            long now = now();
            wait = length == 0 ? Gate.UNTIL_CHANGE : gate.waitNanos(now);
            if (wait <= 0) {
                serve = !serving;
                serving = true;
            }
            if (wait <= 0 || wait == Gate.UNTIL_CHANGE) {
                obsolete = timer;
                timer = null;
            } else if (timer == null || now + wait < timer.at) {
                obsolete = timer;
                set = new Timer(now + wait);
                timer = set;
            }
        }
        if (obsolete != null) {
            obsolete.dispose();
        }
        try {
            if (serve) {
                scheduler.schedule(this::serve);
            } else if (set != null) {
                set.start(wait);
            }
        } catch (RejectedExecutionException e) {
            rejectAll(e);
        }
    }

    private void serve() {
        synchronized (lock) {
            serving = false;
        }
        serveAll();
    }

    /** Before a waiter is served, which may take any time, the next one is left to another thread. */
    private void serveAll() {
        boolean served;
        do {
            served = serveOne();
        } while (served);
    }

    private boolean serveOne() {
        Acquisition waiter;
        Permit permit;
        synchronized (lock) {
            waiter = poll();
            permit = waiter == null ? null : take(now());
        }
        next();
        if (waiter == null || permit == null) {
            return false;
        }
        try {
            waiter.emit(permit);
        } catch (Throwable e) {
            // Even an error that Reactor considers fatal concerns this subscriber only.
            Operators.onErrorDropped(e, waiter.actual.currentContext());
        }
        return true;
    }

    private @Nullable Acquisition poll() {
        while (length > 0 && gate.waitNanos(now()) <= 0) {
            Queue queue = first.waiters.isEmpty() || (!turnOfFirst && !ordinary.waiters.isEmpty()) ? ordinary : first;
            turnOfFirst = queue == ordinary;
            Acquisition waiter = queue.waiters.iterator().next();
            queue.waiters.remove(waiter);
            length--;
            if (waiter.granted()) {
                return waiter;
            }
        }
        return null;
    }

    /** No timer can be set any more, so nobody would be served. */
    private void rejectAll(RejectedExecutionException reason) {
        Set<Acquisition> all;
        synchronized (lock) {
            all = new LinkedHashSet<>(ordinary.waiters);
            all.addAll(first.waiters);
            ordinary.waiters.clear();
            first.waiters.clear();
            length = 0;
            serving = false;
            timer = null;
        }
        for (Acquisition waiter : all) {
            try {
                waiter.reject(reason);
            } catch (Throwable e) {
                Operators.onErrorDropped(e, waiter.actual.currentContext());
            }
        }
    }

    /** Changes the gate on behalf of a permit. */
    void change(Change change) {
        synchronized (lock) {
            change.apply(gate, now());
        }
        if (length > 0) {
            next();
        }
    }

    /** Returns whether an error indicates an outage, or {@code null} if outcomes do not matter. */
    @Nullable Boolean isOutage(Throwable error) {
        Predicate<? super Throwable> predicate = isOutage;
        return predicate == null ? null : predicate.test(error);
    }

    boolean countsOutcomes() {
        return isOutage != null;
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }

    /**
     * Serves those who wait when there is a permit. One that is replaced is disposed of, which may interrupt its thread;
     * one that has fired never is, since what it serves is not to be interrupted.
     */
    private final class Timer implements Runnable {

        private final long at;
        private final Disposable.Swap scheduled = Disposables.swap();

        Timer(long at) {
            this.at = at;
        }

        void start(long wait) {
            scheduled.update(scheduler.schedule(this, wait, TimeUnit.NANOSECONDS));
        }

        @Override
        public void run() {
            synchronized (lock) {
                if (timer != this) {
                    return;
                }
                timer = null;
            }
            serveAll();
        }

        void dispose() {
            scheduled.dispose();
        }
    }

    /** A change of the gate. */
    interface Change {

        void apply(Gate gate, long now);
    }

    /** One of the two queues. */
    final class Queue extends Mono<Permit> {

        private final Set<Acquisition> waiters = new LinkedHashSet<>();

        @Override
        public void subscribe(CoreSubscriber<? super Permit> actual) {
            actual.onSubscribe(new Acquisition(WaitingLine.this, this, actual));
        }
    }
}
