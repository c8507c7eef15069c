package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Assistant tests: scripted callers with a rubric.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or blank is
 * rejected immediately with an {@link IllegalArgumentException}, a request that violates the limits of the API with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} on subscription.
 */
public final class AssistantTests {

    private final Calls calls;
    private final Function<BatchOptions, TestBatch> batches;
    private final TestRuns runs;
    private final TestSuites testSuites;

    AssistantTests(Calls calls, Function<BatchOptions, TestBatch> batches) {
        this.calls = calls;
        this.batches = batches;
        this.runs = new TestRuns(calls);
        this.testSuites = new TestSuites(calls);
    }

    /**
     * Lists all tests: {@code GET /ai/assistants/tests}.
     *
     * @return the tests, requested page by page under demand
     */
    public PagedFlux<AssistantTest> list() {
        return list(TestListParams.builder().build());
    }

    /**
     * Lists tests: {@code GET /ai/assistants/tests}.
     *
     * @param params which tests, and how many per page
     * @return the tests, requested page by page under demand
     */
    public PagedFlux<AssistantTest> list(TestListParams params) {
        return calls.list(TestOperations.list(params));
    }

    /**
     * Creates a test: {@code POST /ai/assistants/tests}. Each subscription creates one: its attempts share an
     * idempotency key.
     *
     * @param request the new test
     * @return the created test
     */
    public Mono<AssistantTest> create(CreateAssistantTestRequest request) {
        return calls.execute(TestOperations.create(request));
    }

    /**
     * Retrieves a test: {@code GET /ai/assistants/tests/{test_id}}.
     *
     * @param testId the id of the test
     * @return the test
     */
    public Mono<AssistantTest> retrieve(String testId) {
        return calls.execute(TestOperations.retrieve(testId));
    }

    /**
     * Updates a test: {@code PUT /ai/assistants/tests/{test_id}}.
     *
     * @param testId the id of the test
     * @param request the fields to change; all others remain as they are
     * @return the updated test
     */
    public Mono<AssistantTest> update(String testId, UpdateAssistantTestRequest request) {
        return calls.execute(TestOperations.update(testId, request));
    }

    /**
     * Deletes a test: {@code DELETE /ai/assistants/tests/{test_id}}.
     *
     * @param testId the id of the test
     * @return completes when the test has been deleted
     */
    public Mono<Void> delete(String testId) {
        return calls.execute(TestOperations.delete(testId));
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
     * Returns the suites.
     *
     * @return everything under {@code /ai/assistants/tests/test-suites}
     */
    public TestSuites testSuites() {
        return testSuites;
    }

    /**
     * Creates a batch, which runs any number of suites and tests.
     *
     * @param options the options of the batch
     * @return the batch, for any number of subscriptions
     * @throws IllegalArgumentException if it allows more concurrent requests than the client has connections
     */
    public TestBatch batch(BatchOptions options) {
        return batches.apply(options);
    }
}
