package io.github.telnyxreactive.internal.policy;

import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.RetryBudget;
import java.util.function.DoubleSupplier;

/**
 * Recognizes an outage, like a circuit breaker: failures withdraw from a budget that successes fill, and when it is
 * empty, only one probe at a time is permitted, after growing waits, until something succeeds. Times are passed in, in
 * nanoseconds from an arbitrary origin.
 *
 * <p>Not safe for concurrent use, except {@link #isOpen()}.
 */
public final class Outage {

    private final RetryBudget budget;
    private final Backoff probing;
    private final DoubleSupplier random;
    private volatile boolean open;
    private long probes;
    private long probe;
    private long nextProbe;

    /**
     * Creates the healthy state.
     *
     * @param budget the failures that are tolerated
     * @param probing the delays before probes
     * @param random supplies random numbers for the jitter of these delays, at least 0 and below 1
     */
    public Outage(RetryBudget budget, Backoff probing, DoubleSupplier random) {
        this.budget = budget;
        this.probing = probing;
        this.random = random;
    }

    /**
     * Returns whether there is an outage.
     *
     * @return {@code true} if only probes are permitted
     */
    public boolean isOpen() {
        return open;
    }

    /**
     * Returns the delay before the next probe.
     *
     * @param now the current time
     * @return the delay in nanoseconds, zero without an outage
     */
    long waitNanos(long now) {
        return open ? Math.max(0, nextProbe - now) : 0;
    }

    /** Records which permit is the probe. */
    void taken(long order) {
        if (open) {
            probe = order;
        }
    }

    /** Ends the outage, if there is one. */
    void succeeded() {
        budget.deposit();
        open = false;
        probes = 0;
    }

    /** Records a failure, and returns whether it begins an outage or is that of a probe. */
    boolean failed(long order, long now) {
        boolean begins = !open && !budget.withdraw();
        if (!begins && !(open && order == probe)) {
            return false;
        }
        open = true;
        probes++;
        nextProbe = now + probing.delay(probes, random.getAsDouble()).toNanos();
        return true;
    }
}
