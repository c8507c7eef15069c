package io.github.telnyxreactive.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.page.Page;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;

class JsonCodecTest {

    private static final TestRunDetailResult TONE = TestRunDetailResult.builder()
            .name("T\u00f6ne \uD83D\uDE00")
            .status(TestRunStatus.PASSED)
            .build();
    private static final String TONE_JSON = "{\"name\":\"T\u00f6ne \uD83D\uDE00\",\"status\":\"passed\"}";

    @Test
    void aModelIsWrittenInUtf8WithItsFieldsInOrder() {
        assertThat(JsonCodec.write(TONE)).isEqualTo(TONE_JSON.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSameModelIsAlwaysWrittenToTheSameBytes() {
        assertThat(JsonCodec.write(TONE.toBuilder().build())).isEqualTo(JsonCodec.write(TONE));
    }

    @Test
    void theStreamThatIsWrittenToIsLeftOpen() {
        boolean[] closed = {false};
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        JsonCodec.write(out, TONE);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(TONE_JSON);
        assertThat(closed).containsExactly(false);
    }

    @Test
    void datesAreWrittenInIso8601WithTheOffsetTheyHave() {
        assertThat(Json.text(JsonCodec.write(List.of(
                        OffsetDateTime.parse("2026-02-03T10:15:30Z"),
                        OffsetDateTime.parse("2026-02-03T10:15:30+01:00")))))
                .isEqualTo("[\"2026-02-03T10:15:30Z\",\"2026-02-03T10:15:30+01:00\"]");
    }

    @Test
    void genericTypesAreReadInThreeWays() {
        String json = "{\"data\":[" + TONE_JSON + "]}";
        Page<TestRunDetailResult> expected = Page.of(List.of(TONE), null);
        TypeReference<Page<TestRunDetailResult>> type = new TypeReference<>() {};

        assertThat(JsonCodec.read(json, type)).isEqualTo(expected);
        assertThat(JsonCodec.reader(type.getType()).<Object>readValue(json)).isEqualTo(expected);
        assertThat(JsonCodec.reader(Page.class, TestRunDetailResult.class).<Object>readValue(json))
                .isEqualTo(expected);
    }

    @Test
    void anyJsonIsReadToATree() {
        assertThat(JsonCodec.readTree("{\"a\":[1]}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Json.tree("{\"a\":[1]}"));
        assertThatThrownBy(() -> JsonCodec.readTree("<html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void aModelIsTurnedToATree() {
        assertThat(JsonCodec.toTree(TONE)).isEqualTo(Json.tree(TONE_JSON));
        assertThat(JsonCodec.toTree(Map.of("a", List.of()))).isEqualTo(Json.tree("{\"a\":[]}"));
    }

    @Test
    void aParserGoesPieceByPiece() {
        try (JsonParser parser = JsonCodec.parser(TONE_JSON.getBytes(StandardCharsets.UTF_8))) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            assertThat(parser.nextName()).isEqualTo("name");
        }
    }
}
