package io.github.telnyxreactive.operation;

import static io.github.telnyxreactive.operation.HttpMethod.DELETE;
import static io.github.telnyxreactive.operation.HttpMethod.GET;
import static io.github.telnyxreactive.operation.HttpMethod.POST;
import static io.github.telnyxreactive.operation.HttpMethod.PUT;
import static io.github.telnyxreactive.operation.Safety.IDEMPOTENT;
import static io.github.telnyxreactive.operation.Safety.IDEMPOTENT_BY_KEY;
import static io.github.telnyxreactive.operation.Safety.SAFE;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the API, written down a second time and by hand.
 *
 * @param query the names of the query parameters, joined by commas
 * @param body the type of the body, {@code null} for none
 * @param element the type of what is answered, or of each element of it
 */
record EndpointRow(
        String name,
        HttpMethod method,
        String path,
        String query,
        @Nullable Class<?> body,
        Safety safety,
        Shape answer,
        Class<?> element) {

    private static final String TESTS = "/ai/assistants/tests";
    private static final String PAGE = "page[number], page[size]";

    /** A new operation takes one line here. */
    static final List<EndpointRow> ROWS = List.of(
            get("assistants.tests.list", TESTS, "test_suite, telnyx_conversation_channel, destination, " + PAGE)
                    .pages(AssistantTest.class),
            post("assistants.tests.create", TESTS, CreateAssistantTestRequest.class, IDEMPOTENT_BY_KEY)
                    .one(AssistantTest.class),
            get("assistants.tests.retrieve", TESTS + "/{test_id}", "").one(AssistantTest.class),
            put("assistants.tests.update", TESTS + "/{test_id}", UpdateAssistantTestRequest.class)
                    .one(AssistantTest.class),
            delete("assistants.tests.delete", TESTS + "/{test_id}").nothing(),
            get("assistants.tests.runs.list", TESTS + "/{test_id}/runs", "status, " + PAGE)
                    .pages(TestRun.class),
            post(
                            "assistants.tests.runs.trigger",
                            TESTS + "/{test_id}/runs",
                            TriggerTestRunRequest.class,
                            IDEMPOTENT_BY_KEY)
                    .one(TestRun.class),
            get("assistants.tests.runs.retrieve", TESTS + "/{test_id}/runs/{run_id}", "")
                    .one(TestRun.class),
            get("assistants.tests.testSuites.list", TESTS + "/test-suites", "").pages(String.class),
            get(
                            "assistants.tests.testSuites.runs.list",
                            TESTS + "/test-suites/{suite_name}/runs",
                            "status, test_suite_run_id, " + PAGE)
                    .pages(TestRun.class),
            post(
                            "assistants.tests.testSuites.runs.trigger",
                            TESTS + "/test-suites/{suite_name}/runs",
                            TriggerTestSuiteRunsRequest.class,
                            IDEMPOTENT_BY_KEY)
                    .list(TestRun.class));

    private static EndpointRow get(String name, String path, String query) {
        return new EndpointRow(name, GET, path, query, null, SAFE, Shape.NOTHING, Void.class);
    }

    private static EndpointRow post(String name, String path, @Nullable Class<?> body, Safety safety) {
        return new EndpointRow(name, POST, path, "", body, safety, Shape.NOTHING, Void.class);
    }

    private static EndpointRow put(String name, String path, @Nullable Class<?> body) {
        return new EndpointRow(name, PUT, path, "", body, IDEMPOTENT, Shape.NOTHING, Void.class);
    }

    private static EndpointRow delete(String name, String path) {
        return new EndpointRow(name, DELETE, path, "", null, IDEMPOTENT, Shape.NOTHING, Void.class);
    }

    EndpointRow one(Class<?> type) {
        return answering(Shape.ONE, type);
    }

    EndpointRow list(Class<?> type) {
        return answering(Shape.LIST, type);
    }

    EndpointRow pages(Class<?> type) {
        return answering(Shape.PAGE, type);
    }

    EndpointRow nothing() {
        return this;
    }

    private EndpointRow answering(Shape shape, Class<?> type) {
        return new EndpointRow(name, method, path, query, body, safety, shape, type);
    }

    Endpoint<?> endpoint() {
        return Catalogue.endpoints().stream()
                .filter(endpoint -> endpoint.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in the catalogue"));
    }

    @Override
    public String toString() {
        return name;
    }

    enum Shape {
        ONE,
        LIST,
        PAGE,
        NOTHING
    }
}
