package io.github.telnyxreactive.internal.http;

import io.github.telnyxreactive.http.Headers;
import io.github.telnyxreactive.internal.text.DecimalDuration;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The delay that a response requests before the next attempt. */
public final class RetryAfter {

    private static final int TOO_MANY_REQUESTS = 429;

    private RetryAfter() {}

    /**
     * Parses {@code Retry-After-Ms}, {@code Retry-After} in seconds or as a date, or, if the status is 429,
     * {@code x-ratelimit-reset}. A header that cannot be parsed counts as absent.
     *
     * @param headers the headers of the response
     * @param status the HTTP status
     * @param now when the response was received, to compare a date with
     * @return the delay, at least zero, or {@code null} if the response requests none
     */
    public static @Nullable Duration parse(Headers headers, int status, Instant now) {
        Duration delay = DecimalDuration.parse(headers.first("retry-after-ms"), 1_000_000);
        if (delay == null) {
            String retryAfter = headers.first("retry-after");
            delay = DecimalDuration.parse(retryAfter, 1_000_000_000);
            if (delay == null && retryAfter != null) {
                delay = date(retryAfter, now);
            }
        }
        if (delay == null && status == TOO_MANY_REQUESTS) {
            delay = DecimalDuration.parse(headers.first("x-ratelimit-reset"), 1_000_000_000);
        }
        return delay;
    }

    private static @Nullable Duration date(String text, Instant now) {
        try {
            Instant then = ZonedDateTime.parse(text.trim(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return then.isBefore(now) ? Duration.ZERO : Duration.between(now, then);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
