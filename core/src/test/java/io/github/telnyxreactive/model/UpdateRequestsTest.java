package io.github.telnyxreactive.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.model.mcpserver.UpdateMcpServerRequest;
import io.github.telnyxreactive.model.setting.TelephonySettings;
import io.github.telnyxreactive.model.sharedtool.UpdateSharedToolRequest;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Unchanged, cleared and set: the exact JSON of the three states of each field of each update request. */
class UpdateRequestsTest {

    static Stream<ModelRow> updates() {
        return ModelTable.rows().stream()
                .filter(row -> row.model().getSimpleName().startsWith("Update"));
    }

    static Stream<Arguments> fields() {
        return updates()
                .flatMap(row -> ModelWalk.components(row.model()).stream()
                        .filter(component -> component.getType() == Field.class)
                        .map(component -> Arguments.of(row, component)));
    }

    @Test
    void findsAllFiveUpdateRequests() {
        assertThat(updates()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("updates")
    void everyComponentExceptThePromotionHasThreeStates(ModelRow row) {
        assertThat(ModelWalk.components(row.model()).stream()
                        .filter(component -> component.getType() != Field.class)
                        .map(RecordComponent::getName))
                .isSubsetOf("promoteToMain");
    }

    @ParameterizedTest
    @MethodSource("updates")
    void updateWithoutChangesIsEmpty(ModelRow row) throws ReflectiveOperationException {
        Method builder = row.model().getMethod("builder");
        Object update = builder.getReturnType().getMethod("build").invoke(builder.invoke(null));

        assertThat(Json.text(TelnyxJson.write(update))).isEqualTo("{}");
        assertThat(row.read(Json.tree("{}"))).isEqualTo(update);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void writesOnlyTheClearedField(ModelRow row, RecordComponent component) {
        String json = "{\"" + ModelWalk.wireName(component) + "\":null}";
        Record update = (Record) row.read(Json.tree(json));

        assertThat(ModelWalk.get(component, update)).isSameAs(Field.clear());
        assertThat(Json.text(TelnyxJson.write(update))).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void writesOnlyTheSetField(ModelRow row, RecordComponent component) {
        String name = ModelWalk.wireName(component);
        ObjectNode json = row.full();
        json.retain(name);
        Record update = (Record) row.read(json);

        assertThat(((Field<?>) ModelWalk.get(component, update)).value()).isPresent();
        assertThat(Json.text(TelnyxJson.write(update))).isEqualTo(json.toString());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void writesAnEmptyTextListOrMapAsAValue(ModelRow row, RecordComponent component) {
        String name = ModelWalk.wireName(component);
        String empty = switch (row.full().get(name).getNodeType()) {
            case STRING -> "\"\"";
            case ARRAY -> "[]";
            case OBJECT -> component.getGenericType().getTypeName().contains("Map<") ? "{}" : "null";
            default -> "null";
        };
        if (component.getGenericType().getTypeName().contains("OffsetDateTime")) {
            return;
        }
        String json = "{\"" + name + "\":" + empty + "}";

        assertThat(Json.text(TelnyxJson.write(row.read(Json.tree(json))))).isEqualTo(json);
    }

    @Test
    void writesTheUpdateOfAnAssistant() {
        UpdateAssistantRequestWithPromotion update = UpdateAssistantRequestWithPromotion.builder()
                .greeting(Field.set("Hello"))
                .description(Field.clear())
                .tags(Field.set(List.of()))
                .telephonySettings(
                        Field.set(TelephonySettings.builder().timeLimitSecs(60).build()))
                .dynamicVariables(Field.set(Map.of("tier", Json.tree("null"))))
                .promoteToMain(true)
                .build();

        assertThat(Json.text(TelnyxJson.write(update)))
                .isEqualTo(
                        "{\"description\":null,\"dynamic_variables\":{\"tier\":null},\"greeting\":\"Hello\",\"tags\":[],"
                                + "\"telephony_settings\":{\"time_limit_secs\":60},\"promote_to_main\":true}");
    }

    @Test
    void writesTheOtherUpdates() {
        assertThat(Json.text(TelnyxJson.write(UpdateAssistantRequest.builder()
                        .versionName(Field.set("Shorter"))
                        .model(Field.clear())
                        .build())))
                .isEqualTo("{\"model\":null,\"version_name\":\"Shorter\"}");
        assertThat(Json.text(TelnyxJson.write(UpdateMcpServerRequest.builder()
                        .allowedTools(Field.clear())
                        .url(Field.set("https://mcp.example.com"))
                        .build())))
                .isEqualTo("{\"url\":\"https://mcp.example.com\",\"allowed_tools\":null}");
        assertThat(Json.text(TelnyxJson.write(UpdateSharedToolRequest.builder()
                        .displayName(Field.set("Look up"))
                        .webhook(Field.set(Map.of()))
                        .pay(Field.clear())
                        .build())))
                .isEqualTo("{\"display_name\":\"Look up\",\"pay\":null,\"webhook\":{}}");
    }
}
