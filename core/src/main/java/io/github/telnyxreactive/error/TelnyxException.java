package io.github.telnyxreactive.error;

import org.jspecify.annotations.Nullable;

/**
 * A call failed. The message contains the operation, the status, the request id, the number of attempts, and
 * advice; if the outcome of a request that may have changed something is unknown, it says so. It contains no secrets and may be logged.
 */
public abstract class TelnyxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The failed call. */
    private final FailedCall call;

    /** How far the last attempt got. */
    private final Delivery delivery;

    /**
     * Creates the exception.
     *
     * @param call the failed call
     * @param delivery how far the last attempt got
     * @param reason what went wrong: a clause, without a period
     * @param advice what the caller can do: a sentence
     * @param cause the cause, or {@code null}
     */
    protected TelnyxException(
            FailedCall call, Delivery delivery, String reason, String advice, @Nullable Throwable cause) {
        super(message(call.after(delivery), reason, advice), cause);
        this.call = call.after(delivery);
        this.delivery = delivery;
    }

    private static String message(FailedCall call, String reason, String advice) {
        StringBuilder message = new StringBuilder();
        if (call.operation() != null) {
            message.append(call.operation()).append(" (").append(call.request()).append(") failed: ");
        }
        message.append(reason);
        if (call.status() != null) {
            message.append("; status ").append(call.status());
        }
        if (call.requestId() != null) {
            message.append("; request id ").append(call.requestId());
        }
        if (call.operation() != null) {
            message.append("; attempts ").append(call.attempts());
        }
        message.append(". ");
        if (call.outcomeUnknown() && !call.changesNothing()) {
            message.append("The outcome is unknown: the service may have processed the request. ");
        }
        message.append(advice);
        if (call.bodyExcerpt() != null && !call.bodyExcerpt().isEmpty()) {
            message.append(" The response began: ").append(call.bodyExcerpt());
        }
        return message.toString();
    }

    /**
     * Returns the name of the operation.
     *
     * @return the name, {@code assistants.tests.retrieve} for example, or {@code null} outside a call
     */
    public @Nullable String operation() {
        return call.operation();
    }

    /**
     * Returns the HTTP status of the last attempt.
     *
     * @return the status, or {@code null} if there was no response
     */
    public @Nullable Integer status() {
        return call.status();
    }

    /**
     * Returns the id that the service assigned to the last attempt. Its support can look it up.
     *
     * @return the id, or {@code null} if there was none
     */
    public @Nullable String requestId() {
        return call.requestId();
    }

    /**
     * Returns the number of attempts.
     *
     * @return the number of attempts, 0 if there was none
     */
    public int attempts() {
        return call.attempts();
    }

    /**
     * Returns whether the outcome of the call is known.
     *
     * @return {@code false} if the service may have processed an attempt without the caller knowing
     */
    public boolean isOutcomeKnown() {
        return !call.outcomeUnknown();
    }

    /**
     * Returns the beginning of the body of the response.
     *
     * @return at most 500 characters without control characters and secrets, or {@code null} if there was no body
     */
    public @Nullable String bodyExcerpt() {
        return call.bodyExcerpt();
    }

    /**
     * Returns how far the last attempt got, which decides whether the request may be sent again.
     *
     * @return the delivery of the last attempt
     */
    public Delivery delivery() {
        return delivery;
    }

    /**
     * Returns the failed call.
     *
     * @return what is known about the call
     */
    public FailedCall call() {
        return call;
    }
}
