package io.github.telnyxreactive.policy;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits the total number of retries of many calls, so that an outage does not cause a storm of retries: each call
 * deposits a fraction of a retry, each retry withdraws a whole one, and while the budget is empty, calls fail without a
 * retry.
 *
 * <p>Thread-safe. It does not depend on a clock.
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
     * Creates a full budget.
     *
     * @param ratio the number of retries that each call deposits, 0.5 for one retry per two calls
     * @param reserve the initial number of retries in the budget, and the maximum, which is at least 1
     * @return the budget
     */
    public static RetryBudget of(double ratio, int reserve) {
        if (!(ratio >= 0) || ratio > 1000 || reserve < 0) {
            throw new IllegalArgumentException("invalid budget: " + ratio + " retries per call, reserve " + reserve);
        }
        return new RetryBudget(Math.round(ratio * UNIT), Math.max(1, reserve) * UNIT, reserve * UNIT);
    }

    /**
     * Creates a budget that is never empty.
     *
     * @return the budget
     */
    public static RetryBudget unlimited() {
        return new RetryBudget(0, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** Deposits the fraction of a retry for a call. */
    public void deposit() {
        if (deposit > 0 && balance.get() < capacity) {
            balance.accumulateAndGet(deposit, (current, added) -> Math.min(capacity, current + added));
        }
    }

    /**
     * Withdraws a retry if the budget contains one.
     *
     * @return whether a retry was withdrawn
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
     * Returns the number of retries that remain in the budget.
     *
     * @return the number of whole retries
     */
    public long remaining() {
        return balance.get() / UNIT;
    }
}
