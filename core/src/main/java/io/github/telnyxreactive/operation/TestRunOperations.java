package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunListParams;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;
import java.util.Objects;

/** Operations on the runs of an assistant test. */
public final class TestRunOperations {

    /** Lists the runs of a test. */
    public static final Endpoint<Page<TestRun>> LIST = Endpoint.get(
                    "assistants.tests.runs.list", "/ai/assistants/tests/{test_id}/runs")
            .query("status")
            .pages(Paging.BY_META, TestRun.class);

    /** Runs a test. */
    public static final Endpoint<TestRun> TRIGGER = Endpoint.post(
                    "assistants.tests.runs.trigger", "/ai/assistants/tests/{test_id}/runs")
            .body(TriggerTestRunRequest.class)
            .idempotentByKey()
            .returning(ResponseReader.of(TestRun.class));

    /** Retrieves a run. */
    public static final Endpoint<TestRun> RETRIEVE = Endpoint.get(
                    "assistants.tests.runs.retrieve", "/ai/assistants/tests/{test_id}/runs/{run_id}")
            .returning(ResponseReader.of(TestRun.class));

    private TestRunOperations() {}

    /**
     * Lists the runs of a test.
     *
     * @param testId the id of the test
     * @param params the query parameters, including the page size
     * @return the operation, for the first page
     */
    public static Operation<Page<TestRun>> list(String testId, TestRunListParams params) {
        return LIST.call(testId)
                .withParams(params)
                .withQuery("status", params.status())
                .withQuery(Operation.PAGE_SIZE, params.pageSize());
    }

    /**
     * Runs a test.
     *
     * @param testId the id of the test
     * @param request how to run the test
     * @return the operation
     */
    public static Operation<TestRun> trigger(String testId, TriggerTestRunRequest request) {
        return TRIGGER.call(testId).withBody(Objects.requireNonNull(request, "request"));
    }

    /**
     * Retrieves a run.
     *
     * @param testId the id of the test
     * @param runId the id of the run
     * @return the operation
     */
    public static Operation<TestRun> retrieve(String testId, String runId) {
        return RETRIEVE.call(testId, runId);
    }
}
