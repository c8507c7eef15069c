package io.github.telnyxreactive.model.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistant.Assistant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ToolUnionTest {

    @Test
    void readsCallTargetsFromAList() {
        TransferTool tool =
                transfer("[{\"to\":\"+13125550001\",\"name\":\"Desk\",\"x_unknown\":1},{\"to\":\"{{desk}}\"}]");

        assertThat(tool.transfer().targets()).isInstanceOfSatisfying(CallTargets.Listed.class, listed -> {
            assertThat(listed.targets()).extracting(CallTarget::to).containsExactly("+13125550001", "{{desk}}");
            assertThatThrownBy(() -> listed.targets().clear()).isInstanceOf(UnsupportedOperationException.class);
        });
        assertThat(transfer("[]").transfer().targets()).isEqualTo(CallTargets.of());
    }

    @Test
    void readsCallTargetsFromATemplate() {
        assertThat(transfer("\"{{targets}}\"").transfer().targets()).isEqualTo(CallTargets.template("{{targets}}"));
        assertThat(transfer("\"\"").transfer().targets()).isEqualTo(CallTargets.template(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"queue\":[\"desk\",null,1.50]}", "{}", "7", "true"})
    void keepsAnyOtherTargetsUnchanged(String targets) {
        assertThat(transfer(targets).transfer().targets())
                .isEqualTo(new CallTargets.UnknownCallTargets(Json.tree(targets)));
    }

    @Test
    void targetsAreOptionalForAnInvitationAndRequiredForATransfer() {
        String invite = "{\"type\":\"invite\",\"invite\":{\"from\":\"+13125550001\"%s}}";

        assertThat(roundTrip(invite.formatted(""), InviteTool.class).invite().targets())
                .isEqualTo(Field.unchanged());
        assertThat(roundTrip(invite.formatted(",\"targets\":null"), InviteTool.class)
                        .invite()
                        .targets())
                .isEqualTo(Field.clear());
        assertThat(transfer("null").transfer().targets()).isNull();
        assertThatThrownBy(
                        () -> TransferToolParams.builder().from("+13125550001").targets(null))
                .hasMessageContaining("\"targets\" is missing");
    }

    @Test
    void keepsATargetWithoutANumber() {
        String targets = "[{\"name\":\"Desk\"}]";

        assertThat(TelnyxJson.toTree(transfer(targets)).at("/transfer/targets")).isEqualTo(Json.tree(targets));
        assertThat(TelnyxJson.toTree(transfer("[null]")).at("/transfer/targets"))
                .isEqualTo(Json.tree("[null]"));
    }

    @Test
    void writesTargetsOfTheFactoryMethods() {
        InviteToolParams params = InviteToolParams.builder()
                .from("+13125550001")
                .targets(Field.set(CallTargets.of(
                        CallTarget.builder().to("sip:desk@example.com").build())))
                .build();

        assertThat(Json.text(TelnyxJson.write(params)))
                .isEqualTo("{\"from\":\"+13125550001\",\"targets\":[{\"to\":\"sip:desk@example.com\"}]}");
        assertThat(Json.text(TelnyxJson.write(params.toBuilder()
                        .targets(Field.set(CallTargets.template("{{all}}")))
                        .build())))
                .isEqualTo("{\"from\":\"+13125550001\",\"targets\":\"{{all}}\"}");
    }

    @Test
    void keepsUnknownToolsOfAnAssistant() {
        ObjectNode json = Json.fixture(Assistant.class);
        json.withArray("tools").add(Json.tree("""
                        {"type": "update_dynamic_variables",
                         "update_dynamic_variables": {"variables": [{"name": "tier", "value": null}]}}
                        """)).add(Json.tree("{\"function\": {\"name\": \"add\"}}"));
        Assistant assistant = TelnyxJson.read(json.toString(), Assistant.class);

        assertThat(Json.tree(TelnyxJson.write(assistant))).isEqualTo(json);
        assertThat(assistant.tools())
                .filteredOn(UnknownAssistantTool.class::isInstance)
                .hasSize(2);
    }

    @Test
    void keepsUnknownFieldsOfWebhookAndTelephonySettings() {
        ObjectNode json = Json.fixture(Assistant.class);
        ObjectNode webhook = (ObjectNode) json.at("/tools/0/webhook");
        webhook.set(
                "messages", Json.tree("[{\"type\": \"request_start\", \"content\": \"One moment\", \"wait\": 1.50}]"));
        ((ObjectNode) json.get("telephony_settings")).put("disable_dtmf", true);
        Assistant assistant = TelnyxJson.read(json.toString(), Assistant.class);

        assertThat(Json.tree(TelnyxJson.write(assistant))).isEqualTo(json);
        assertThat(Json.tree(
                        TelnyxJson.write(assistant.toBuilder().name("Other").build())))
                .isEqualTo(json.put("name", "Other"));
        assertThat(assistant.telephonySettings().additionalProperties()).containsOnlyKeys("disable_dtmf");
        assertThat(((WebhookTool) assistant.tools().get(0)).webhook().additionalProperties())
                .containsOnlyKeys("messages");
    }

    @Test
    void sendDtmfToolKeepsAnyContent() {
        for (String payload : List.of("{}", "{\"digits\":\"12#\",\"x\":{\"y\":[null]}}")) {
            String json = "{\"type\":\"send_dtmf\",\"send_dtmf\":" + payload + "}";

            assertThat(roundTrip(json, SendDtmfTool.class).type()).isEqualTo("send_dtmf");
        }
    }

    @Test
    void toStringOmitsThePasswordOfATarget() {
        ReferTarget target = TelnyxJson.read(Json.fixture(ReferTarget.class).toString(), ReferTarget.class);
        ReferTool tool = ReferTool.builder()
                .refer(ReferToolParams.builder().targets(List.of(target)).build())
                .build();

        assertThat(target.sipAuthPassword()).isEqualTo("not-a-real-one");
        assertThat(List.of(target, tool)).noneMatch(value -> value.toString().contains("not-a-real-one"));
    }

    private static TransferTool transfer(String targets) {
        return roundTrip(
                "{\"type\":\"transfer\",\"transfer\":{\"from\":\"+13125550001\",\"targets\":" + targets + "}}",
                TransferTool.class);
    }

    private static <T extends AssistantTool> T roundTrip(String json, Class<T> type) {
        AssistantTool tool = TelnyxJson.read(json, AssistantTool.class);
        assertThat(Json.tree(TelnyxJson.write(tool))).isEqualTo(Json.tree(json));
        return type.cast(tool);
    }
}
