package io.github.telnyxreactive.error;

/**
 * A successful response could not be read: it is not JSON, it is truncated or too long, or a required field is missing.
 */
public final class DecodingException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    private DecodingException(FailedCall call, Delivery delivery, String reason) {
        super(
                call,
                delivery,
                reason,
                "Check that the base URL is that of the service itself; if it is, report the request id.",
                null);
    }

    /**
     * Creates the exception for a body that is not JSON, or not complete: it may have been damaged in transit.
     *
     * @param call the failed call
     * @param reason what went wrong: a clause, without a period
     * @return the exception
     */
    public static DecodingException malformed(FailedCall call, String reason) {
        return new DecodingException(call, Delivery.UNKNOWN, reason);
    }

    /**
     * Creates the exception for a complete body that is not a response of the operation: requesting it again would not
     * help.
     *
     * @param call the failed call
     * @param reason what went wrong: a clause, without a period
     * @return the exception
     */
    public static DecodingException unexpected(FailedCall call, String reason) {
        return new DecodingException(call, Delivery.SETTLED, reason);
    }
}
