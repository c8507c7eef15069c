package io.github.telnyxreactive.policy;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds how many retries many calls make together, so that an outage is not answered with a storm: each call pays a part
 * of a retry in, each retry takes a whole one out, and when nothing is left, calls fail with what they have.
 *
 * <p>Safe for use by many threads. It needs no clock.
 */
public final class RetryBudget {

    private static final long UNIT = 1000;

    private final long deposit;
    private final long capacity;
    private final AtomicLong balance;

    private RetryBudget(long deposit, long capacity, long start) {
        this.deposit = deposit;
        this.capacity = capacity;
        this.balance = new AtomicLong(start);
    }

    /**
     * Creates a budget that is full.
     *
     * @param ratio how many retries each call allows on average, 0.5 for one retry in two calls
     * @param reserve how many retries are allowed beyond that, at the most and at the start
     * @return the budget
     */
    public static RetryBudget of(double ratio, int reserve) {
        if (!(ratio >= 0) || ratio > 1000 || reserve < 0) {
            throw new IllegalArgumentException("a budget of " + ratio + " retries a call, and " + reserve);
        }
        return new RetryBudget(Math.round(ratio * UNIT), Math.max(1, reserve) * UNIT, reserve * UNIT);
    }

    /**
     * Creates a budget that never runs out.
     *
     * @return the budget
     */
    public static RetryBudget unlimited() {
        return new RetryBudget(0, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** Counts a call. */
    public void deposit() {
        if (deposit > 0 && balance.get() < capacity) {
            balance.accumulateAndGet(deposit, (current, added) -> Math.min(capacity, current + added));
        }
    }

    /**
     * Asks for a retry.
     *
     * @return whether there is one left; it is taken
     */
    public boolean withdraw() {
        if (capacity == Long.MAX_VALUE) {
            return true;
        }
        long current = balance.get();
        while (current >= UNIT) {
            if (balance.compareAndSet(current, current - UNIT)) {
                return true;
            }
            current = balance.get();
        }
        return false;
    }

    /**
     * Returns how many retries are left.
     *
     * @return the whole retries in the budget
     */
    public long remaining() {
        return balance.get() / UNIT;
    }
}
