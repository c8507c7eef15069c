package io.github.telnyxreactive.internal.policy;

import io.github.telnyxreactive.http.RateLimitHeaders;
import io.github.telnyxreactive.policy.RateLimit;
import java.time.Duration;

/** Permits requests at the rate of a {@link RateLimit}, and no faster than the service permits. */
public final class RateGate implements Gate {

    private final TokenBucket bucket;
    private final ServerWindow window;

    /**
     * Creates a gate.
     *
     * @param limit the rate and the burst
     * @param maxWait the maximum delay that the service can request
     */
    public RateGate(RateLimit limit, Duration maxWait) {
        this.bucket = new TokenBucket(limit);
        this.window = new ServerWindow(maxWait);
    }

    @Override
    public long waitNanos(long now) {
        return Math.max(bucket.waitNanos(now), window.waitNanos(now));
    }

    @Override
    public void take(long order, long now) {
        bucket.take(now);
        window.sent(order);
    }

    @Override
    public void learn(RateLimitHeaders headers, long order, long now) {
        window.learn(headers, order, now);
    }

    @Override
    public void pause(Duration wait, long now) {
        window.pause(wait, now);
    }

    @Override
    public void release() {
        window.ended();
    }
}
