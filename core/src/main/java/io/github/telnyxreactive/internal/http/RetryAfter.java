package io.github.telnyxreactive.internal.http;

import io.github.telnyxreactive.http.Headers;
import io.github.telnyxreactive.internal.text.DecimalDuration;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long an answer asks to wait before the next attempt. */
public final class RetryAfter {

    private static final int TOO_MANY_REQUESTS = 429;

    private RetryAfter() {}

    /**
     * Reads the wait from {@code Retry-After-Ms}, from {@code Retry-After} in seconds or as a date, or, where the status
     * is 429, from {@code x-ratelimit-reset}. A header that cannot be read counts as absent.
     *
     * @param headers the headers of the answer
     * @param status the HTTP status
     * @param now when the answer came, to measure a date against
     * @return the wait, at least zero, or {@code null} if the answer does not say
     */
    public static @Nullable Duration parse(Headers headers, int status, Instant now) {
        Duration wait = DecimalDuration.parse(headers.first("retry-after-ms"), 1_000_000);
        if (wait == null) {
            String retryAfter = headers.first("retry-after");
            wait = DecimalDuration.parse(retryAfter, 1_000_000_000);
            if (wait == null && retryAfter != null) {
                wait = date(retryAfter, now);
            }
        }
        if (wait == null && status == TOO_MANY_REQUESTS) {
            wait = DecimalDuration.parse(headers.first("x-ratelimit-reset"), 1_000_000_000);
        }
        return wait;
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
