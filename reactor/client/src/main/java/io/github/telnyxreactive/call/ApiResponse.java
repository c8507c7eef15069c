package io.github.telnyxreactive.call;

import io.github.telnyxreactive.http.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A successful response with its status and headers.
 *
 * @param status the HTTP status, from 200 to 299
 * @param headers the headers
 * @param body the decoded body, {@code null} if the operation returns none
 * @param repeated whether the service may have processed an earlier attempt without its response having been read, so that
 *     the operation had its effect once only if the service knew the idempotency key again
 * @param <T> the type of the body
 */
public record ApiResponse<T>(
        int status, Headers headers, @Nullable T body, boolean repeated) {}
