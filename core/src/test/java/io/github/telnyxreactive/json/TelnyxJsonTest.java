package io.github.telnyxreactive.json;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

class TelnyxJsonTest {

    private static final TestRunDetailResult TONE = TestRunDetailResult.builder()
            .name("T\u00f6ne \uD83D\uDE00")
            .status(TestRunStatus.PASSED)
            .build();
    private static final String TONE_JSON = "{\"name\":\"T\u00f6ne \uD83D\uDE00\",\"status\":\"passed\"}";
    private static final TypeReference<Page<TestRunDetailResult>> PAGE = new TypeReference<>() {};

    @Test
    void writesUtf8WithTheFieldsInOrder() {
        assertThat(TelnyxJson.write(TONE)).isEqualTo(TONE_JSON.getBytes(StandardCharsets.UTF_8));
        assertThat(TelnyxJson.writeToString(TONE)).isEqualTo(TONE_JSON);
    }

    @Test
    void writesEqualModelsAsTheSameBytes() {
        assertThat(TelnyxJson.write(TONE.toBuilder().build())).isEqualTo(TelnyxJson.write(TONE));
    }

    @Test
    void leavesTheStreamOpen() {
        boolean[] closed = {false};
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        TelnyxJson.write(out, TONE);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(TONE_JSON);
        assertThat(closed).containsExactly(false);
    }

    @Test
    void writesDatesInIso8601WithTheirOffset() {
        assertThat(Json.text(TelnyxJson.write(List.of(
                        OffsetDateTime.parse("2026-02-03T10:15:30Z"),
                        OffsetDateTime.parse("2026-02-03T10:15:30+01:00")))))
                .isEqualTo("[\"2026-02-03T10:15:30Z\",\"2026-02-03T10:15:30+01:00\"]");
    }

    @Test
    void readsModelsFromTextAndFromBytes() {
        assertThat(TelnyxJson.read(TONE_JSON, TestRunDetailResult.class)).isEqualTo(TONE);
        assertThat(TelnyxJson.read(bytes(TONE_JSON), TestRunDetailResult.class)).isEqualTo(TONE);
    }

    @Test
    void readsGenericTypesFromTextAndFromBytes() {
        String json = "{\"data\":[" + TONE_JSON + "]}";
        Page<TestRunDetailResult> expected = Page.of(List.of(TONE), null);

        assertThat(TelnyxJson.read(json, PAGE)).isEqualTo(expected);
        assertThat(TelnyxJson.read(bytes(json), PAGE)).isEqualTo(expected);
    }

    @Test
    void keepsUnknownFields() {
        String json = "{\"name\":\"Tone\",\"status\":\"passed\",\"x_new\":{\"a\":[1.50]}}";

        assertThat(TelnyxJson.writeToString(TelnyxJson.read(json, TestRunDetailResult.class)))
                .isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "[]", "{\"name\":", "{} {}"})
    void rejectsWhatIsNotOfTheType(String json) {
        assertThatThrownBy(() -> TelnyxJson.read(json, TestRunDetailResult.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> TelnyxJson.read(bytes(json), TestRunDetailResult.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> TelnyxJson.read(json, PAGE)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> TelnyxJson.read(bytes(json), PAGE)).isInstanceOf(JacksonException.class);
    }

    @Test
    void convertsValuesToTrees() {
        assertThat(TelnyxJson.toTree(TONE)).isEqualTo(Json.tree(TONE_JSON));
        assertThat(TelnyxJson.toTree(Map.of("a", List.of()))).isEqualTo(Json.tree("{\"a\":[]}"));
        assertThat(TelnyxJson.read("null", JsonNode.class)).isEqualTo(Json.tree("null"));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
