package io.github.telnyxreactive.internal.runs;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.internal.error.Refusals;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One poll of runs that have not ended. The runs of a suite are listed together. Those that no list contains, or whose
 * status no list shows, are retrieved one by one.
 */
public final class RunPoll {

    /**
     * The service may not find runs that it has just created, so a failure is permanent only after this many polls in a
     * row.
     */
    public static final int MAX_FAILURES = 3;

    private static final String TEST_SUITE_RUN_ID = "test_suite_run_id";

    /** The largest page size of the service. */
    private static final int PAGE_SIZE = 100;

    private static final int CONCURRENT_CALLS = 16;

    /**
     * In the order in which runs pass through them: no run moves from a status that is yet to be listed to one that has
     * been.
     */
    private static final List<TestRunStatus> NOT_FINAL =
            List.of(TestRunStatus.PENDING, TestRunStatus.STARTING, TestRunStatus.RUNNING);

    private final Calls calls;
    private final Started started;
    private final Map<String, TestRun> open;
    private final Map<String, TestRun> seen = new ConcurrentHashMap<>();
    private final Map<String, TestRun> withoutStatus = new ConcurrentHashMap<>();
    private final Map<String, TestRun> others = new ConcurrentHashMap<>();
    private final Map<String, Throwable> unreadable = new ConcurrentHashMap<>();

    private RunPoll(Calls calls, Started started, Map<String, TestRun> open) {
        this.calls = calls;
        this.started = started;
        this.open = open;
    }

    /**
     * What was triggered.
     *
     * @param suite the name of the suite, {@code null} for a single test
     * @param testId the id of the single test, {@code null} for a suite
     * @param runs the number of all of its runs
     * @param missing the error if it has runs that are not known yet, {@code null} if all are
     */
    public record Started(
            @Nullable String suite,
            @Nullable String testId,
            int runs,
            @Nullable DecodingException missing) {}

    /**
     * The result of a poll. Runs that are in no component are unchanged.
     *
     * @param seen the runs that could be read, as they are now
     * @param unreadable the errors with which other runs could not be read, by their ids
     * @param others runs that were triggered together with them, and are not among the given ones
     */
    public record Result(List<TestRun> seen, Map<String, Throwable> unreadable, List<TestRun> others) {}

    /**
     * Polls runs, once for each subscription.
     *
     * @param calls executes the operations
     * @param started what was triggered
     * @param open the runs that have not ended, as last seen
     * @return the result; an error if the runs could not be listed
     */
    public static Mono<Result> of(Calls calls, Started started, Collection<TestRun> open) {
        return Mono.defer(() -> {
            Map<String, TestRun> byId = new LinkedHashMap<>();
            open.forEach(run -> byId.put(run.runId(), run));
            RunPoll poll = new RunPoll(calls, started, byId);
            return poll.execute().then(Mono.fromSupplier(poll::result));
        });
    }

    /**
     * Lists the runs that were triggered together.
     *
     * @param calls executes the operation
     * @param suite the name of the suite
     * @param triggering the id that they have in common
     * @param status only the runs with this status, {@code null} for all
     * @return the runs, without those that cannot be read
     */
    public static Flux<TestRun> list(Calls calls, String suite, String triggering, @Nullable TestRunStatus status) {
        TestSuiteRunListParams params = TestSuiteRunListParams.builder()
                .testSuiteRunId(triggering)
                .status(status)
                .pageSize(PAGE_SIZE)
                .build();
        return calls.list(TestSuiteOperations.listRuns(suite, params))
                // What cannot be read here may be readable by itself.
                .onUnreadable(error -> {})
                // Some services ignore a filter.
                .filter(run -> known(run.testSuiteRunId()) == null || triggering.equals(run.testSuiteRunId()));
    }

    /**
     * Returns the ids that runs have in common with those that were triggered together, usually one.
     */
    private static List<String> triggerings(Collection<TestRun> runs, @Nullable DecodingException missing) {
        Stream<String> ids = runs.stream().map(TestRun::testSuiteRunId);
        if (missing != null) {
            Stream<String> ofReadable = missing.readable(TestRun.class).stream().map(TestRun::testSuiteRunId);
            Stream<String> ofOthers = missing.unreadable().stream()
                    .map(run -> run.path(TEST_SUITE_RUN_ID))
                    .map(id -> id.isString() ? id.stringValue() : null);
            ids = Stream.concat(ids, Stream.concat(ofReadable, ofOthers));
        }
        return ids.map(RunPoll::known).filter(Objects::nonNull).distinct().toList();
    }

    /**
     * Returns whether runs that were triggered together can be found by listing them.
     *
     * @param error the error of the trigger
     * @return whether something in the response says which they are
     */
    public static boolean canFind(DecodingException error) {
        return !triggerings(List.of(), error).isEmpty();
    }

    private boolean isPartlyKnown() {
        return started.missing() != null;
    }

    /**
     * Returns whether the service has responded, so that asking again is unlikely to help.
     *
     * @param error the error
     * @return whether it has
     */
    public static boolean isSettled(Throwable error) {
        return !(error instanceof TelnyxException failure) || failure.delivery() == Delivery.SETTLED;
    }

    /** An id that is empty says nothing. */
    private static @Nullable String known(@Nullable String id) {
        return id == null || id.isBlank() ? null : id;
    }

    private Mono<Void> execute() {
        int pages = (started.runs() + PAGE_SIZE - 1) / PAGE_SIZE;
        boolean fewLeft = open.size() < pages && !isPartlyKnown();
        String suite = started.suite();
        Flux<TestRun> listed = suite == null || fewLeft ? Flux.empty() : listed(suite, pages);
        return listed.then(Mono.defer(this::retrieveOthers));
    }

    private Flux<TestRun> listed(String suite, int pages) {
        // Listing by status costs a request for each status, even if there is no run in it.
        boolean filtered = pages > NOT_FINAL.size();
        return Flux.defer(() -> Flux.fromIterable(triggerings(open.values(), started.missing())))
                .concatMap(triggering ->
                        filtered ? listedByStatus(suite, triggering, pages) : list(suite, triggering, null));
    }

    private Flux<TestRun> listedByStatus(String suite, String triggering, int pages) {
        Flux<TestRun> notFinal = Flux.fromIterable(NOT_FINAL).concatMap(status -> list(suite, triggering, status));
        // The others have ended since the last poll, and are listed as well if that takes fewer requests.
        Flux<TestRun> all =
                Flux.defer(() -> open.size() - seen.size() > pages ? list(suite, triggering, null) : Flux.empty());
        return notFinal.concatWith(all);
    }

    private Flux<TestRun> list(String suite, String triggering, @Nullable TestRunStatus status) {
        Flux<TestRun> list = list(calls, suite, triggering, status)
                .doOnNext(run -> record(run, triggering))
                .takeUntil(run -> isAllSeen())
                .onErrorResume(
                        Refusals::isRefusal, refusal -> status == null ? Flux.empty() : list(suite, triggering, null));
        return Flux.defer(() -> isAllSeen() ? Flux.empty() : list);
    }

    private boolean isAllSeen() {
        return seen.size() == open.size() && !isPartlyKnown();
    }

    private Mono<Void> retrieveOthers() {
        List<TestRun> missing = open.values().stream()
                .filter(run -> !seen.containsKey(run.runId()))
                .toList();
        return Flux.fromIterable(missing)
                .flatMap(this::retrieve, CONCURRENT_CALLS)
                .then();
    }

    private Mono<TestRun> retrieve(TestRun run) {
        String testId = started.testId() == null ? known(run.testId()) : started.testId();
        if (testId == null) {
            unreadable.put(
                    run.runId(),
                    DecodingException.unexpected(
                            FailedCall.none(),
                            "the run " + run.runId()
                                    + " was seen in no list, and the service has not said to which test it"
                                    + " belongs"));
            return Mono.empty();
        }
        return calls.execute(TestRunOperations.retrieve(testId, run.runId()))
                // Another run says nothing about this one.
                .filter(retrieved -> retrieved.runId().equals(run.runId()))
                .doOnNext(retrieved -> seen.put(run.runId(), withIds(retrieved, run)))
                .doOnError(error -> unreadable.put(run.runId(), error))
                .onErrorComplete();
    }

    private void record(TestRun run, String triggering) {
        TestRun known = open.get(run.runId());
        if (known == null) {
            if (triggering.equals(run.testSuiteRunId())) {
                others.put(run.runId(), run);
            }
        } else if (run.status() == null) {
            withoutStatus.put(run.runId(), withIds(run, known));
        } else {
            seen.put(run.runId(), withIds(run, known));
        }
    }

    /** What the service has said of a run once is not forgotten because it leaves it out later. */
    private static TestRun withIds(TestRun run, TestRun before) {
        String testId = before.testId();
        String triggering = before.testSuiteRunId();
        TestRun complete = run;
        if (known(run.testId()) == null && testId != null) {
            complete = complete.toBuilder().testId(testId).build();
        }
        if (known(run.testSuiteRunId()) == null && triggering != null) {
            complete = complete.toBuilder().testSuiteRunId(triggering).build();
        }
        return complete;
    }

    private Result result() {
        withoutStatus.forEach((id, run) -> {
            seen.putIfAbsent(id, run);
            unreadable.remove(id);
        });
        List<TestRun> inOrder =
                open.keySet().stream().map(seen::get).filter(Objects::nonNull).toList();
        return new Result(inOrder, unreadable, List.copyOf(others.values()));
    }
}
