package io.github.telnyxreactive;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Exempts the queue of Reactor's virtual time from BlockHound. Its lock is held for a few instructions only; a thread that
 * BlockHound failed while it waits for the lock would leave it unusable, since that thread was next in line.
 */
public final class VirtualTimeIntegration implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        String queue = "java.util.concurrent.PriorityBlockingQueue";
        builder.allowBlockingCallsInside(queue, "offer")
                .allowBlockingCallsInside(queue, "poll")
                .allowBlockingCallsInside(queue, "peek")
                .allowBlockingCallsInside(queue, "remove")
                .allowBlockingCallsInside(queue, "size");
    }
}
