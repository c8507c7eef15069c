package io.github.telnyxreactive.internal.error;

import io.github.telnyxreactive.error.ApiErrors;
import io.github.telnyxreactive.error.ApiException;
import io.github.telnyxreactive.error.BadRequestException;
import io.github.telnyxreactive.error.ConflictException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.InternalServerException;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.error.PermissionDeniedException;
import io.github.telnyxreactive.error.RateLimitException;
import io.github.telnyxreactive.error.StreamException;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.error.UnexpectedStatusCodeException;
import io.github.telnyxreactive.error.UnprocessableEntityException;
import io.github.telnyxreactive.http.Headers;
import io.github.telnyxreactive.http.RateLimitHeaders;
import io.github.telnyxreactive.internal.http.RetryAfter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Creates the exceptions for error responses. */
public final class ErrorResponses {

    private static final String KEY_IN_PROGRESS = "10036";
    private static final String REQUEST_ID = "x-request-id";

    private ErrorResponses() {}

    /**
     * Returns the id that the service has assigned to a request.
     *
     * @param headers the headers of the response
     * @return the id, or {@code null} if there is none
     */
    public static @Nullable String requestId(Headers headers) {
        return headers.first(REQUEST_ID);
    }

    /**
     * Creates the exception for a response.
     *
     * @param call the failed call, without the response
     * @param status the HTTP status
     * @param headers the headers of the response
     * @param body the body of the response, or as much of it as was read
     * @param excerpt makes the body safe to log
     * @param now when the response was received
     * @return the exception for this status
     */
    public static ApiException toException(
            FailedCall call, int status, Headers headers, byte[] body, Excerpt excerpt, Instant now) {
        ErrorBody parsed = ErrorBody.parse(body, excerpt, RetryAfter.parse(headers, status, now));
        ApiErrors errors = parsed.errors();
        String requestId = requestId(headers);
        FailedCall failed =
                call.withResponse(status, requestId == null ? null : excerpt.of(requestId), parsed.excerpt());
        return switch (status) {
            case 400 -> new BadRequestException(failed, errors);
            case 401 -> new UnauthorizedException(failed, errors);
            case 403 -> new PermissionDeniedException(failed, errors);
            case 404 -> new NotFoundException(failed, errors);
            case 408 -> new UnexpectedStatusCodeException(failed, Delivery.UNKNOWN, errors);
            case 409 -> new ConflictException(failed, conflict(errors), errors);
            case 422 -> new UnprocessableEntityException(failed, errors);
            case 429 -> new RateLimitException(failed, errors, RateLimitHeaders.parse(headers, now));
            case 501, 505 -> new InternalServerException(failed, Delivery.SETTLED, errors);
            default ->
                // A gateway may respond with any of these, a 503 with Retry-After too, after the service has worked.
                status >= 500
                        ? new InternalServerException(failed, Delivery.UNKNOWN, errors)
                        : new UnexpectedStatusCodeException(failed, Delivery.SETTLED, errors);
        };
    }

    /**
     * Creates the exception for an error that is reported in the middle of a streamed response.
     *
     * @param call the failed call, without an excerpt
     * @param status the HTTP status of the response
     * @param data the data of the event that reports it
     * @param excerpt makes the data safe to log
     * @return the exception
     */
    public static StreamException inStream(FailedCall call, int status, String data, Excerpt excerpt) {
        ErrorBody parsed = ErrorBody.parse(data.getBytes(StandardCharsets.UTF_8), excerpt, null);
        return new StreamException(call.withResponse(status, call.requestId(), parsed.excerpt()), parsed.errors());
    }

    /** While the first request with a key is being processed, its outcome is unknown. Any other conflict is settled. */
    private static Delivery conflict(ApiErrors errors) {
        return errors.errors().stream().anyMatch(error -> KEY_IN_PROGRESS.equals(error.code()))
                ? Delivery.UNKNOWN
                : Delivery.SETTLED;
    }
}
