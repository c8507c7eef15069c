package io.github.telnyxreactive.internal.operator;

import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.CorePublisher;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A subscription that may run out of time: it sees to it that source, subscriber and timer, each on a thread of its own,
 * agree on how it ends, and that an error of the timer's waits until an element is through.
 *
 * <p>It is its own timer task, so that a deadline costs one object.
 *
 * @param <T> what the source emits
 */
abstract class Timed<T> extends Upstream implements CoreSubscriber<T>, Scannable, Runnable {

    /** The time was up first. */
    private static final int MISSED = 1;

    /** The source has ended, or the subscriber has cancelled. */
    private static final int ENDED = 2;

    /** What each element on its way to the subscriber counts; they may be nested. */
    private static final int EMITTING = 4;

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<Timed> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Timed.class, "state");

    final CoreSubscriber<? super T> actual;
    private final Supplier<? extends Throwable> missed;
    private volatile int state;
    private volatile @Nullable RejectedExecutionException rejection;

    Timed(CoreSubscriber<? super T> actual, Supplier<? extends Throwable> missed) {
        this.actual = actual;
        this.missed = missed;
    }

    /** Sets the timer; it may be called when there is no need for one any more. */
    abstract void startTimer();

    /** Gives the timer up, even one that is still to be set. */
    abstract void stopTimer();

    /** Subscribes, the subscriber first, so that it can be told what happens however late the source answers. */
    final void subscribeTo(CorePublisher<? extends T> source) {
        actual.onSubscribe(this);
        startTimer();
        // A source that nobody waits for any more is told so, unless there never was time for it.
        if ((state & MISSED) == 0) {
            source.subscribe(this);
        }
    }

    /** Whether it has ended, in whatever way. */
    final boolean isOver() {
        return !isOpen(state);
    }

    private static boolean isOpen(int state) {
        return (state & (MISSED | ENDED)) == 0;
    }

    /** Ends it because the time is up. */
    final void miss() {
        for (int seen = state; isOpen(seen); seen = state) {
            if (STATE.compareAndSet(this, seen, seen | MISSED)) {
                stopTimer();
                super.cancel();
                if (seen == 0) {
                    emitMissed();
                }
                return;
            }
        }
    }

    /** Ends it because it cannot be timed. */
    final void reject(RejectedExecutionException reason) {
        rejection = reason;
        miss();
    }

    private void emitMissed() {
        RejectedExecutionException reason = rejection;
        Throwable error;
        try {
            error = reason == null
                    ? Objects.requireNonNull(missed.get(), "no error for a deadline that was missed")
                    : Operators.onRejectedExecution(reason, currentContext());
        } catch (Throwable e) {
            error = Operators.onOperatorError(e, currentContext());
        }
        actual.onError(error);
    }

    /** Takes note that the source has ended, and tells whether it was in time. */
    boolean end() {
        for (int seen = state; isOpen(seen); seen = state) {
            if (STATE.compareAndSet(this, seen, seen | ENDED)) {
                stopTimer();
                return true;
            }
        }
        return false;
    }

    @Override
    public void onNext(T value) {
        for (int seen = state; isOpen(seen); seen = state) {
            if (STATE.compareAndSet(this, seen, seen + EMITTING)) {
                actual.onNext(value);
                if (STATE.addAndGet(this, -EMITTING) == MISSED) {
                    emitMissed();
                }
                return;
            }
        }
        Operators.onDiscard(value, currentContext());
    }

    @Override
    public void onError(Throwable error) {
        if (end()) {
            actual.onError(error);
        } else {
            Operators.onErrorDropped(error, currentContext());
        }
    }

    @Override
    public void onComplete() {
        if (end()) {
            actual.onComplete();
        }
    }

    /** Even an error that only waits for an element to be through is kept back then. */
    @Override
    public void cancel() {
        if (isOpen(STATE.getAndUpdate(this, seen -> seen | ENDED))) {
            stopTimer();
        }
        super.cancel();
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object scanUnsafe(Attr key) {
        if (key == Attr.PARENT) {
            return source();
        }
        if (key == Attr.ACTUAL) {
            return actual;
        }
        if (key == Attr.CANCELLED) {
            return isCancelled();
        }
        return null;
    }
}
