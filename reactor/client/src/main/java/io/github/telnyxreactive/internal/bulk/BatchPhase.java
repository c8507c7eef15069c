package io.github.telnyxreactive.internal.bulk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;

/** How far a batch has come. */
sealed interface BatchPhase {

    /** There was no demand so far. */
    record Idle() implements BatchPhase {}

    /** Its work was subscribed to, and has not called back. */
    record Subscribing() implements BatchPhase {}

    /**
     * It takes items from its work.
     *
     * @param upstream the subscription to the work
     * @param isAwaiting whether an item was requested that has not arrived
     */
    record Taking(Subscription upstream, boolean isAwaiting) implements BatchPhase {}

    /**
     * It takes no more items, and ends when those that it has taken have ended.
     *
     * @param error the error to end with, {@code null} if it completes
     * @param refusal why what was not triggered is not going to be, {@code null} if it still is
     * @param passedDeadline the deadline of the batch if it has passed, otherwise {@code null}
     * @param isLeaving whether it ends when the triggers in flight were answered
     */
    record Draining(
            @Nullable Throwable error,
            @Nullable Throwable refusal,
            @Nullable Duration passedDeadline,
            boolean isLeaving)
            implements BatchPhase {

        /** Returns whether an error or the deadline has stopped it, so that nothing is left to be stopped. */
        boolean isStoppedForGood() {
            return passedDeadline != null || error != null && refusal != null;
        }
    }

    /** It has completed, has failed, or was cancelled. */
    record Ended() implements BatchPhase {}
}
