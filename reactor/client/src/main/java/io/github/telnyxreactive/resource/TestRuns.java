package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunListParams;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import reactor.core.publisher.Mono;

/**
 * Runs of single tests.
 *
 * <p>Nothing is sent before there is a subscriber, and each subscriber makes a call of its own; cancelling closes the
 * exchange. Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. An id that is {@code null} or empty
 * is refused at once with an {@link IllegalArgumentException}.
 */
public final class TestRuns {

    private final Exchange exchange;

    TestRuns(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Lists all runs of a test: {@code GET /ai/assistants/tests/{test_id}/runs}.
     *
     * @param testId the id of the test
     * @return the runs, read page by page as far as is asked for
     */
    public PagedFlux<TestRun> list(String testId) {
        return list(testId, TestRunListParams.builder().build());
    }

    /**
     * Lists runs of a test: {@code GET /ai/assistants/tests/{test_id}/runs}.
     *
     * @param testId the id of the test
     * @param params which runs, and how many in a page
     * @return the runs, read page by page as far as is asked for
     */
    public PagedFlux<TestRun> list(String testId, TestRunListParams params) {
        return exchange.list(TestRunOperations.list(testId, params));
    }

    /**
     * Runs a test against the main version: {@code POST /ai/assistants/tests/{test_id}/runs}. Each subscription starts a
     * run; the attempts of one subscription share an idempotency key, so that they start one together.
     *
     * <p>Whoever repeats the call on their own, after a crash for example, executes
     * {@link TestRunOperations#trigger} with a key of their own choice.
     *
     * @param testId the id of the test
     * @return the run, most likely pending
     */
    public Mono<TestRun> trigger(String testId) {
        return trigger(testId, TriggerTestRunRequest.builder().build());
    }

    /**
     * Runs a test: {@code POST /ai/assistants/tests/{test_id}/runs}, as {@link #trigger(String)}.
     *
     * @param testId the id of the test
     * @param request how to run it
     * @return the run, most likely pending
     */
    public Mono<TestRun> trigger(String testId, TriggerTestRunRequest request) {
        return exchange.execute(TestRunOperations.trigger(testId, request));
    }

    /**
     * Reads a run: {@code GET /ai/assistants/tests/{test_id}/runs/{run_id}}.
     *
     * @param testId the id of the test
     * @param runId the id of the run
     * @return the run
     */
    public Mono<TestRun> retrieve(String testId, String runId) {
        return exchange.execute(TestRunOperations.retrieve(testId, runId));
    }

    /**
     * Waits for a run to end, by reading it again and again on the client's polling schedule, the first time at once.
     *
     * @param testId the id of the test
     * @param runId the id of the run
     * @return the run in its final status; a {@link io.github.telnyxreactive.error.PollingDeadlineException} with the run
     *     as last seen if it does not end within the polling deadline
     */
    public Mono<TestRun> awaitCompletion(String testId, String runId) {
        return exchange.polling().until(retrieve(testId, runId), TestRuns::isFinal);
    }

    /**
     * Runs a test and waits for its end, as {@link #trigger(String, TriggerTestRunRequest)} and
     * {@link #awaitCompletion(String, String)} after a first wait.
     *
     * @param testId the id of the test
     * @param request how to run it
     * @return the run in its final status
     */
    public Mono<TestRun> triggerAndAwait(String testId, TriggerTestRunRequest request) {
        return trigger(testId, request)
                .flatMap(run -> exchange.polling().until(run, retrieve(testId, run.runId()), TestRuns::isFinal));
    }

    static boolean isFinal(TestRun run) {
        return run.status().isTerminal();
    }
}
