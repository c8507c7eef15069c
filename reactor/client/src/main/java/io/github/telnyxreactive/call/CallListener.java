package io.github.telnyxreactive.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Is told what calls do, to count it. It is called on the threads that make the calls, of many calls at the same time, and
 * must neither block nor throw.
 */
public interface CallListener {

    /** Listens to nothing. */
    CallListener NONE = new CallListener() {
        @Override
        public CallListener and(CallListener other) {
            return other;
        }
    };

    /**
     * A request is about to be sent.
     *
     * @param operation the name of the operation, {@code assistants.tests.retrieve} for example
     * @param attempt the number of the attempt, from 1
     * @param waited how long the call has waited before this attempt: for a place, for a permit, and after a failure
     */
    default void sending(String operation, int attempt, Duration waited) {}

    /**
     * The head of an answer is there.
     *
     * @param operation the name of the operation
     * @param status the HTTP status
     */
    default void answered(String operation, int status) {}

    /**
     * A call has ended, after all its attempts.
     *
     * @param operation the name of the operation
     * @param took how long it took, with its waits
     * @param error what it ended with, {@code null} if it succeeded
     */
    default void ended(String operation, Duration took, @Nullable Throwable error) {}

    /**
     * A call was cancelled by its subscriber.
     *
     * @param operation the name of the operation
     * @param took how long it took up to then
     */
    default void cancelled(String operation, Duration took) {}

    /**
     * Tells another listener too.
     *
     * @param other the other listener, which is told after this one
     * @return a listener that tells both
     */
    default CallListener and(CallListener other) {
        return new CallListeners(this, other);
    }
}
