package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.http.Headers;
import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call: what the transport sends, and the callbacks by which it reports progress.
 *
 * @param <T> the type that a successful response is read as
 */
public interface Attempt<T> {

    /**
     * Returns the operation to execute.
     *
     * @return the operation
     */
    Operation<T> operation();

    /**
     * Returns the body to send. Every attempt of a call sends the same bytes.
     *
     * @return the encoded body, which must not be modified, or {@code null} for none
     */
    byte @Nullable [] body();

    /**
     * Returns the idempotency key to send.
     *
     * @return the key, the same for every attempt of a call, or {@code null} if the operation takes none
     */
    @Nullable String idempotencyKey();

    /**
     * Returns the description of the call in case this attempt fails.
     *
     * @return the operation, the number of attempts, and whether the outcome of an earlier one is unknown
     */
    FailedCall failedCall();

    /**
     * Returns how a field of the response is treated that cannot be read.
     *
     * @return the reading
     */
    Reading reading();

    /** Called before the first byte of the request may be sent. From then on, the outcome is unknown. */
    void onSend();

    /**
     * Returns whether bytes of the request may have been sent.
     *
     * @return whether {@link #onSend()} was called
     */
    boolean isSent();

    /** Called when the server says that it has not processed the request; without effect after {@link #onResponse}. */
    void onUnprocessed();

    /**
     * Returns whether it is certain that the server has not processed the request.
     *
     * @return whether {@link #onUnprocessed()} was called
     */
    boolean isUnprocessed();

    /** Called when nobody waits for the response any more. From then on, the request is not sent. */
    void onCancel();

    /**
     * Returns whether nobody waits for the response any more.
     *
     * @return whether {@link #onCancel()} was called
     */
    boolean isCancelled();

    /**
     * Called when the head of the response has arrived.
     *
     * @param status the HTTP status
     * @param headers the headers
     */
    void onResponse(int status, Headers headers);

    /**
     * Returns whether the head of the response has arrived, so that its body has a subscriber.
     *
     * @return whether {@link #onResponse} was called
     */
    boolean hasResponse();
}
