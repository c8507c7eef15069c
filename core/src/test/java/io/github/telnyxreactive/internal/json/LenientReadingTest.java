package io.github.telnyxreactive.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.page.PageMeta;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class LenientReadingTest {

    @Test
    void readsANumberFromAString() {
        ObjectNode json = Json.fixture(AssistantTest.class).put("max_duration_seconds", "30");

        assertThat(TelnyxJson.read(json.toString(), AssistantTest.class).maxDurationSeconds())
                .isEqualTo(30);
        assertThat(TelnyxJson.read("{\"total_results\": \"3000000000\"}", PageMeta.class)
                        .totalResults())
                .isEqualTo(3_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "{}", "[]", "true", "99999999999"})
    void rejectsAnInvalidNumberWithTheNameOfTheField(String value) {
        ObjectNode json = Json.fixture(AssistantTest.class);
        json.set("max_duration_seconds", Json.tree(value));

        assertThatThrownBy(() -> TelnyxJson.read(json.toString(), AssistantTest.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("max_duration_seconds");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-03T10:15:30Z, 2026-02-03T10:15:30Z",
        "2026-02-03T10:15:30+00:00, 2026-02-03T10:15:30Z",
        "2026-02-03T10:15:30+01:00, 2026-02-03T10:15:30+01:00",
        "2026-02-03T10:15:30-03:30, 2026-02-03T10:15:30-03:30",
        "2026-02-03T10:15:30.5Z, 2026-02-03T10:15:30.500Z",
        "2026-02-03T10:15:30.123456, 2026-02-03T10:15:30.123456Z",
        "2026-02-03T10:15:30.123456789-08:00, 2026-02-03T10:15:30.123456789-08:00",
        "2026-02-03T10:15:30, 2026-02-03T10:15:30Z",
        "2026-02-03T10:15, 2026-02-03T10:15:00Z",
        "2026-02-03, 2026-02-03T00:00:00Z",
        "2024-02-29, 2024-02-29T00:00:00Z",
        "' 2026-02-03T10:15:30Z ', 2026-02-03T10:15:30Z"
    })
    void readsADateWithItsOffsetOrInUtcWithoutOne(String text, OffsetDateTime expected) {
        assertThat(readCreatedAt(Json.tree("\"" + text + "\""))).isEqualTo(expected);
        assertThat(readCreatedAt(Json.tree("\"" + text + "\"")).getOffset()).isEqualTo(expected.getOffset());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yesterday\"",
                "\"\"",
                "\"2026-13-01T00:00:00Z\"",
                "\"2026-02-03T25:00:00Z\"",
                "\"2026-02-03T10:15:30Zulu\"",
                "\"2026-02-03T\"",
                "1770113730",
                "{}",
                "[]",
                "true"
            })
    void rejectsAnInvalidDateWithTheNameOfTheField(String value) {
        assertThatThrownBy(() -> readCreatedAt(Json.tree(value)))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("created_at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-29", "2026-02-30T10:15:30Z", "2026-04-31T10:15:30+01:00"})
    void rejectsADayThatTheMonthDoesNotHave(String text) {
        assertThatThrownBy(() -> readCreatedAt(Json.tree("\"" + text + "\""))).isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "123456789012345678901234567890",
                "0.12345678901234567890123",
                "12345678901234567.25",
                "1E+400"
            })
    void keepsAllDigitsOfAnUnknownNumber(String number) {
        ObjectNode json = Json.fixture(TestRun.class);
        json.set("x_number", Json.tree(number));
        TestRun run = TelnyxJson.read(json.toString(), TestRun.class);

        assertThat(Json.tree(TelnyxJson.write(run)).get("x_number")).isEqualTo(Json.tree(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "\"text\"", "<html></html>", "{} {}"})
    void rejectsAnythingButASingleObject(String json) {
        assertThatThrownBy(() -> TelnyxJson.read(json, PageMeta.class)).isInstanceOf(JacksonException.class);
    }

    private static OffsetDateTime readCreatedAt(JsonNode createdAt) {
        ObjectNode json = Json.fixture(TestRun.class);
        json.set("created_at", createdAt);
        return TelnyxJson.read(json.toString(), TestRun.class).createdAt();
    }
}
