package io.github.telnyxreactive.error;

import io.github.telnyxreactive.internal.time.DurationText;
import java.time.Duration;

/**
 * No response, or no further part of it, was received within the response timeout.
 */
public final class ResponseTimeoutException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call the failed call
     * @param timeout how long the client waited for the next part of the response
     * @param cause the cause
     */
    public ResponseTimeoutException(FailedCall call, Duration timeout, Throwable cause) {
        super(
                call,
                Delivery.UNKNOWN,
                "the request was sent, and nothing was received for " + DurationText.of(timeout),
                call.changesNothing()
                        ? "Try again, or increase the response timeout."
                        : "Check the state of the service before you repeat the request, or increase the response timeout.",
                cause);
    }
}
