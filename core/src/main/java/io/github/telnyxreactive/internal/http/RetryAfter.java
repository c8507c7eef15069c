package io.github.telnyxreactive.internal.http;

import io.github.telnyxreactive.http.Headers;
import io.github.telnyxreactive.internal.text.DecimalDuration;
import io.github.telnyxreactive.internal.text.HttpDate;
import io.github.telnyxreactive.internal.text.ServerTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The delay that a response requests before the next attempt. */
public final class RetryAfter {

    private static final int TOO_MANY_REQUESTS = 429;

    private RetryAfter() {}

    /**
     * Parses {@code Retry-After-Ms}, {@code Retry-After} in seconds or as a date, or, if the status is 429,
     * {@code x-ratelimit-reset}. A header that cannot be parsed counts as absent; of several with one name, the first
     * that can be parsed counts. A date is compared with the header {@code Date} if there is one, since clocks differ.
     *
     * @param headers the headers of the response
     * @param status the HTTP status
     * @param now when the response was received, to compare a date with if there is no header {@code Date}
     * @return the delay, at least zero, or {@code null} if the response requests none
     */
    public static @Nullable Duration parse(Headers headers, int status, Instant now) {
        Supplier<Instant> sentAt = () -> ServerTime.sentAt(headers.first("date"), now);
        Duration delay = first(headers.all("retry-after-ms"), text -> DecimalDuration.parse(text, 1_000_000));
        if (delay == null) {
            delay = first(headers.all("retry-after"), text -> secondsOrDate(text, sentAt));
        }
        if (delay == null && status == TOO_MANY_REQUESTS) {
            delay = ServerTime.untilReset(headers.first("x-ratelimit-reset"), sentAt);
        }
        return delay;
    }

    /** A gateway may add a header of its own beside that of the service. */
    private static @Nullable Duration first(List<String> values, Function<String, @Nullable Duration> parser) {
        for (String value : values) {
            Duration delay = parser.apply(value);
            if (delay != null) {
                return delay;
            }
        }
        return null;
    }

    private static @Nullable Duration secondsOrDate(String text, Supplier<Instant> sentAt) {
        Duration seconds = DecimalDuration.parse(text, 1_000_000_000);
        if (seconds != null) {
            return seconds;
        }
        Instant then = HttpDate.parse(text);
        return then == null ? null : ServerTime.until(then, sentAt.get());
    }
}
