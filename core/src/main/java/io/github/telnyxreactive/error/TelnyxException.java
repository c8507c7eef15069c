package io.github.telnyxreactive.error;

import org.jspecify.annotations.Nullable;

/**
 * A call that failed. The message names the operation, the status, the request id, the attempts, whether the outcome is
 * known, and what can be done; it holds nothing secret and may be logged.
 */
public abstract class TelnyxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is known of the call. */
    private final FailedCall call;

    /** How far the last attempt came. */
    private final Delivery delivery;

    /**
     * Creates the exception.
     *
     * @param call what is known of the call
     * @param delivery how far the last attempt came
     * @param reason what went wrong, a clause without a full stop
     * @param advice what the caller can do, a sentence
     * @param cause what it came from, or {@code null}
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
        if (call.outcomeUnknown()) {
            message.append("The outcome is unknown: the service may have carried the request out. ");
        }
        message.append(advice);
        if (call.bodyExcerpt() != null && !call.bodyExcerpt().isEmpty()) {
            message.append(" The answer began: ").append(call.bodyExcerpt());
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
     * @return the status, or {@code null} if there was no answer
     */
    public @Nullable Integer status() {
        return call.status();
    }

    /**
     * Returns the id that the service gave the last attempt, for its support to look up.
     *
     * @return the id, or {@code null} if there was none
     */
    public @Nullable String requestId() {
        return call.requestId();
    }

    /**
     * Returns how many times the request was tried.
     *
     * @return the number of attempts, 0 if there was none
     */
    public int attempts() {
        return call.attempts();
    }

    /**
     * Tells whether it is known what became of the request.
     *
     * @return {@code false} if an attempt may have been carried out by the service without the caller learning of it
     */
    public boolean isOutcomeKnown() {
        return !call.outcomeUnknown();
    }

    /**
     * Returns the beginning of the answer's body.
     *
     * @return at most 500 characters without control characters and secrets, or {@code null} if there
     *     was no body
     */
    public @Nullable String bodyExcerpt() {
        return call.bodyExcerpt();
    }

    /**
     * Returns how far the last attempt came.
     *
     * @return what decides whether the request may be sent again
     */
    public Delivery delivery() {
        return delivery;
    }

    /**
     * Returns all that is known of the call.
     *
     * @return the call
     */
    public FailedCall call() {
        return call;
    }
}
