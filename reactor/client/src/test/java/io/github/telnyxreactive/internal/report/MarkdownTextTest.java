package io.github.telnyxreactive.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTextTest {

    @ParameterizedTest
    @MethodSource
    void escapesMarkup(String text, String expected) {
        assertThat(MarkdownText.inline(text, 100)).isEqualTo(expected);
    }

    static Stream<Arguments> escapesMarkup() {
        return Stream.of(
                Arguments.of("plain text, 50% - done.", "plain text, 50% - done."),
                Arguments.of("a|b\\|c", "a&#124;b&#92;&#124;c"),
                Arguments.of("`code` ```", "&#96;code&#96; &#96;&#96;&#96;"),
                Arguments.of("<b>&amp; <!-- -->", "&#60;b&#62;&#38;amp; &#60;&#33;-- --&#62;"),
                Arguments.of("[a](b) ![c]", "&#91;a&#93;&#40;b&#41; &#33;&#91;c&#93;"),
                Arguments.of("https://x.example", "https&#58;//x.example"),
                Arguments.of("www.x.example WWW.x", "www&#46;x.example WWW&#46;x"),
                Arguments.of("a@x.example @b #1", "a@<!-- -->x.example @<!-- -->b #<!-- -->1"),
                Arguments.of(
                        "**b** __i__ ~s~ $m$ :e:",
                        "&#42;&#42;b&#42;&#42; &#95;&#95;i&#95;&#95; &#126;s&#126; &#36;m&#36; &#58;e&#58;"));
    }

    @Test
    void replacesLineBreaksAndControlCharacters() {
        assertThat(MarkdownText.inline(" a\r\n\r\nb\tc\u001b\u202e\ud800 ", 100))
                .isEqualTo("a b c???");
    }

    @Test
    void truncatesBetweenCharacters() {
        assertThat(MarkdownText.inline("😀".repeat(4), 4)).isEqualTo("😀😀😀😀");
        assertThat(MarkdownText.inline("😀".repeat(5), 4)).isEqualTo("😀😀😀…");
        assertThat(MarkdownText.inline("||||||", 3)).isEqualTo("&#124;&#124;…");
    }
}
