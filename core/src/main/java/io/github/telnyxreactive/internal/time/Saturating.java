package io.github.telnyxreactive.internal.time;

import java.time.Duration;

/** Arithmetic with nanoseconds that saturates instead of overflowing. */
public final class Saturating {

    private static final Duration LARGEST = Duration.ofNanos(Long.MAX_VALUE);

    private Saturating() {}

    /**
     * Converts a duration to nanoseconds.
     *
     * @param duration a duration
     * @return its nanoseconds, {@link Long#MAX_VALUE} if there are more
     */
    public static long nanos(Duration duration) {
        return duration.compareTo(LARGEST) >= 0 ? Long.MAX_VALUE : duration.toNanos();
    }

    /**
     * Adds two numbers of nanoseconds.
     *
     * @param a a number of nanoseconds
     * @param b a number of nanoseconds
     * @return the sum, {@link Long#MAX_VALUE} if it is larger
     */
    public static long add(long a, long b) {
        long sum = a + b;
        return a > 0 && b > 0 && sum < 0 ? Long.MAX_VALUE : sum;
    }
}
