package io.github.telnyxreactive.error;

import io.github.telnyxreactive.http.Headers;
import io.github.telnyxreactive.http.RateLimitHeaders;
import io.github.telnyxreactive.internal.error.Excerpt;
import io.github.telnyxreactive.internal.http.RetryAfter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns an answer whose status means failure into the exception for it. */
public final class ErrorResponses {

    private static final String KEY_IN_PROGRESS = "10036";
    private static final String REQUEST_ID = "x-request-id";

    private ErrorResponses() {}

    /**
     * Returns the id that the service gave a request.
     *
     * @param headers the headers of the answer
     * @return the id, or {@code null} if there is none
     */
    public static @Nullable String requestId(Headers headers) {
        return headers.first(REQUEST_ID);
    }

    /**
     * Makes the exception.
     *
     * @param call what is known of the call before the answer
     * @param status the HTTP status
     * @param headers the headers of the answer
     * @param body the body of the answer, or as much of it as was read
     * @param excerpt makes the body safe to log
     * @param now when the answer came
     * @return the exception for this status
     */
    public static ApiException toException(
            FailedCall call, int status, Headers headers, byte[] body, Excerpt excerpt, Instant now) {
        ErrorBody parsed = ErrorBody.parse(body, excerpt, RetryAfter.parse(headers, status, now));
        String requestId = requestId(headers);
        FailedCall answered = call.answered(status, requestId == null ? null : excerpt.of(requestId), parsed.excerpt());
        return switch (status) {
            case 400 -> new BadRequestException(answered, parsed);
            case 401 -> new UnauthorizedException(answered, parsed);
            case 403 -> new PermissionDeniedException(answered, parsed);
            case 404 -> new NotFoundException(answered, parsed);
            case 408 -> new UnexpectedStatusCodeException(answered, Delivery.UNKNOWN, parsed);
            case 409 -> new ConflictException(answered, conflict(parsed), parsed);
            case 422 -> new UnprocessableEntityException(answered, parsed);
            case 429 -> new RateLimitException(answered, parsed, RateLimitHeaders.parse(headers));
            case 501, 505 -> new InternalServerException(answered, Delivery.SETTLED, parsed);
            case 503 ->
                new InternalServerException(
                        answered, parsed.retryAfter() == null ? Delivery.UNKNOWN : Delivery.REJECTED, parsed);
            default ->
                // Among them those that gateways made up, which do not tell what became of the request either.
                status >= 500
                        ? new InternalServerException(answered, Delivery.UNKNOWN, parsed)
                        : new UnexpectedStatusCodeException(answered, Delivery.SETTLED, parsed);
        };
    }

    /** While the first request of a key is being worked on, its outcome is open; any other conflict is decided. */
    private static Delivery conflict(ErrorBody body) {
        return body.errors().stream().anyMatch(error -> KEY_IN_PROGRESS.equals(error.code()))
                ? Delivery.UNKNOWN
                : Delivery.SETTLED;
    }
}
