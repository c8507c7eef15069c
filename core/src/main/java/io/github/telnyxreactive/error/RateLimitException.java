package io.github.telnyxreactive.error;

import io.github.telnyxreactive.http.RateLimitHeaders;

/** The service rejected the request because of the rate limit: status 429. It was not processed. */
public final class RateLimitException extends ApiException {

    private static final long serialVersionUID = 1L;

    private final RateLimitHeaders limit;

    /**
     * Creates the exception.
     *
     * @param call the failed call, with its response
     * @param errors the errors that the response reports
     * @param limit the rate limit that the headers report
     */
    public RateLimitException(FailedCall call, ApiErrors errors, RateLimitHeaders limit) {
        super(
                call,
                Delivery.REJECTED,
                errors,
                "there were too many requests",
                "Lower the rate of the client's limiter, or allow more attempts.");
        this.limit = limit;
    }

    /**
     * Returns the rate limit that the headers report.
     *
     * @return the limit, in which each component is {@code null} if its header is absent
     */
    public RateLimitHeaders limit() {
        return limit;
    }
}
