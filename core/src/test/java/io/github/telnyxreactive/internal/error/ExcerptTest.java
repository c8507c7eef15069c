package io.github.telnyxreactive.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    private static final String SECRET = "KEY_secret0123456789";
    private static final String REDACTED = "[redacted]";
    private static final String PHONE = "\ud83d\udcde";

    private final Excerpt excerpt = new Excerpt(SECRET);

    @Test
    void keepsAShortText() {
        assertThat(excerpt.of("Bad gateway: caf\u00e9 " + PHONE)).isEqualTo("Bad gateway: caf\u00e9 " + PHONE);
        assertThat(excerpt.of("")).isEmpty();
        assertThat(excerpt.of("caf\u00e9".getBytes(StandardCharsets.UTF_8))).isEqualTo("caf\u00e9");
    }

    @ParameterizedTest
    @ValueSource(ints = {499, 500, 501, 502, 1000, 100_000})
    void truncatesALongTextAtTheLimit(int length) {
        assertThat(excerpt.of("x".repeat(length))).isEqualTo("x".repeat(Math.min(length, Excerpt.LIMIT)));
    }

    @ParameterizedTest
    @CsvSource({"498, 500", "499, 499", "500, 500"})
    void doesNotSplitASurrogatePair(int before, int length) {
        String cut = excerpt.of("x".repeat(before) + PHONE + "tail");

        assertThat(cut).hasSize(length);
        assertThat(isWellFormed(cut)).isTrue();
    }

    @Test
    void truncatesBetweenSurrogatePairs() {
        assertThat(excerpt.of(PHONE.repeat(400))).isEqualTo(PHONE.repeat(250));
        assertThat(isWellFormed(excerpt.of("x" + PHONE.repeat(400)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\udcde", "a\ud83db", "\udcde\ud83d"})
    void removesUnpairedSurrogates(String text) {
        assertThat(isWellFormed(excerpt.of(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "\n", "\r\n", "\t\t", "\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\u2028", "\u2029",
                " \n \t "
            })
    void collapsesBlanksAndControlCharactersIntoOneSpace(String blank) {
        assertThat(excerpt.of("a" + blank + "b")).isEqualTo("a b");
        assertThat(excerpt.of(blank + "a" + blank)).isEqualTo("a");
        assertThat(excerpt.of(blank)).isEmpty();
    }

    @Test
    void blanksDoNotCountAgainstTheLimit() {
        assertThat(excerpt.of(" \n".repeat(10_000) + "the cause" + " \n".repeat(10_000) + "the end"))
                .isEqualTo("the cause the end");
    }

    static IntStream placesAroundTheLimit() {
        return IntStream.rangeClosed(Excerpt.LIMIT - SECRET.length() - 2, Excerpt.LIMIT + 2);
    }

    @ParameterizedTest
    @MethodSource("placesAroundTheLimit")
    void redactsTheKeyBeforeTruncating(int place) {
        String cut = excerpt.of("x".repeat(place) + SECRET + "tail");

        assertThat(cut)
                .hasSizeLessThanOrEqualTo(Excerpt.LIMIT)
                .doesNotContain("KEY_")
                .doesNotContain("x" + "K");
        assertThat(("x".repeat(place) + REDACTED + "tail")).startsWith(cut);
    }

    @Test
    void redactsTheKeyAtAnyPosition() {
        assertThat(excerpt.redact(SECRET)).isEqualTo(REDACTED);
        assertThat(excerpt.redact("a" + SECRET + SECRET + "b")).isEqualTo("a" + REDACTED + REDACTED + "b");
        assertThat(excerpt.redact("\"" + SECRET + "\"")).isEqualTo("\"" + REDACTED + "\"");
    }

    @Test
    void treatsAKeyThatLooksLikeAPatternLiterally() {
        Excerpt literal = new Excerpt("$1.*[a](b)\\Q");

        assertThat(literal.redact("key $1.*[a](b)\\Q end")).isEqualTo("key " + REDACTED + " end");
        assertThat(literal.redact("key $1x[a](b)\\Q end")).isEqualTo("key $1x[a](b)\\Q end");
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization: Bearer abc.DEF-123_~+/=, Authorization: Bearer [redacted]",
        "authorization: bearer abc, authorization: bearer [redacted]",
        "BEARER abc and bearer def, BEARER [redacted] and bearer [redacted]",
        "{\"a\":\"Bearer abc\"}, {\"a\":\"Bearer [redacted]\"}",
        "XBearer   abc, XBearer   [redacted]",
        "Bearer, Bearer",
        "Bearer: abc, Bearer: abc",
        "forbearer\u00e9, forbearer\u00e9"
    })
    void redactsTheTokenAfterBearer(String text, String redacted) {
        assertThat(excerpt.redact(text)).isEqualTo(redacted);
    }

    @Test
    void redactsTheKeyAfterBearerOnce() {
        assertThat(excerpt.redact("Bearer " + SECRET)).isEqualTo("Bearer " + REDACTED);
        assertThat(excerpt.of("Bearer\r\n" + SECRET)).isEqualTo("Bearer " + REDACTED);
    }

    @Test
    void redactsOnlyBearerTokensWithoutAKey() {
        Excerpt none = new Excerpt("");

        assertThat(none.redact("plain text")).isEqualTo("plain text");
        assertThat(none.redact("Bearer abc")).isEqualTo("Bearer " + REDACTED);
        assertThat(none.of("")).isEmpty();
    }

    @Test
    void turnsAnyTextIntoABoundedLineWithoutTheKey() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(700), 0, 0x30000).forEach(c -> text.appendCodePoint(c % (1 + c % 0x3000)));
            text.insert(text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2), SECRET);
            String line = excerpt.of(text.toString());

            assertThat(line.length()).isLessThanOrEqualTo(Excerpt.LIMIT);
            assertThat(line).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]").doesNotContain(SECRET);
            assertThat(isWellFormed(line)).isTrue();
            assertThat(excerpt.of(line)).isEqualTo(line);
        }
    }

    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
