package io.github.telnyxreactive.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationLinkTest {

    private static final ConversationLink LINK =
            new ConversationLink("https://portal.example/c/{conversation_id}?tab=1&again={conversation_id}");

    @ParameterizedTest
    @CsvSource({
        "abc-1, abc-1",
        "a b+c, a%20b%2Bc",
        "a/../b?c#d&e, a%2F..%2Fb%3Fc%23d%26e",
        "x)[y](|z, x%29%5By%5D%28%7Cz",
        "ü😀, %C3%BC%F0%9F%98%80",
        "{conversation_id}, %7Bconversation_id%7D"
    })
    void encodesTheId(String id, String encoded) {
        assertThat(LINK.to(id))
                .isEqualTo("[conversation](https://portal.example/c/%s?tab=1&amp;again=%s)", encoded, encoded);
    }

    @Test
    void theTemplateCannotBreakOutOfTheLink() {
        assertThat(new ConversationLink("https://x.example/(a) |\n<b>`%20/{conversation_id}").to("1"))
                .isEqualTo("[conversation](https://x.example/%28a%29%20%7C%0A%3Cb%3E%60%20/1)");
    }

    @Test
    void hasNoLinkWithoutAConversation() {
        assertThat(LINK.to(null)).isEqualTo("-");
        assertThat(LINK.to("")).isEqualTo("-");
    }

    @Test
    void showsTheIdWithoutATemplate() {
        assertThat(new ConversationLink(" ").to("a|b")).isEqualTo("a&#124;b");
    }

    @Test
    void showsTheIdInsteadOfALongUrl() {
        assertThat(LINK.to("x".repeat(1_000))).hasSize(100).endsWith("x…");
    }
}
