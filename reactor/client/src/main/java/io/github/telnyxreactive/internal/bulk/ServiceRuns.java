package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.internal.runs.RunPoll;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Triggers and polls runs of the service. */
final class ServiceRuns implements RunSource {

    private final Exchange exchange;

    ServiceRuns(Exchange exchange) {
        this.exchange = exchange;
    }

    /** The call itself resolves an unknown outcome, by repeating the request with the same key. */
    @Override
    public Mono<List<TestRun>> trigger(BatchItem item, String key, Duration limit) {
        return Mono.defer(() -> switch (item.kind()) {
            case SUITE -> exchange.execute(suite(item).withIdempotencyKey(key), limit);
            case TEST ->
                exchange.execute(test(item).withIdempotencyKey(key), limit).map(List::of);
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
    public Mono<RunPoll.Result> poll(
            BatchItem item, Collection<TestRun> open, int runs, @Nullable DecodingException missing) {
        RunPoll.Started started = item.kind() == BatchItem.Kind.SUITE
                ? new RunPoll.Started(item.name(), null, runs, missing)
                : new RunPoll.Started(null, item.name(), runs, missing);
        return RunPoll.of(exchange, started, open);
    }
}
