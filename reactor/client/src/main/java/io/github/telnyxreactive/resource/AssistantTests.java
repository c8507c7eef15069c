package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.internal.bulk.DefaultTestBatch;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * Assistant tests: scripted callers with a rubric.
 *
 * <p>Nothing is sent before there is a subscriber, and each subscriber makes a call of its own; cancelling closes the
 * exchange. Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or empty
 * is refused at once with an {@link IllegalArgumentException}.
 */
public final class AssistantTests {

    private final Exchange exchange;
    private final TestRuns runs;
    private final TestSuites testSuites;

    AssistantTests(Exchange exchange) {
        this.exchange = exchange;
        this.runs = new TestRuns(exchange);
        this.testSuites = new TestSuites(exchange);
    }

    /**
     * Lists all tests: {@code GET /ai/assistants/tests}.
     *
     * @return the tests, read page by page as far as is asked for
     */
    public PagedFlux<AssistantTest> list() {
        return list(TestListParams.builder().build());
    }

    /**
     * Lists tests: {@code GET /ai/assistants/tests}.
     *
     * @param params which tests, and how many in a page
     * @return the tests, read page by page as far as is asked for
     */
    public PagedFlux<AssistantTest> list(TestListParams params) {
        return exchange.list(TestOperations.list(params));
    }

    /**
     * Creates a test: {@code POST /ai/assistants/tests}. Each subscription creates one; the attempts of one subscription
     * share an idempotency key, so that they create one together.
     *
     * @param request the new test
     * @return the test as the service has it
     */
    public Mono<AssistantTest> create(CreateAssistantTestRequest request) {
        return exchange.execute(TestOperations.create(request));
    }

    /**
     * Reads a test: {@code GET /ai/assistants/tests/{test_id}}.
     *
     * @param testId the id of the test
     * @return the test
     */
    public Mono<AssistantTest> retrieve(String testId) {
        return exchange.execute(TestOperations.retrieve(testId));
    }

    /**
     * Changes a test: {@code PUT /ai/assistants/tests/{test_id}}.
     *
     * @param testId the id of the test
     * @param request what to change; what it does not name is left alone
     * @return the test with all changes
     */
    public Mono<AssistantTest> update(String testId, UpdateAssistantTestRequest request) {
        return exchange.execute(TestOperations.update(testId, request));
    }

    /**
     * Deletes a test: {@code DELETE /ai/assistants/tests/{test_id}}.
     *
     * @param testId the id of the test
     * @return completes when the test is deleted
     */
    public Mono<Void> delete(String testId) {
        return exchange.execute(TestOperations.delete(testId));
    }

    /**
     * Returns the runs of single tests.
     *
     * @return everything under {@code /ai/assistants/tests/{test_id}/runs}
     */
    public TestRuns runs() {
        return runs;
    }

    /**
     * Returns the suites of tests.
     *
     * @return everything under {@code /ai/assistants/tests/test-suites}
     */
    public TestSuites testSuites() {
        return testSuites;
    }

    /**
     * Runs any number of suites and tests.
     *
     * @param options the settings
     * @return a batch, for any number of subscriptions
     * @throws IllegalArgumentException if more requests are to be under way at once than the client has connections
     */
    public TestBatch batch(BatchOptions options) {
        return new DefaultTestBatch(exchange, options);
    }
}
