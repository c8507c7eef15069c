package io.github.telnyxreactive.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of the whole call passed, with all its attempts and waits. The cause, where there is one, is the error of the last attempt that ended.
 */
public class DeadlineExceededException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call what is known of the call
     * @param delivery how far the last attempt came
     * @param deadline how long the call was allowed to take
     * @param cause the error of the last attempt that ended, or {@code null}
     */
    public DeadlineExceededException(FailedCall call, Delivery delivery, Duration deadline, @Nullable Throwable cause) {
        super(
                call,
                delivery,
                "it was not done within " + deadline.toMillis() + " ms",
                "Allow a longer deadline, or find out what takes so long.",
                cause);
    }
}
