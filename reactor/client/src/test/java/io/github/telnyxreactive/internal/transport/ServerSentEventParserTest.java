package io.github.telnyxreactive.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests event streams by the rules of the HTML standard, cut anywhere. */
class ServerSentEventParserTest {

    static Stream<Arguments> streams() {
        return Stream.of(
                Arguments.of("data: a\n\ndata: b\n\n", List.of("message a", "message b")),
                Arguments.of("data: a\r\rdata: b\r\r", List.of("message a", "message b")),
                Arguments.of("data: a\r\n\r\ndata: b\r\n\r\n", List.of("message a", "message b")),
                Arguments.of("data: a\n\r\ndata: b\r\n\n", List.of("message a", "message b")),
                Arguments.of("data: a\r\n\ndata: b\n\r", List.of("message a", "message b")),
                Arguments.of("data: a\ndata: b\ndata:\ndata\n\n", List.of("message a\nb\n\n")),
                Arguments.of("data:a\ndata:  b\n\n", List.of("message a\n b")),
                Arguments.of("data\n\ndata:\n\n", List.of("message ", "message ")),
                Arguments.of("event: x\ndata: a\n\ndata: b\n\n", List.of("x a", "message b")),
                Arguments.of("event: x\n\ndata: b\n\n", List.of("message b")),
                Arguments.of("event: x\nevent: y\ndata: b\n\n", List.of("y b")),
                Arguments.of("event: x\nevent\ndata: b\n\n", List.of("message b")),
                Arguments.of(": data: a\n:\n\n: b\ndata: c\n\n", List.of("message c")),
                Arguments.of("id: 1\nretry: 10\ndata: a\n\n", List.of("message a")),
                Arguments.of("id: \u0000\nid\nretry: x\ndata: a\n\n", List.of("message a")),
                Arguments.of("Data: a\n data: b\ndata : c\nunknown\n\n", List.of()),
                Arguments.of("data: a:b: c\n\n", List.of("message a:b: c")),
                Arguments.of("\uFEFFdata: a\n\n", List.of("message a")),
                Arguments.of("\uFEFF\uFEFFdata: a\n\ndata: \uFEFFb\n\n", List.of("message \uFEFFb")),
                Arguments.of("\n\n\n\ndata: a\n\n\n\n", List.of("message a")),
                Arguments.of("data: a\n\nevent: x\ndata: b", List.of("message a", "x b")),
                Arguments.of("data: a\n\nevent: x\ndata: b\r\n", List.of("message a", "x b")),
                Arguments.of("data: a\n\nevent: x", List.of("message a")),
                Arguments.of("data: a\n\n: b", List.of("message a")),
                Arguments.of("\uFEFF", List.of()),
                Arguments.of("", List.of()));
    }

    private static List<String> parse(String... parts) {
        ServerSentEventParser parser = new ServerSentEventParser(1_000);
        List<ServerSentEventParser.Event> events = new ArrayList<>();
        for (String part : parts) {
            events.addAll(parser.feed(part));
        }
        events.addAll(parser.end());
        assertThat(parser.hasBegun()).isEqualTo(!String.join("", parts).isEmpty());
        return events.stream().map(event -> event.name() + " " + event.data()).toList();
    }

    @ParameterizedTest
    @MethodSource
    void streams(String stream, List<String> events) {
        assertThat(parse(stream)).isEqualTo(events);
        assertThat(parse(stream.split(""))).isEqualTo(events);
        for (int cut = 1; cut < stream.length(); cut++) {
            assertThat(parse(stream.substring(0, cut), "", stream.substring(cut)))
                    .isEqualTo(events);
        }
    }

    @Test
    void emitsAnEventAsSoonAsItsBlankLineHasArrived() {
        ServerSentEventParser parser = new ServerSentEventParser(1_000);

        assertThat(parser.feed("data: a\r\n\r")).hasSize(1);
        assertThat(parser.feed("\n")).isEmpty();
    }

    @Test
    void limitsEachEventAndNotTheStream() {
        ServerSentEventParser parser = new ServerSentEventParser(20);
        for (int i = 0; i < 1_000; i++) {
            assertThat(parser.feed("data: 12345\n: 1234\n\n")).hasSize(1);
        }

        assertThatThrownBy(() -> parser.feed("data: 12345\ndata: 12345\ndata: 12345\n\n"))
                .isInstanceOf(ServerSentEventParser.EventTooLongException.class)
                .hasMessageContaining("20 characters");
    }
}
