package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.paging.PagedFlux;

/** Suites: groups of tests by name. */
public final class TestSuites {

    private final Exchange exchange;
    private final TestSuiteRuns runs;

    TestSuites(Exchange exchange) {
        this.exchange = exchange;
        this.runs = new TestSuiteRuns(exchange);
    }

    /**
     * Lists the names of all suites: {@code GET /ai/assistants/tests/test-suites}.
     *
     * @return the names; errors are of type {@link io.github.telnyxreactive.error.TelnyxException}
     */
    public PagedFlux<String> list() {
        return exchange.list(TestSuiteOperations.list());
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
