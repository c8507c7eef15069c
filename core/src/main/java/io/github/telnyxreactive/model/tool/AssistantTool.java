package io.github.telnyxreactive.model.tool;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.github.telnyxreactive.internal.model.Union;
import org.jspecify.annotations.Nullable;

/**
 * A tool that an assistant can use.
 *
 * <p>The field {@code type} selects the implementation. Types unknown to this library are read as
 * {@link UnknownAssistantTool}.
 */
@Union(unknown = UnknownAssistantTool.class)
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
public sealed interface AssistantTool
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
                PayTool,
                UnknownAssistantTool {

    /**
     * Returns the type of the tool.
     *
     * @return the value of the field {@code type}, {@code null} if it is absent
     */
    @Nullable String type();
}
