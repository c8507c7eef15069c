package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.internal.error.Refusals;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.internal.runs.RunPoll;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Triggers and polls runs of the service. */
final class ServiceRuns implements RunSource {

    /** The largest page size of the service. */
    private static final int PAGE_SIZE = 100;

    private final Exchange exchange;
    private final WaitingAttempts waiting;

    /** For requests outside of a batch, which wait for nothing. */
    ServiceRuns(Exchange exchange) {
        this(exchange, new WaitingAttempts());
    }

    ServiceRuns(Exchange exchange, WaitingAttempts waiting) {
        this.exchange = exchange;
        this.waiting = waiting;
    }

    @Override
    public boolean isReady() {
        return waiting.areFew();
    }

    @Override
    public void onReady(Runnable listener) {
        waiting.onFew(listener);
    }

    /** The call itself resolves an unknown outcome, by repeating the request with the same key. */
    @Override
    public Mono<Answer> trigger(BatchItem item, String key, Duration limit) {
        return Mono.defer(() -> switch (item.kind()) {
            case SUITE -> answer(suite(item).withIdempotencyKey(key), limit, Function.identity());
            case TEST -> answer(test(item).withIdempotencyKey(key), limit, List::of);
        });
    }

    private <T> Mono<Answer> answer(Operation<T> operation, Duration limit, Function<T, List<TestRun>> runs) {
        return exchange.exchange(operation, limit).mapNotNull(response -> {
            T body = response.body();
            return body == null ? null : new Answer(runs.apply(body), response.repeated());
        });
    }

    private static Operation<List<TestRun>> suite(BatchItem item) {
        TriggerTestSuiteRunsRequest request = TriggerTestSuiteRunsRequest.builder()
                .destinationVersionId(item.versionId())
                .build();
        return TestSuiteOperations.triggerRuns(item.name(), request);
    }

    private static Operation<TestRun> test(BatchItem item) {
        TriggerTestRunRequest request = TriggerTestRunRequest.builder()
                .destinationVersionId(item.versionId())
                .build();
        return TestRunOperations.trigger(item.name(), request);
    }

    @Override
    public String newKey() {
        return exchange.newKey();
    }

    @Override
    public Mono<SuiteTests> tests(String suite) {
        return tests(suite, true).onErrorResume(Refusals::isRefusal, refusal -> tests(suite, false));
    }

    /** Some services ignore a filter, or refuse it. */
    private Mono<SuiteTests> tests(String suite, boolean filtered) {
        TestListParams params = TestListParams.builder()
                .testSuite(filtered ? suite : null)
                .pageSize(PAGE_SIZE)
                .build();
        return exchange.list(TestOperations.list(params))
                .filter(test -> filtered && test.testSuite() == null || suite.equals(test.testSuite()))
                .collect(SuiteTests::new, SuiteTests::add);
    }

    @Override
    public Mono<RunPoll.Result> poll(RunPoll.Look look) {
        return RunPoll.of(exchange, look);
    }
}
