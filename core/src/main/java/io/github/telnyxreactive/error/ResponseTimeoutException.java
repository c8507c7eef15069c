package io.github.telnyxreactive.error;

import java.time.Duration;

/**
 * No answer came, or no more of it, within the response timeout.
 */
public final class ResponseTimeoutException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call what is known of the call
     * @param timeout how long the client waited for the next part of the answer
     * @param cause what it came from
     */
    public ResponseTimeoutException(FailedCall call, Duration timeout, Throwable cause) {
        super(
                call,
                Delivery.UNKNOWN,
                "nothing came for " + timeout.toMillis() + " ms after the request was sent",
                "Look at what is there before you repeat it, or allow a longer response timeout.",
                cause);
    }
}
