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
 * A subscription that expires if it takes too long. Source, subscriber and timer, each on its own thread, agree here on
 * how it terminates. An expiry during the emission of an element waits until the emission has returned.
 *
 * @param <T> the type of the elements
 */
abstract class Timed<T> extends Upstream implements CoreSubscriber<T>, Scannable, Runnable {

    /** The time passed first. */
    private static final int EXPIRED = 1;

    /** The source has terminated, or the subscriber has cancelled. */
    private static final int ENDED = 2;

    /** Added by each element while it is emitted; emissions may be nested. */
    private static final int EMITTING = 4;

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<Timed> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Timed.class, "state");

    final CoreSubscriber<? super T> actual;
    private final boolean single;
    private final Supplier<? extends Throwable> error;
    private boolean emitted;
    private volatile int state;
    private volatile @Nullable RejectedExecutionException rejection;

    /**
     * Creates a subscription.
     *
     * @param actual the subscriber
     * @param single whether the first element completes the subscription, as that of a {@code Mono} does
     * @param error creates the error that is emitted if it expires
     */
    Timed(CoreSubscriber<? super T> actual, boolean single, Supplier<? extends Throwable> error) {
        this.actual = actual;
        this.single = single;
        this.error = error;
    }

    /** Sets the timer. May be called when it is no longer needed. */
    abstract void startTimer();

    /** Disposes of the timer, even of one that is yet to be set. */
    abstract void stopTimer();

    /** Calls {@code onSubscribe} first, so that the subscriber can be notified however late the source responds. */
    final void subscribeTo(CorePublisher<? extends T> source) {
        actual.onSubscribe(this);
        startTimer();
        // After a cancellation the source is still subscribed to and cancelled, after an expiry it is not.
        if ((state & EXPIRED) == 0) {
            source.subscribe(this);
        }
    }

    /** Returns whether it has terminated, expired or been cancelled. */
    final boolean isTerminated() {
        return !isActive(state);
    }

    private static boolean isActive(int state) {
        return (state & (EXPIRED | ENDED)) == 0;
    }

    /** Terminates the subscription because the time has passed. */
    final void expire() {
        for (int seen = state; isActive(seen); seen = state) {
            if (STATE.compareAndSet(this, seen, seen | EXPIRED)) {
                stopTimer();
                super.cancel();
                if (seen == 0) {
                    emitExpiry();
                }
                return;
            }
        }
    }

    /** Terminates the subscription because no timer can be set. */
    final void expire(RejectedExecutionException reason) {
        rejection = reason;
        expire();
    }

    private void emitExpiry() {
        RejectedExecutionException reason = rejection;
        Throwable expiry;
        try {
            expiry = reason == null
                    ? Objects.requireNonNull(error.get(), "the supplier of the error returned null")
                    : Operators.onRejectedExecution(reason, currentContext());
        } catch (Throwable e) {
            expiry = Operators.onOperatorError(e, currentContext());
        }
        actual.onError(expiry);
    }

    /** Records that the source has terminated, and returns whether that was in time. */
    private boolean end() {
        for (int seen = state; isActive(seen); seen = state) {
            if (STATE.compareAndSet(this, seen, seen | ENDED)) {
                stopTimer();
                return true;
            }
        }
        return false;
    }

    @Override
    public void onNext(T value) {
        if (single) {
            emitOnly(value);
            return;
        }
        for (int seen = state; isActive(seen); seen = state) {
            if (STATE.compareAndSet(this, seen, seen + EMITTING)) {
                actual.onNext(value);
                if (STATE.addAndGet(this, -EMITTING) == EXPIRED) {
                    emitExpiry();
                }
                return;
            }
        }
        Operators.onDiscard(value, currentContext());
    }

    private void emitOnly(T value) {
        if (!emitted && end()) {
            emitted = true;
            actual.onNext(value);
        } else {
            Operators.onDiscard(value, currentContext());
        }
    }

    /** Returns whether the termination of the source is to be emitted. */
    private boolean terminates() {
        return emitted ? !isCancelled() : end();
    }

    @Override
    public void onError(Throwable failure) {
        if (terminates()) {
            actual.onError(failure);
        } else {
            Operators.onErrorDropped(failure, currentContext());
        }
    }

    @Override
    public void onComplete() {
        if (terminates()) {
            actual.onComplete();
        }
    }

    /** Also suppresses an expiry that waits for the emission of an element to return. */
    @Override
    public void cancel() {
        if (isActive(STATE.getAndUpdate(this, seen -> seen | ENDED))) {
            stopTimer();
        }
        super.cancel();
    }

    private boolean isCancelledBySubscriber() {
        return (state & ENDED) != 0 && isCancelled();
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
            return isCancelledBySubscriber();
        }
        if (key == Attr.TERMINATED) {
            return isTerminated() && !isCancelledBySubscriber();
        }
        return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : null;
    }
}
