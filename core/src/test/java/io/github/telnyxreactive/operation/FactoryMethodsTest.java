package io.github.telnyxreactive.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.json.JsonCodec;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.model.testrun.TestRunListParams;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FactoryMethodsTest {

    private static final CreateAssistantTestRequest CREATE = CreateAssistantTestRequest.builder()
            .name("Refund")
            .destination("+13125550001")
            .instructions("Ask")
            .rubric(List.of(RubricItem.builder().name("Tone").criteria("Polite").build()))
            .build();

    /** A call, the endpoint it is of, its URI, and its body. */
    static Stream<Arguments> calls() {
        return Stream.of(
                call(
                        TestOperations.list(TestListParams.builder().build()),
                        TestOperations.LIST,
                        "/ai/assistants/tests",
                        null),
                call(
                        TestOperations.list(TestListParams.builder()
                                .testSuite("checkout & more")
                                .telnyxConversationChannel(TelnyxConversationChannel.SMS_CHAT)
                                .destination("+13125550001")
                                .pageSize(50)
                                .build()),
                        TestOperations.LIST,
                        "/ai/assistants/tests?test_suite=checkout%20%26%20more&telnyx_conversation_channel=sms_chat"
                                + "&destination=%2B13125550001&page%5Bsize%5D=50",
                        null),
                call(
                        TestOperations.create(CREATE),
                        TestOperations.CREATE,
                        "/ai/assistants/tests",
                        "{\"name\":\"Refund\",\"destination\":\"+13125550001\",\"instructions\":\"Ask\","
                                + "\"rubric\":[{\"name\":\"Tone\",\"criteria\":\"Polite\"}]}"),
                call(TestOperations.retrieve("t 1"), TestOperations.RETRIEVE, "/ai/assistants/tests/t%201", null),
                call(
                        TestOperations.update(
                                "t/1",
                                UpdateAssistantTestRequest.builder()
                                        .description(Field.clear())
                                        .build()),
                        TestOperations.UPDATE,
                        "/ai/assistants/tests/t%2F1",
                        "{\"description\":null}"),
                call(TestOperations.delete(".."), TestOperations.DELETE, "/ai/assistants/tests/%2E%2E", null),
                call(
                        TestRunOperations.list("t1", TestRunListParams.builder().build()),
                        TestRunOperations.LIST,
                        "/ai/assistants/tests/t1/runs",
                        null),
                call(
                        TestRunOperations.list(
                                "t1",
                                TestRunListParams.builder()
                                        .status(TestRunStatus.FAILED)
                                        .pageSize(1)
                                        .build()),
                        TestRunOperations.LIST,
                        "/ai/assistants/tests/t1/runs?status=failed&page%5Bsize%5D=1",
                        null),
                call(
                        TestRunOperations.trigger(
                                "t1", TriggerTestRunRequest.builder().build()),
                        TestRunOperations.TRIGGER,
                        "/ai/assistants/tests/t1/runs",
                        "{}"),
                call(
                        TestRunOperations.trigger(
                                "t1",
                                TriggerTestRunRequest.builder()
                                        .destinationVersionId("v2")
                                        .build()),
                        TestRunOperations.TRIGGER,
                        "/ai/assistants/tests/t1/runs",
                        "{\"destination_version_id\":\"v2\"}"),
                call(
                        TestRunOperations.retrieve("t1", "r?2"),
                        TestRunOperations.RETRIEVE,
                        "/ai/assistants/tests/t1/runs/r%3F2",
                        null),
                call(TestSuiteOperations.list(), TestSuiteOperations.LIST, "/ai/assistants/tests/test-suites", null),
                call(
                        TestSuiteOperations.listRuns(
                                "checkout / EU",
                                TestSuiteRunListParams.builder().build()),
                        TestSuiteOperations.LIST_RUNS,
                        "/ai/assistants/tests/test-suites/checkout%20%2F%20EU/runs",
                        null),
                call(
                        TestSuiteOperations.listRuns(
                                "checkout",
                                TestSuiteRunListParams.builder()
                                        .status(new TestRunStatus("timed out"))
                                        .testSuiteRunId("batch-2")
                                        .pageSize(100)
                                        .build()),
                        TestSuiteOperations.LIST_RUNS,
                        "/ai/assistants/tests/test-suites/checkout/runs"
                                + "?status=timed%20out&test_suite_run_id=batch-2&page%5Bsize%5D=100",
                        null),
                call(
                        TestSuiteOperations.triggerRuns(
                                "../x",
                                TriggerTestSuiteRunsRequest.builder()
                                        .destinationVersionId("v2")
                                        .build()),
                        TestSuiteOperations.TRIGGER_RUNS,
                        "/ai/assistants/tests/test-suites/..%2Fx/runs",
                        "{\"destination_version_id\":\"v2\"}"));
    }

    private static Arguments call(Operation<?> operation, Endpoint<?> endpoint, String uri, @Nullable String body) {
        return Arguments.of(operation, endpoint, uri, body);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallHasItsUriAndItsBody(Operation<?> operation, Endpoint<?> endpoint, String uri, @Nullable String body) {
        assertThat(operation.endpoint()).isSameAs(endpoint);
        assertThat(operation.uri()).isEqualTo(uri);
        assertThat(operation.idempotencyKey()).isNull();
        if (body == null) {
            assertThat(operation.body()).isNull();
        } else {
            assertThat(operation.body()).isInstanceOf(endpoint.bodyType());
            assertThat(Json.text(JsonCodec.write(operation.body()))).isEqualTo(body);
        }
    }

    @Test
    void everyEndpointHasACallInTheTableAbove() {
        Set<Object> called = calls().map(call -> call.get()[1]).collect(Collectors.toSet());

        assertThat(called).hasSameElementsAs(Catalogue.endpoints());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallTellsItsNameItsMethodAndItsUri(
            Operation<?> operation, Endpoint<?> endpoint, String uri, @Nullable String body) {
        assertThat(operation).hasToString(endpoint.name() + " (" + endpoint.method() + " " + uri + ")");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallSendsOnlyParametersThatItsEndpointTakes(
            Operation<?> operation, Endpoint<?> endpoint, String uri, @Nullable String body) {
        String query = uri.indexOf('?') < 0 ? "" : uri.substring(uri.indexOf('?') + 1);
        List<String> names = Stream.of(query.split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter
                        .substring(0, parameter.indexOf('='))
                        .replace("%5B", "[")
                        .replace("%5D", "]"))
                .toList();

        assertThat(names).isSubsetOf(endpoint.query());
    }

    @Test
    void anEmptyIdIsRejectedWithTheNamesOfOperationAndVariable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestOperations.retrieve(""))
                .withMessage("assistants.tests.retrieve: test_id must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestRunOperations.retrieve("t1", null))
                .withMessage("assistants.tests.runs.retrieve: run_id must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestSuiteOperations.triggerRuns(
                        "", TriggerTestSuiteRunsRequest.builder().build()))
                .withMessage("assistants.tests.testSuites.runs.trigger: suite_name must not be empty");
    }

    @Test
    void aMissingRequestIsRejected() {
        assertThatNullPointerException()
                .isThrownBy(() -> TestOperations.create(null))
                .withMessage("request");
        assertThatNullPointerException()
                .isThrownBy(() -> TestOperations.update("t1", null))
                .withMessage("request");
        assertThatNullPointerException()
                .isThrownBy(() -> TestRunOperations.trigger("t1", null))
                .withMessage("request");
        assertThatNullPointerException()
                .isThrownBy(() -> TestSuiteOperations.triggerRuns("checkout", null))
                .withMessage("request");
    }
}
