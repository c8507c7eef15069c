package io.github.telnyxreactive.internal.policy;

import io.github.telnyxreactive.http.RateLimitHeaders;
import java.time.Duration;

/**
 * Decides when the next permit may be taken. Times are passed in, in nanoseconds from an arbitrary origin. The order of
 * a permit is its position in the order of all permits, from 1.
 *
 * <p>Not safe for concurrent use.
 */
public interface Gate {

    /** The wait until a permit is released or an outcome is reported. */
    long UNTIL_CHANGE = Long.MAX_VALUE;

    /**
     * Returns the delay before the next permit.
     *
     * @param now the current time
     * @return the delay in nanoseconds, zero if a permit is available, or {@link #UNTIL_CHANGE}
     */
    long waitNanos(long now);

    /**
     * Takes a permit that is available.
     *
     * @param order the order of the permit
     * @param now the current time
     */
    void take(long order, long now);

    /**
     * Evaluates the rate limit that a response reports, before its permit is released.
     *
     * @param headers the rate limit headers of the response
     * @param order the order of the permit
     * @param now the current time
     */
    default void learn(RateLimitHeaders headers, long order, long now) {}

    /**
     * Permits nothing for a while, because the service has rejected a request.
     *
     * @param wait the requested delay
     * @param now the current time
     */
    default void pause(Duration wait, long now) {}

    /**
     * Counts what a permit was used for as a success, at most once for each permit.
     *
     * @param now the current time
     */
    default void succeeded(long now) {}

    /**
     * Counts what a permit was used for as a failure that indicates an outage.
     *
     * @param order the order of the permit
     * @param now the current time
     */
    default void failed(long order, long now) {}

    /** Releases a permit. */
    default void release() {}
}
