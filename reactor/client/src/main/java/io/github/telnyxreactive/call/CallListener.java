package io.github.telnyxreactive.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Is notified of the calls of a client, to record metrics for example. Its methods are called on the threads that make
 * the calls, for many calls concurrently, and must neither block nor throw.
 */
public interface CallListener {

    /** A listener that ignores all notifications. */
    CallListener NONE = new CallListener() {
        @Override
        public CallListener and(CallListener other) {
            return other;
        }
    };

    /**
     * Called when a request is about to be sent.
     *
     * @param operation the name of the operation, {@code assistants.tests.retrieve} for example
     * @param attempt the number of the attempt, from 1
     * @param waited how long the call has waited before this attempt: to be admitted, for a permit, for a connection,
     *     and after a failure
     */
    default void onSend(String operation, int attempt, Duration waited) {}

    /**
     * Called when the head of a response has arrived.
     *
     * @param operation the name of the operation
     * @param status the HTTP status
     */
    default void onResponse(String operation, int status) {}

    /**
     * Called when a field of a response cannot be read as its type, and is kept as it came: once for each field and
     * operation of a client.
     *
     * @param operation the name of the operation
     * @param field the path of the field, {@code tools[].webhook.timeout_ms} for example
     */
    default void onKept(String operation, String field) {}

    /**
     * Called when a call has completed or failed, after all its attempts.
     *
     * @param operation the name of the operation
     * @param elapsed how long the call took, including its waits
     * @param error the error of the call, {@code null} if it succeeded
     */
    default void onTerminate(String operation, Duration elapsed, @Nullable Throwable error) {}

    /**
     * Called when a call is cancelled by its subscriber.
     *
     * @param operation the name of the operation
     * @param elapsed how long the call took until then
     */
    default void onCancel(String operation, Duration elapsed) {}

    /**
     * Returns a listener that notifies this one and another one.
     *
     * @param other the other listener, which is notified after this one
     * @return a listener that notifies both
     */
    default CallListener and(CallListener other) {
        return new CallListeners(this, other);
    }
}
