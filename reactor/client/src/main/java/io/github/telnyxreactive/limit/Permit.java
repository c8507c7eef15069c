package io.github.telnyxreactive.limit;

import io.github.telnyxreactive.http.RateLimitHeaders;
import java.time.Duration;

/**
 * A permit of a {@link PermitQueue} for one request, which also reports back how the request went. Whoever acquires a
 * permit releases it. All methods can be called from any thread, and more than once.
 */
public interface Permit {

    /**
     * Reports the rate limit that a response states. Must be called before the permit is released.
     *
     * @param headers the rate limit headers of the response
     */
    void learn(RateLimitHeaders headers);

    /**
     * Reports that the service has rejected the request because of the rate. The queue grants no permits during the
     * requested wait, up to its longest pause.
     *
     * @param wait the wait that the service requests
     */
    void pause(Duration wait);

    /** Reports that the request is successful, as soon as that is known. Has an effect once. */
    void succeeded();

    /**
     * Reports that the request has failed.
     *
     * @param error the error; one that indicates no outage shows that the service responds, and counts as a success
     */
    void failed(Throwable error);

    /** Gives the permit back. Has an effect once. */
    void release();
}
