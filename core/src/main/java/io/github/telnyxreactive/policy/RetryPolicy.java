package io.github.telnyxreactive.policy;

import io.github.telnyxreactive.error.ApiException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.internal.time.Saturating;
import io.github.telnyxreactive.operation.Safety;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which failures are tried again, how often, and after which wait.
 *
 * @param maxAttempts how many attempts a call has in all, at least 1
 * @param backoff the waits between them
 * @param maxServerWait the longest wait that is granted to a service that asks for one
 */
public record RetryPolicy(int maxAttempts, Backoff backoff, Duration maxServerWait) {

    private static final RetryPolicy DEFAULT =
            new RetryPolicy(5, new Backoff(Duration.ofMillis(500), Duration.ofSeconds(20)), Duration.ofSeconds(60));

    /** Checks the numbers. */
    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("a call has at least 1 attempt, not " + maxAttempts);
        }
        if (maxServerWait.isNegative()) {
            throw new IllegalArgumentException("the longest wait for the service is negative: " + maxServerWait);
        }
    }

    /**
     * Returns the policy of a client that sets none: 5 attempts, waits of up to 500 ms, 1 s, 2 s and 4 s (never above
     * 20 s), and up to 60 s where the service asks for them.
     *
     * @return the policy
     */
    public static RetryPolicy defaults() {
        return DEFAULT;
    }

    /**
     * Returns the policy that never tries again.
     *
     * @return a policy of one attempt
     */
    public static RetryPolicy never() {
        return DEFAULT.withMaxAttempts(1);
    }

    /**
     * Changes the number of attempts.
     *
     * @param attempts how many attempts a call has in all, at least 1
     * @return a policy that differs in this
     */
    public RetryPolicy withMaxAttempts(int attempts) {
        return new RetryPolicy(attempts, backoff, maxServerWait);
    }

    /**
     * Changes the waits.
     *
     * @param waits the waits between the attempts
     * @return a policy that differs in this
     */
    public RetryPolicy withBackoff(Backoff waits) {
        return new RetryPolicy(maxAttempts, waits, maxServerWait);
    }

    /**
     * Changes the longest wait that the service is granted.
     *
     * @param wait the longest wait
     * @return a policy that differs in this
     */
    public RetryPolicy withMaxServerWait(Duration wait) {
        return new RetryPolicy(maxAttempts, backoff, wait);
    }

    /**
     * Tells whether a failure may be tried again: always if the request never left or was turned away, and only if it may
     * be repeated where nobody knows what became of it.
     *
     * @param failure how the last attempt ended
     * @param safety what happens if the request is sent more than once
     * @return whether another attempt is harmless and may help
     */
    public static boolean isRetryable(Throwable failure, Safety safety) {
        if (!(failure instanceof TelnyxException exception)) {
            return false;
        }
        if (exception instanceof TransportException transport && transport.isPermanent()) {
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
     * Computes the wait before the next attempt: the back-off, on top of what the service asks for, which is capped.
     *
     * @param attempt how many attempts were made, from 1
     * @param failure how the last of them ended
     * @param random a random number, at least 0 and below 1
     * @return the wait
     */
    public Duration delay(long attempt, Throwable failure, double random) {
        Duration jittered = backoff.delay(attempt, random);
        @Nullable Duration asked = failure instanceof ApiException exception ? exception.retryAfter() : null;
        if (asked == null) {
            return jittered;
        }
        Duration granted = asked.compareTo(maxServerWait) > 0 ? maxServerWait : asked;
        return Duration.ofNanos(Saturating.add(Saturating.nanos(granted), Saturating.nanos(jittered)));
    }
}
