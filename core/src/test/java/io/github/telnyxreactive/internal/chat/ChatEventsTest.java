package io.github.telnyxreactive.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.chat.ChatEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatEventsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "delta | {\"content\":\"Hello\"} | Hello",
                "delta | \"Hello\" | Hello",
                "delta | Hello | Hello",
                "delta | {\"n\":1e999999999999} | {\"n\":1e999999999999}",
            })
    void findsTheTextInDataOfAnyShape(String name, String data, String text) {
        ChatEvent event = ChatEvents.read(name, data);

        assertThat(event.type()).isEqualTo(name);
        assertThat(event.content()).isEqualTo(text);
        assertThat(event.data()).isEqualTo(data);
    }

    @Test
    void recognizesTheEndMarker() {
        assertThat(ChatEvents.read("message", "[DONE]").isDone()).isTrue();
    }
}
