package io.github.telnyxreactive.operator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * A time that one subscription to a {@link Flux} may take, from which the time is left out that its subscriber takes: once
 * the source has answered, it counts only while something is asked for that has not been emitted.
 */
public final class DemandDeadline {

    private final Object lock = new Object();
    private final long limit;
    private final Scheduler scheduler;
    private final Sinks.Empty<Void> expired = Sinks.empty();
    private long demand;
    private boolean answered;
    private boolean running;
    private boolean ended;
    private long since;
    private long used;
    private @Nullable Disposable timer;

    /**
     * Creates a deadline for one subscription. The time begins with it.
     *
     * @param limit how long the source may take
     * @param scheduler times it
     */
    public DemandDeadline(Duration limit, Scheduler scheduler) {
        this.limit = limit.toNanos();
        this.scheduler = scheduler;
    }

    /**
     * Takes note of whether the source has answered.
     *
     * @param value {@code true} if from now on the time counts under demand only, {@code false} if it counts in any case
     */
    public void answered(boolean value) {
        synchronized (lock) {
            answered = value;
            update();
        }
    }

    /**
     * Ends a source with an error unless it completes in time. The source is cancelled then.
     *
     * @param source what has to complete
     * @param missed makes the error
     * @param <T> what the source emits
     * @return what the source emits, to be subscribed to once
     */
    public <T> Flux<T> enforce(Flux<T> source, Supplier<? extends Throwable> missed) {
        return Flux.defer(() -> {
            AtomicBoolean complete = new AtomicBoolean();
            synchronized (lock) {
                update();
            }
            // As in Deadline, an error of the other publisher would not cancel the source.
            return source.doOnComplete(() -> complete.set(true))
                    .doOnNext(value -> emitted())
                    .doOnRequest(this::requested)
                    .takeUntilOther(expired.asMono())
                    .doFinally(signal -> end())
                    .concatWith(Mono.defer(() -> complete.get() ? Mono.empty() : Mono.error(missed.get())));
        });
    }

    private void requested(long n) {
        synchronized (lock) {
            demand = Operators.addCap(demand, n);
            update();
        }
    }

    private void emitted() {
        synchronized (lock) {
            if (demand != Long.MAX_VALUE) {
                demand--;
                update();
            }
        }
    }

    private void end() {
        synchronized (lock) {
            ended = true;
            if (timer != null) {
                timer.dispose();
                timer = null;
            }
        }
    }

    /** Starts or stops the time. The timer is left alone: it is late at the most, and sets itself again if it is early. */
    private void update() {
        boolean runs = !ended && (!answered || demand > 0);
        if (runs == running) {
            return;
        }
        running = runs;
        if (runs) {
            since = now();
            await();
        } else {
            used += Math.max(0, now() - since);
        }
    }

    private void await() {
        if (timer == null) {
            timer = scheduler.schedule(this::wentOff, limit - used(), TimeUnit.NANOSECONDS);
        }
    }

    private void wentOff() {
        synchronized (lock) {
            timer = null;
            if (!running || ended) {
                return;
            }
            if (used() < limit) {
                await();
                return;
            }
        }
        expired.tryEmitEmpty();
    }

    private long used() {
        return running ? used + Math.max(0, now() - since) : used;
    }

    private long now() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }
}
