package io.github.telnyxreactive.error;

/**
 * The answer said success and could not be read: it is not JSON, it is cut off or too long, or it lacks what it must have.
 */
public final class DecodingException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    private DecodingException(FailedCall call, Delivery delivery, String reason) {
        super(
                call,
                delivery,
                reason,
                "Check that the base URL leads to the service itself; if it does, report the request id.",
                null);
    }

    /**
     * The body is not JSON, or not all of it: it may have been damaged on its way.
     *
     * @param call what is known of the call
     * @param reason what went wrong, a clause without a full stop
     * @return the exception
     */
    public static DecodingException malformed(FailedCall call, String reason) {
        return new DecodingException(call, Delivery.UNKNOWN, reason);
    }

    /**
     * The body arrived whole and is not what the operation answers with: reading it again would not help.
     *
     * @param call what is known of the call
     * @param reason what went wrong, a clause without a full stop
     * @return the exception
     */
    public static DecodingException unexpected(FailedCall call, String reason) {
        return new DecodingException(call, Delivery.SETTLED, reason);
    }
}
