package io.github.telnyxreactive.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.AssistantDeletedResponse;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.canarydeploy.RolloutSlot;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.page.PageMeta;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class LenientReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"soon\"",
                "{}",
                "[]",
                "true",
                "99999999999",
                "3000000000",
                "7.5",
                "7.0",
                "1e2",
                "\"30\"",
                "\"\""
            })
    void keepsWhatIsNoInteger(String value) {
        assertKept("max_duration_seconds", Json.tree(value), AssistantTest.class, AssistantTest::maxDurationSeconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e400", "0.1234567890123456789", "12345678901234567890", "1e-400", "\"1\"", "true", "\"\"", "{}"
            })
    void keepsWhatIsNoDouble(String value) {
        assertKept("weight", Json.tree(value), RolloutSlot.class, RolloutSlot::weight);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0.0", "-0.5", "30", "1.50", "0.1", "123456789012345", "1e3", "1e22", "9007199254740992"})
    void readsADoubleThatHasAllDigits(String value) {
        ObjectNode json = Json.fixture(RolloutSlot.class);
        json.set("weight", Json.tree(value));

        RolloutSlot slot = TelnyxJson.read(json.toString(), RolloutSlot.class);

        assertThat(slot.weight()).isEqualTo(Double.valueOf(value));
        assertThat(slot.additionalProperties()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "\"true\"", "\"\"", "[]"})
    void keepsWhatIsNoBoolean(String value) {
        assertKept("deleted", Json.tree(value), AssistantDeletedResponse.class, AssistantDeletedResponse::deleted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7.5", "true", "{}", "[\"a\"]"})
    void keepsWhatIsNoText(String value) {
        assertKept("triggered_by", Json.tree(value), TestRun.class, TestRun::triggeredBy);
        assertKept("status", Json.tree(value), TestRun.class, TestRun::status);
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
        "' 2026-02-03T10:15:30Z ', 2026-02-03T10:15:30Z",
        "2026-02-03 10:15:30, 2026-02-03T10:15:30Z",
        "2026-02-03 10:15:30+01:00, 2026-02-03T10:15:30+01:00",
        "2026-02-03t10:15:30z, 2026-02-03T10:15:30Z",
        "2026-02-03T10:15:30+0000, 2026-02-03T10:15:30Z",
        "2026-02-03T10:15:30+02, 2026-02-03T10:15:30+02:00",
        "2026-02-03T10:15:30-0330, 2026-02-03T10:15:30-03:30",
        "'2026-02-03T10:15:30,5Z', 2026-02-03T10:15:30.500Z",
        "2026-02-03T10:15:30.100000Z, 2026-02-03T10:15:30.1Z",
        "2026-02-03T10:15Z, 2026-02-03T10:15:00Z"
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
                "\"2026-02-03T10:15:60Z\"",
                "\"2026-02-03T10:15:30.1234567890Z\"",
                "\"2026-02-03T10:15:30+19:00\"",
                "\"2026-02-29\"",
                "\"2026-02-30T10:15:30Z\"",
                "\"2026-04-31T10:15:30+01:00\"",
                "1770113730",
                "1770113730000",
                "{}",
                "[]",
                "true"
            })
    void keepsWhatIsNoDate(String value) {
        assertKept("created_at", Json.tree(value), TestRun.class, TestRun::createdAt);
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

    /** A field that cannot be read is absent, is written back as it came, and can be set. */
    private static <T> void assertKept(String field, JsonNode value, Class<T> type, Function<T, ?> component) {
        ObjectNode json = Json.fixture(type);
        json.set(field, value);

        T read = TelnyxJson.read(json.toString(), type);

        assertThat(component.apply(read)).isNull();
        assertThat(Json.tree(TelnyxJson.write(read))).isEqualTo(json);
    }

    private static OffsetDateTime readCreatedAt(JsonNode createdAt) {
        ObjectNode json = Json.fixture(TestRun.class);
        json.set("created_at", createdAt);
        return TelnyxJson.read(json.toString(), TestRun.class).createdAt();
    }
}
