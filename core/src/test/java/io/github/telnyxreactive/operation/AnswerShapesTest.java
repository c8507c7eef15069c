package io.github.telnyxreactive.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.page.Page;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** The answers that are wrapped in an object, are pages without being objects, or are no JSON. */
class AnswerShapesTest {

    private static final String TONE_JSON = "{\"name\":\"Tone\",\"status\":\"passed\"}";
    private static final TestRunDetailResult TONE = TestRunDetailResult.builder()
            .name("Tone")
            .status(TestRunStatus.PASSED)
            .build();

    private static final Answer<TestRunDetailResult> OBJECT_IN = Answer.objectIn("data", TestRunDetailResult.class);
    private static final Answer<List<TestRunDetailResult>> LIST_IN = Answer.listIn("data", TestRunDetailResult.class);
    private static final Answer<Page<TestRunDetailResult>> ARRAY_PAGE = Answer.arrayPageOf(TestRunDetailResult.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":%s}",
                "{\"before\":1,\"data\":%s}",
                "{\"data\":%s,\"after\":[1,{\"x\":null}]}",
                "{\"before\":{\"data\":[1]},\"data\":%s,\"after\":{\"data\":\"x\"}}",
                " {\n\"before\" : [ {\"data\": null} ] , \"data\" : %s , \"after\" : null }\n "
            })
    void whatIsInAFieldIsReadWhateverStandsAroundIt(String body) {
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
    void aFieldThatIsMissingOrNullIsRejected(String body) {
        assertThatThrownBy(() -> read(OBJECT_IN, body.replace("%s", TONE_JSON))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> read(LIST_IN, body.replace("%s", "[]"))).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":%s", "{\"data\":%s,", "{\"data\":%s,\"after\":[1", "{\"data\":%s}}"})
    void anAnswerThatBreaksOffAfterTheFieldIsRejected(String body) {
        assertThatThrownBy(() -> read(OBJECT_IN, body.formatted(TONE_JSON))).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> read(LIST_IN, body.formatted("[]"))).isInstanceOf(JacksonException.class);
    }

    @Test
    void aFieldOfAnotherTypeIsRejected() {
        assertThatThrownBy(() -> read(OBJECT_IN, "{\"data\":[]}")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> read(LIST_IN, "{\"data\":{}}")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> read(Answer.listIn("tags", String.class), "{\"tags\":\"vip\"}"))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void anElementThatIsNullIsRejectedWithTheNameOfTheField() {
        assertThatThrownBy(() -> read(LIST_IN, "{\"data\":[null]}")).hasMessageContaining("\"data\"");
        assertThatThrownBy(() -> read(Answer.listIn("tags", String.class), "{\"tags\":[\"vip\",null]}"))
                .hasMessageContaining("\"tags\"");
    }

    @Test
    void aListThatWasReadNeverChanges() {
        assertThatThrownBy(() -> read(LIST_IN, "{\"data\":[" + TONE_JSON + "]}").clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anArrayIsAPageWithoutMeta() {
        assertThat(read(ARRAY_PAGE, "[" + TONE_JSON + "]")).isEqualTo(Page.of(List.of(TONE), null));
        assertThat(read(ARRAY_PAGE, " [] ")).isEqualTo(Page.of(List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[null]", "{\"data\":[]}", "[%s", "[%s] []"})
    void whatIsNoArrayIsNoPage(String body) {
        assertThatThrownBy(() -> read(ARRAY_PAGE, body.replace("%s", TONE_JSON)))
                .isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"text/plain", "text/plain; charset=utf-8", "application/json", "application/octet-stream"})
    void textIsTextWhateverItsContentType(@Nullable String contentType) {
        for (String text : List.of("Be brief.", "", " \n", "{\"a\":1}", "f\u00fcr \uD83D\uDE00")) {
            assertThat(read(Answer.text(), text, contentType)).isEqualTo(text);
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
    void aJsonStringIsUnwrapped(String contentType) {
        assertThat(read(Answer.textOrJsonString(), "\"<Response a=\\\"1\\\"/>\\n\"", contentType))
                .isEqualTo("<Response a=\"1\"/>\n");
        assertThat(read(Answer.textOrJsonString(), "\"\"", contentType)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "<Response/>", "{}", "[]", "\"open"})
    void jsonThatIsNoStringIsRejected(String body) {
        assertThatThrownBy(() -> read(Answer.textOrJsonString(), body, "application/json"))
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
                "text/html",
                ""
            })
    void anyOtherTextStandsForItself(@Nullable String contentType) {
        for (String text : List.of("<Response/>", "\"quoted\"", "null", "", "<Say>f\u00fcr \uD83D\uDE00</Say>")) {
            assertThat(read(Answer.textOrJsonString(), text, contentType)).isEqualTo(text);
        }
    }

    @Test
    void onlyTextMayBeEmpty() {
        assertThat(Answer.text().mayBeEmpty()).isTrue();
        assertThat(Answer.textOrJsonString().mayBeEmpty()).isTrue();
        assertThat(List.of(Answer.of(String.class), OBJECT_IN, LIST_IN, ARRAY_PAGE, Answer.nothing()))
                .noneMatch(Answer::mayBeEmpty);
    }

    @Test
    void everythingButNothingHasContent() {
        assertThat(List.of(Answer.text(), Answer.textOrJsonString(), OBJECT_IN, LIST_IN, ARRAY_PAGE))
                .allMatch(Answer::hasContent);
        assertThat(Answer.nothing().hasContent()).isFalse();
    }

    @Test
    void whatIsAskedForIsWhatCanBeRead() {
        assertThat(List.of(OBJECT_IN, LIST_IN, ARRAY_PAGE, Answer.of(String.class), Answer.nothing()))
                .extracting(Answer::accept)
                .containsOnly("application/json");
        assertThat(Answer.text().accept()).startsWith("text/plain");
        assertThat(Answer.textOrJsonString().accept().split(", "))
                .containsExactlyInAnyOrder("application/json", "application/xml", "text/xml", "text/plain");
    }

    private static <T> T read(Answer<T> answer, String body) {
        return read(answer, body, "application/json");
    }

    /** Reads in both ways, which have to agree. */
    private static <T> T read(Answer<T> answer, String body, @Nullable String contentType) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        T value = answer.read(bytes, 0, bytes.length, contentType);
        assertThat(answer.read(new ByteArrayInputStream(bytes), contentType)).isEqualTo(value);
        return value;
    }
}
