package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.telnyxreactive.call.ApiResponse;
import io.github.telnyxreactive.error.InvalidRequestException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.UnprocessableEntityException;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.AssistantRetrieveParams;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.EnhanceInstructionsRequest;
import io.github.telnyxreactive.model.assistant.ImportAssistantsRequest;
import io.github.telnyxreactive.model.assistant.ImportProvider;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.model.assistant.VersionRetrieveParams;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.model.canarydeploy.CanaryRule;
import io.github.telnyxreactive.model.canarydeploy.RolloutSlot;
import io.github.telnyxreactive.model.canarydeploy.Serve;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.model.chat.AssistantSmsChatRequest;
import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.mcpserver.McpServerListParams;
import io.github.telnyxreactive.model.mcpserver.UpdateMcpServerRequest;
import io.github.telnyxreactive.model.scheduledevent.ConversationChannelType;
import io.github.telnyxreactive.model.scheduledevent.CreateScheduledEventRequest;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEvent;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEventListParams;
import io.github.telnyxreactive.model.scheduledevent.ScheduledPhoneCall;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.sharedtool.SharedToolListParams;
import io.github.telnyxreactive.model.sharedtool.UpdateSharedToolRequest;
import io.github.telnyxreactive.model.tag.AddTagRequest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunListParams;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.model.tooltest.TestWebhookToolRequest;
import io.github.telnyxreactive.operation.AssistantOperations;
import io.github.telnyxreactive.operation.AssistantToolOperations;
import io.github.telnyxreactive.operation.CanaryDeployOperations;
import io.github.telnyxreactive.operation.Catalogue;
import io.github.telnyxreactive.operation.ChatOperations;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.IntegrationOperations;
import io.github.telnyxreactive.operation.McpServerOperations;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.ScheduledEventOperations;
import io.github.telnyxreactive.operation.SharedToolOperations;
import io.github.telnyxreactive.operation.TagOperations;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.operation.VersionOperations;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.paging.PagedFlux;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** Executes every operation end to end, in the order in which a user would, for its value and as a whole response. */
class JourneyTest {

    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofMillis(50), Duration.ofMillis(100))
            .streamPause(Duration.ofMillis(1))
            .start();
    private final TelnyxClient client = Clients.of(simulator).build();
    private final Set<String> executed = new LinkedHashSet<>();

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    /** How an operation is executed. */
    enum Way {
        EXECUTE,
        EXCHANGE
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void executesEveryOperation(Way way) {
        Assistant assistant = assistants(way);
        versions(way, assistant);
        tools(way, assistant);
        tests(way);
        conversations(way, assistant);
        surroundings(way);
        execute(way, AssistantOperations.delete(assistant.id()));

        assertThat(executed)
                .containsExactlyInAnyOrderElementsOf(
                        Catalogue.endpoints().stream().map(Endpoint::name).toList())
                .hasSize(56);
    }

    private Assistant assistants(Way way) {
        Assistant created = execute(
                way,
                AssistantOperations.create(CreateAssistantRequest.builder()
                        .name("Front desk")
                        .instructions("Answer kindly.")
                        .build()));
        execute(way, AssistantOperations.list());
        execute(
                way,
                AssistantOperations.retrieve(
                        created.id(), AssistantRetrieveParams.builder().build()));
        Assistant changed = execute(
                way,
                AssistantOperations.update(
                        created.id(),
                        UpdateAssistantRequestWithPromotion.builder()
                                .greeting(Field.set("Hello!"))
                                .build()));
        assertThat(changed.greeting()).isEqualTo("Hello!");
        assertThat(changed.instructions()).isEqualTo("Answer kindly.");
        execute(way, AssistantOperations.clone(created.id()));
        execute(
                way,
                AssistantOperations.imports(ImportAssistantsRequest.builder()
                        .apiKeyRef("secret")
                        .provider(ImportProvider.VAPI)
                        .build()));
        assertThat(execute(way, AssistantOperations.getTexml(created.id()))).contains("<");
        assertThat(execute(
                        way,
                        AssistantOperations.enhanceInstructions(
                                created.id(),
                                EnhanceInstructionsRequest.builder().build())))
                .isNotBlank();
        execute(
                way,
                TagOperations.add(
                        created.id(), AddTagRequest.builder().tag("a/b ü").build()));
        assertThat(execute(way, TagOperations.list())).contains("a/b ü");
        assertThat(execute(way, TagOperations.remove(created.id(), "a/b ü"))).doesNotContain("a/b ü");
        return changed;
    }

    private void versions(Way way, Assistant assistant) {
        String id = assistant.id();
        List<Assistant> versions = execute(way, VersionOperations.list(id)).data();
        assertThat(versions).hasSizeGreaterThanOrEqualTo(2);
        String main = Objects.requireNonNull(assistant.versionId());
        String old = versions.stream()
                .map(Assistant::versionId)
                .filter(version -> !main.equals(version))
                .findFirst()
                .orElseThrow();
        execute(
                way,
                VersionOperations.retrieve(
                        id, old, VersionRetrieveParams.builder().build()));
        execute(
                way,
                VersionOperations.update(
                        id,
                        old,
                        UpdateAssistantRequest.builder()
                                .description(Field.set("Old"))
                                .build()));
        execute(way, CanaryDeployOperations.create(id, rollout(old, 10)));
        execute(way, CanaryDeployOperations.update(id, rollout(old, 50)));
        assertThat(execute(way, CanaryDeployOperations.retrieve(id)).rules()).hasSize(1);
        execute(way, CanaryDeployOperations.delete(id));
        execute(way, VersionOperations.promote(id, old));
        execute(way, VersionOperations.delete(id, main));
    }

    private static CanaryDeployRequest rollout(String version, double weight) {
        RolloutSlot slot =
                RolloutSlot.builder().versionId(version).weight(weight).build();
        Serve serve = Serve.builder().rollout(List.of(slot)).build();
        return CanaryDeployRequest.builder()
                .rules(List.of(CanaryRule.builder().serve(serve).build()))
                .build();
    }

    private void tools(Way way, Assistant assistant) {
        Map<String, JsonNode> webhook = Map.of(
                "name", TelnyxJson.toTree("weather"),
                "description", TelnyxJson.toTree("Tells the weather"),
                "url", TelnyxJson.toTree("https://example.com"));
        String toolId = execute(
                        way,
                        SharedToolOperations.create(CreateSharedToolRequest.builder()
                                .displayName("Weather")
                                .type("webhook")
                                .webhook(webhook)
                                .build()))
                .id();
        execute(way, SharedToolOperations.list(SharedToolListParams.builder().build()));
        execute(way, SharedToolOperations.retrieve(toolId));
        execute(
                way,
                SharedToolOperations.update(
                        toolId,
                        UpdateSharedToolRequest.builder()
                                .displayName(Field.set("Forecast"))
                                .build()));
        execute(way, AssistantToolOperations.add(assistant.id(), toolId));
        execute(
                way,
                AssistantToolOperations.test(
                        assistant.id(), toolId, TestWebhookToolRequest.builder().build()));
        execute(way, AssistantToolOperations.remove(assistant.id(), toolId));
        execute(way, SharedToolOperations.delete(toolId));
    }

    private void tests(Way way) {
        String testId = execute(
                        way,
                        TestOperations.create(CreateAssistantTestRequest.builder()
                                .name("Refund")
                                .destination("+13125550001")
                                .instructions("Ask for a refund.")
                                .rubric(List.of(RubricItem.builder()
                                        .name("Kind")
                                        .criteria("Kind")
                                        .build()))
                                .testSuite("checkout")
                                .build()))
                .testId();
        execute(way, TestOperations.list(TestListParams.builder().build()));
        execute(way, TestOperations.retrieve(testId));
        execute(
                way,
                TestOperations.update(
                        testId,
                        UpdateAssistantTestRequest.builder()
                                .description(Field.set("x"))
                                .build()));
        TestRun run = execute(
                way,
                TestRunOperations.trigger(
                        testId, TriggerTestRunRequest.builder().build()));
        execute(way, TestRunOperations.retrieve(testId, run.runId()));
        execute(way, TestRunOperations.list(testId, TestRunListParams.builder().build()));
        execute(way, TestSuiteOperations.list());
        execute(
                way,
                TestSuiteOperations.triggerRuns(
                        "checkout", TriggerTestSuiteRunsRequest.builder().build()));
        execute(
                way,
                TestSuiteOperations.listRuns(
                        "checkout", TestSuiteRunListParams.builder().build()));
        execute(way, TestOperations.delete(testId));
    }

    private void conversations(Way way, Assistant assistant) {
        String id = assistant.id();
        execute(
                way,
                ChatOperations.chat(
                        id,
                        AssistantChatRequest.builder()
                                .content("Hello")
                                .conversationId("c")
                                .build()));
        execute(
                way,
                ChatOperations.sendSms(
                        id,
                        AssistantSmsChatRequest.builder()
                                .from("+13125550001")
                                .to("+13125550002")
                                .text("Hello")
                                .build()));
        ScheduledEvent event = execute(
                way,
                ScheduledEventOperations.create(
                        id,
                        CreateScheduledEventRequest.builder()
                                .scheduledAtFixedDatetime(OffsetDateTime.now().plusDays(1))
                                .telnyxAgentTarget("+13125550001")
                                .telnyxConversationChannel(ConversationChannelType.PHONE_CALL)
                                .telnyxEndUserTarget("+13125550002")
                                .build()));
        assertThat(event).isInstanceOf(ScheduledPhoneCall.class);
        String eventId = Objects.requireNonNull(((ScheduledPhoneCall) event).scheduledEventId());
        execute(
                way,
                ScheduledEventOperations.list(
                        id,
                        ScheduledEventListParams.builder()
                                .fromDate(OffsetDateTime.now())
                                .build()));
        execute(way, ScheduledEventOperations.retrieve(id, eventId));
        execute(way, ScheduledEventOperations.delete(id, eventId));
    }

    private void surroundings(Way way) {
        String integrationId =
                execute(way, IntegrationOperations.list()).data().get(0).id();
        execute(way, IntegrationOperations.retrieve(integrationId));
        String connectionId = execute(way, IntegrationOperations.listConnections())
                .data()
                .get(0)
                .id();
        execute(way, IntegrationOperations.retrieveConnection(connectionId));
        execute(way, IntegrationOperations.deleteConnection(connectionId));
        String serverId = execute(
                        way,
                        McpServerOperations.create(CreateMcpServerRequest.builder()
                                .name("Files")
                                .type("http")
                                .url("https://example.com/mcp")
                                .build()))
                .id();
        execute(way, McpServerOperations.list(McpServerListParams.builder().build()));
        execute(way, McpServerOperations.retrieve(serverId));
        execute(
                way,
                McpServerOperations.update(
                        serverId,
                        UpdateMcpServerRequest.builder()
                                .name(Field.set("Papers"))
                                .build()));
        execute(way, McpServerOperations.delete(serverId));
    }

    /** Executes and records an operation. Returns {@code null} if the response is empty. */
    private <T> T execute(Way way, Operation<T> operation) {
        executed.add(operation.endpoint().name());
        if (way == Way.EXECUTE) {
            return client.execute(operation).block();
        }
        ApiResponse<T> response = client.exchange(operation).block();
        assertThat(response.status()).isBetween(200, 204);
        assertThat(response.headers().first("x-request-id")).isNotBlank();
        assertThat(response.body() == null)
                .isEqualTo(!operation.endpoint().responseReader().hasContent());
        return response.body();
    }

    @Test
    void doesNotTakeAPageOfAssistantsForTheList() {
        simulator.addAssistants(250);

        List<Assistant> all = client.ai().assistants().list().collectList().block();

        assertThat(all).hasSize(250).extracting(Assistant::id).doesNotHaveDuplicates();
        assertThat(simulator.requests("assistants.list"))
                .extracting(RecordedRequest::uri)
                .containsExactly(
                        "/v2/ai/assistants",
                        "/v2/ai/assistants?page%5Bnumber%5D=2",
                        "/v2/ai/assistants?page%5Bnumber%5D=3");
    }

    @Test
    void endsAListWithoutMetadataAtAPageThatIsNotFull() {
        for (int n = 0; n < 25; n++) {
            simulator.addMcpServer(CreateMcpServerRequest.builder()
                    .name("Server " + n)
                    .type("http")
                    .url("https://example.com/" + n)
                    .build());
        }
        Function<Integer, List<?>> list = size -> client.ai()
                .mcpServers()
                .list(McpServerListParams.builder().pageSize(size).build())
                .collectList()
                .block();

        assertThat(list.apply(10)).hasSize(25);
        assertThat(simulator.requestCount("mcpServers.list")).isEqualTo(3);
        assertThat(list.apply(25)).hasSize(25);
        assertThat(simulator.requestCount("mcpServers.list")).isEqualTo(5);
        assertThat(client.ai().mcpServers().list().collectList().block()).hasSize(25);
    }

    @Test
    void changesNothingElseOfAnAssistantThatIsWrittenBack() {
        Assistant before = client.ai()
                .assistants()
                .create(CreateAssistantRequest.builder()
                        .name("Front desk")
                        .instructions("Answer kindly.")
                        .additionalProperties(Map.of("brand_new", TelnyxJson.toTree(Map.of("deep", List.of(1, 2)))))
                        .build())
                .block();
        Assistant after = before.toBuilder().greeting("Hello!").build();

        Assistant written = client.ai()
                .assistants()
                .update(before.id(), UpdateAssistantRequestWithPromotion.difference(before, after))
                .block();

        assertThat(simulator.requests("assistants.update").get(0).text()).isEqualTo("{\"greeting\":\"Hello!\"}");
        assertThat(written.additionalProperties()).isEqualTo(before.additionalProperties());
        assertThat(written.toBuilder()
                        .greeting(null)
                        .versionId(before.versionId())
                        .versionCreatedAt(before.versionCreatedAt())
                        .build())
                .isEqualTo(before.toBuilder().greeting(null).build());
    }

    @Test
    void sendsARequestThatBreaksTheLimitsOnlyWithoutChecks() {
        AssistantSmsChatRequest spaced = AssistantSmsChatRequest.builder()
                .from("+1 312 555 0001")
                .to("5550002")
                .build();

        assertThatThrownBy(() -> client.ai().assistants().sendSms("a", spaced).block())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("assistants.sendSms was not sent because of 2 violations")
                .hasMessageContaining("from must be a phone number")
                .hasMessageContaining("to must be a phone number");
        assertThat(simulator.requestCount()).isZero();

        TelnyxClient unchecked = client.withOptions(options -> options.withRequestChecks(false));
        assertThatThrownBy(
                        () -> unchecked.ai().assistants().sendSms("a", spaced).block())
                .isInstanceOf(TelnyxException.class);
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void sendsParametersThatBreakTheLimitsOnlyWithoutChecks() {
        Operation<Page<AssistantTest>> list = TestOperations.list(
                TestListParams.builder().testSuite("").pageSize(1000).build());
        AssistantRetrieveParams nameless =
                AssistantRetrieveParams.builder().callControlId("").build();
        PagedFlux<AssistantTest> tests = client.list(list);

        for (Publisher<?> listed : List.of(tests, tests.pages(), tests.prefetchPages(1), client.exchange(list))) {
            assertThatThrownBy(() -> Flux.from(listed).blockLast())
                    .asInstanceOf(type(InvalidRequestException.class))
                    .extracting(InvalidRequestException::violations, as(LIST))
                    .extracting(Object::toString)
                    .containsExactly(
                            "test_suite must have at least 1 character, not 0",
                            "page_size must be from 1 to 100, not 1000");
        }
        assertThatThrownBy(
                        () -> client.ai().assistants().retrieve("a", nameless).block())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("assistants.retrieve was not sent because of 1 violation: "
                        + "call_control_id must have at least 1 character, not 0");
        assertThat(simulator.requestCount()).isZero();

        TelnyxClient unchecked = client.withOptions(options -> options.withRequestChecks(false));
        assertThatThrownBy(() -> unchecked.list(list).blockLast()).isInstanceOf(UnprocessableEntityException.class);
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void sendsKeysForExactlyTheOperationsThatTakeThem() {
        executesEveryOperation(Way.EXECUTE);

        assertThat(simulator.requests().stream()
                        .filter(request -> request.headers().containsKey("idempotency-key"))
                        .map(RecordedRequest::operation)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "assistants.create",
                        "assistants.clone",
                        "assistants.imports",
                        "assistants.sendSms",
                        "assistants.canaryDeploys.create",
                        "assistants.scheduledEvents.create",
                        "assistants.tests.create",
                        "assistants.tests.runs.trigger",
                        "assistants.tests.testSuites.runs.trigger",
                        "mcpServers.create",
                        "tools.create");
    }
}
