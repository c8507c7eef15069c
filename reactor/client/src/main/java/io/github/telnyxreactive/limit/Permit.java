package io.github.telnyxreactive.limit;

import io.github.telnyxreactive.http.RateLimitHeaders;
import java.time.Duration;

/** The permit of a {@link RateLimiter} for one request, which also reports the response back to the limiter. */
public interface Permit {

    /**
     * Reports the rate limit that a response states. Must be called before the response is emitted.
     *
     * @param headers the rate limit headers of the response
     */
    void learn(RateLimitHeaders headers);

    /**
     * Reports that the service has rejected the request because of the rate. The limiter grants no permits during the
     * requested wait, up to its longest pause.
     *
     * @param wait the wait that the service requests
     */
    void pause(Duration wait);
}
