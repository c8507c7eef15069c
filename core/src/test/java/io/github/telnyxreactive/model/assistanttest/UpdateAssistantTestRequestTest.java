package io.github.telnyxreactive.model.assistanttest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpdateAssistantTestRequestTest {

    private static final RubricItem TONE =
            RubricItem.builder().name("Tone").criteria("Polite").build();

    @Test
    void omitsUnchangedFields() {
        assertThat(write(UpdateAssistantTestRequest.builder().build())).isEqualTo("{}");
        assertThat(write(UpdateAssistantTestRequest.builder()
                        .name(Field.unchanged())
                        .build()))
                .isEqualTo("{}");
    }

    @Test
    void writesClearedFieldsAsNull() {
        assertThat(write(UpdateAssistantTestRequest.builder()
                        .name(Field.clear())
                        .description(Field.clear())
                        .destination(Field.clear())
                        .instructions(Field.clear())
                        .maxDurationSeconds(Field.clear())
                        .rubric(Field.clear())
                        .telnyxConversationChannel(Field.clear())
                        .testSuite(Field.clear())
                        .build()))
                .isEqualTo("{\"name\":null,\"description\":null,\"destination\":null,\"instructions\":null,"
                        + "\"max_duration_seconds\":null,\"rubric\":null,\"telnyx_conversation_channel\":null,"
                        + "\"test_suite\":null}");
    }

    @Test
    void writesSetFieldsWithTheirValues() {
        assertThat(write(UpdateAssistantTestRequest.builder()
                        .name(Field.set("Refund"))
                        .maxDurationSeconds(Field.set(60))
                        .rubric(Field.set(List.of(TONE)))
                        .telnyxConversationChannel(Field.set(TelnyxConversationChannel.WEB_CHAT))
                        .build()))
                .isEqualTo("{\"name\":\"Refund\",\"max_duration_seconds\":60,"
                        + "\"rubric\":[{\"name\":\"Tone\",\"criteria\":\"Polite\"}],"
                        + "\"telnyx_conversation_channel\":\"web_chat\"}");
    }

    @Test
    void writesEmptyValues() {
        assertThat(write(UpdateAssistantTestRequest.builder()
                        .description(Field.set(""))
                        .maxDurationSeconds(Field.set(0))
                        .rubric(Field.set(List.of()))
                        .build()))
                .isEqualTo("{\"description\":\"\",\"max_duration_seconds\":0,\"rubric\":[]}");
    }

    @Test
    void readsTheThreeStates() {
        UpdateAssistantTestRequest read = TelnyxJson.read(
                "{\"name\": \"Refund\", \"description\": null, \"rubric\": [{\"name\": \"Tone\", \"criteria\": \"Polite\"}]}",
                UpdateAssistantTestRequest.class);

        assertThat(read.name()).isEqualTo(Field.set("Refund"));
        assertThat(read.description()).isEqualTo(Field.clear());
        assertThat(read.rubric()).isEqualTo(Field.set(List.of(TONE)));
        assertThat(read.destination()).isEqualTo(Field.unchanged());
        assertThat(read.telnyxConversationChannel()).isEqualTo(Field.unchanged());
    }

    @Test
    void toBuilderKeepsTheStates() {
        UpdateAssistantTestRequest copy = UpdateAssistantTestRequest.builder()
                .name(Field.set("Refund"))
                .description(Field.clear())
                .additionalProperties(Map.of("x_unknown", Json.tree("null")))
                .build()
                .toBuilder()
                .testSuite(Field.set("checkout"))
                .build();

        assertThat(write(copy))
                .isEqualTo("{\"name\":\"Refund\",\"description\":null,\"test_suite\":\"checkout\",\"x_unknown\":null}");
    }

    private static String write(UpdateAssistantTestRequest request) {
        return Json.text(TelnyxJson.write(request));
    }
}
