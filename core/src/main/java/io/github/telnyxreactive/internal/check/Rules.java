package io.github.telnyxreactive.internal.check;

import io.github.telnyxreactive.internal.model.Models;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.ImportAssistantsRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.model.canarydeploy.RolloutSlot;
import io.github.telnyxreactive.model.canarydeploy.Serve;
import io.github.telnyxreactive.model.canarydeploy.VersionPercentage;
import io.github.telnyxreactive.model.chat.AssistantSmsChatRequest;
import io.github.telnyxreactive.model.flow.BooleanOperationExpression;
import io.github.telnyxreactive.model.flow.BooleanOperator;
import io.github.telnyxreactive.model.flow.PromptNode;
import io.github.telnyxreactive.model.scheduledevent.ConversationChannelType;
import io.github.telnyxreactive.model.scheduledevent.CreateScheduledEventRequest;
import io.github.telnyxreactive.model.tool.RetrievalToolParams;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rules that an annotation of a single component cannot express, by the class that they apply to. */
final class Rules {

    private static final Map<Class<?>, Rule<Object>> BY_CLASS = Map.ofEntries(
            entry(AssistantSmsChatRequest.class, Rules::smsChat),
            entry(BooleanOperationExpression.class, Rules::booleanOperation),
            entry(CanaryDeployRequest.class, Rules::canaryDeploy),
            entry(CreateAssistantRequest.class, (request, here) -> ids("tool_ids", request.toolIds(), here)),
            entry(CreateScheduledEventRequest.class, Rules::scheduledEvent),
            entry(ImportAssistantsRequest.class, (request, here) -> ids("import_ids", request.importIds(), here)),
            entry(PromptNode.class, (node, here) -> ids("shared_tool_ids", node.sharedToolIds(), here)),
            entry(RetrievalToolParams.class, (params, here) -> ids("bucket_ids", params.bucketIds(), here)),
            entry(Serve.class, Rules::serve),
            entry(UpdateAssistantRequest.class, (request, here) -> ids("tool_ids", request.toolIds(), here)),
            entry(
                    UpdateAssistantRequestWithPromotion.class,
                    (request, here) -> ids("tool_ids", request.toolIds(), here)),
            entry(VersionPercentage.class, Rules::versionPercentage));

    private Rules() {}

    private static <T> Map.Entry<Class<?>, Rule<Object>> entry(Class<T> type, Rule<T> rule) {
        return Map.entry(type, (part, violations) -> rule.check(type.cast(part), violations));
    }

    /** Returns the rule of a class, {@code null} if it has none. */
    static @Nullable Rule<Object> of(Class<?> type) {
        return BY_CLASS.get(type);
    }

    private static void ids(String field, Field<List<String>> ids, Violations violations) {
        ids(field, ids.value().orElse(List.of()), violations);
    }

    private static void ids(String field, List<String> ids, Violations violations) {
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i).isEmpty()) {
                violations.at(field).add("[" + i + "]", "must have at least 1 character, not 0");
            }
        }
    }

    private static void smsChat(AssistantSmsChatRequest request, Violations violations) {
        conversationMetadata(request.conversationMetadata(), violations);
    }

    private static void scheduledEvent(CreateScheduledEventRequest request, Violations violations) {
        String text = request.text();
        if (request.telnyxConversationChannel().equals(ConversationChannelType.SMS_CHAT)
                && (text == null || text.isEmpty())) {
            violations.add("text", "is required for a text message");
        }
        conversationMetadata(request.conversationMetadata(), violations);
    }

    private static void conversationMetadata(Map<String, JsonNode> metadata, Violations violations) {
        Violations here = violations.at("conversation_metadata");
        metadata.forEach((name, value) -> {
            if (!value.isString() && !value.isIntegralNumber() && !value.isBoolean()) {
                here.add(name, "must be a string, an integer or a boolean");
            }
        });
    }

    private static void booleanOperation(BooleanOperationExpression expression, Violations violations) {
        BooleanOperator op = expression.op();
        if (op == null || Models.isOmitted(expression.operands())) {
            // As the service has sent it.
            return;
        }
        int count = expression.operands().size();
        if (op.equals(BooleanOperator.NOT) && count != 1) {
            violations.add("operands", "must have 1 element for \"not\", not " + count);
        } else if ((op.equals(BooleanOperator.AND) || op.equals(BooleanOperator.OR)) && count < 2) {
            violations.add("operands", "must have at least 2 elements for \"" + op + "\", not " + count);
        }
    }

    private static void canaryDeploy(CanaryDeployRequest request, Violations violations) {
        if (request.rules().isEmpty() == request.versions().isEmpty()) {
            violations.add("", "must have either rules or versions");
        }
    }

    private static void serve(Serve serve, Violations violations) {
        boolean isRead = serve.additionalProperties().containsKey("version_id")
                || serve.additionalProperties().containsKey("rollout");
        if (!isRead && (serve.versionId() == null) == serve.rollout().isEmpty()) {
            violations.add("", "must have either a version_id or a rollout");
        }
        double sum = serve.rollout().stream()
                .map(RolloutSlot::weight)
                .filter(Objects::nonNull)
                .mapToDouble(weight -> weight)
                .sum();
        if (sum >= 100) {
            violations.add("rollout", "must have weights that sum to less than 100, not " + sum);
        }
    }

    private static void versionPercentage(VersionPercentage version, Violations violations) {
        Double percentage = version.percentage();
        if (percentage != null && !(percentage > 0 && percentage < 100)) {
            violations.add("percentage", "must be above 0 and below 100, not " + percentage);
        }
    }
}
