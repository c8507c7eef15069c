package io.github.telnyxreactive.limit;

import io.github.telnyxreactive.http.RateLimitHeaders;
import java.time.Duration;

/** What a {@link RateLimiter} lets one request through with, and is told of its answer by. */
public interface Permit {

    /**
     * Tells the limiter what the answer says of the service's limit. To be called before the answer is emitted.
     *
     * @param headers what the answer says
     */
    void learn(RateLimitHeaders headers);

    /**
     * Tells the limiter that the service turned the request away, so that everybody waits.
     *
     * @param wait how long the service asks to wait
     */
    void pause(Duration wait);
}
