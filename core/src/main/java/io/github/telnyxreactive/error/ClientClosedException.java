package io.github.telnyxreactive.error;

import org.jspecify.annotations.Nullable;

/**
 * The client was closed before the call was made, or before it ended. The cause, if any, is the error of the last
 * attempt that failed.
 */
public final class ClientClosedException extends TelnyxException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call the call, {@link FailedCall#none()} for what consists of many calls, such as polling
     * @param delivery how far the last attempt got
     * @param cause the error of the last attempt that failed, or {@code null}
     */
    public ClientClosedException(FailedCall call, Delivery delivery, @Nullable Throwable cause) {
        super(call, delivery, "the client is closed", "Build a new client, or close this one later.", cause);
    }
}
