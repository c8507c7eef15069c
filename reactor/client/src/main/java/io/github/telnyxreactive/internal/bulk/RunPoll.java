package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.internal.error.Refusals;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One poll of the runs of an item that have not ended. The runs of a suite are listed together; those that no list
 * contains are retrieved one by one.
 */
final class RunPoll {

    /** The largest page size of the service. */
    static final int PAGE_SIZE = 100;

    private static final int CONCURRENT_CALLS = 16;

    /**
     * In the order in which runs pass through them: no run moves from a status that is yet to be listed to one that has
     * been.
     */
    private static final List<TestRunStatus> NOT_FINAL =
            List.of(TestRunStatus.PENDING, TestRunStatus.STARTING, TestRunStatus.RUNNING);

    private final Exchange exchange;
    private final BatchItem item;
    private final Map<String, TestRun> open;
    private final int runs;
    private final Map<String, TestRun> seen = new ConcurrentHashMap<>();
    private final Map<String, Throwable> unreadable = new ConcurrentHashMap<>();

    private RunPoll(Exchange exchange, BatchItem item, Map<String, TestRun> open, int runs) {
        this.exchange = exchange;
        this.item = item;
        this.open = open;
        this.runs = runs;
    }

    /**
     * Polls runs, once for each subscription.
     *
     * @param exchange executes the operations
     * @param item the item of the runs
     * @param open the runs that have not ended, as last seen
     * @param runs the number of all runs of the item
     * @return the result; an error if the runs could not be listed
     */
    static Mono<RunSource.PollResult> of(Exchange exchange, BatchItem item, Collection<TestRun> open, int runs) {
        return Mono.defer(() -> {
            Map<String, TestRun> byId = new LinkedHashMap<>();
            open.forEach(run -> byId.put(run.runId(), run));
            RunPoll poll = new RunPoll(exchange, item, byId, runs);
            return poll.execute().then(Mono.fromSupplier(poll::result));
        });
    }

    private Mono<Void> execute() {
        int pages = (runs + PAGE_SIZE - 1) / PAGE_SIZE;
        boolean fewLeft = open.size() < pages;
        Flux<TestRun> listed = item.kind() == BatchItem.Kind.TEST || fewLeft ? Flux.empty() : listed(pages);
        return listed.then(Mono.defer(this::retrieveOthers));
    }

    private Flux<TestRun> listed(int pages) {
        // Listing by status costs a request for each status, even if there is no run in it.
        boolean filtered = pages > NOT_FINAL.size();
        return Flux.fromStream(() -> open.values().stream()
                        .map(TestRun::testSuiteRunId)
                        .filter(Objects::nonNull)
                        .distinct())
                .concatMap(triggering -> filtered ? listedByStatus(triggering, pages) : list(triggering, null));
    }

    private Flux<TestRun> listedByStatus(String triggering, int pages) {
        Flux<TestRun> notFinal = Flux.fromIterable(NOT_FINAL).concatMap(status -> list(triggering, status));
        // The others have ended since the last poll, and are listed as well if that takes fewer requests.
        Flux<TestRun> all = Flux.defer(() -> open.size() - seen.size() > pages ? list(triggering, null) : Flux.empty());
        return notFinal.concatWith(all);
    }

    private Flux<TestRun> list(String triggering, @Nullable TestRunStatus status) {
        TestSuiteRunListParams params = TestSuiteRunListParams.builder()
                .testSuiteRunId(triggering)
                .status(status)
                .pageSize(PAGE_SIZE)
                .build();
        Flux<TestRun> list = exchange.list(TestSuiteOperations.listRuns(item.name(), params))
                // What cannot be read here may be readable by itself.
                .onUnreadable(error -> {})
                .doOnNext(this::record)
                .takeUntil(run -> isAllSeen())
                .onErrorResume(Refusals::isRefusal, refusal -> status == null ? Flux.empty() : list(triggering, null));
        return Flux.defer(() -> isAllSeen() ? Flux.empty() : list);
    }

    private boolean isAllSeen() {
        return seen.size() == open.size();
    }

    private Mono<Void> retrieveOthers() {
        List<TestRun> others = open.values().stream()
                .filter(run -> !seen.containsKey(run.runId()))
                .toList();
        return Flux.fromIterable(others)
                .flatMap(this::retrieve, CONCURRENT_CALLS)
                .then();
    }

    private Mono<TestRun> retrieve(TestRun run) {
        String testId = run.testId() == null && item.kind() == BatchItem.Kind.TEST ? item.name() : run.testId();
        if (testId == null) {
            unreadable.put(
                    run.runId(),
                    DecodingException.unexpected(
                            FailedCall.none(),
                            "the run " + run.runId() + " is in no list, and the service has not said to which test it"
                                    + " belongs"));
            return Mono.empty();
        }
        return exchange.execute(TestRunOperations.retrieve(testId, run.runId()))
                .doOnNext(this::record)
                .doOnError(error -> unreadable.put(run.runId(), error))
                .onErrorComplete();
    }

    private void record(TestRun run) {
        if (open.containsKey(run.runId())) {
            seen.put(run.runId(), run);
        }
    }

    private RunSource.PollResult result() {
        List<TestRun> inOrder =
                open.keySet().stream().map(seen::get).filter(Objects::nonNull).toList();
        return new RunSource.PollResult(inOrder, unreadable);
    }
}
