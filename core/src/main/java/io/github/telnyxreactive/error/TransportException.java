package io.github.telnyxreactive.error;

/**
 * The connection failed: it could not be made, it was cut, or what came over it was not HTTP.
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
     * The request never left, and may find its way at another time: the connection was refused, the host was not found,
     * no connection became free.
     *
     * @param call what is known of the call
     * @param reason what went wrong, a clause without a full stop
     * @param cause what it came from
     * @return the exception
     */
    public static TransportException notSent(FailedCall call, String reason, Throwable cause) {
        return new TransportException(
                call, Delivery.NOT_SENT, reason, "Nothing was sent; check the base URL and the network.", cause, false);
    }

    /**
     * The request never left, and never will as things are: the server's certificate is not trusted, for example.
     *
     * @param call what is known of the call
     * @param reason what went wrong, a clause without a full stop
     * @param advice what the caller can do, a sentence
     * @param cause what it came from
     * @return the exception
     */
    public static TransportException permanent(FailedCall call, String reason, String advice, Throwable cause) {
        return new TransportException(call, Delivery.NOT_SENT, reason, "Nothing was sent. " + advice, cause, true);
    }

    /**
     * The connection was lost after the request was sent, or while it was.
     *
     * @param call what is known of the call
     * @param reason what went wrong, a clause without a full stop
     * @param cause what it came from
     * @return the exception
     */
    public static TransportException lost(FailedCall call, String reason, Throwable cause) {
        return new TransportException(
                call, Delivery.UNKNOWN, reason, "Look at what is there before you repeat it.", cause, false);
    }

    /**
     * Tells whether another attempt would fail in the same way.
     *
     * @return whether trying again is pointless
     */
    public boolean isPermanent() {
        return permanent;
    }
}
