package io.github.telnyxreactive.internal.bulk;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The attempts of a batch that wait for a permit: of the batch, of the client, or because the service permits no more. As
 * long as some do, the batch sends nothing else, so that it decides as late as possible what the next request is for.
 */
final class WaitingAttempts {

    /** One is next, and one more so that no permit is left unused meanwhile. */
    private static final int ENOUGH = 2;

    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Runnable listener = () -> {};

    /** Returns whether a request that is made now is among the next ones. */
    boolean areFew() {
        return waiting.get() < ENOUGH;
    }

    /** Calls a listener whenever they become few. */
    void onFew(Runnable then) {
        listener = then;
    }

    /** An attempt begins to wait. */
    Attempt enter() {
        waiting.incrementAndGet();
        return new Attempt();
    }

    /** An attempt that waits, or has waited. */
    final class Attempt {

        private final AtomicBoolean left = new AtomicBoolean();

        /** It waits no longer. Has an effect once. */
        void leave() {
            if (left.compareAndSet(false, true) && waiting.getAndDecrement() == ENOUGH) {
                listener.run();
            }
        }
    }
}
