package io.github.telnyxreactive.cli.internal.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0.0 s, 0 s",
        "PT0.099S, 0.0 s, 0 s",
        "PT2.199S, 2.1 s, 2 s",
        "PT59.999S, 59.9 s, 59 s",
        "PT1M, 1 min 00 s, 1 min 00 s",
        "PT3M5.9S, 3 min 05 s, 3 min 05 s",
        "PT1H, 1 h 00 min, 1 h 00 min",
        "PT26H2M59S, 26 h 02 min, 26 h 02 min"
    })
    void durations(Duration duration, String exact, String whole) {
        assertThat(Text.duration(duration)).isEqualTo(exact);
        assertThat(Text.wholeSeconds(duration)).isEqualTo(whole);
    }

    @Test
    void whatWouldMoveACursorIsNotPrinted() {
        assertThat(Text.printable("a\u001b[2Jb\r\nc\u202ed\u2028e\ud800f")).isEqualTo("a?[2Jb??c?d?e?f");
        assertThat(Text.printable("Größe 漢字 😀")).isEqualTo("Größe 漢字 😀");
        assertThat(Text.printable("👩‍👧 \u009b2J می‌خواهم")).isEqualTo("👩‍👧 ?2J می‌خواهم");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "Größe, 5",
        "漢字, 4",
        "ｶﾅ, 2",
        "ＦＵＬＬ, 8",
        "한국어, 6",
        "각, 2",
        "é, 1",
        "ẹ́x, 2",
        "😀, 2",
        "👩‍👩‍👧, 2",
        "❤, 1",
        "❤️, 2",
        "☝🏽, 2",
        "1️⃣, 2",
        "🇯🇵🇩🇪, 4",
        "می‌خواهم, 7",
        "𠀀, 2",
        "…, 1"
    })
    void widthsAreThoseOfATerminal(String text, int width) {
        assertThat(Text.width(text)).isEqualTo(width);
    }

    @Test
    void tooWideTextIsShortenedBetweenCharacters() {
        assertThat(Text.shortened("abc", 3)).isEqualTo("abc");
        assertThat(Text.shortened("abcd", 3)).isEqualTo("ab…");
        assertThat(Text.shortened("漢字漢字", 6)).isEqualTo("漢字…");
        assertThat(Text.shortened("漢字漢字", 5)).isEqualTo("漢字…");
        assertThat(Text.shortened("漢字", 1)).isEqualTo("…");
        assertThat(Text.shortened("x👩‍👩‍👧yz", 3)).isEqualTo("x…");
        assertThat(Text.shortened("e\u0301e\u0301e\u0301", 2)).isEqualTo("e\u0301…");
    }

    @Test
    void oneLineIsOneLine() {
        assertThat(Text.oneLine(" a \n\tb\u0007 ")).isEqualTo("a b?");
    }

    @Test
    void paddingCountsColumns() {
        assertThat(Text.padRight("😀", 3)).isEqualTo("😀 ");
        assertThat(Text.padLeft("ab", 3)).isEqualTo(" ab");
        assertThat(Text.padLeft("abcd", 3)).isEqualTo("abcd");
    }

    @Test
    void nounsAreCounted() {
        assertThat(Text.count(0, "run")).isEqualTo("0 runs");
        assertThat(Text.count(1, "run")).isEqualTo("1 run");
        assertThat(Text.count(2, "run")).isEqualTo("2 runs");
    }

    @ParameterizedTest
    @CsvSource({
        "'one two three', 20, 'one two three'",
        "'one two three', 7, 'one two|three'",
        "'one two three', 8, 'one two|three'",
        "'one two three', 6, 'one|two|three'",
        "'onetwothree x', 4, 'onet|woth|ree|x'",
        "'丁寧 な', 4, '丁寧|な'",
        "'丁寧', 1, '丁|寧'",
        "'', 5, ''"
    })
    void breaksLinesAtSpaces(String text, int width, String lines) {
        assertThat(String.join("|", Text.wrapped(text, width))).isEqualTo(lines);
    }
}
