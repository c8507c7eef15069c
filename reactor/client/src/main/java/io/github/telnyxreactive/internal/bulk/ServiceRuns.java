package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Triggers and polls runs of the service. */
final class ServiceRuns implements RunSource {

    private final Exchange exchange;

    ServiceRuns(Exchange exchange) {
        this.exchange = exchange;
    }

    /** The call itself resolves an unknown outcome, by repeating the request with the same key. */
    @Override
    public Mono<List<TestRun>> trigger(BatchItem item, Duration limit) {
        return Mono.defer(() -> switch (item.kind()) {
            case SUITE ->
                exchange.execute(keyed(suite(item), item), limit)
                        .onErrorResume(DecodingException.class, error -> others(item, error));
            case TEST -> exchange.execute(keyed(test(item), item), limit).map(List::of);
        });
    }

    /** Finds the runs that could not be read in the response by listing those that were triggered together. */
    private Mono<List<TestRun>> others(BatchItem item, DecodingException error) {
        Map<String, TestRun> known = new LinkedHashMap<>();
        error.readable(TestRun.class).forEach(run -> known.put(run.runId(), run));
        int all = known.size() + error.unreadable().size();
        return Flux.fromStream(
                        () -> known.values().stream()
                                .map(TestRun::testSuiteRunId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList()
                                .stream())
                .concatMap(triggering -> exchange.list(TestSuiteOperations.listRuns(
                                item.name(),
                                TestSuiteRunListParams.builder()
                                        .testSuiteRunId(triggering)
                                        .pageSize(RunPoll.PAGE_SIZE)
                                        .build()))
                        .onUnreadable(unreadable -> {}))
                .doOnNext(run -> known.putIfAbsent(run.runId(), run))
                .then(Mono.defer(() -> known.size() >= all
                        ? Mono.just(List.copyOf(known.values()))
                        : Mono.<List<TestRun>>error(error)))
                .onErrorMap(failure -> error);
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

    private static <T> Operation<T> keyed(Operation<T> operation, BatchItem item) {
        String key = item.idempotencyKey();
        return key == null ? operation : operation.withIdempotencyKey(key);
    }

    @Override
    public Mono<PollResult> poll(BatchItem item, Collection<TestRun> open, int runs) {
        return RunPoll.of(exchange, item, open, runs);
    }
}
