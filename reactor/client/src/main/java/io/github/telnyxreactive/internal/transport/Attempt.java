package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.http.Headers;

/** One attempt at a call, told by the transport how far it has come. */
public interface Attempt {

    /**
     * Returns what is to be said of the call if this attempt fails.
     *
     * @return the operation, the number of attempts, and what became of the earlier ones
     */
    FailedCall failedCall();

    /** From now on bytes of the request may leave: what becomes of it is open. */
    void sending();

    /**
     * Tells whether bytes of the request may have left.
     *
     * @return whether {@link #sending()} was called
     */
    boolean isSending();

    /**
     * The head of the answer is there.
     *
     * @param status the HTTP status
     * @param headers the headers
     */
    void answered(int status, Headers headers);
}
