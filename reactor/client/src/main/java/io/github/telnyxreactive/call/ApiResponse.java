package io.github.telnyxreactive.call;

import io.github.telnyxreactive.http.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer with its status and headers.
 *
 * @param status the HTTP status, from 200 to 299
 * @param headers the headers
 * @param body what the body says, {@code null} if the operation answers with nothing
 * @param <T> what the body is read to
 */
public record ApiResponse<T>(
        int status, Headers headers, @Nullable T body) {}
