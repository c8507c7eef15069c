package io.github.telnyxreactive.exchange;

import java.time.Duration;

/**
 * Is told what calls do, to count it. It is called on the threads that make the calls, of many calls at the same time, and
 * must neither block nor throw.
 */
public interface CallListener {

    /** Listens to nothing. */
    CallListener NONE = new CallListener() {};

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
}
