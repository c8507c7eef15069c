package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A call made ready to be sent: every attempt sends the very same bytes.
 *
 * @param operation what is called
 * @param body the body, encoded, {@code null} for none; it is not changed by anybody
 * @param idempotencyKey the key of the call, {@code null} if the operation takes none
 * @param <T> what a successful answer is read to
 */
public record Request<T>(
        Operation<T> operation,
        byte @Nullable [] body,
        @Nullable String idempotencyKey) {}
