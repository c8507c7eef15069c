package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.scheduledevent.ConversationChannelType;
import io.github.telnyxreactive.model.scheduledevent.CreateScheduledEventRequest;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.resource.Assistants;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An account that has one of everything, and a doctor for it. */
final class DoctorScene implements AutoCloseable {

    /** What must never be in an output that is sent to others. */
    static final List<String> SECRETS =
            List.of("Jane Doe", "jane.doe", "+13125550123", "13125550123", "wonderland", "Cheshire", "KEY-very-secret");

    final Simulator simulator;
    final Assistant assistant;

    DoctorScene(Simulator simulator) {
        this.simulator = simulator;
        assistant = simulator.addAssistant(CreateAssistantRequest.builder()
                .name("Assistant of Jane Doe")
                .instructions("Call +13125550123 and say wonderland")
                .tags(List.of("wonderland"))
                .dynamicVariables(Map.of("jane.doe", TelnyxJson.toTree("+13125550123")))
                .build());
        simulator.addSharedTool(CreateSharedToolRequest.builder()
                .displayName("Tool of Jane Doe")
                .type("webhook")
                .webhook(Map.of("url", TelnyxJson.toTree("https://wonderland.example/?to=+13125550123")))
                .build());
        simulator.addMcpServer(CreateMcpServerRequest.builder()
                .name("Server of Jane Doe")
                .type("http")
                .url("https://wonderland.example/")
                .build());
        List<AssistantTest> tests = simulator.addSuite("Cheshire", 2);
        addByRequest(tests.get(0).testId());
        simulator.clearRequests();
    }

    static DoctorScene kind() {
        return new DoctorScene(Simulator.builder()
                .apiKey("KEY-very-secret")
                .runDuration(Duration.ofDays(1), Duration.ofDays(1))
                .start());
    }

    /** Returns an account that has a rate limit, which nothing here exceeds. */
    static DoctorScene limited() {
        return new DoctorScene(Simulator.builder()
                .rateLimit(1_000, Duration.ofDays(1))
                .runDuration(Duration.ofDays(1), Duration.ofDays(1))
                .start());
    }

    /** Starts a run and schedules a call, far in the future. */
    private void addByRequest(String testId) {
        try (TelnyxClient client = TelnyxClient.builder()
                .apiKey(simulator.apiKey())
                .baseUrl(simulator.baseUrl())
                .build()) {
            Assistants assistants = client.ai().assistants();
            assistants
                    .tests()
                    .runs()
                    .trigger(testId, TriggerTestRunRequest.builder().build())
                    .block();
            assistants
                    .scheduledEvents()
                    .create(
                            assistant.id(),
                            CreateScheduledEventRequest.builder()
                                    .scheduledAtFixedDatetime(
                                            OffsetDateTime.now(ZoneOffset.UTC).plusYears(1))
                                    .telnyxAgentTarget("+13125550000")
                                    .telnyxConversationChannel(ConversationChannelType.PHONE_CALL)
                                    .telnyxEndUserTarget("+13125550123")
                                    .dynamicVariables(Map.of("jane.doe", "wonderland"))
                                    .build())
                    .block();
        }
    }

    Cli cli() {
        return Cli.to(simulator);
    }

    Result doctor(String... options) {
        return doctor(cli(), options);
    }

    /** Returns the JSON as the output, if it was written there in place of the table. */
    static Result doctor(Cli cli, String... options) {
        Result result = cli.run(
                Stream.concat(Stream.of("doctor"), Arrays.stream(options)).toArray(String[]::new));
        return new Result(result.exitCode(), result.out() + result.list(), result.err(), result.list());
    }

    /** Returns the JSON that the doctor has printed. */
    static JsonNode json(Result result) {
        return Objects.requireNonNull(TelnyxJson.read(result.out(), JsonNode.class));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
