package io.github.telnyxreactive;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Tells BlockHound of the queue of Reactor's virtual time, which has a lock that is held for a few instructions. Taken for
 * a blocking call, it would never be given to anybody again: the thread that was next in line has failed.
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
