package io.github.telnyxreactive.internal.time;

import java.time.Duration;

/** Arithmetic on nanoseconds that stops at the largest number instead of overflowing. */
public final class Saturating {

    private static final Duration LARGEST = Duration.ofNanos(Long.MAX_VALUE);

    private Saturating() {}

    public static long nanos(Duration duration) {
        return duration.compareTo(LARGEST) >= 0 ? Long.MAX_VALUE : duration.toNanos();
    }

    public static long add(long a, long b) {
        long sum = a + b;
        return a > 0 && b > 0 && sum < 0 ? Long.MAX_VALUE : sum;
    }
}
