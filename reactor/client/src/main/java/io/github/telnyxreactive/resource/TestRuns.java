package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.internal.runs.RunFollower;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunListParams;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * The runs of single tests.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or blank is
 * rejected immediately with an {@link IllegalArgumentException}, a request that violates the limits of the API with an
 * {@link io.github.telnyxreactive.error.InvalidRequestException} on subscription.
 */
public final class TestRuns {

    private final Calls calls;

    TestRuns(Calls calls) {
        this.calls = calls;
    }

    /**
     * Lists all runs of a test: {@code GET /ai/assistants/tests/{test_id}/runs}.
     *
     * @param testId the id of the test
     * @return the runs, requested page by page under demand
     */
    public PagedFlux<TestRun> list(String testId) {
        return list(testId, TestRunListParams.builder().build());
    }

    /**
     * Lists runs of a test: {@code GET /ai/assistants/tests/{test_id}/runs}.
     *
     * @param testId the id of the test
     * @param params which runs, and how many per page
     * @return the runs, requested page by page under demand
     */
    public PagedFlux<TestRun> list(String testId, TestRunListParams params) {
        return calls.list(TestRunOperations.list(testId, params));
    }

    /**
     * Runs a test against the main version: {@code POST /ai/assistants/tests/{test_id}/runs}. Each subscription starts
     * one run: its attempts share an idempotency key.
     *
     * <p>To repeat the call safely across subscriptions, after a crash for example, execute
     * {@link TestRunOperations#trigger} with an idempotency key of your own.
     *
     * @param testId the id of the test
     * @return the run, usually pending
     */
    public Mono<TestRun> trigger(String testId) {
        return trigger(testId, TriggerTestRunRequest.builder().build());
    }

    /**
     * Runs a test: {@code POST /ai/assistants/tests/{test_id}/runs}, like {@link #trigger(String)}.
     *
     * @param testId the id of the test
     * @param request how to run it
     * @return the run, usually pending
     */
    public Mono<TestRun> trigger(String testId, TriggerTestRunRequest request) {
        return calls.execute(TestRunOperations.trigger(testId, request));
    }

    /**
     * Retrieves a run: {@code GET /ai/assistants/tests/{test_id}/runs/{run_id}}.
     *
     * @param testId the id of the test
     * @param runId the id of the run
     * @return the run
     */
    public Mono<TestRun> retrieve(String testId, String runId) {
        return calls.execute(TestRunOperations.retrieve(testId, runId));
    }

    /**
     * Polls a run on the polling schedule of the client until it is final. The first poll is immediate.
     *
     * @param testId the id of the test
     * @param runId the id of the run
     * @return the run in its final status; a {@link io.github.telnyxreactive.error.PollingDeadlineException} with the
     *     run as last seen if it is not final within the polling deadline
     */
    public Mono<TestRun> awaitCompletion(String testId, String runId) {
        Operation<TestRun> checked = TestRunOperations.retrieve(testId, runId);
        return RunFollower.run(calls, testId, runId)
                .checkpoint(checked.endpoint().name());
    }

    /**
     * Runs a test and polls the run until it is final: {@link #trigger(String, TriggerTestRunRequest)}, followed by
     * {@link #awaitCompletion(String, String)} with a delay before the first poll.
     *
     * @param testId the id of the test
     * @param request how to run it
     * @return the run in its final status; an error of a poll is emitted if it is not the first in a row, nor the second
     */
    public Mono<TestRun> triggerAndAwait(String testId, TriggerTestRunRequest request) {
        return RunFollower.test(calls, testId, trigger(testId, request));
    }
}
