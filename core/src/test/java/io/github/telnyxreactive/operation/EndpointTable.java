package io.github.telnyxreactive.operation;

import static io.github.telnyxreactive.operation.EndpointRow.delete;
import static io.github.telnyxreactive.operation.EndpointRow.get;
import static io.github.telnyxreactive.operation.EndpointRow.keyedPost;
import static io.github.telnyxreactive.operation.EndpointRow.patch;
import static io.github.telnyxreactive.operation.EndpointRow.post;
import static io.github.telnyxreactive.operation.EndpointRow.put;

import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.AssistantDeletedResponse;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.EnhanceInstructionsRequest;
import io.github.telnyxreactive.model.assistant.ImportAssistantsRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.model.chat.AssistantChatResponse;
import io.github.telnyxreactive.model.chat.AssistantSmsChatRequest;
import io.github.telnyxreactive.model.chat.AssistantSmsChatResponse;
import io.github.telnyxreactive.model.integration.Integration;
import io.github.telnyxreactive.model.integration.IntegrationConnection;
import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.mcpserver.McpServer;
import io.github.telnyxreactive.model.mcpserver.UpdateMcpServerRequest;
import io.github.telnyxreactive.model.scheduledevent.CreateScheduledEventRequest;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEvent;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import io.github.telnyxreactive.model.sharedtool.UpdateSharedToolRequest;
import io.github.telnyxreactive.model.tag.AddTagRequest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.model.tooltest.TestWebhookToolRequest;
import io.github.telnyxreactive.model.tooltest.TestWebhookToolResponse;
import java.util.List;

/** The operations of the API, maintained by hand and independently of the main code. */
final class EndpointTable {

    private static final String ASSISTANT = "/ai/assistants/{assistant_id}";
    private static final String TESTS = "/ai/assistants/tests";
    private static final String PAGE = "page[number], page[size]";

    /** Add one line for a new operation. */
    static final List<EndpointRow> ROWS = List.of(
            get("assistants.list", "/ai/assistants", "").pages(Assistant.class),
            keyedPost("assistants.create", "/ai/assistants", CreateAssistantRequest.class)
                    .one(Assistant.class),
            keyedPost("assistants.imports", "/ai/assistants/import", ImportAssistantsRequest.class)
                    .listIn("data", Assistant.class),
            get("assistants.tags.list", "/ai/assistants/tags", "").listIn("tags", String.class),
            get("assistants.tests.list", TESTS, "test_suite, telnyx_conversation_channel, destination, " + PAGE)
                    .pages(AssistantTest.class),
            keyedPost("assistants.tests.create", TESTS, CreateAssistantTestRequest.class)
                    .one(AssistantTest.class),
            get("assistants.tests.testSuites.list", TESTS + "/test-suites", "").pages(String.class),
            get(
                            "assistants.tests.testSuites.runs.list",
                            TESTS + "/test-suites/{suite_name}/runs",
                            "status, test_suite_run_id, " + PAGE)
                    .pages(TestRun.class),
            keyedPost(
                            "assistants.tests.testSuites.runs.trigger",
                            TESTS + "/test-suites/{suite_name}/runs",
                            TriggerTestSuiteRunsRequest.class)
                    .list(TestRun.class),
            delete("assistants.tests.delete", TESTS + "/{test_id}").nothing(),
            get("assistants.tests.retrieve", TESTS + "/{test_id}", "").one(AssistantTest.class),
            put("assistants.tests.update", TESTS + "/{test_id}", UpdateAssistantTestRequest.class)
                    .one(AssistantTest.class),
            get("assistants.tests.runs.list", TESTS + "/{test_id}/runs", "status, " + PAGE)
                    .pages(TestRun.class),
            keyedPost("assistants.tests.runs.trigger", TESTS + "/{test_id}/runs", TriggerTestRunRequest.class)
                    .one(TestRun.class),
            get("assistants.tests.runs.retrieve", TESTS + "/{test_id}/runs/{run_id}", "")
                    .one(TestRun.class),
            delete("assistants.delete", ASSISTANT).one(AssistantDeletedResponse.class),
            get("assistants.retrieve", ASSISTANT, "fetch_dynamic_variables_from_webhook, from, to, call_control_id")
                    .one(Assistant.class),
            post("assistants.update", ASSISTANT, UpdateAssistantRequestWithPromotion.class)
                    .one(Assistant.class),
            delete("assistants.canaryDeploys.delete", ASSISTANT + "/canary-deploys")
                    .nothing(),
            get("assistants.canaryDeploys.retrieve", ASSISTANT + "/canary-deploys", "")
                    .one(CanaryDeploy.class),
            keyedPost("assistants.canaryDeploys.create", ASSISTANT + "/canary-deploys", CanaryDeployRequest.class)
                    .one(CanaryDeploy.class),
            put("assistants.canaryDeploys.update", ASSISTANT + "/canary-deploys", CanaryDeployRequest.class)
                    .one(CanaryDeploy.class),
            post("assistants.chat", ASSISTANT + "/chat", AssistantChatRequest.class)
                    .one(AssistantChatResponse.class),
            keyedPost("assistants.sendSms", ASSISTANT + "/chat/sms", AssistantSmsChatRequest.class)
                    .one(AssistantSmsChatResponse.class),
            keyedPost("assistants.clone", ASSISTANT + "/clone", null).one(Assistant.class),
            post(
                            "assistants.instructions.enhance",
                            ASSISTANT + "/instructions/enhance",
                            EnhanceInstructionsRequest.class)
                    .text(),
            get(
                            "assistants.scheduledEvents.list",
                            ASSISTANT + "/scheduled_events",
                            "from_date, to_date, conversation_channel, " + PAGE)
                    .pages(ScheduledEvent.class),
            keyedPost(
                            "assistants.scheduledEvents.create",
                            ASSISTANT + "/scheduled_events",
                            CreateScheduledEventRequest.class)
                    .one(ScheduledEvent.class),
            delete("assistants.scheduledEvents.delete", ASSISTANT + "/scheduled_events/{event_id}")
                    .nothing(),
            get("assistants.scheduledEvents.retrieve", ASSISTANT + "/scheduled_events/{event_id}", "")
                    .one(ScheduledEvent.class),
            post("assistants.tags.add", ASSISTANT + "/tags", AddTagRequest.class)
                    .listIn("tags", String.class),
            delete("assistants.tags.remove", ASSISTANT + "/tags/{tag}").listIn("tags", String.class),
            get("assistants.getTexml", ASSISTANT + "/texml", "").text(),
            delete("assistants.tools.remove", ASSISTANT + "/tools/{tool_id}").nothing(),
            put("assistants.tools.add", ASSISTANT + "/tools/{tool_id}", null).nothing(),
            post("assistants.tools.test", ASSISTANT + "/tools/{tool_id}/test", TestWebhookToolRequest.class)
                    .oneIn("data", TestWebhookToolResponse.class),
            get("assistants.versions.list", ASSISTANT + "/versions", "").pages(Assistant.class),
            delete("assistants.versions.delete", ASSISTANT + "/versions/{version_id}")
                    .nothing(),
            get("assistants.versions.retrieve", ASSISTANT + "/versions/{version_id}", "include_mcp_servers")
                    .one(Assistant.class),
            post("assistants.versions.update", ASSISTANT + "/versions/{version_id}", UpdateAssistantRequest.class)
                    .one(Assistant.class),
            post("assistants.versions.promote", ASSISTANT + "/versions/{version_id}/promote", null)
                    .one(Assistant.class),
            get("integrations.list", "/ai/integrations", "").pages(Integration.class),
            get("integrations.connections.list", "/ai/integrations/connections", "")
                    .pages(IntegrationConnection.class),
            delete("integrations.connections.delete", "/ai/integrations/connections/{user_connection_id}")
                    .nothing(),
            get("integrations.connections.retrieve", "/ai/integrations/connections/{user_connection_id}", "")
                    .oneIn("data", IntegrationConnection.class),
            get("integrations.retrieve", "/ai/integrations/{integration_id}", "")
                    .one(Integration.class),
            get("mcpServers.list", "/ai/mcp_servers", "type, url, " + PAGE).arrayPages(McpServer.class),
            keyedPost("mcpServers.create", "/ai/mcp_servers", CreateMcpServerRequest.class)
                    .one(McpServer.class),
            delete("mcpServers.delete", "/ai/mcp_servers/{mcp_server_id}").nothing(),
            get("mcpServers.retrieve", "/ai/mcp_servers/{mcp_server_id}", "").one(McpServer.class),
            put("mcpServers.update", "/ai/mcp_servers/{mcp_server_id}", UpdateMcpServerRequest.class)
                    .one(McpServer.class),
            get("tools.list", "/ai/tools", "filter[type], filter[name], " + PAGE)
                    .pages(SharedTool.class),
            keyedPost("tools.create", "/ai/tools", CreateSharedToolRequest.class)
                    .one(SharedTool.class),
            delete("tools.delete", "/ai/tools/{tool_id}").nothing(),
            get("tools.retrieve", "/ai/tools/{tool_id}", "").one(SharedTool.class),
            patch("tools.update", "/ai/tools/{tool_id}", UpdateSharedToolRequest.class)
                    .one(SharedTool.class));

    private EndpointTable() {}
}
