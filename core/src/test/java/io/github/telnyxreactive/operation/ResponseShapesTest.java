package io.github.telnyxreactive.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.internal.json.UnreadableElementsException;
import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.chat.AssistantChatResponse;
import io.github.telnyxreactive.model.chat.AssistantSmsChatResponse;
import io.github.telnyxreactive.model.mcpserver.McpServer;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEvent;
import io.github.telnyxreactive.model.scheduledevent.ScheduledPhoneCall;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.page.Page;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Responses that are wrapped in an object, pages that are not objects, and responses that are not JSON. */
class ResponseShapesTest {

    private static final String TONE_JSON = "{\"name\":\"Tone\",\"status\":\"passed\"}";
    private static final TestRunDetailResult TONE = TestRunDetailResult.builder()
            .name("Tone")
            .status(TestRunStatus.PASSED)
            .build();

    private static final ResponseReader<TestRunDetailResult> OBJECT_IN =
            ResponseReader.objectIn("data", TestRunDetailResult.class);
    private static final ResponseReader<List<TestRunDetailResult>> LIST_IN =
            ResponseReader.listIn("data", TestRunDetailResult.class);
    private static final ResponseReader<Page<TestRunDetailResult>> ARRAY_PAGE =
            ResponseReader.arrayPageOf(TestRunDetailResult.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":%s}",
                "{\"before\":1,\"data\":%s}",
                "{\"data\":%s,\"after\":[1,{\"x\":null}]}",
                "{\"before\":{\"data\":[1]},\"data\":%s,\"after\":{\"data\":\"x\"}}",
                " {\n\"before\" : [ {\"data\": null} ] , \"data\" : %s , \"after\" : null }\n "
            })
    void readsAFieldAmongOtherFields(String body) {
        assertThat(read(OBJECT_IN, body.formatted(TONE_JSON))).isEqualTo(TONE);
        assertThat(read(LIST_IN, body.formatted("[" + TONE_JSON + "]"))).containsExactly(TONE);
        assertThat(read(LIST_IN, body.formatted("[]"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "{\"other\":%s}",
                "{\"inner\":{\"data\":%s}}",
                "{\"data\":null}",
                "{\"data\":null,\"other\":1}",
                "null",
                "[]",
                "[%s]",
                "\"data\"",
                "<html></html>"
            })
    void rejectsAMissingOrNullField(String body) {
        if (!body.equals("[%s]")) {
            assertThatThrownBy(() -> read(OBJECT_IN, body.replace("%s", TONE_JSON)))
                    .isInstanceOf(RuntimeException.class);
        }
        if (!body.equals("[]")) {
            assertThatThrownBy(() -> read(LIST_IN, body.replace("%s", "[]"))).isInstanceOf(RuntimeException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":%s", "{\"data\":%s,", "{\"data\":%s,\"after\":[1", "{\"data\":%s}}"})
    void rejectsAResponseTruncatedAfterTheField(String body) {
        assertThatThrownBy(() -> read(OBJECT_IN, body.formatted(TONE_JSON))).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> read(LIST_IN, body.formatted("[]"))).isInstanceOf(JacksonException.class);
    }

    @Test
    void rejectsAFieldOfAnotherType() {
        assertThatThrownBy(() -> read(OBJECT_IN, "{\"data\":[]}")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> read(LIST_IN, "{\"data\":{}}")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> read(ResponseReader.listIn("tags", String.class), "{\"tags\":\"vip\"}"))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void tellsWhichElementsCannotBeRead() {
        assertThatThrownBy(() -> read(LIST_IN, "{\"data\":[null]}")).isInstanceOf(UnreadableElementsException.class);
        assertThatThrownBy(
                        () -> read(ResponseReader.listIn("tags", String.class), "{\"tags\":[\"vip\",null,\"new\",7]}"))
                .isInstanceOfSatisfying(UnreadableElementsException.class, e -> {
                    assertThat(e.value()).isEqualTo(List.of("vip", "new"));
                    assertThat(e.elements()).hasToString("[null, 7]");
                });
    }

    @Test
    void readsWhatCanOnlyBeMeant() {
        McpServer server = TelnyxJson.read(Json.fixture(McpServer.class).toString(), McpServer.class);
        String json = TelnyxJson.writeToString(server);

        assertThat(read(ResponseReader.of(McpServer.class), "{\"data\":" + json + "}"))
                .isEqualTo(server);
        assertThat(read(ResponseReader.objectIn("data", McpServer.class), json)).isEqualTo(server);
        assertThat(read(OBJECT_IN, TONE_JSON)).isEqualTo(TONE);
        assertThat(read(OBJECT_IN, "[" + TONE_JSON + "]")).isEqualTo(TONE);
        for (String body : List.of("%s", "{\"data\":%s}")) {
            assertThat(read(ResponseReader.listOf(McpServer.class), body.formatted(json)))
                    .containsExactly(server);
            assertThat(read(ResponseReader.of(McpServer.class), body.formatted("[" + json + "]")))
                    .isEqualTo(server);
        }
        for (String body : List.of("[%s]", "{\"data\":[%s]}", "{\"data\":[%s],\"meta\":\"none\"}")) {
            String list = body.formatted(json);
            assertThat(read(ResponseReader.listOf(McpServer.class), list)).containsExactly(server);
            assertThat(read(ResponseReader.listIn("data", McpServer.class), list))
                    .containsExactly(server);
            assertThat(read(ResponseReader.arrayPageOf(McpServer.class), list).data())
                    .containsExactly(server);
            assertThat(read(ResponseReader.pageOf(McpServer.class), list).data())
                    .containsExactly(server);
        }
        for (String meta : List.of("\"none\"", "[]", "7", "null", "{\"total_pages\":\"?\"}")) {
            assertThat(read(ResponseReader.pageOf(McpServer.class), "{\"data\":[" + json + "],\"meta\":" + meta + "}")
                            .data())
                    .containsExactly(server);
        }
        assertThat(read(ResponseReader.pageOf(McpServer.class), "{\"data\":null,\"meta\":{\"total_results\":0}}")
                        .data())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":null}",
                "{\"data\":null,\"meta\":{\"total_results\":3}}",
                "{\"data\":{}}",
                "{\"data\":7}",
                "{}",
                "7"
            })
    void rejectsAPageThatMayHaveElements(String body) {
        assertThatThrownBy(() -> read(ResponseReader.pageOf(McpServer.class), body))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("an array in \"data\" was expected, not ");
    }

    /** As for an operation that this library does not know. */
    record Voice(String name, Map<String, JsonNode> data) {}

    @Test
    void readsTypesThatAreNoModelsAsTheyAre() {
        assertThat(read(ResponseReader.of(JsonNode.class), "[1,{\"data\":2}]"))
                .isEqualTo(Json.tree("[1,{\"data\":2}]"));
        assertThat(read(ResponseReader.of(JsonNode.class), "{\"data\":{}}")).isEqualTo(Json.tree("{\"data\":{}}"));
        assertThat(read(ResponseReader.of(String.class), "\"text\"")).isEqualTo("text");
        assertThat(read(ResponseReader.of(Voice.class), "{\"name\":null,\"data\":{\"a\":1}}")
                        .data())
                .containsOnlyKeys("a");
        assertThat(read(ResponseReader.objectIn("data", JsonNode.class), "{\"data\":[]}"))
                .isEqualTo(Json.tree("[]"));
        assertThatThrownBy(() -> read(ResponseReader.of(Voice.class), "{\"name\":{}}"))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> read(ResponseReader.objectIn("data", JsonNode.class), "{}"))
                .isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                AssistantChatResponse.class,
                AssistantSmsChatResponse.class,
                ScheduledPhoneCall.class,
                Assistant.class,
                TestRun.class
            })
    void strictReadingReadsWhatIsAsDocumented(Class<?> type) {
        Class<?> read = type == ScheduledPhoneCall.class ? ScheduledEvent.class : type;
        byte[] bytes = Json.bytes(Json.fixture(type));

        assertThat(ResponseReader.of(read).read(bytes, 0, bytes.length, null, Reading.strict()))
                .isInstanceOf(type);
        assertThat(ResponseReader.of(read).read(new ByteArrayInputStream(bytes), null, Reading.strict()))
                .isInstanceOf(type);
    }

    @Test
    void strictReadingRejectsWhatIsNotAsDocumented() {
        String odd = Json.fixture(McpServer.class).put("name", 7).toString();
        byte[] bytes = odd.getBytes(StandardCharsets.UTF_8);

        assertThat(read(ResponseReader.of(McpServer.class), odd).name()).isNull();
        assertThatThrownBy(
                        () -> ResponseReader.of(McpServer.class).read(bytes, 0, bytes.length, null, Reading.strict()))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("name");
    }

    @Test
    void reportsEachFieldThatIsKept() {
        List<String> kept = new ArrayList<>();
        byte[] bytes = Json.bytes(Json.tree("""
                {"id": "assistant-1", "name": 7, "tools": [
                  {"type": "webhook", "webhook": {"name": "a", "timeout_ms": "1"}},
                  {"type": "webhook", "webhook": {"name": true, "timeout_ms": "2"}}]}
                """));

        ResponseReader.of(Assistant.class).read(bytes, 0, bytes.length, null, Reading.lenient(kept::add));

        assertThat(kept).containsExactlyInAnyOrder("name", "tools[].webhook.name", "tools[].webhook.timeout_ms");
    }

    @Test
    void readListIsImmutable() {
        assertThatThrownBy(() -> read(LIST_IN, "{\"data\":[" + TONE_JSON + "]}").clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void readsAnArrayAsAPageWithoutMeta() {
        assertThat(read(ARRAY_PAGE, "[" + TONE_JSON + "]")).isEqualTo(Page.of(List.of(TONE), null));
        assertThat(read(ARRAY_PAGE, " [] ")).isEqualTo(Page.of(List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[null]", "[%s", "[%s] []"})
    void rejectsAnArrayPageThatIsNotAnArray(String body) {
        assertThatThrownBy(() -> read(ARRAY_PAGE, body.replace("%s", TONE_JSON)))
                .isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"text/plain", "text/plain; charset=utf-8", "application/json", "application/octet-stream"})
    void readsTextOfAnyContentType(@Nullable String contentType) {
        for (String text : List.of("Be brief.", "", " \n", "{\"a\":1}", "f\u00fcr \uD83D\uDE00")) {
            assertThat(read(ResponseReader.text(), text, contentType)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "application/problem+json",
                "application/vnd.telnyx+json; charset=utf-8"
            })
    void unwrapsAJsonString(String contentType) {
        assertThat(read(ResponseReader.textOrJsonString(), "\"<Response a=\\\"1\\\"/>\\n\"", contentType))
                .isEqualTo("<Response a=\"1\"/>\n");
        assertThat(read(ResponseReader.textOrJsonString(), "\"\"", contentType)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "<Response/>", "{}", "[]", "\"open"})
    void rejectsJsonThatIsNotAString(String body) {
        assertThatThrownBy(() -> read(ResponseReader.textOrJsonString(), body, "application/json"))
                .isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "text/xml",
                "text/xml; charset=utf-8",
                "application/xml",
                "application/texml+xml",
                "text/plain",
                ""
            })
    void readsAnyOtherTextAsIs(@Nullable String contentType) {
        for (String text : List.of("<Response/>", "\"quoted\"", "null", "", "<Say>f\u00fcr \uD83D\uDE00</Say>")) {
            assertThat(read(ResponseReader.textOrJsonString(), text, contentType))
                    .isEqualTo(text);
        }
    }

    @Test
    void readsAJsonStringThatIsSaidToBeHtml() {
        assertThat(read(ResponseReader.textOrJsonString(), "\"<Response/>\"", "text/html"))
                .isEqualTo("<Response/>");
        assertThat(read(ResponseReader.textOrJsonString(), "<Response/>", "text/html"))
                .isEqualTo("<Response/>");
    }

    @Test
    void onlyTextMayBeEmpty() {
        assertThat(ResponseReader.text().mayBeEmpty()).isTrue();
        assertThat(ResponseReader.textOrJsonString().mayBeEmpty()).isTrue();
        assertThat(List.of(ResponseReader.of(String.class), OBJECT_IN, LIST_IN, ARRAY_PAGE, ResponseReader.nothing()))
                .noneMatch(ResponseReader::mayBeEmpty);
    }

    @Test
    void everyReaderExceptNothingHasContent() {
        assertThat(List.of(ResponseReader.text(), ResponseReader.textOrJsonString(), OBJECT_IN, LIST_IN, ARRAY_PAGE))
                .allMatch(ResponseReader::hasContent);
        assertThat(ResponseReader.nothing().hasContent()).isFalse();
    }

    @Test
    void acceptsOnlyTheContentTypesThatCanBeRead() {
        assertThat(List.of(OBJECT_IN, LIST_IN, ARRAY_PAGE, ResponseReader.of(String.class), ResponseReader.nothing()))
                .extracting(ResponseReader::accept)
                .containsOnly("application/json");
        assertThat(ResponseReader.text().accept()).startsWith("text/plain");
        assertThat(ResponseReader.textOrJsonString().accept().split(", "))
                .containsExactlyInAnyOrder("application/json", "application/xml", "text/xml", "text/plain");
    }

    private static <T> T read(ResponseReader<T> reader, String body) {
        return read(reader, body, "application/json");
    }

    /** Reads from an array and from a stream, which must agree. */
    private static <T> T read(ResponseReader<T> reader, String body, @Nullable String contentType) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        T value = reader.read(bytes, 0, bytes.length, contentType);
        assertThat(reader.read(new ByteArrayInputStream(bytes), contentType)).isEqualTo(value);
        return value;
    }
}
