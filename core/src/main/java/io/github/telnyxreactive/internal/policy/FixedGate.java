package io.github.telnyxreactive.internal.policy;

/**
 * Limits the number of permits that are in use at the same time.
 *
 * <p>Not safe for concurrent use.
 */
public final class FixedGate implements Gate {

    private final int permits;
    private int active;

    /**
     * Creates a gate.
     *
     * @param permits the maximum number of permits in use, at least 1
     */
    public FixedGate(int permits) {
        if (permits < 1) {
            throw new IllegalArgumentException("the number of permits must be at least 1: " + permits);
        }
        this.permits = permits;
    }

    @Override
    public long waitNanos(long now) {
        return active < permits ? 0 : UNTIL_CHANGE;
    }

    @Override
    public void take(long order, long now) {
        active++;
    }

    @Override
    public void release() {
        active--;
    }
}
