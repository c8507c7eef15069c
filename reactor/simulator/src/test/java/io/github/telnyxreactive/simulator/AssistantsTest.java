package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.ASSISTANTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SimulatorExtension.class)
class AssistantsTest {

    @Test
    void createdAssistantKeepsAllFieldsAtAnyDepth(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String body = "{\"name\":\"n\",\"instructions\":\"i\",\"tags\":[\"t\"],\"id\":\"mine\","
                + "\"voice_settings\":{\"voice\":\"v\",\"new\":{\"deep\":[{\"x\":null}]}},"
                + "\"tools\":[{\"type\":\"novel\",\"novel\":{\"a\":1}}],\"future\":{\"b\":[2]}}";

        HttpResponse<String> response = caller.post(ASSISTANTS, body);

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode created = Caller.json(response);
        JsonNode given = TelnyxJson.read(body, JsonNode.class);
        for (String field : List.of("name", "instructions", "tags", "voice_settings", "tools", "future")) {
            assertThat(created.get(field)).isEqualTo(given.get(field));
        }
        assertThat(created.get("id").stringValue()).startsWith("assistant-");
        assertThat(created.get("model").stringValue()).isNotEmpty();
        String path = ASSISTANTS + "/" + created.get("id").stringValue();
        assertThat(Caller.json(caller.get(path))).isEqualTo(created);
        Assistant read = TelnyxJson.read(response.body(), Assistant.class);
        assertThat(read.versionId()).isNotNull();
        assertThat(read.additionalProperties()).containsKey("future");
    }

    @Test
    void updateKeepsClearsAndReplacesFields(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = caller.assistant("\"greeting\":\"g\",\"description\":\"d\",\"tags\":[\"t\"],\"x\":1");
        JsonNode before = Caller.json(caller.get(path));

        JsonNode after =
                Caller.json(caller.post(path, "{\"greeting\":null,\"name\":\"other\",\"version_name\":\"v2\"}"));

        assertThat(after.has("greeting")).isFalse();
        assertThat(after.get("name").stringValue()).isEqualTo("other");
        assertThat(after.get("description")).isEqualTo(before.get("description"));
        assertThat(after.get("tags")).isEqualTo(before.get("tags"));
        assertThat(after.get("x")).isEqualTo(before.get("x"));
        assertThat(after.get("version_name").stringValue()).isEqualTo("v2");
        assertThat(after.get("version_id")).isNotEqualTo(before.get("version_id"));
        assertThat(Caller.json(caller.get(path))).isEqualTo(after);
        assertThat(caller.post(path, "{\"name\":null}").statusCode()).isEqualTo(422);
    }

    @Test
    void updateWithoutPromotionKeepsTheMainVersion(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = caller.assistant("\"greeting\":\"g\"");
        JsonNode main = Caller.json(caller.get(path));

        JsonNode draft = Caller.json(caller.post(path, "{\"greeting\":\"h\",\"promote_to_main\":false}"));

        assertThat(draft.get("greeting").stringValue()).isEqualTo("h");
        assertThat(draft.has("promote_to_main")).isFalse();
        assertThat(Caller.json(caller.get(path))).isEqualTo(main);
        assertThat(Caller.json(
                        caller.get(path + "/versions/" + draft.get("version_id").stringValue())))
                .isEqualTo(draft);
    }

    @Test
    void deletedAssistantIsGoneEverywhere(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = caller.assistant("\"tags\":[\"t\"]");
        String version = Caller.json(caller.get(path)).get("version_id").stringValue();

        JsonNode deleted = Caller.json(caller.delete(path));

        assertThat(deleted.get("deleted").booleanValue()).isTrue();
        assertThat(path).endsWith(deleted.get("id").stringValue());
        for (String below :
                List.of("", "/versions", "/versions/" + version, "/canary-deploys", "/scheduled_events", "/texml")) {
            assertThat(caller.get(path + below).statusCode()).as(below).isEqualTo(404);
        }
        for (String below : List.of(
                "",
                "/clone",
                "/chat",
                "/chat/sms",
                "/instructions/enhance",
                "/tags",
                "/versions/" + version + "/promote",
                "/canary-deploys",
                "/scheduled_events")) {
            assertThat(caller.post(path + below, "{}").statusCode()).as(below).isEqualTo(404);
        }
        assertThat(caller.delete(path).statusCode()).isEqualTo(404);
        assertThat(Caller.json(caller.get(ASSISTANTS)).get("data").size()).isZero();
        assertThat(Caller.json(caller.get(ASSISTANTS + "/tags")).get("tags").size())
                .isZero();
    }

    @Test
    void pagesHaveOneHundredAssistantsByDefault(Simulator simulator) {
        Caller caller = new Caller(simulator);
        simulator.addAssistants(250);

        JsonNode first = Caller.json(caller.get(ASSISTANTS));
        JsonNode last = Caller.json(caller.get(ASSISTANTS + "?page%5Bnumber%5D=3"));

        assertThat(first.get("data").size()).isEqualTo(100);
        assertThat(first.get("meta"))
                .hasToString("{\"page_number\":1,\"page_size\":100,\"total_pages\":3,\"total_results\":250}");
        assertThat(last.get("data").size()).isEqualTo(50);
        assertThat(caller.get(ASSISTANTS + "?page%5Bsize%5D=101").statusCode()).isEqualTo(422);
    }

    @Test
    void generatedAssistantsCanBeUpdatedAndDeletedIndividually(Simulator simulator) {
        Caller caller = new Caller(simulator);
        simulator.addAssistants(200_000);

        JsonNode last = Caller.json(caller.get(ASSISTANTS + "?page%5Bnumber%5D=2000"))
                .get("data")
                .get(99);
        String path = ASSISTANTS + "/" + last.get("id").stringValue();
        assertThat(Caller.json(caller.get(path))).isEqualTo(last);
        assertThat(caller.post(path, "{\"name\":\"changed\"}").statusCode()).isEqualTo(200);
        assertThat(Caller.json(caller.get(ASSISTANTS + "?page%5Bnumber%5D=2000"))
                        .get("data")
                        .get(99)
                        .get("name")
                        .stringValue())
                .isEqualTo("changed");
        assertThat(caller.delete(path).statusCode()).isEqualTo(200);
        JsonNode page = Caller.json(caller.get(ASSISTANTS + "?page%5Bnumber%5D=2000"));
        assertThat(page.get("data").size()).isEqualTo(99);
        assertThat(page.get("meta").get("total_results").intValue()).isEqualTo(199_999);
    }

    @Test
    void cloneHasNoTelephonyAndMessagingSettings(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path =
                caller.assistant("\"telephony_settings\":{\"a\":1},\"messaging_settings\":{\"b\":1},\"x\":{\"y\":2}");
        JsonNode original = Caller.json(caller.get(path));

        JsonNode copy = Caller.json(caller.post(path + "/clone", ""));

        assertThat(copy.get("id")).isNotEqualTo(original.get("id"));
        assertThat(copy.get("x")).isEqualTo(original.get("x"));
        assertThat(copy.has("telephony_settings")).isFalse();
        assertThat(copy.has("messaging_settings")).isFalse();
        assertThat(Caller.json(caller.get(path))).isEqualTo(original);
    }

    @Test
    void importedAssistantHasItsOriginAndIsCreatedOnce(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String body = "{\"provider\":\"vapi\",\"api_key_ref\":\"k\"";

        JsonNode named = Caller.json(caller.post(ASSISTANTS + "/import", body + ",\"import_ids\":[\"a\",\"b\"]}"))
                .get("data");
        JsonNode again = Caller.json(caller.post(ASSISTANTS + "/import", body + ",\"import_ids\":[\"b\"]}"))
                .get("data");
        JsonNode all =
                Caller.json(caller.post(ASSISTANTS + "/import", body + "}")).get("data");

        assertThat(named.get(0).get("import_metadata"))
                .isEqualTo(TelnyxJson.toTree(Map.of("import_provider", "vapi", "import_id", "a")));
        assertThat(again.get(0).get("id")).isEqualTo(named.get(1).get("id"));
        assertThat(again.get(0).get("version_id")).isNotEqualTo(named.get(1).get("version_id"));
        assertThat(all.size()).isEqualTo(2);
        assertThat(Caller.json(caller.get(ASSISTANTS)).get("data").size()).isEqualTo(4);
        assertThat(caller.post(ASSISTANTS + "/import", "{\"provider\":\"other\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void limitsAreValidated(Simulator simulator) {
        HttpResponse<String> response = new Caller(simulator)
                .post(
                        ASSISTANTS,
                        "{\"name\":1,\"dynamic_variables_webhook_timeout_ms\":10001,\"widget_settings\":[],"
                                + "\"voice_settings\":{\"background_audio\":{\"volume\":0}},"
                                + "\"telephony_settings\":{\"time_limit_secs\":29},"
                                + "\"transcription\":{\"settings\":{\"eot_threshold\":0.95}},"
                                + "\"tools\":[{\"type\":\"webhook\",\"webhook\":{\"timeout_ms\":499}},{}],"
                                + "\"tool_ids\":[2],\"integrations\":[{}]}");

        assertThat(Samples.violations(response))
                .containsExactlyInAnyOrder(
                        "[\"body\",\"name\"] string_type",
                        "[\"body\",\"instructions\"] missing",
                        "[\"body\",\"dynamic_variables_webhook_timeout_ms\"] less_than_equal",
                        "[\"body\",\"widget_settings\"] dict_type",
                        "[\"body\",\"voice_settings\",\"background_audio\",\"volume\"] greater_than_equal",
                        "[\"body\",\"telephony_settings\",\"time_limit_secs\"] greater_than_equal",
                        "[\"body\",\"transcription\",\"settings\",\"eot_threshold\"] less_than_equal",
                        "[\"body\",\"tools\",0,\"webhook\",\"timeout_ms\"] greater_than_equal",
                        "[\"body\",\"tools\",1,\"type\"] missing",
                        "[\"body\",\"tool_ids\",0] string_type",
                        "[\"body\",\"integrations\",0,\"integration_id\"] missing");
    }

    @Test
    void updateRejectsDuplicateFeatures(Simulator simulator) {
        Caller caller = new Caller(simulator);

        HttpResponse<String> response = caller.post(
                caller.assistant("\"x\":1"),
                "{\"enabled_features\":[\"messaging\",\"messaging\"],\"promote_to_main\":1}");

        assertThat(Samples.violations(response))
                .containsExactlyInAnyOrder(
                        "[\"body\",\"enabled_features\"] unique_items", "[\"body\",\"promote_to_main\"] bool_type");
    }

    @Test
    void addedAssistantIsVisibleToRequests(Simulator simulator) {
        Assistant seeded = simulator.addAssistant(
                CreateAssistantRequest.builder().name("n").instructions("i").build());

        assertThat(TelnyxJson.read(
                        new Caller(simulator)
                                .get(ASSISTANTS + "/" + seeded.id())
                                .body(),
                        Assistant.class))
                .isEqualTo(seeded);
        CreateAssistantRequest invalid = CreateAssistantRequest.builder()
                .name("n")
                .instructions("i")
                .dynamicVariablesWebhookTimeoutMs(0)
                .build();
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.addAssistant(invalid));
    }
}
