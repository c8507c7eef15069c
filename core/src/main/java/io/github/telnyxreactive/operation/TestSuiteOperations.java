package io.github.telnyxreactive.operation;

import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.Paging;
import java.util.List;
import java.util.Objects;

/** Operations on suites of assistant tests and on their runs. */
public final class TestSuiteOperations {

    /** Lists the names of the suites. */
    public static final Endpoint<Page<String>> LIST = Endpoint.get(
                    "assistants.tests.testSuites.list", "/ai/assistants/tests/test-suites")
            .list(Paging.BY_META, String.class);

    /** Lists the runs of a suite. */
    public static final Endpoint<Page<TestRun>> LIST_RUNS = Endpoint.get(
                    "assistants.tests.testSuites.runs.list", "/ai/assistants/tests/test-suites/{suite_name}/runs")
            .query("status", "test_suite_run_id")
            .pages(Paging.BY_META, TestRun.class);

    /** Runs all tests of a suite. */
    public static final Endpoint<List<TestRun>> TRIGGER_RUNS = Endpoint.post(
                    "assistants.tests.testSuites.runs.trigger", "/ai/assistants/tests/test-suites/{suite_name}/runs")
            .body(TriggerTestSuiteRunsRequest.class)
            .idempotentByKey()
            .returning(ResponseReader.listOf(TestRun.class));

    private TestSuiteOperations() {}

    /**
     * Lists the names of the suites.
     *
     * @return the operation
     */
    public static Operation<Page<String>> list() {
        return LIST.call();
    }

    /**
     * Lists the runs of a suite.
     *
     * @param suiteName the name of the suite
     * @param params the query parameters, including the page size
     * @return the operation, for the first page
     */
    public static Operation<Page<TestRun>> listRuns(String suiteName, TestSuiteRunListParams params) {
        return LIST_RUNS
                .call(suiteName)
                .withParams(params)
                .withQuery("status", params.status())
                .withQuery("test_suite_run_id", params.testSuiteRunId())
                .withQuery(Operation.PAGE_SIZE, params.pageSize());
    }

    /**
     * Runs all tests of a suite.
     *
     * @param suiteName the name of the suite
     * @param request how to run the tests
     * @return the operation
     */
    public static Operation<List<TestRun>> triggerRuns(String suiteName, TriggerTestSuiteRunsRequest request) {
        return TRIGGER_RUNS.call(suiteName).withBody(Objects.requireNonNull(request, "request"));
    }
}
