package io.github.telnyxreactive.internal.text;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The clock of the service, which times in its responses are relative to. */
public final class ServerTime {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    /** In 2001; as a wait, it would be longer than 30 years. */
    private static final Instant FIRST_EPOCH = Instant.ofEpochSecond(1_000_000_000);

    private ServerTime() {}

    /**
     * Returns when a response was sent, by the clock of the service.
     *
     * @param date the header {@code Date}, or {@code null} if there is none
     * @param now when the response was received
     * @return the time in the header, or when the response was received if it cannot be parsed
     */
    public static Instant sentAt(@Nullable String date, Instant now) {
        Instant sentAt = date == null ? null : HttpDate.parse(date);
        return sentAt == null ? now : sentAt;
    }

    /**
     * Returns the time between two instants.
     *
     * @param then the later one
     * @param now the earlier one
     * @return the time, at least zero
     */
    public static Duration until(Instant then, Instant now) {
        if (!then.isAfter(now)) {
            return Duration.ZERO;
        }
        Duration time = Duration.between(now, then);
        return time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }

    /**
     * Parses the end of a window, which is given as the seconds until then, or as an instant in seconds or milliseconds
     * of the epoch.
     *
     * @param text the header {@code x-ratelimit-reset}, or {@code null} if there is none
     * @param sentAt when the response was sent, requested only for an instant
     * @return the time until the window ends, at least zero, or {@code null} if the header cannot be parsed
     */
    public static @Nullable Duration untilReset(@Nullable String text, Supplier<Instant> sentAt) {
        Duration seconds = DecimalDuration.parse(text, 1_000_000_000);
        if (seconds == null || Instant.EPOCH.plus(seconds).isBefore(FIRST_EPOCH)) {
            return seconds;
        }
        Duration milliseconds = DecimalDuration.parse(text, 1_000_000);
        Instant inMilliseconds = milliseconds == null ? Instant.EPOCH : Instant.EPOCH.plus(milliseconds);
        return until(inMilliseconds.isBefore(FIRST_EPOCH) ? Instant.EPOCH.plus(seconds) : inMilliseconds, sentAt.get());
    }
}
