package io.github.telnyxreactive.http;

import io.github.telnyxreactive.internal.text.DecimalDuration;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says of the service's rate limit.
 *
 * @param limit how many requests fit into a window, {@code null} if it does not say
 * @param remaining how many of them are left, {@code null} if it does not say
 * @param reset how long until the window ends, {@code null} if it does not say
 */
public record RateLimitHeaders(
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable Duration reset) implements Serializable {

    private static final RateLimitHeaders NONE = new RateLimitHeaders(null, null, null);

    /**
     * Reads {@code x-ratelimit-limit}, {@code x-ratelimit-remaining} and {@code x-ratelimit-reset}. A header that cannot
     * be read counts as absent.
     *
     * @param headers the headers of the answer
     * @return what they say
     */
    public static RateLimitHeaders parse(Headers headers) {
        Long limit = whole(headers.first("x-ratelimit-limit"));
        Long remaining = whole(headers.first("x-ratelimit-remaining"));
        Duration reset = DecimalDuration.parse(headers.first("x-ratelimit-reset"), 1_000_000_000);
        return limit == null && remaining == null && reset == null
                ? NONE
                : new RateLimitHeaders(limit, remaining, reset);
    }

    private static @Nullable Long whole(@Nullable String text) {
        Duration nanos = DecimalDuration.parse(text, 1);
        return nanos == null ? null : nanos.toNanos();
    }

    /**
     * Tells whether there is anything to go by.
     *
     * @return whether both the remaining requests and the end of the window are known
     */
    public boolean isComplete() {
        return remaining != null && reset != null;
    }
}
