package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.internal.runs.RunFollower;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The runs of suites.
 *
 * <p>Nothing is sent before subscription, and each subscription makes its own call; cancelling it cancels the request.
 * Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. The name of a suite may contain any
 * character; one that is {@code null} or empty is rejected immediately with an {@link IllegalArgumentException}, a
 * request that violates the limits of the API with an {@link io.github.telnyxreactive.error.InvalidRequestException} on
 * subscription.
 */
public final class TestSuiteRuns {

    private final Calls calls;

    TestSuiteRuns(Calls calls) {
        this.calls = calls;
    }

    /**
     * Lists all runs of a suite: {@code GET /ai/assistants/tests/test-suites/{suite_name}/runs}.
     *
     * @param suiteName the name of the suite
     * @return the runs, requested page by page under demand
     */
    public PagedFlux<TestRun> list(String suiteName) {
        return list(suiteName, TestSuiteRunListParams.builder().build());
    }

    /**
     * Lists runs of a suite: {@code GET /ai/assistants/tests/test-suites/{suite_name}/runs}.
     *
     * @param suiteName the name of the suite
     * @param params which runs, and how many per page
     * @return the runs, requested page by page under demand
     */
    public PagedFlux<TestRun> list(String suiteName, TestSuiteRunListParams params) {
        return calls.list(TestSuiteOperations.listRuns(suiteName, params));
    }

    /**
     * Runs all tests of a suite against the main version:
     * {@code POST /ai/assistants/tests/test-suites/{suite_name}/runs}. Each subscription triggers them once: its
     * attempts share an idempotency key.
     *
     * @param suiteName the name of the suite
     * @return the runs, one for each test, usually pending
     */
    public Mono<List<TestRun>> trigger(String suiteName) {
        return trigger(suiteName, TriggerTestSuiteRunsRequest.builder().build());
    }

    /**
     * Runs all tests of a suite: {@code POST /ai/assistants/tests/test-suites/{suite_name}/runs}, like
     * {@link #trigger(String)}.
     *
     * @param suiteName the name of the suite
     * @param request how to run them
     * @return the runs, one for each test, usually pending
     */
    public Mono<List<TestRun>> trigger(String suiteName, TriggerTestSuiteRunsRequest request) {
        return calls.execute(TestSuiteOperations.triggerRuns(suiteName, request));
    }

    /**
     * Runs all tests of a suite and emits each run when it is final. The runs are polled together, by listing them on
     * the polling schedule of the client, rather than one by one.
     *
     * @param suiteName the name of the suite
     * @param request how to run them
     * @return the runs in their final statuses, in the order in which they are seen to be final; a
     *     {@link io.github.telnyxreactive.error.PollingDeadlineException} with the others as last seen if not all of
     *     them are final within the polling deadline
     */
    public Flux<TestRun> triggerAndFollow(String suiteName, TriggerTestSuiteRunsRequest request) {
        return triggerAndObserve(suiteName, request).filter(TestRun::hasEnded);
    }

    /**
     * Runs all tests of a suite and emits each run when it is triggered, and again whenever its status has changed. The
     * runs are polled as in {@link #triggerAndFollow}.
     *
     * @param suiteName the name of the suite
     * @param request how to run them
     * @return the runs, each for the last time in its final status; errors as in {@link #triggerAndFollow}
     */
    public Flux<TestRun> triggerAndObserve(String suiteName, TriggerTestSuiteRunsRequest request) {
        return RunFollower.suite(calls, suiteName, trigger(suiteName, request));
    }
}
