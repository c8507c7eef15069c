package io.github.telnyxreactive.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitHeadersTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final String LIMIT = "x-ratelimit-limit";
    private static final String REMAINING = "x-ratelimit-remaining";
    private static final String RESET = "x-ratelimit-reset";

    @Test
    void readsAllThreeHeaders() {
        RateLimitHeaders headers = parse(LIMIT, "100", REMAINING, "42", RESET, "7");

        assertThat(headers).isEqualTo(new RateLimitHeaders(100L, 42L, Duration.ofSeconds(7)));
        assertThat(headers.isComplete()).isTrue();
    }

    @Test
    void isIncompleteWithoutHeaders() {
        assertThat(parse()).isEqualTo(new RateLimitHeaders(null, null, null));
        assertThat(parse().isComplete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "x-ratelimit-limit, x-ratelimit-remaining, false",
        "x-ratelimit-limit, x-ratelimit-reset, false",
        "x-ratelimit-remaining, x-ratelimit-reset, true"
    })
    void isCompleteWithRemainingAndReset(String one, String other, boolean complete) {
        RateLimitHeaders headers = parse(one, "3", other, "3");

        assertThat(headers.isComplete()).isEqualTo(complete);
        assertThat(headers.limit()).isEqualTo(one.equals(LIMIT) ? 3L : null);
        assertThat(headers.remaining()).isEqualTo(one.equals(REMAINING) || other.equals(REMAINING) ? 3L : null);
        assertThat(headers.reset()).isEqualTo(other.equals(RESET) ? Duration.ofSeconds(3) : null);
    }

    @Test
    void readsASingleHeader() {
        assertThat(parse(LIMIT, "5")).isEqualTo(new RateLimitHeaders(5L, null, null));
        assertThat(parse(REMAINING, "0")).isEqualTo(new RateLimitHeaders(null, 0L, null));
        assertThat(parse(RESET, "0.25")).isEqualTo(new RateLimitHeaders(null, null, Duration.ofMillis(250)));
    }

    @Test
    void headerNamesAreCaseInsensitive() {
        assertThat(parse("X-RateLimit-Limit", "1", "X-RATELIMIT-REMAINING", "2", "X-Ratelimit-Reset", "3"))
                .isEqualTo(new RateLimitHeaders(1L, 2L, Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "+1", "1e3", "many", "100, 100;w=60", "0x1", "1.", "\u0663", "NaN"})
    void treatsAnUnreadableHeaderAsAbsent(String value) {
        assertThat(parse(LIMIT, value, REMAINING, value, RESET, value))
                .isEqualTo(new RateLimitHeaders(null, null, null));
        assertThat(parse(LIMIT, "9", REMAINING, value, RESET, "1"))
                .isEqualTo(new RateLimitHeaders(9L, null, Duration.ofSeconds(1)));
    }

    @Test
    void ignoresBlanksAroundANumber() {
        assertThat(parse(LIMIT, " 100 ", REMAINING, "\t42", RESET, "7 "))
                .isEqualTo(new RateLimitHeaders(100L, 42L, Duration.ofSeconds(7)));
    }

    @Test
    void readsOrIgnoresHugeNumbersWithoutOverflow() {
        assertThat(parse(LIMIT, "999999999999", REMAINING, "999999999998", RESET, "999999999999"))
                .isEqualTo(new RateLimitHeaders(
                        999_999_999_999L,
                        999_999_999_998L,
                        Duration.between(NOW, Instant.EPOCH.plusNanos(Long.MAX_VALUE))));
        assertThat(parse(LIMIT, "9".repeat(30), REMAINING, "9".repeat(400)))
                .isEqualTo(new RateLimitHeaders(null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "1770091516, PT10S",
        "1770091516.5, PT10.5S",
        "1770091516000, PT10S",
        "1770091516250, PT10.25S",
        "1770091000, PT0S",
        "1770091000000, PT0S",
        "999999999, PT277777H46M39S"
    })
    void recognisesAnInstantOfTheEpoch(String reset, Duration time) {
        assertThat(parse(RESET, reset).reset()).isCloseTo(time, Duration.ofNanos(500));
    }

    @Test
    void comparesAnInstantWithTheClockOfTheService() {
        assertThat(parse(RESET, "1770091516", "Date", "Tue, 03 Feb 2026 04:05:13 GMT")
                        .reset())
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(parse(RESET, "7", "Date", "Tue, 03 Feb 2026 04:05:13 GMT").reset())
                .isEqualTo(Duration.ofSeconds(7));
    }

    private static RateLimitHeaders parse(String... headers) {
        return RateLimitHeaders.parse(TestHeaders.of(headers), NOW);
    }
}
