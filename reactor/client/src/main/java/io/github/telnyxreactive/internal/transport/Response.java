package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.http.Headers;
import java.util.Locale;
import reactor.netty.http.client.HttpClientResponse;

/**
 * The head of the response to an attempt.
 *
 * @param attempt the attempt
 * @param status the HTTP status
 * @param headers the headers
 * @param <T> the type that a successful response is read as
 */
record Response<T>(Attempt<T> attempt, int status, Headers headers) {

    /** Reports the head of a response to the attempt, and returns it. */
    static <T> Response<T> to(Attempt<T> attempt, HttpClientResponse head) {
        Response<T> response = new Response<>(attempt, head.status().code(), new NettyHeaders(head.responseHeaders()));
        attempt.onResponse(response.status, response.headers);
        return response;
    }

    boolean isHtml() {
        String contentType = headers.first("content-type");
        return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("html");
    }

    boolean isSuccess() {
        return status >= 200 && status <= 299;
    }
}
