package io.github.telnyxreactive.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.http.TestHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.5Z");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "1, PT1S",
        "120, PT2M",
        "007, PT7S",
        "0.5, PT0.5S",
        "1.25, PT1.25S",
        "0.001, PT0.001S",
        "2.000000000, PT2S",
        "' 3', PT3S",
        "'3\t', PT3S",
        "'  3  ', PT3S"
    })
    void readsSecondsWithAndWithoutDecimals(String value, Duration wait) {
        assertThat(parse(503, "Retry-After", value)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "1, PT0.001S", "1500, PT1.5S", "0.5, PT0.0005S", "' 20 ', PT0.02S", "86400000, PT24H"})
    void readsMillisecondsWithAndWithoutDecimals(String value, Duration wait) {
        assertThat(parse(503, "Retry-After-Ms", value)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.7", "1.1", "4.35", "1.001", "59.999999999", "12345.678901234"})
    void decimalsAreAccurateToANanosecond(String value) {
        Duration exact = Duration.parse("PT" + value + "S");

        assertThat(parse(503, "Retry-After", value)).isBetween(exact.minusNanos(1), exact.plusNanos(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036", "9223372037", "99999999999", "999999999999", "999999999999.999999999"})
    void readsAHugeNumberOfSecondsAsAHugeWait(String value) {
        assertThat(parse(503, "Retry-After", value))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(9223372036L))
                .isLessThanOrEqualTo(Duration.ofNanos(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "-0.5",
                "+1",
                "1e3",
                "0x10",
                "NaN",
                "Infinity",
                "1,5",
                "1.",
                ".5",
                "1 2",
                "1s",
                "soon",
                "null",
                "\u0661\u0662",
                "1.2.3",
                "1.0000000001"
            })
    void treatsAValueThatIsNeitherNumberNorDateAsAbsent(String value) {
        assertThat(parse(503, "Retry-After", value)).isNull();
        assertThat(parse(503, "Retry-After-Ms", value)).isNull();
        assertThat(parse(429, "x-ratelimit-reset", value)).isNull();
    }

    static Stream<Arguments> dates() {
        return Stream.of(
                Arguments.of("Tue, 03 Feb 2026 04:05:07 GMT", Duration.ofMillis(500)),
                // A wrong day of the week.
                Arguments.of("Mon, 03 Feb 2026 04:05:07 GMT", Duration.ofMillis(500)),
                Arguments.of("03 Feb 2026 04:05:07 GMT", Duration.ofMillis(500)),
                // The obsolete formats of RFC 850 and of asctime.
                Arguments.of("Tuesday, 03-Feb-26 04:05:07 GMT", Duration.ofMillis(500)),
                Arguments.of("Tue Feb  3 04:05:07 2026", Duration.ofMillis(500)),
                Arguments.of("Tue Feb 13 04:05:06 2026", Duration.ofDays(10).minusMillis(500)),
                Arguments.of("Tue, 3 Feb 2026 04:06:06 GMT", Duration.ofMillis(59_500)),
                Arguments.of(" Tue, 03 Feb 2026 05:05:06 GMT ", Duration.ofMillis(3_599_500)),
                Arguments.of("Tue, 03 Feb 2026 05:05:07 +0100", Duration.ofMillis(500)),
                Arguments.of("Wed, 04 Feb 2026 04:05:06 GMT", Duration.ofDays(1).minusMillis(500)),
                Arguments.of("Fri, 31 Dec 9999 23:59:59 GMT", Duration.ofNanos(Long.MAX_VALUE)),
                Arguments.of("Wed, 31 Dec 9999 23:59:59 GMT", Duration.ofNanos(Long.MAX_VALUE)));
    }

    @ParameterizedTest
    @MethodSource("dates")
    void measuresADateFromTheTimeOfTheResponse(String value, Duration wait) {
        assertThat(parse(503, "Retry-After", value)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tue, 03 Feb 2026 04:05:06 GMT",
                "Tue, 03 Feb 2026 04:05:00 GMT",
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Thu, 01 Jan 1970 00:00:00 GMT"
            })
    void treatsADateInThePastAsNoWait(String value) {
        assertThat(parse(503, "Retry-After", value)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tue, 31 Feb 2026 04:05:07 GMT",
                "Tue, 03 Feb 2026 25:05:07 GMT",
                "Tue, 03 Foo 2026 04:05:07 GMT",
                "Tue, 03 Feb 2026 04:05:07",
                "2026-02-03T04:05:07Z",
                "Tue, 03 Feb"
            })
    void treatsAMalformedDateAsAbsent(String value) {
        assertThat(parse(503, "Retry-After", value)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 409, 429, 500, 503})
    void readsRetryAfterForEveryStatus(int status) {
        assertThat(parse(status, "Retry-After", "4")).isEqualTo(Duration.ofSeconds(4));
        assertThat(parse(status, "Retry-After-Ms", "4")).isEqualTo(Duration.ofMillis(4));
    }

    @Test
    void headerNamesAreCaseInsensitive() {
        assertThat(parse(503, "RETRY-AFTER", "4")).isEqualTo(Duration.ofSeconds(4));
        assertThat(parse(503, "retry-after-ms", "4")).isEqualTo(Duration.ofMillis(4));
        assertThat(parse(429, "X-RateLimit-Reset", "4")).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void prefersMillisecondsToSecondsAndSecondsToTheEndOfTheWindow() {
        assertThat(parse(429, "Retry-After-Ms", "30", "Retry-After", "2", "x-ratelimit-reset", "1"))
                .isEqualTo(Duration.ofMillis(30));
        assertThat(parse(429, "Retry-After", "2", "x-ratelimit-reset", "1")).isEqualTo(Duration.ofSeconds(2));
        assertThat(parse(429, "Retry-After", "Tue, 03 Feb 2026 04:05:07 GMT", "x-ratelimit-reset", "9"))
                .isEqualTo(Duration.ofMillis(500));
        assertThat(parse(429, "x-ratelimit-reset", "1")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void fallsBackToTheNextHeaderIfOneIsUnreadable() {
        assertThat(parse(429, "Retry-After-Ms", "-1", "Retry-After", "2")).isEqualTo(Duration.ofSeconds(2));
        assertThat(parse(429, "Retry-After-Ms", "x", "Retry-After", "y", "x-ratelimit-reset", "1.5"))
                .isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void usesTheFirstOfSeveralHeadersThatCanBeRead() {
        assertThat(parse(503, "Retry-After", "soon", "Retry-After", "2")).isEqualTo(Duration.ofSeconds(2));
        assertThat(parse(503, "Retry-After", "3", "Retry-After", "2")).isEqualTo(Duration.ofSeconds(3));
        assertThat(parse(503, "Retry-After-Ms", "", "Retry-After-Ms", "5")).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void comparesADateWithTheClockOfTheService() {
        assertThat(parse(503, "Date", "Tue, 03 Feb 2026 03:00:00 GMT", "Retry-After", "Tue, 03 Feb 2026 03:00:04 GMT"))
                .isEqualTo(Duration.ofSeconds(4));
        assertThat(parse(503, "Date", "yesterday", "Retry-After", "Tue, 03 Feb 2026 04:05:07 GMT"))
                .isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void recognisesTheEndOfTheWindowAsAnInstantOfTheEpoch() {
        assertThat(parse(429, "x-ratelimit-reset", Long.toString(NOW.getEpochSecond() + 10)))
                .isEqualTo(Duration.ofMillis(9_500));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 408, 409, 428, 430, 500, 502, 503, 504})
    void usesTheEndOfTheWindowOnlyFor429(int status) {
        assertThat(parse(status, "x-ratelimit-reset", "1")).isNull();
    }

    @Test
    void returnsNoWaitWithoutHeaders() {
        assertThat(parse(429)).isNull();
        assertThat(parse(503)).isNull();
    }

    private static Duration parse(int status, String... headers) {
        return RetryAfter.parse(TestHeaders.of(headers), status, NOW);
    }
}
