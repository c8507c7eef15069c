package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.paging.PagedFlux;

/**
 * The suites: named groups of tests.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}.
 */
public final class TestSuites {

    private final Calls calls;
    private final TestSuiteRuns runs;

    TestSuites(Calls calls) {
        this.calls = calls;
        this.runs = new TestSuiteRuns(calls);
    }

    /**
     * Lists the names of all suites: {@code GET /ai/assistants/tests/test-suites}.
     *
     * @return the names, requested page by page under demand
     */
    public PagedFlux<String> list() {
        return calls.list(TestSuiteOperations.list());
    }

    /**
     * Returns the runs of suites.
     *
     * @return everything under {@code /ai/assistants/tests/test-suites/{suite_name}/runs}
     */
    public TestSuiteRuns runs() {
        return runs;
    }
}
