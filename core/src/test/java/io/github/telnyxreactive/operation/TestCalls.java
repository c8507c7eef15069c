package io.github.telnyxreactive.operation;

import static io.github.telnyxreactive.operation.Calls.call;

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
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Calls to the operations on assistant tests, their runs and suites. */
final class TestCalls {

    private TestCalls() {}

    private static final CreateAssistantTestRequest CREATE = CreateAssistantTestRequest.builder()
            .name("Refund")
            .destination("+13125550001")
            .instructions("Ask")
            .rubric(List.of(RubricItem.builder().name("Tone").criteria("Polite").build()))
            .build();

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
}
