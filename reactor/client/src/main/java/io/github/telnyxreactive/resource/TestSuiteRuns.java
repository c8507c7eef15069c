package io.github.telnyxreactive.resource;

import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import io.github.telnyxreactive.paging.PagedFlux;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs of suites.
 *
 * <p>Nothing is sent before there is a subscriber, and each subscriber makes a call of its own; cancelling closes the
 * exchange. Errors are of type {@link io.github.telnyxreactive.error.TelnyxException}. A name may contain anything; one
 * that is {@code null} or empty is refused at once with an {@link IllegalArgumentException}.
 */
public final class TestSuiteRuns {

    /** The largest page that the service gives. */
    private static final int PAGE_SIZE = 100;

    private final Exchange exchange;

    TestSuiteRuns(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Lists all runs of a suite: {@code GET /ai/assistants/tests/test-suites/{suite_name}/runs}.
     *
     * @param suiteName the name of the suite
     * @return the runs, read page by page as far as is asked for
     */
    public PagedFlux<TestRun> list(String suiteName) {
        return list(suiteName, TestSuiteRunListParams.builder().build());
    }

    /**
     * Lists runs of a suite: {@code GET /ai/assistants/tests/test-suites/{suite_name}/runs}.
     *
     * @param suiteName the name of the suite
     * @param params which runs, and how many in a page
     * @return the runs, read page by page as far as is asked for
     */
    public PagedFlux<TestRun> list(String suiteName, TestSuiteRunListParams params) {
        return exchange.list(TestSuiteOperations.listRuns(suiteName, params));
    }

    /**
     * Runs all tests of a suite against the main version:
     * {@code POST /ai/assistants/tests/test-suites/{suite_name}/runs}. Each subscription starts runs; the attempts of one
     * subscription share an idempotency key, so that they start them once together.
     *
     * @param suiteName the name of the suite
     * @return the runs, one for each test, most likely pending
     */
    public Mono<List<TestRun>> trigger(String suiteName) {
        return trigger(suiteName, TriggerTestSuiteRunsRequest.builder().build());
    }

    /**
     * Runs all tests of a suite: {@code POST /ai/assistants/tests/test-suites/{suite_name}/runs}, as
     * {@link #trigger(String)}.
     *
     * @param suiteName the name of the suite
     * @param request how to run them
     * @return the runs, one for each test, most likely pending
     */
    public Mono<List<TestRun>> trigger(String suiteName, TriggerTestSuiteRunsRequest request) {
        return exchange.execute(TestSuiteOperations.triggerRuns(suiteName, request));
    }

    /**
     * Runs all tests of a suite and emits each run when it has become final. All runs are looked at together, by one list
     * on the client's polling schedule, and not one by one.
     *
     * @param suiteName the name of the suite
     * @param request how to run them
     * @return the runs in their final statuses, in the order in which they are seen to end; a
     *     {@link io.github.telnyxreactive.error.PollingDeadlineException} with the others as last seen if not all of them
     *     end within the polling deadline
     */
    public Flux<TestRun> triggerAndFollow(String suiteName, TriggerTestSuiteRunsRequest request) {
        return triggerAndObserve(suiteName, request).filter(TestRuns::isFinal);
    }

    /**
     * Runs all tests of a suite and emits each run as it was started, and again each time that its status is seen to have
     * changed, as {@link #triggerAndFollow}.
     *
     * @param suiteName the name of the suite
     * @param request how to run them
     * @return the runs, the last time each in its final status
     */
    public Flux<TestRun> triggerAndObserve(String suiteName, TriggerTestSuiteRunsRequest request) {
        return trigger(suiteName, request).flatMapMany(runs -> observe(suiteName, runs));
    }

    private Flux<TestRun> observe(String suiteName, List<TestRun> runs) {
        if (runs.isEmpty()) {
            return Flux.empty();
        }
        Flux<TestRun> look = Flux.concat(listed(suiteName, runs), retrieved(runs));
        return exchange.polling().changes(runs, look, TestRun::runId, TestRun::status, TestRuns::isFinal);
    }

    private Flux<TestRun> listed(String suiteName, List<TestRun> runs) {
        List<String> ids = runs.stream()
                .map(TestRun::testSuiteRunId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Flux.fromIterable(ids)
                .concatMap(id -> list(
                        suiteName,
                        TestSuiteRunListParams.builder()
                                .testSuiteRunId(id)
                                .pageSize(PAGE_SIZE)
                                .build()));
    }

    /** Runs that the service does not link to a triggering of the suite can only be read one by one. */
    private Flux<TestRun> retrieved(List<TestRun> runs) {
        return Flux.fromIterable(runs)
                .filter(run -> run.testSuiteRunId() == null)
                .concatMap(run -> exchange.execute(TestRunOperations.retrieve(run.testId(), run.runId())));
    }
}
