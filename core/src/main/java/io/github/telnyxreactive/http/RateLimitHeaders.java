package io.github.telnyxreactive.http;

import io.github.telnyxreactive.internal.text.DecimalDuration;
import io.github.telnyxreactive.internal.text.ServerTime;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a response reports about the rate limit of the service.
 *
 * @param limit the number of requests per window, {@code null} if it is not reported
 * @param remaining the number of requests that remain in the window, {@code null} if it is not reported
 * @param reset the time until the window ends, {@code null} if it is not reported
 */
public record RateLimitHeaders(
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable Duration reset) implements Serializable {

    private static final RateLimitHeaders NONE = new RateLimitHeaders(null, null, null);

    /**
     * Parses {@code x-ratelimit-limit}, {@code x-ratelimit-remaining} and {@code x-ratelimit-reset}. A header that
     * cannot be parsed counts as absent. The end of the window may be given as the seconds until then, or as an instant
     * of the epoch, which is compared with the header {@code Date} if there is one.
     *
     * @param headers the headers of the response
     * @param now when the response was received
     * @return what they report
     */
    public static RateLimitHeaders parse(Headers headers, Instant now) {
        Long limit = whole(headers.first("x-ratelimit-limit"));
        Long remaining = whole(headers.first("x-ratelimit-remaining"));
        Duration reset = reset(headers, now);
        return limit == null && remaining == null && reset == null
                ? NONE
                : new RateLimitHeaders(limit, remaining, reset);
    }

    private static @Nullable Duration reset(Headers headers, Instant now) {
        String reset = headers.first("x-ratelimit-reset");
        return ServerTime.untilReset(reset, () -> ServerTime.sentAt(headers.first("date"), now));
    }

    private static @Nullable Long whole(@Nullable String text) {
        Duration nanos = DecimalDuration.parse(text, 1);
        return nanos == null ? null : nanos.toNanos();
    }

    /**
     * Returns whether the response reports enough to stay within the limit.
     *
     * @return whether both the remaining requests and the end of the window are known
     */
    public boolean isComplete() {
        return remaining != null && reset != null;
    }
}
