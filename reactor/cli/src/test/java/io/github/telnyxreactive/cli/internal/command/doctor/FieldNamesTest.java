package io.github.telnyxreactive.cli.internal.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"id", "timeout_ms", "webhook", "page_number", "telnyx_end_user_target", "data", "tags"})
    void knowsTheFieldsOfTheApi(String name) {
        assertThat(FieldNames.knownOrAny(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jane", "+13125550123", "additional_properties", "additionalProperties"})
    void knowsNoOthers(String name) {
        assertThat(FieldNames.knownOrAny(name)).isEqualTo("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable_dtmf", "camelCase", "ttl_24h", "with-dash"})
    void showsWhatLooksLikeAName(String name) {
        assertThat(FieldNames.shown(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Jane Doe",
                "jane@example.com",
                "n13125550123",
                "+13125550123",
                "d9428888-122b-11e1-b85c-61cd3cbb3210",
                "a1b2c3d4e5f6g7",
                "a_name_that_is_as_long_as_no_name_of_any_field",
                "two\nlines"
            })
    void hidesWhatLooksLikeData(String name) {
        assertThat(FieldNames.shown(name)).isEqualTo("(hidden)");
        assertThat(FieldNames.shownValue(name)).isEqualTo("(hidden)");
    }
}
