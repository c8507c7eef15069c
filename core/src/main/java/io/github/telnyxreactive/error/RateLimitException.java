package io.github.telnyxreactive.error;

import io.github.telnyxreactive.http.RateLimitHeaders;

/** The service turned the request away because there were too many: status 429. It was not carried out. */
public final class RateLimitException extends ApiException {

    private static final long serialVersionUID = 1L;

    private final RateLimitHeaders limit;

    /**
     * Creates the exception.
     *
     * @param call what is known of the call, with the response
     * @param errors what the response says went wrong
     * @param limit what the headers say about the rate limit
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
     * Returns what the headers say of the limit.
     *
     * @return the limit, each part of it {@code null} if its header was absent
     */
    public RateLimitHeaders limit() {
        return limit;
    }
}
