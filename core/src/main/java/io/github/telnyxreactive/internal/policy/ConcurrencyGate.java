package io.github.telnyxreactive.internal.policy;

/**
 * Limits the number of permits that are in use at the same time. It starts slowly: at first there is one permit, and
 * each success adds one, up to the limit. Where nothing succeeds or fails, because everything takes long, each five
 * seconds add one. During an outage there is one permit, and after it the slow start begins again.
 *
 * <p>Not safe for concurrent use.
 */
public final class ConcurrencyGate implements Gate {

    /** How long a window lasts in which nothing succeeds, in nanoseconds. */
    static final long STEP = 5_000_000_000L;

    private final int limit;
    private final Outage outage;
    private int window = 1;
    private int active;
    private long since = Long.MIN_VALUE;

    /**
     * Creates a gate.
     *
     * @param limit the maximum number of permits in use, at least 1
     * @param outage recognizes an outage
     */
    public ConcurrencyGate(int limit, Outage outage) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit must be at least 1: " + limit);
        }
        this.limit = limit;
        this.outage = outage;
    }

    @Override
    public long waitNanos(long now) {
        if (active < window) {
            return outage.waitNanos(now);
        }
        if (window == limit || outage.isOpen()) {
            return UNTIL_CHANGE;
        }
        long wait = since + STEP - now;
        if (wait > 0) {
            return wait;
        }
        resize(window + 1, now);
        return 0;
    }

    @Override
    public void take(long order, long now) {
        active++;
        outage.taken(order);
        if (since == Long.MIN_VALUE) {
            since = now;
        }
    }

    @Override
    public void succeeded(long now) {
        resize(outage.isOpen() ? 1 : Math.min(limit, window + 1), now);
        outage.succeeded();
    }

    @Override
    public void failed(long order, long now) {
        if (outage.failed(order, now)) {
            resize(1, now);
        }
    }

    private void resize(int permits, long now) {
        window = permits;
        since = now;
    }

    @Override
    public void release() {
        active--;
    }
}
