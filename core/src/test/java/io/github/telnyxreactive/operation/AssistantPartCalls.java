package io.github.telnyxreactive.operation;

import static io.github.telnyxreactive.operation.Calls.call;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.model.canarydeploy.CanaryRule;
import io.github.telnyxreactive.model.canarydeploy.Serve;
import io.github.telnyxreactive.model.canarydeploy.VersionPercentage;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.model.chat.AssistantSmsChatRequest;
import io.github.telnyxreactive.model.scheduledevent.ConversationChannelType;
import io.github.telnyxreactive.model.scheduledevent.CreateScheduledEventRequest;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEventListParams;
import io.github.telnyxreactive.model.tooltest.TestWebhookToolRequest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Calls to the operations on canary deploys, chats, scheduled events and the tools of an assistant. */
final class AssistantPartCalls {

    private static final CanaryDeployRequest RULES = CanaryDeployRequest.builder()
            .rules(List.of(CanaryRule.builder()
                    .serve(Serve.builder().versionId("v2").build())
                    .build()))
            .build();
    private static final CanaryDeployRequest VERSIONS = CanaryDeployRequest.builder()
            .versions(List.of(
                    VersionPercentage.builder().versionId("v2").percentage(12.5).build()))
            .build();

    private AssistantPartCalls() {}

    static Stream<Arguments> calls() {
        return Stream.of(canaryDeploys(), chats(), scheduledEvents(), tools()).flatMap(calls -> calls);
    }

    private static Stream<Arguments> canaryDeploys() {
        String uri = "/ai/assistants/a1/canary-deploys";
        return Stream.of(
                call(CanaryDeployOperations.delete("a1"), CanaryDeployOperations.DELETE, uri),
                call(CanaryDeployOperations.retrieve("a1"), CanaryDeployOperations.RETRIEVE, uri),
                call(
                        CanaryDeployOperations.create("a1", RULES),
                        CanaryDeployOperations.CREATE,
                        uri,
                        "{\"rules\":[{\"serve\":{\"version_id\":\"v2\"}}]}"),
                call(
                        CanaryDeployOperations.update("a1", VERSIONS),
                        CanaryDeployOperations.UPDATE,
                        uri,
                        "{\"versions\":[{\"version_id\":\"v2\",\"percentage\":12.5}]}"));
    }

    private static Stream<Arguments> chats() {
        return Stream.of(
                call(
                        ChatOperations.chat(
                                "a1",
                                AssistantChatRequest.builder()
                                        .content("Hello")
                                        .conversationId("c1")
                                        .name("Ada")
                                        .build()),
                        ChatOperations.CHAT,
                        "/ai/assistants/a1/chat",
                        "{\"content\":\"Hello\",\"conversation_id\":\"c1\",\"name\":\"Ada\"}"),
                call(
                        ChatOperations.sendSms(
                                "a1",
                                AssistantSmsChatRequest.builder()
                                        .from("+13125550001")
                                        .to("+13125550002")
                                        .conversationMetadata(Map.of("vip", Json.tree("true")))
                                        .build()),
                        ChatOperations.SEND_SMS,
                        "/ai/assistants/a1/chat/sms",
                        "{\"from\":\"+13125550001\",\"to\":\"+13125550002\",\"conversation_metadata\":{\"vip\":true}}"));
    }

    private static Stream<Arguments> scheduledEvents() {
        String uri = "/ai/assistants/a1/scheduled_events";
        return Stream.of(
                call(
                        ScheduledEventOperations.list(
                                "a1", ScheduledEventListParams.builder().build()),
                        ScheduledEventOperations.LIST,
                        uri),
                call(
                        ScheduledEventOperations.list(
                                "a1",
                                ScheduledEventListParams.builder()
                                        .fromDate(OffsetDateTime.parse("2026-02-03T10:15:30+01:00"))
                                        .toDate(OffsetDateTime.parse("2026-02-04T00:00:00Z"))
                                        .conversationChannel(ConversationChannelType.SMS_CHAT)
                                        .pageSize(7)
                                        .build()),
                        ScheduledEventOperations.LIST,
                        uri + "?from_date=2026-02-03T10%3A15%3A30%2B01%3A00&to_date=2026-02-04T00%3A00%3A00Z"
                                + "&conversation_channel=sms_chat&page%5Bsize%5D=7"),
                call(
                        ScheduledEventOperations.create(
                                "a1",
                                CreateScheduledEventRequest.builder()
                                        .scheduledAtFixedDatetime(OffsetDateTime.parse("2026-03-01T09:00:00-05:00"))
                                        .telnyxAgentTarget("+13125550001")
                                        .telnyxConversationChannel(ConversationChannelType.SMS_CHAT)
                                        .telnyxEndUserTarget("+13125550002")
                                        .text("Hello")
                                        .build()),
                        ScheduledEventOperations.CREATE,
                        uri,
                        "{\"scheduled_at_fixed_datetime\":\"2026-03-01T09:00:00-05:00\","
                                + "\"telnyx_agent_target\":\"+13125550001\","
                                + "\"telnyx_conversation_channel\":\"sms_chat\","
                                + "\"telnyx_end_user_target\":\"+13125550002\",\"text\":\"Hello\"}"),
                call(ScheduledEventOperations.delete("a1", "e?1"), ScheduledEventOperations.DELETE, uri + "/e%3F1"),
                call(ScheduledEventOperations.retrieve("a1", "e1"), ScheduledEventOperations.RETRIEVE, uri + "/e1"));
    }

    private static Stream<Arguments> tools() {
        return Stream.of(
                call(
                        AssistantToolOperations.remove("a1", "t1"),
                        AssistantToolOperations.REMOVE,
                        "/ai/assistants/a1/tools/t1"),
                call(
                        AssistantToolOperations.add("a1", "t1"),
                        AssistantToolOperations.ADD,
                        "/ai/assistants/a1/tools/t1"),
                call(
                        AssistantToolOperations.test(
                                "a1", "t1", TestWebhookToolRequest.builder().build()),
                        AssistantToolOperations.TEST,
                        "/ai/assistants/a1/tools/t1/test",
                        "{}"),
                call(
                        AssistantToolOperations.test(
                                "a1",
                                "t1",
                                TestWebhookToolRequest.builder()
                                        .arguments(Map.of("order", Json.tree("{\"id\": null}")))
                                        .build()),
                        AssistantToolOperations.TEST,
                        "/ai/assistants/a1/tools/t1/test",
                        "{\"arguments\":{\"order\":{\"id\":null}}}"));
    }
}
