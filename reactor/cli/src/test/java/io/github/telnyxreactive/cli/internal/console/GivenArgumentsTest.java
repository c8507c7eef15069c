package io.github.telnyxreactive.cli.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GivenArgumentsTest {

    private static final Charset ASCII = StandardCharsets.US_ASCII;
    private static final byte[] COMMAND_LINE =
            "java\0Main\0--suite=決済\0決済\0a--suite=b=返金x\0??\0プラン\0日程表\0".getBytes(StandardCharsets.UTF_8);

    private static String decoded(String argument) {
        return new String(argument.getBytes(StandardCharsets.UTF_8), ASCII);
    }

    private static String restored(String argument, byte[] commandLine) {
        return new GivenArguments(commandLine, ASCII).restored(argument);
    }

    @Test
    void restoresWhatJavaHasLost() {
        assertThat(restored(decoded("決済"), COMMAND_LINE)).isEqualTo("決済");
        assertThat(restored(decoded("--suite=決済"), COMMAND_LINE)).isEqualTo("--suite=決済");
        assertThat(restored(decoded("返金x"), COMMAND_LINE)).isEqualTo("返金x");
        assertThat(restored(decoded("b=返金x"), COMMAND_LINE)).isEqualTo("b=返金x");
    }

    @Test
    void restoresElementsOfLists() {
        byte[] lists = "--tests=決済,返金する,a\0--tests\0b,プラ\0".getBytes(StandardCharsets.UTF_8);

        assertThat(restored(decoded("決済"), COMMAND_LINE)).isEqualTo("決済");
        assertThat(restored(decoded("返金する"), lists)).isEqualTo("返金する");
        assertThat(restored(decoded("決済,返金する,a"), lists)).isEqualTo("決済,返金する,a");
        // Both are the same number of bytes.
        assertThatThrownBy(() -> restored(decoded("決済"), lists)).hasMessageContaining("LC_ALL");
    }

    @Test
    void keepsWhatIsNotLost() {
        assertThat(restored("checkout", COMMAND_LINE)).isEqualTo("checkout");
        assertThat(restored("??", COMMAND_LINE)).isEqualTo("??");
        assertThat(restored("", new byte[0])).isEmpty();
        assertThat(new GivenArguments(new byte[0], StandardCharsets.UTF_8).restored("\ufffd??"))
                .isEqualTo("\ufffd??");
    }

    @Test
    void namesTheCauseIfTheNameCannotBeRestored() {
        assertThatThrownBy(() -> restored(decoded("決済"), new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "characters of ?????? are lost, because the charset of the locale is US-ASCII: set LC_ALL to"
                                + " a locale with UTF-8, such as C.UTF-8");
        assertThatThrownBy(() -> restored("??", new byte[0])).hasMessageContaining("LC_ALL");
        // Both are the same number of bytes.
        assertThatThrownBy(() -> restored(decoded("プラン"), COMMAND_LINE)).hasMessageContaining("LC_ALL");
        // Not in UTF-8.
        byte[] latin = "Größe\0".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> restored("Gr\ufffd\ufffde", latin)).hasMessageContaining("LC_ALL");
    }
}
