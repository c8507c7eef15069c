package io.github.telnyxreactive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.operation.Catalogue;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.Safety;
import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls every operation once, and reads its response with the reader of its endpoint. */
@ExtendWith(SimulatorExtension.class)
class ResponsesTest {

    private static final String ASSISTANT = "{\"name\":\"n\",\"instructions\":\"i\",\"tags\":[\"t\"]}";
    private static final String EVENT = "{\"telnyx_conversation_channel\":\"phone_call\","
            + "\"telnyx_end_user_target\":\"+13125550001\",\"telnyx_agent_target\":\"+13125550002\","
            + "\"scheduled_at_fixed_datetime\":\"2020-01-01T00:00:00Z\"}";

    private final List<String> called = new ArrayList<>();

    private String call(Caller caller, String name, String body, int status, String... pathValues) {
        Endpoint<?> endpoint = Catalogue.endpoints().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        called.add(name);
        HttpResponse<String> response =
                caller.send(endpoint.method().name(), endpoint.call(pathValues).uri(), body);
        assertThat(response.statusCode()).as(name + " " + response.body()).isEqualTo(status);
        byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
        if (endpoint.responseReader().hasContent()) {
            String contentType = response.headers().firstValue("content-type").orElse(null);
            Object read = endpoint.responseReader().read(bytes, 0, bytes.length, contentType);
            assertThat(read).as(name).isNotNull();
        }
        return response.body();
    }

    private static String field(String json, String name) {
        String start = "\"" + name + "\":\"";
        int from = json.indexOf(start) + start.length();
        return json.substring(from, json.indexOf('"', from));
    }

    @Test
    void everyResponseIsReadByItsEndpoint(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String created = call(caller, "assistants.create", ASSISTANT, 200);
        String id = field(created, "id");
        readAssistants(caller, id, field(created, "version_id"));
        readTagsAndEvents(caller, id);
        readTools(caller, id);
        readServersAndIntegrations(caller);
        readTests(caller);
        call(caller, "assistants.delete", null, 200, id);

        assertThat(called)
                .containsExactlyInAnyOrderElementsOf(
                        Catalogue.endpoints().stream().map(Endpoint::name).toList());
    }

    private void readAssistants(Caller caller, String id, String main) {
        call(caller, "assistants.list", null, 200);
        call(caller, "assistants.retrieve", null, 200, id);
        String draft = field(call(caller, "assistants.update", "{\"promote_to_main\":false}", 200, id), "version_id");
        call(caller, "assistants.clone", "", 200, id);
        call(caller, "assistants.imports", "{\"provider\":\"retell\",\"api_key_ref\":\"k\"}", 200);
        call(caller, "assistants.getTexml", null, 200, id);
        call(caller, "assistants.instructions.enhance", "", 200, id);
        call(caller, "assistants.chat", "{\"content\":\"c\",\"conversation_id\":\"d\"}", 200, id);
        call(caller, "assistants.sendSms", "{\"from\":\"+13125550001\",\"to\":\"+13125550002\"}", 200, id);
        call(caller, "assistants.versions.list", null, 200, id);
        call(caller, "assistants.versions.retrieve", null, 200, id, draft);
        call(caller, "assistants.versions.update", "{}", 200, id, draft);
        String canary = "{\"versions\":[{\"version_id\":\"" + draft + "\",\"percentage\":5}]}";
        call(caller, "assistants.canaryDeploys.create", canary, 200, id);
        call(caller, "assistants.canaryDeploys.retrieve", null, 200, id);
        call(caller, "assistants.canaryDeploys.update", canary, 200, id);
        call(caller, "assistants.canaryDeploys.delete", null, 204, id);
        call(caller, "assistants.versions.promote", "", 200, id, draft);
        call(caller, "assistants.versions.delete", null, 204, id, main);
    }

    private void readTagsAndEvents(Caller caller, String id) {
        call(caller, "assistants.tags.list", null, 200);
        call(caller, "assistants.tags.add", "{\"tag\":\"u\"}", 200, id);
        call(caller, "assistants.tags.remove", null, 200, id, "u");
        String event = field(call(caller, "assistants.scheduledEvents.create", EVENT, 201, id), "scheduled_event_id");
        call(caller, "assistants.scheduledEvents.list", null, 200, id);
        call(caller, "assistants.scheduledEvents.retrieve", null, 200, id, event);
        call(caller, "assistants.scheduledEvents.delete", null, 200, id, event);
    }

    private void readTools(Caller caller, String id) {
        String tool = field(call(caller, "tools.create", "{\"type\":\"webhook\",\"display_name\":\"d\"}", 200), "id");
        call(caller, "tools.list", null, 200);
        call(caller, "tools.retrieve", null, 200, tool);
        call(caller, "tools.update", "{\"timeout_ms\":1}", 200, tool);
        call(caller, "assistants.tools.add", "", 200, id, tool);
        call(caller, "assistants.tools.test", "", 200, id, tool);
        call(caller, "assistants.tools.remove", null, 200, id, tool);
        call(caller, "tools.delete", null, 200, tool);
    }

    private void readServersAndIntegrations(Caller caller) {
        String body = "{\"name\":\"n\",\"type\":\"sse\",\"url\":\"u\"}";
        String server = field(call(caller, "mcpServers.create", body, 200), "id");
        call(caller, "mcpServers.list", null, 200);
        call(caller, "mcpServers.retrieve", null, 200, server);
        call(caller, "mcpServers.update", "{}", 200, server);
        call(caller, "mcpServers.delete", null, 200, server);
        String integration = field(call(caller, "integrations.list", null, 200), "id");
        call(caller, "integrations.retrieve", null, 200, integration);
        String connection = field(call(caller, "integrations.connections.list", null, 200), "id");
        call(caller, "integrations.connections.retrieve", null, 200, connection);
        call(caller, "integrations.connections.delete", null, 204, connection);
    }

    private void readTests(Caller caller) {
        String body = Samples.testWith("n", "\"test_suite\":\"s\"");
        String test = field(call(caller, "assistants.tests.create", body, 201), "test_id");
        call(caller, "assistants.tests.list", null, 200);
        call(caller, "assistants.tests.retrieve", null, 200, test);
        call(caller, "assistants.tests.update", "{}", 200, test);
        String run = field(call(caller, "assistants.tests.runs.trigger", "", 201, test), "run_id");
        call(caller, "assistants.tests.runs.list", null, 200, test);
        call(caller, "assistants.tests.runs.retrieve", null, 200, test, run);
        call(caller, "assistants.tests.testSuites.list", null, 200);
        call(caller, "assistants.tests.testSuites.runs.trigger", "", 201, "s");
        call(caller, "assistants.tests.testSuites.runs.list", null, 200, "s");
        call(caller, "assistants.tests.delete", null, 200, test);
    }

    @Test
    void elevenOperationsAcceptAnIdempotencyKey() {
        assertThat(Catalogue.endpoints())
                .filteredOn(endpoint -> endpoint.safety() == Safety.IDEMPOTENT_BY_KEY)
                .hasSize(11);
    }
}
