package io.github.telnyxreactive.model;

import static io.github.telnyxreactive.model.ModelRow.row;

import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import io.github.telnyxreactive.model.sharedtool.UpdateSharedToolRequest;
import io.github.telnyxreactive.model.tool.AssistantTool;
import io.github.telnyxreactive.model.tool.CallTarget;
import io.github.telnyxreactive.model.tool.ClientSideTool;
import io.github.telnyxreactive.model.tool.ClientSideToolParams;
import io.github.telnyxreactive.model.tool.CustomHeader;
import io.github.telnyxreactive.model.tool.HandoffTarget;
import io.github.telnyxreactive.model.tool.HandoffTool;
import io.github.telnyxreactive.model.tool.HandoffToolParams;
import io.github.telnyxreactive.model.tool.HangupTool;
import io.github.telnyxreactive.model.tool.HangupToolParams;
import io.github.telnyxreactive.model.tool.InviteTool;
import io.github.telnyxreactive.model.tool.InviteToolParams;
import io.github.telnyxreactive.model.tool.ParameterSchema;
import io.github.telnyxreactive.model.tool.PayTool;
import io.github.telnyxreactive.model.tool.PayToolParams;
import io.github.telnyxreactive.model.tool.ReferTarget;
import io.github.telnyxreactive.model.tool.ReferTool;
import io.github.telnyxreactive.model.tool.ReferToolParams;
import io.github.telnyxreactive.model.tool.RetrievalTool;
import io.github.telnyxreactive.model.tool.RetrievalToolParams;
import io.github.telnyxreactive.model.tool.SendDtmfTool;
import io.github.telnyxreactive.model.tool.SendMessageTool;
import io.github.telnyxreactive.model.tool.SendMessageToolParams;
import io.github.telnyxreactive.model.tool.SipHeader;
import io.github.telnyxreactive.model.tool.SkipTurnTool;
import io.github.telnyxreactive.model.tool.SkipTurnToolParams;
import io.github.telnyxreactive.model.tool.StoredVariable;
import io.github.telnyxreactive.model.tool.TransferTool;
import io.github.telnyxreactive.model.tool.TransferToolParams;
import io.github.telnyxreactive.model.tool.UnknownAssistantTool;
import io.github.telnyxreactive.model.tool.WebhookTool;
import io.github.telnyxreactive.model.tool.WebhookToolParams;
import io.github.telnyxreactive.model.tooltest.TestWebhookToolRequest;
import io.github.telnyxreactive.model.tooltest.TestWebhookToolResponse;
import java.util.List;

/** The models of assistant tools and shared tools. */
final class ToolRows {

    static final List<ModelRow> ROWS = List.of(
            row(CallTarget.class, "to"),
            row(ClientSideTool.class, AssistantTool.class, "client_side_tool"),
            row(ClientSideToolParams.class, "name", "description", "parameters"),
            row(CustomHeader.class),
            row(HandoffTarget.class, "id", "name"),
            row(HandoffTool.class, AssistantTool.class, "handoff"),
            row(HandoffToolParams.class, "ai_assistants"),
            row(HangupTool.class, AssistantTool.class, "hangup"),
            row(HangupToolParams.class),
            row(InviteTool.class, AssistantTool.class, "invite"),
            row(InviteToolParams.class, "from"),
            row(ParameterSchema.class),
            row(PayTool.class, AssistantTool.class, "pay"),
            row(PayToolParams.class, "connector_name"),
            row(ReferTarget.class, "name", "sip_address"),
            row(ReferTool.class, AssistantTool.class, "refer"),
            row(ReferToolParams.class, "targets"),
            row(RetrievalTool.class, AssistantTool.class, "retrieval"),
            row(RetrievalToolParams.class, "bucket_ids"),
            row(SendDtmfTool.class, AssistantTool.class, "send_dtmf"),
            row(SendMessageTool.class, AssistantTool.class, "send_message"),
            row(SendMessageToolParams.class),
            row(SipHeader.class),
            row(SkipTurnTool.class, AssistantTool.class, "skip_turn"),
            row(SkipTurnToolParams.class),
            row(StoredVariable.class, "name", "value_path"),
            row(TransferTool.class, AssistantTool.class, "transfer"),
            row(TransferToolParams.class, "from", "targets"),
            row(UnknownAssistantTool.class, AssistantTool.class),
            row(WebhookTool.class, AssistantTool.class, "webhook"),
            row(WebhookToolParams.class, "name", "description", "url"),
            row(CreateSharedToolRequest.class, "display_name", "type"),
            row(SharedTool.class, "id", "type", "tool_definition"),
            row(UpdateSharedToolRequest.class),
            row(TestWebhookToolRequest.class),
            row(TestWebhookToolResponse.class, "content_type", "request", "response", "status_code", "success"));

    private ToolRows() {}
}
