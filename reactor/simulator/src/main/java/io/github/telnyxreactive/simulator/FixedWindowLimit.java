package io.github.telnyxreactive.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Limits the requests in each of a series of consecutive windows of fixed length, the first of which starts now. */
final class FixedWindowLimit {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final int limit;
    private final Duration window;
    private final InstantSource clock;
    private final Instant start;
    private final AtomicReference<Window> current = new AtomicReference<>(new Window(0, 0));

    FixedWindowLimit(int limit, Duration window, InstantSource clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** Counts a request, and decides whether its window still admits it. */
    Decision next() {
        long index = Duration.between(start, clock.instant()).toNanos() / window.toNanos();
        // A request that was overtaken by one of the next window counts there.
        Window counted = current.updateAndGet(before -> before.index < index
                ? new Window(index, 1)
                : new Window(before.index, Math.min(before.used, limit) + 1));
        Instant end = start.plus(window.multipliedBy(counted.index + 1));
        return new Decision(counted.used <= limit, Math.max(0, limit - counted.used), end);
    }

    private record Window(long index, int used) {}

    /** The decision about one request, and the headers that report it. */
    final class Decision {
        private final boolean allowed;
        private final int remaining;
        private final Instant end;

        private Decision(boolean allowed, int remaining, Instant end) {
            this.allowed = allowed;
            this.remaining = remaining;
            this.end = end;
        }

        boolean isAllowed() {
            return allowed;
        }

        /** Returns the time left until the end of the window. */
        Duration untilReset() {
            Duration left = Duration.between(clock.instant(), end);
            return left.isNegative() ? Duration.ZERO : left;
        }

        Map<String, String> headers() {
            return Map.of(
                    "x-ratelimit-limit", Integer.toString(limit),
                    "x-ratelimit-remaining", Integer.toString(remaining),
                    "x-ratelimit-reset", Long.toString(secondsRoundedUp(untilReset())));
        }
    }

    static long secondsRoundedUp(Duration duration) {
        return duration.plusNanos(NANOS_PER_SECOND - 1).getSeconds();
    }
}
