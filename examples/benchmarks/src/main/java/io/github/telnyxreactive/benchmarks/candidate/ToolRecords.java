package io.github.telnyxreactive.benchmarks.candidate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import tools.jackson.databind.JsonNode;

/** The tools of an assistant, as records without validation, copies or unknown fields. */
@NullUnmarked
final class ToolRecords {

    private ToolRecords() {}

    @ByType
    @JsonSubTypes({
        @JsonSubTypes.Type(value = WebhookTool.class, name = "webhook"),
        @JsonSubTypes.Type(value = ClientSideTool.class, name = "client_side_tool"),
        @JsonSubTypes.Type(value = RetrievalTool.class, name = "retrieval"),
        @JsonSubTypes.Type(value = HandoffTool.class, name = "handoff"),
        @JsonSubTypes.Type(value = HangupTool.class, name = "hangup"),
        @JsonSubTypes.Type(value = TransferTool.class, name = "transfer"),
        @JsonSubTypes.Type(value = InviteTool.class, name = "invite"),
        @JsonSubTypes.Type(value = ReferTool.class, name = "refer"),
        @JsonSubTypes.Type(value = SendDtmfTool.class, name = "send_dtmf"),
        @JsonSubTypes.Type(value = SendMessageTool.class, name = "send_message"),
        @JsonSubTypes.Type(value = SkipTurnTool.class, name = "skip_turn"),
        @JsonSubTypes.Type(value = PayTool.class, name = "pay")
    })
    sealed interface AssistantTool
            permits WebhookTool,
                    ClientSideTool,
                    RetrievalTool,
                    HandoffTool,
                    HangupTool,
                    TransferTool,
                    InviteTool,
                    ReferTool,
                    SendDtmfTool,
                    SendMessageTool,
                    SkipTurnTool,
                    PayTool {}

    record CallTarget(String to, String name) {}

    record ClientSideTool(String type, ClientSideToolParams clientSideTool) implements AssistantTool {}

    record ClientSideToolParams(String name, String description, ParameterSchema parameters) {}

    record CustomHeader(String name, String value) {}

    record HandoffTarget(String id, String name) {}

    record HandoffTool(String type, HandoffToolParams handoff) implements AssistantTool {}

    record HandoffToolParams(List<HandoffTarget> aiAssistants, String voiceMode) {}

    record HangupTool(String type, HangupToolParams hangup) implements AssistantTool {}

    record HangupToolParams(String description) {}

    record InviteTool(String type, InviteToolParams invite) implements AssistantTool {}

    record InviteToolParams(
            String from,
            List<CallTarget> targets,
            List<CustomHeader> customHeaders,
            SettingRecords.VoicemailDetection voicemailDetection) {}

    record ParameterSchema(String type, Map<String, JsonNode> properties, List<String> required) {}

    record PayTool(String type, PayToolParams pay) implements AssistantTool {}

    record PayToolParams(String connectorName, String currency, String description, String paymentMethod) {}

    record ReferTarget(String name, String sipAddress, String sipAuthPassword, String sipAuthUsername) {}

    record ReferTool(String type, ReferToolParams refer) implements AssistantTool {}

    record ReferToolParams(List<ReferTarget> targets, List<CustomHeader> customHeaders, List<SipHeader> sipHeaders) {}

    record RetrievalTool(String type, RetrievalToolParams retrieval) implements AssistantTool {}

    record RetrievalToolParams(List<String> bucketIds, Integer maxNumResults) {}

    record SendDtmfTool(String type, Map<String, JsonNode> sendDtmf) implements AssistantTool {}

    record SendMessageTool(String type, SendMessageToolParams sendMessage) implements AssistantTool {}

    record SendMessageToolParams(String messageTemplate) {}

    record SipHeader(String name, String value) {}

    record SkipTurnTool(String type, SkipTurnToolParams skipTurn) implements AssistantTool {}

    record SkipTurnToolParams(String description) {}

    record StoredVariable(String name, String valuePath) {}

    record TransferTool(String type, TransferToolParams transfer) implements AssistantTool {}

    record TransferToolParams(
            String from,
            List<CallTarget> targets,
            List<CustomHeader> customHeaders,
            String description,
            SettingRecords.VoicemailDetection voicemailDetection,
            Integer warmMessageDelayMs,
            String warmTransferInstructions) {}

    record WebhookTool(String type, WebhookToolParams webhook) implements AssistantTool {}

    record WebhookToolParams(
            String name,
            String description,
            String url,
            Boolean async,
            Integer asyncTimeoutMs,
            ParameterSchema bodyParameters,
            List<CustomHeader> headers,
            String method,
            ParameterSchema pathParameters,
            ParameterSchema queryParameters,
            List<StoredVariable> storeFieldsAsVariables,
            Integer timeoutMs) {}
}
