package io.github.telnyxreactive.internal.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.internal.error.Excerpt;
import io.github.telnyxreactive.json.TelnyxJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MaskTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+12025550134|+1202…34",
                "call +12025550134 now|call +1202…34 now",
                "+1 (202) 555-0134|+1202…34",
                "+49 30 901820, +1.202.555.0134|+4930…20, +1202…34",
                "{\"to\":\"+12025550134\",\"from\":\"+442079460123\"}|{\"to\":\"+1202…34\",\"from\":\"+4420…23\"}",
                "\\u002b12025550134|+1202…34",
                "?to=%2B12025550134|?to=+1202…34",
                "sip:+12025550134@example.com|sip:+1202…34@example.com"
            })
    void hidesTheMiddleOfPhoneNumbers(String text, String masked) {
        assertThat(Mask.phoneNumbers(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2 + 2", "+123", "run 12025550134", "2026-11-27T10:00:00+0000", "a+b", "1e+12"})
    void keepsEverythingElse(String text) {
        assertThat(Mask.phoneNumbers(text)).isEqualTo(text);
    }

    @Test
    void masksEveryStringOfJson() {
        String json = """
                {"to":"+12025550134","+12025550134":1,"+12029999934":[{"text":"call +1 202 555 0134\\n"},1.50,null,true]}""";

        JsonNode masked = Mask.phoneNumbers(TelnyxJson.read(json.getBytes(UTF_8), JsonNode.class));

        assertThat(masked).hasToString("""
                {"to":"+1202…34","+1202…34":1,"+1202…34…":[{"text":"call +1202…34\\n"},1.50,null,true]}""");
    }

    @ParameterizedTest
    @CsvSource({"call +1202…34 now,true", "+12025550134,false", "+1202…3,false", "+1202…345,false", "1202…34,false"})
    void knowsWhatItHasMasked(String text, boolean masked) {
        assertThat(Mask.isMasked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"'',(0 characters)", "a,(1 character)", "'Hello, Ann',(10 characters)", "\uD83D\uDE00,(1 character)"})
    void givesTheLengthOfATextOnly(String text, String masked) {
        assertThat(Mask.text(text)).isEqualTo(masked);
    }

    @Test
    void excerptsOfResponsesContainNoPhoneNumbers() {
        assertThat(new Excerpt("KEY-1").of("{\"detail\":\"+12025550134 is not reachable\"}"))
                .isEqualTo("{\"detail\":\"+1202…34 is not reachable\"}");
    }
}
