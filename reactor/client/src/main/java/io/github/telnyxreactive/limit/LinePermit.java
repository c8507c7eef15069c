package io.github.telnyxreactive.limit;

import io.github.telnyxreactive.http.RateLimitHeaders;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** A permit of a {@link WaitingLine}. */
final class LinePermit implements Permit {

    private static final AtomicIntegerFieldUpdater<LinePermit> SUCCEEDED =
            AtomicIntegerFieldUpdater.newUpdater(LinePermit.class, "succeeded");
    private static final AtomicIntegerFieldUpdater<LinePermit> RELEASED =
            AtomicIntegerFieldUpdater.newUpdater(LinePermit.class, "released");

    private final WaitingLine line;
    private final long order;
    private volatile int succeeded;
    private volatile int released;

    LinePermit(WaitingLine line, long order) {
        this.line = line;
        this.order = order;
    }

    @Override
    public void learn(RateLimitHeaders headers) {
        if (headers.isComplete() && released == 0) {
            line.change((gate, now) -> gate.learn(headers, order, now));
        }
    }

    @Override
    public void pause(Duration wait) {
        line.change((gate, now) -> gate.pause(wait, now));
    }

    @Override
    public void succeeded() {
        if (line.countsOutcomes() && SUCCEEDED.compareAndSet(this, 0, 1)) {
            line.change((gate, now) -> gate.succeeded(now));
        }
    }

    @Override
    public void failed(Throwable error) {
        Boolean outage = line.isOutage(error);
        if (outage == null) {
            return;
        }
        if (outage) {
            line.change((gate, now) -> gate.failed(order, now));
        } else {
            succeeded();
        }
    }

    @Override
    public void release() {
        if (RELEASED.compareAndSet(this, 0, 1)) {
            line.change((gate, now) -> gate.release());
        }
    }
}
