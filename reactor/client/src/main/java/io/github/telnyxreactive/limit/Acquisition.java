package io.github.telnyxreactive.limit;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Scannable;
import reactor.core.publisher.Operators;

/**
 * A subscription that waits for a permit. It is its own entry in the queue, so that a cancelled one leaves the queue
 * without a search.
 */
final class Acquisition implements Subscription, Scannable {

    private static final AtomicReferenceFieldUpdater<Acquisition, State> STATE =
            AtomicReferenceFieldUpdater.newUpdater(Acquisition.class, State.class, "state");

    final CoreSubscriber<? super Permit> actual;
    private final WaitingLine line;
    private final WaitingLine.Queue queue;
    private volatile State state = State.NOT_REQUESTED;
    private volatile @Nullable Disposable timeout;

    Acquisition(WaitingLine line, WaitingLine.Queue queue, CoreSubscriber<? super Permit> actual) {
        this.line = line;
        this.queue = queue;
        this.actual = actual;
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n) && STATE.compareAndSet(this, State.NOT_REQUESTED, State.WAITING)) {
            line.enter(this, queue);
        }
    }

    @Override
    public void cancel() {
        State before = STATE.getAndUpdate(this, now -> now == State.ENDED ? State.ENDED : State.CANCELLED);
        if (before == State.WAITING) {
            stopWaiting();
            line.leave(this);
        }
    }

    /** Sets the timer that ends the wait. */
    void limitWait(Disposable timer) {
        timeout = timer;
        if (state != State.WAITING) {
            timer.dispose();
        }
    }

    private void stopWaiting() {
        Disposable timer = timeout;
        if (timer != null) {
            timer.dispose();
        }
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Returns whether it still waits, and waits no longer from now on. */
    boolean granted() {
        boolean granted = STATE.compareAndSet(this, State.WAITING, State.GRANTED);
        if (granted) {
            stopWaiting();
        }
        return granted;
    }

    /** Emits the permit that was granted. If the subscriber has cancelled in the meantime, the permit is released. */
    void emit(Permit permit) {
        if (STATE.compareAndSet(this, State.GRANTED, State.ENDED)) {
            actual.onNext(permit);
            actual.onComplete();
        } else {
            permit.release();
        }
    }

    void reject(Throwable reason) {
        if (STATE.compareAndSet(this, State.WAITING, State.ENDED)) {
            stopWaiting();
            actual.onError(reason);
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object scanUnsafe(Attr key) {
        if (key == Attr.ACTUAL) {
            return actual;
        }
        if (key == Attr.TERMINATED) {
            return state == State.ENDED;
        }
        if (key == Attr.CANCELLED) {
            return state == State.CANCELLED;
        }
        return key == Attr.RUN_STYLE ? Attr.RunStyle.ASYNC : null;
    }

    private enum State {
        NOT_REQUESTED,
        WAITING,
        GRANTED,
        ENDED,
        CANCELLED
    }
}
