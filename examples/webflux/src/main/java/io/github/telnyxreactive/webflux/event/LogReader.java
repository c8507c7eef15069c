package io.github.telnyxreactive.webflux.event;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;

/** One subscription to a log: a position, and a demand. Only the thread that drains reads and emits. */
final class LogReader<T> implements Subscription {

    private final EventLog<T> log;
    private final CoreSubscriber<? super Logged<T>> actual;
    private final AtomicLong requested = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private long position;
    private volatile boolean ended;

    LogReader(EventLog<T> log, long position, CoreSubscriber<? super Logged<T>> actual) {
        this.log = log;
        this.position = position;
        this.actual = actual;
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            requested.accumulateAndGet(n, Operators::addCap);
            drain();
        }
    }

    @Override
    public void cancel() {
        ended = true;
        drain();
    }

    void wake() {
        drain();
    }

    private void drain() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            read();
            if (ended) {
                // After the read, which may have registered this reader.
                log.forget(this);
            }
            missed = work.addAndGet(-missed);
        } while (missed != 0);
    }

    private void read() {
        try {
            while (!ended) {
                EventLog.Position found = log.position(this, position);
                if (found == EventLog.Position.END) {
                    ended = true;
                    actual.onComplete();
                } else if (found == EventLog.Position.WAITING || requested.get() == 0) {
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
        requested.updateAndGet(demand -> demand == Long.MAX_VALUE ? demand : demand - 1);
        actual.onNext(next);
    }

    private void fail(Throwable error) {
        if (ended) {
            Operators.onErrorDropped(error, actual.currentContext());
            return;
        }
        ended = true;
        actual.onError(error);
    }
}
