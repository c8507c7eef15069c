package io.github.telnyxreactive.webflux.event;

import io.github.telnyxreactive.limit.Mailbox;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;

/** One subscription to a log: a position, and a demand. All state is accessed by tasks of the mailbox only. */
final class LogReader<T> implements Subscription {

    private final EventLog<T> log;
    private final CoreSubscriber<? super Logged<T>> actual;
    private final Mailbox mailbox = new Mailbox(this::read);
    private long position;
    private long requested;
    private volatile boolean ended;

    LogReader(EventLog<T> log, long position, CoreSubscriber<? super Logged<T>> actual) {
        this.log = log;
        this.position = position;
        this.actual = actual;
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            mailbox.execute(() -> requested = Operators.addCap(requested, n));
        }
    }

    @Override
    public void cancel() {
        ended = true;
        // As a task, so that it runs after a read that is about to register this reader.
        mailbox.execute(() -> log.forget(this));
    }

    void wake() {
        mailbox.execute(() -> {});
    }

    private void read() {
        try {
            while (!ended) {
                EventLog.Position found = log.position(this, position);
                if (found == EventLog.Position.END) {
                    ended = true;
                    actual.onComplete();
                } else if (found == EventLog.Position.WAITING || requested == 0) {
                    return;
                } else {
                    emit();
                }
            }
        } catch (Throwable e) {
            Exceptions.throwIfFatal(e);
            fail(e);
        }
    }

    private void emit() {
        Logged<T> next = log.after(position);
        if (next == null) {
            next = log.snapshot(position != EventLog.NOTHING);
        }
        position = next.id();
        if (requested != Long.MAX_VALUE) {
            requested--;
        }
        actual.onNext(next);
    }

    private void fail(Throwable error) {
        if (ended) {
            Operators.onErrorDropped(error, actual.currentContext());
            return;
        }
        ended = true;
        log.forget(this);
        actual.onError(error);
    }
}
