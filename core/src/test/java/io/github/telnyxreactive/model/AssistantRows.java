package io.github.telnyxreactive.model;

import static io.github.telnyxreactive.model.ModelRow.row;

import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.AssistantDeletedResponse;
import io.github.telnyxreactive.model.assistant.AssistantIntegration;
import io.github.telnyxreactive.model.assistant.AssistantMcpServer;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.EnhanceInstructionsRequest;
import io.github.telnyxreactive.model.assistant.ImportAssistantsRequest;
import io.github.telnyxreactive.model.assistant.ImportMetadata;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.model.canarydeploy.CanaryRule;
import io.github.telnyxreactive.model.canarydeploy.Clause;
import io.github.telnyxreactive.model.canarydeploy.RolloutSlot;
import io.github.telnyxreactive.model.canarydeploy.Serve;
import io.github.telnyxreactive.model.canarydeploy.VersionPercentage;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.model.chat.AssistantChatResponse;
import io.github.telnyxreactive.model.chat.AssistantSmsChatRequest;
import io.github.telnyxreactive.model.chat.AssistantSmsChatResponse;
import io.github.telnyxreactive.model.scheduledevent.CreateScheduledEventRequest;
import io.github.telnyxreactive.model.scheduledevent.ScheduledCallAttempt;
import io.github.telnyxreactive.model.scheduledevent.ScheduledCallSettings;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEvent;
import io.github.telnyxreactive.model.scheduledevent.ScheduledPhoneCall;
import io.github.telnyxreactive.model.scheduledevent.ScheduledSms;
import io.github.telnyxreactive.model.scheduledevent.UnknownScheduledEvent;
import io.github.telnyxreactive.model.tag.AddTagRequest;
import java.util.List;

/** The models of assistants and of the operations on them. */
final class AssistantRows {

    static final List<ModelRow> ROWS = List.of(
            row(Assistant.class, "id", "name", "model", "instructions", "created_at"),
            row(AssistantDeletedResponse.class, "id", "object", "deleted"),
            row(AssistantIntegration.class, "integration_id"),
            row(AssistantMcpServer.class, "id"),
            row(CreateAssistantRequest.class, "name", "instructions"),
            row(EnhanceInstructionsRequest.class),
            row(ImportAssistantsRequest.class, "api_key_ref", "provider"),
            row(ImportMetadata.class),
            row(UpdateAssistantRequest.class),
            row(UpdateAssistantRequestWithPromotion.class),
            row(CanaryDeploy.class, "assistant_id", "created_at", "updated_at"),
            row(CanaryDeployRequest.class),
            row(CanaryRule.class, "serve"),
            row(Clause.class, "attribute", "operator", "values"),
            row(RolloutSlot.class, "version_id", "weight"),
            row(Serve.class),
            row(VersionPercentage.class, "version_id", "percentage"),
            row(AssistantChatRequest.class, "content", "conversation_id"),
            row(AssistantChatResponse.class, "content"),
            row(AssistantSmsChatRequest.class, "from", "to"),
            row(AssistantSmsChatResponse.class),
            row(
                    CreateScheduledEventRequest.class,
                    "scheduled_at_fixed_datetime",
                    "telnyx_agent_target",
                    "telnyx_conversation_channel",
                    "telnyx_end_user_target"),
            row(ScheduledCallAttempt.class, "attempt_number", "attempted_at", "call_status"),
            row(ScheduledCallSettings.class),
            row(
                    ScheduledPhoneCall.class,
                    ScheduledEvent.class,
                    "assistant_id",
                    "scheduled_at_fixed_datetime",
                    "telnyx_agent_target",
                    "telnyx_end_user_target"),
            row(
                    ScheduledSms.class,
                    ScheduledEvent.class,
                    "assistant_id",
                    "scheduled_at_fixed_datetime",
                    "telnyx_agent_target",
                    "telnyx_end_user_target",
                    "text"),
            row(UnknownScheduledEvent.class, ScheduledEvent.class),
            row(AddTagRequest.class, "tag"));

    private AssistantRows() {}
}
