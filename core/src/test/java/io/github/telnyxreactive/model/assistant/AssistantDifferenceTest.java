package io.github.telnyxreactive.model.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.setting.TelephonySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AssistantDifferenceTest {

    private static final Set<String> READ_ONLY =
            Set.of("id", "created_at", "version_id", "version_created_at", "import_metadata", "related_mission_ids");
    private static final Set<String> REQUIRED = Set.of("name", "model", "instructions");

    /** Every field of an assistant that an update can change. */
    static Stream<String> changeableFields() {
        return Json.fixture(Assistant.class).propertyNames().stream().filter(name -> !READ_ONLY.contains(name));
    }

    static Stream<String> fieldsThatCanBeRemoved() {
        return changeableFields().filter(name -> !REQUIRED.contains(name));
    }

    @Test
    void noChangeGivesAnEmptyUpdate() {
        Assistant assistant = assistant(json -> json.put("x_unknown", 1));

        assertThat(difference(assistant, assistant)).isEqualTo(Json.tree("{}"));
        assertThat(difference(assistant, assistant.toBuilder().build())).isEqualTo(Json.tree("{}"));
        assertThat(UpdateAssistantRequest.difference(assistant, assistant))
                .isEqualTo(UpdateAssistantRequest.builder().build());
    }

    @Test
    void writesOnlyTheChangedField() {
        assertThat(changed(before -> before.toBuilder().greeting("Hi").build()))
                .isEqualTo(Json.tree("{\"greeting\": \"Hi\"}"));
        assertThat(changed(before ->
                        before.toBuilder().name("Desk").description("").build()))
                .isEqualTo(Json.tree("{\"name\": \"Desk\", \"description\": \"\"}"));
    }

    @Test
    void treatsTheModelLikeAnyOtherField() {
        assertThat(changed(before -> before.toBuilder().model("openai/gpt-5").build()))
                .isEqualTo(Json.tree("{\"model\": \"openai/gpt-5\"}"));
        assertThat(changed(before -> before.toBuilder().greeting("Hi").build()).has("model"))
                .isFalse();
        assertThat(changed(before -> before.toBuilder().externalLlm(null).build()))
                .isEqualTo(Json.tree("{\"external_llm\": null}"));
    }

    @Test
    void writesTheWholeFieldForANestedChangeIncludingUnknownFields() {
        Assistant before = assistant(json -> {
            ((ObjectNode) json.get("telephony_settings")).put("disable_dtmf", true);
            ((ObjectNode) json.at("/tools/0/webhook")).set("messages", Json.tree("[{\"wait\": 1.50}]"));
        });
        TelephonySettings settings = before.telephonySettings();
        Assistant after = before.toBuilder()
                .telephonySettings(settings.toBuilder().timeLimitSecs(60).build())
                .tools(List.of(before.tools().get(0)))
                .build();

        ObjectNode expected = (ObjectNode) Json.tree("{}");
        expected.set("telephony_settings", Json.tree(TelnyxJson.write(settings)));
        ((ObjectNode) expected.get("telephony_settings")).put("time_limit_secs", 60);
        expected.set("tools", Json.tree(TelnyxJson.write(List.of(before.tools().get(0)))));
        assertThat(difference(before, after)).isEqualTo(expected);
        assertThat(expected.at("/telephony_settings/disable_dtmf").booleanValue())
                .isTrue();
        assertThat(expected.at("/tools/0/webhook/messages/0/wait").decimalValue())
                .isEqualTo("1.50");
    }

    @ParameterizedTest
    @MethodSource("changeableFields")
    void writesEveryAddedFieldWithItsValue(String field) {
        ObjectNode full = Json.fixture(Assistant.class);
        Assistant before = assistant(json -> {
            if (REQUIRED.contains(field)) {
                json.put(field, "before");
            } else {
                json.remove(field);
            }
        });

        assertThat(difference(before, assistant(json -> {}))).isEqualTo(full.retain(field));
    }

    @ParameterizedTest
    @MethodSource("fieldsThatCanBeRemoved")
    void clearsEveryRemovedFieldAndEmptiesARemovedListOrMap(String field) {
        JsonNode old = Json.fixture(Assistant.class).get(field);
        String expected = old.isArray() ? "[]" : field.equals("dynamic_variables") ? "{}" : "null";

        assertThat(difference(assistant(json -> {}), assistant(json -> json.remove(field))))
                .isEqualTo(Json.tree("{\"" + field + "\":" + expected + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/voice_settings/language_boost",
                "/widget_settings/give_feedback_url",
                "/widget_settings/logo_icon_url",
                "/widget_settings/report_issue_url",
                "/widget_settings/view_history_url"
            })
    void clearsAFieldOfSettings(String path) {
        String settings = path.split("/")[1];
        String field = path.split("/")[2];
        ObjectNode expected = Json.fixture(Assistant.class).retain(settings);
        ((ObjectNode) expected.get(settings)).putNull(field);

        Assistant before = assistant(json -> ((ObjectNode) json.get(settings)).put(field, "before"));
        Assistant removed = assistant(json -> ((ObjectNode) json.get(settings)).remove(field));
        Assistant cleared = assistant(json -> ((ObjectNode) json.get(settings)).putNull(field));

        assertThat(difference(before, removed)).isEqualTo(expected);
        assertThat(difference(before, cleared)).isEqualTo(expected);
        assertThat(difference(cleared, before).at(path)).isEqualTo(Json.tree("\"before\""));
    }

    @Test
    void clearingReadsWell() {
        assertThat(changed(before -> before.toBuilder()
                                .widgetSettings(before.widgetSettings().toBuilder()
                                        .logoIconUrl(Field.clear())
                                        .build())
                                .build())
                        .at("/widget_settings/logo_icon_url"))
                .isEqualTo(Json.tree("null"));
    }

    @ParameterizedTest
    @MethodSource("changeableFields")
    void whatIsNullIsNotThere(String field) {
        Assistant isNull = assistant(json -> json.putNull(field));
        Assistant isMissing = assistant(json -> json.remove(field));

        assertThat(difference(isNull, isMissing)).isEqualTo(Json.tree("{}"));
        assertThat(difference(isMissing, isNull)).isEqualTo(Json.tree("{}"));
        assertThat(difference(isNull, isNull.toBuilder().build())).isEqualTo(Json.tree("{}"));
    }

    @ParameterizedTest
    @MethodSource("changeableFields")
    void sendsNothingOfAFieldThatCannotBeReadUnlessItIsSet(String field) {
        Assistant odd = assistant(json -> json.set(field, Json.tree("[[[7]]]")));
        Assistant renamed = odd.toBuilder().versionName("other").build();

        JsonNode difference = difference(odd, renamed);

        assertThat(difference).isEqualTo(Json.tree("{\"version_name\": \"other\"}"));
        assertThat(difference(odd, assistant(json -> {})))
                .isEqualTo(Json.fixture(Assistant.class).retain(field));
    }

    @Test
    void anEmptyListIsSaid() {
        Assistant without = assistant(json -> json.remove("tags"));

        assertThat(difference(without, without.toBuilder().tags(List.of()).build()))
                .isEqualTo(Json.tree("{\"tags\": []}"));
        assertThat(difference(assistant(json -> json.putArray("tags")), without))
                .isEqualTo(Json.tree("{}"));
    }

    @Test
    void writesAChangedListAsAWhole() {
        assertThat(changed(before -> {
                    List<String> tags = new ArrayList<>(before.tags());
                    tags.add("new");
                    return before.toBuilder().tags(tags).build();
                }))
                .isEqualTo(Json.tree("{\"tags\": [\"vip\", \"refunds\", \"new\"]}"));
        assertThat(changed(before -> before.toBuilder()
                        .tags(List.of("refunds", "vip"))
                        .enabledFeatures(List.of(EnabledFeature.MESSAGING))
                        .build()))
                .isEqualTo(Json.tree("{\"tags\": [\"refunds\", \"vip\"], \"enabled_features\": [\"messaging\"]}"));
    }

    @Test
    void writesAChangedMapAsAWholeAndIgnoresItsOrder() {
        Assistant before = assistant(json -> json.set("dynamic_variables", Json.tree("{\"a\": 1, \"b\": null}")));
        Assistant reordered = assistant(json -> json.set("dynamic_variables", Json.tree("{\"b\": null, \"a\": 1}")));

        assertThat(difference(before, reordered)).isEqualTo(Json.tree("{}"));
        assertThat(difference(
                        before,
                        before.toBuilder()
                                .dynamicVariables(Map.of("a", Json.tree("2")))
                                .build()))
                .isEqualTo(Json.tree("{\"dynamic_variables\": {\"a\": 2}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"text\"", "[1, {\"deep\": null}]", "{\"deep\": [1.50, 9007199254740993]}", "null"})
    void writesAChangedUnknownField(String value) {
        Assistant before = assistant(json -> json.put("x_unknown", "before").put("x_other", 1));
        Assistant after = assistant(json -> json.put("x_other", 1).set("x_unknown", Json.tree(value)));

        assertThat(difference(before, after)).isEqualTo(Json.tree("{\"x_unknown\": " + value + "}"));
    }

    @Test
    void writesAnAddedOrRemovedUnknownField() {
        Assistant with = assistant(json -> json.put("x_unknown", 1));
        Assistant without = assistant(json -> {});

        assertThat(difference(without, with)).isEqualTo(Json.tree("{\"x_unknown\": 1}"));
        assertThat(difference(with, without)).isEqualTo(Json.tree("{\"x_unknown\": null}"));
    }

    @Test
    void neverWritesReadOnlyFields() {
        Assistant before = assistant(json -> {});
        Assistant after = assistant(json -> {
            json.put("id", "assistant-other");
            json.put("created_at", "2027-01-01T00:00:00Z");
            json.put("version_id", "version-other");
            json.remove("version_created_at");
            json.set("import_metadata", Json.tree("{\"import_id\": \"other\"}"));
            json.remove("related_mission_ids");
        });

        assertThat(difference(before, after)).isEqualTo(Json.tree("{}"));
        assertThat(difference(after, before)).isEqualTo(Json.tree("{}"));
    }

    /** Fields that only the service sets are exactly those that an update does not have. */
    @Test
    void readOnlyFieldsAreThoseThatNoUpdateHas() {
        Set<String> fields = new TreeSet<>(Json.fixture(Assistant.class).propertyNames());
        fields.removeAll(Json.fixture(UpdateAssistantRequest.class).propertyNames());

        assertThat(fields).isEqualTo(new TreeSet<>(READ_ONLY));
    }

    @Test
    void updateWithPromotionHasTheSameDifferenceAndLeavesThePromotionUnset() {
        Assistant before = assistant(json -> {});
        Assistant after = before.toBuilder().greeting(null).name("Desk").build();
        UpdateAssistantRequestWithPromotion update = UpdateAssistantRequestWithPromotion.difference(before, after);

        assertThat(update.promoteToMain()).isNull();
        assertThat(Json.tree(TelnyxJson.write(update))).isEqualTo(difference(before, after));
        assertThat(Json.text(
                        TelnyxJson.write(update.toBuilder().promoteToMain(false).build())))
                .isEqualTo("{\"name\":\"Desk\",\"greeting\":null,\"promote_to_main\":false}");
    }

    @Test
    void differenceCanBeExtended() {
        Assistant before = assistant(json -> {});
        UpdateAssistantRequest update =
                UpdateAssistantRequest.difference(
                                before, before.toBuilder().name("Desk").build())
                        .toBuilder()
                        .toolIds(Field.set(List.of("tool-1")))
                        .build();

        assertThat(Json.text(TelnyxJson.write(update))).isEqualTo("{\"name\":\"Desk\",\"tool_ids\":[\"tool-1\"]}");
    }

    private static JsonNode changed(UnaryOperator<Assistant> change) {
        Assistant before = assistant(json -> {});
        return difference(before, change.apply(before));
    }

    private static JsonNode difference(Assistant before, Assistant after) {
        return Json.tree(TelnyxJson.write(UpdateAssistantRequest.difference(before, after)));
    }

    private static Assistant assistant(Consumer<ObjectNode> change) {
        ObjectNode json = Json.fixture(Assistant.class);
        change.accept(json);
        return TelnyxJson.read(json.toString(), Assistant.class);
    }
}
