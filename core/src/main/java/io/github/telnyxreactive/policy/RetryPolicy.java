package io.github.telnyxreactive.policy;

import io.github.telnyxreactive.error.ApiException;
import io.github.telnyxreactive.error.ClientClosedException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.internal.time.DurationText;
import io.github.telnyxreactive.internal.time.Saturating;
import io.github.telnyxreactive.operation.Safety;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which failures are retried, how often, and after which delay.
 *
 * @param maxAttempts the maximum number of attempts of a call, at least 1
 * @param backoff the delays between the attempts
 * @param maxServerWait the cap on the delay that the service requests
 */
public record RetryPolicy(int maxAttempts, Backoff backoff, Duration maxServerWait) {

    private static final RetryPolicy DEFAULT =
            new RetryPolicy(5, new Backoff(Duration.ofMillis(500), Duration.ofSeconds(20)), Duration.ofSeconds(60));

    /** Checks the values. */
    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("a call must have at least 1 attempt, not " + maxAttempts);
        }
        if (maxServerWait.isNegative()) {
            throw new IllegalArgumentException("the maximum delay that the service can request must not be negative: "
                    + DurationText.of(maxServerWait));
        }
    }

    /**
     * Returns the default policy: 5 attempts, delays of up to 500 ms, 1 s, 2 s and 4 s (with more attempts up to 20 s),
     * and up to 60 s if the service requests it.
     *
     * @return the default policy
     */
    public static RetryPolicy defaults() {
        return DEFAULT;
    }

    /**
     * Returns a policy that never retries.
     *
     * @return a policy of one attempt
     */
    public static RetryPolicy never() {
        return DEFAULT.withMaxAttempts(1);
    }

    /**
     * Returns a copy with the given number of attempts.
     *
     * @param attempts the maximum number of attempts of a call, at least 1
     * @return a new policy
     */
    public RetryPolicy withMaxAttempts(int attempts) {
        return new RetryPolicy(attempts, backoff, maxServerWait);
    }

    /**
     * Returns a copy with the given backoff.
     *
     * @param delays the delays between the attempts
     * @return a new policy
     */
    public RetryPolicy withBackoff(Backoff delays) {
        return new RetryPolicy(maxAttempts, delays, maxServerWait);
    }

    /**
     * Returns a copy with the given cap on the delay that the service requests.
     *
     * @param delay the maximum delay
     * @return a new policy
     */
    public RetryPolicy withMaxServerWait(Duration delay) {
        return new RetryPolicy(maxAttempts, backoff, delay);
    }

    /**
     * Returns whether a failure may be retried: always if the request was not sent or was rejected, and if the outcome
     * is unknown, only if the operation is repeatable.
     *
     * @param failure the error of the last attempt
     * @param safety the effect of sending the request more than once
     * @return whether another attempt is harmless and may succeed
     */
    public static boolean isRetryable(Throwable failure, Safety safety) {
        if (!(failure instanceof TelnyxException exception)) {
            return false;
        }
        if (exception instanceof ClientClosedException
                || exception instanceof TransportException transport && transport.isPermanent()) {
            return false;
        }
        Delivery delivery = exception.delivery();
        return switch (delivery) {
            case NOT_SENT, REJECTED -> true;
            case UNKNOWN -> safety.isRepeatable();
            case SETTLED -> false;
        };
    }

    /**
     * Returns the delay before the next attempt: the backoff, added to the delay that the service requests, which is
     * capped at {@link #maxServerWait()}.
     *
     * @param attempt the number of attempts so far, from 1
     * @param failure the error of the last attempt
     * @param random a random number, at least 0 and below 1
     * @return the delay
     */
    public Duration delay(long attempt, Throwable failure, double random) {
        Duration jittered = backoff.delay(attempt, random);
        @Nullable Duration requested = failure instanceof ApiException exception ? exception.retryAfter() : null;
        if (requested == null) {
            return jittered;
        }
        Duration granted = requested.compareTo(maxServerWait) > 0 ? maxServerWait : requested;
        return Duration.ofNanos(Saturating.add(Saturating.nanos(granted), Saturating.nanos(jittered)));
    }
}
