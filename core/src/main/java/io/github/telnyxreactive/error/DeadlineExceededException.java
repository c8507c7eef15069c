package io.github.telnyxreactive.error;

import io.github.telnyxreactive.internal.time.DurationText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The call did not complete before its deadline, which includes all attempts and delays. The cause, if any, is the
 * error of the last attempt that failed.
 */
public class DeadlineExceededException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call the failed call
     * @param delivery how far the last attempt got
     * @param deadline the time that the call was allowed to take
     * @param cause the error of the last attempt that failed, or {@code null}
     */
    public DeadlineExceededException(FailedCall call, Delivery delivery, Duration deadline, @Nullable Throwable cause) {
        super(
                call,
                delivery,
                "it did not complete within " + DurationText.of(deadline),
                "Increase the deadline, or find out what takes so long.",
                cause);
    }
}
