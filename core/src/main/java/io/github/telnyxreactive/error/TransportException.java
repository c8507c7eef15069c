package io.github.telnyxreactive.error;

/**
 * The connection failed: it could not be established, it was lost, or what was received was not HTTP.
 */
public final class TransportException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    private TransportException(
            FailedCall call, Delivery delivery, String reason, String advice, Throwable cause, boolean permanent) {
        super(call, delivery, reason, advice, cause);
        this.permanent = permanent;
    }

    /**
     * Creates the exception for a request that was not sent, and that may succeed later: the connection was refused,
     * the host was not found, or no connection became available.
     *
     * @param call the failed call
     * @param reason what went wrong: a clause, without a period
     * @param cause the cause
     * @return the exception
     */
    public static TransportException notSent(FailedCall call, String reason, Throwable cause) {
        return notSent(call, reason, "Check the base URL and the network.", cause);
    }

    /**
     * Creates the exception for a request that was not sent, and that may succeed later.
     *
     * @param call the failed call
     * @param reason what went wrong: a clause, without a period
     * @param advice what the caller can do: a sentence
     * @param cause the cause
     * @return the exception
     */
    public static TransportException notSent(FailedCall call, String reason, String advice, Throwable cause) {
        return new TransportException(call, Delivery.NOT_SENT, reason, "Nothing was sent. " + advice, cause, false);
    }

    /**
     * Creates the exception for a request that was not sent, and that will not succeed later either: the certificate of
     * the server is not trusted, for example.
     *
     * @param call the failed call
     * @param reason what went wrong: a clause, without a period
     * @param advice what the caller can do: a sentence
     * @param cause the cause
     * @return the exception
     */
    public static TransportException permanent(FailedCall call, String reason, String advice, Throwable cause) {
        return new TransportException(call, Delivery.NOT_SENT, reason, "Nothing was sent. " + advice, cause, true);
    }

    /**
     * Creates the exception for a connection that was lost after the request was sent, or while it was being sent.
     *
     * @param call the failed call
     * @param reason what went wrong: a clause, without a period
     * @param cause the cause
     * @return the exception
     */
    public static TransportException lost(FailedCall call, String reason, Throwable cause) {
        return new TransportException(
                call,
                Delivery.UNKNOWN,
                reason,
                call.changesNothing() ? "Try again." : "Check the state of the service before you repeat the request.",
                cause,
                false);
    }

    /**
     * Returns whether another attempt would fail in the same way.
     *
     * @return whether the failure is permanent
     */
    public boolean isPermanent() {
        return permanent;
    }
}
