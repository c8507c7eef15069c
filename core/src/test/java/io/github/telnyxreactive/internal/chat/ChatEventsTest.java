package io.github.telnyxreactive.internal.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.chat.ChatEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"title\":\"Overloaded\"}]}",
                "{\"errors\":[\"overloaded\"],\"content\":\"Hello\"}",
                "{\"error\":{\"message\":\"overloaded\"}}",
                "{\"error\":\"overloaded\"}",
            })
    void takesErrorsWithoutANameForAnError(String data) {
        assertThat(ChatEvents.read("message", data).type()).isEqualTo(ChatEvent.ERROR);
        assertThat(ChatEvents.read("delta", data).type()).isEqualTo("delta");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[],\"content\":\"Hello\"}",
                "{\"errors\":null}",
                "{\"error\":null}",
                "{\"error\":{}}",
                "{\"error\":\"\"}",
                "{\"error\":false}",
                "[{\"errors\":[1]}]",
                "errors",
            })
    void takesNothingElseForAnError(String data) {
        assertThat(ChatEvents.read("message", data).type()).isEqualTo("message");
    }

    @Test
    void prefersTheTypeInTheData() {
        assertThat(ChatEvents.read("message", "{\"type\":\"delta\",\"errors\":[1]}")
                        .type())
                .isEqualTo("delta");
    }

    @Test
    void recognizesTheEndMarker() {
        assertThat(ChatEvents.read("message", "[DONE]").isDone()).isTrue();
    }
}
