package io.github.telnyxreactive.internal.runs;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.error.BadRequestException;
import io.github.telnyxreactive.error.ClientClosedException;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.UnauthorizedException;
import io.github.telnyxreactive.error.UnprocessableEntityException;
import io.github.telnyxreactive.internal.error.Refusals;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunListParams;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    private static final String TEST_SUITE_RUN_ID = "test_suite_run_id";

    /** The largest page size of the service. */
    private static final int PAGE_SIZE = 100;

    private static final int CONCURRENT_CALLS = 16;

    /** Runs without an id that is known are sought among so many. */
    private static final int MAX_SEARCHED = 2000;

    /** The clocks of the service and of this machine may differ by this much. */
    private static final Duration CLOCK_MARGIN = Duration.ofSeconds(10);

    /**
     * In the order in which runs pass through them: no run moves from a status that is yet to be listed to one that has
     * been.
     */
    private static final List<TestRunStatus> NOT_FINAL =
            List.of(TestRunStatus.PENDING, TestRunStatus.STARTING, TestRunStatus.RUNNING);

    private final Calls calls;
    private final Look look;
    private final Map<String, TestRun> open = new LinkedHashMap<>();
    private final Map<String, TestRun> seen = new ConcurrentHashMap<>();
    private final Map<String, TestRun> withoutStatus = new ConcurrentHashMap<>();
    private final Map<String, TestRun> others = new ConcurrentHashMap<>();
    private final Map<String, Throwable> unreadable = new ConcurrentHashMap<>();
    private final Set<String> listed = ConcurrentHashMap.newKeySet();
    private volatile boolean listedAll;
    private volatile @Nullable Throwable unlisted;

    private RunPoll(Calls calls, Look look) {
        this.calls = calls;
        this.look = look;
        look.open().forEach(run -> open.put(run.runId(), run));
    }

    /**
     * Where to look.
     *
     * @param triggering what was triggered
     * @param runs the number of all of its runs that are known
     * @param open the runs that have not ended, as last seen
     * @param suiteRunIds the ids that its runs have in common, usually one, none for a single test
     * @param isSeeking whether to look for runs that are not known yet
     * @param isComparing whether to list all runs of that time, as the trigger may have had its effect twice
     */
    public record Look(
            Triggering triggering,
            int runs,
            List<TestRun> open,
            List<String> suiteRunIds,
            boolean isSeeking,
            boolean isComparing) {}

    /**
     * The result of a poll. Runs that are in no component are unchanged.
     *
     * @param seen the runs that could be read, as they are now
     * @param unreadable the errors with which other runs could not be read, by their ids
     * @param others runs that are not among the given ones: those with a common id, or all of that time if there is none or
     *     if runs were compared
     * @param listed the ids of all runs with a common id, {@code null} if they were not listed completely
     * @param unlisted why they could not be listed, {@code null} if there was no such error
     */
    public record Result(
            List<TestRun> seen,
            Map<String, Throwable> unreadable,
            List<TestRun> others,
            @Nullable Set<String> listed,
            @Nullable Throwable unlisted) {}

    /**
     * Polls runs, once for each subscription.
     *
     * @param calls executes the operations
     * @param look where to look
     * @return the result; an error if the key is not accepted any more
     */
    public static Mono<Result> of(Calls calls, Look look) {
        return Mono.defer(() -> {
            RunPoll poll = new RunPoll(calls, look);
            return poll.execute().then(Mono.fromSupplier(poll::result));
        });
    }

    /**
     * Returns the ids that runs have in common with those that were triggered together, usually one.
     *
     * @param runs the runs
     * @param missing the error if there are others that could not be read, otherwise {@code null}
     * @return the ids
     */
    static List<String> suiteRunIds(Collection<TestRun> runs, @Nullable DecodingException missing) {
        Stream<String> ids = runs.stream().map(TestRun::testSuiteRunId);
        if (missing != null) {
            Stream<String> ofOthers = missing.unreadable().stream()
                    .map(run -> run.path(TEST_SUITE_RUN_ID))
                    .map(id -> id.isString() ? id.stringValue() : null);
            ids = Stream.concat(ids, ofOthers);
        }
        return ids.map(RunPoll::known).filter(Objects::nonNull).distinct().toList();
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

    /**
     * Returns whether runs exist although the response cannot be read.
     *
     * @param error the error of the trigger
     * @return whether the service has answered with success
     */
    public static boolean isCreated(DecodingException error) {
        Integer status = error.status();
        return status != null && status >= 200 && status <= 299;
    }

    /** An id that is empty says nothing. */
    private static @Nullable String known(@Nullable String id) {
        return id == null || id.isBlank() ? null : id;
    }

    private Mono<Void> execute() {
        return listed().onErrorResume(error -> !isFatal(error), error -> {
                    unlisted = error;
                    return Mono.empty();
                })
                .then(Mono.defer(this::retrieveOthers));
    }

    /** What is gone for good is not read one by one. */
    private static boolean isFatal(Throwable error) {
        return error instanceof UnauthorizedException || error instanceof ClientClosedException;
    }

    private Mono<Void> listed() {
        String suite = look.triggering().suite();
        if (look.isComparing()) {
            return sought(suite);
        }
        if (look.suiteRunIds().isEmpty()) {
            return look.isSeeking() ? sought(suite) : Mono.empty();
        }
        int pages = (look.runs() + PAGE_SIZE - 1) / PAGE_SIZE;
        boolean fewLeft = open.size() < pages && !look.isSeeking();
        if (suite == null || fewLeft) {
            return Mono.empty();
        }
        // Listing by status costs a request for each status, even if there is no run in it.
        boolean filtered = pages > NOT_FINAL.size() && !look.isSeeking();
        return Flux.fromIterable(look.suiteRunIds())
                .concatMap(id -> filtered ? listedByStatus(suite, id, pages) : list(suite, id, null))
                .then(Mono.fromRunnable(() -> listedAll = look.isSeeking()));
    }

    private Flux<TestRun> listedByStatus(String suite, String id, int pages) {
        Flux<TestRun> notFinal = Flux.fromIterable(NOT_FINAL).concatMap(status -> list(suite, id, status));
        // The others have ended since the last poll, and are listed as well if that takes fewer requests.
        Flux<TestRun> all = Flux.defer(() -> open.size() - seen.size() > pages ? list(suite, id, null) : Flux.empty());
        return notFinal.concatWith(all);
    }

    private Flux<TestRun> list(String suite, String id, @Nullable TestRunStatus status) {
        TestSuiteRunListParams params = TestSuiteRunListParams.builder()
                .testSuiteRunId(id)
                .status(status)
                .pageSize(PAGE_SIZE)
                .build();
        Flux<TestRun> list = list(suite, params, id)
                // Some services refuse a filter.
                .onErrorResume(
                        Refusals::isRefusal,
                        refusal -> status == null ? unfiltered(suite, id, refusal) : list(suite, id, null));
        return Flux.defer(() -> isAllSeen() ? Flux.empty() : list);
    }

    /** Lists all runs of the suite. Only where the filter is refused, and not the list, does that help. */
    private Flux<TestRun> unfiltered(String suite, String id, Throwable refusal) {
        if (!(refusal instanceof BadRequestException) && !(refusal instanceof UnprocessableEntityException)) {
            return Flux.error(refusal);
        }
        TestSuiteRunListParams params =
                TestSuiteRunListParams.builder().pageSize(PAGE_SIZE).build();
        return list(suite, params, id);
    }

    private Flux<TestRun> list(String suite, TestSuiteRunListParams params, String id) {
        boolean isFiltered = params.testSuiteRunId() != null;
        return calls.list(TestSuiteOperations.listRuns(suite, params))
                // What cannot be read here may be readable by itself.
                .onUnreadable(error -> {})
                // Some services ignore a filter.
                .filter(run -> id.equals(run.testSuiteRunId()) || isFiltered && known(run.testSuiteRunId()) == null)
                .doOnNext(run -> record(run, id))
                .takeUntil(run -> isAllSeen());
    }

    private boolean isAllSeen() {
        return seen.size() == open.size() && !look.isSeeking();
    }

    /** Lists what was created since the trigger, which is all there is to go by. */
    private Mono<Void> sought(@Nullable String suite) {
        OffsetDateTime from = look.triggering().since().minus(CLOCK_MARGIN);
        Flux<TestRun> list = suite == null
                ? calls.list(TestRunOperations.list(
                                Objects.requireNonNull(look.triggering().testId()),
                                TestRunListParams.builder().pageSize(PAGE_SIZE).build()))
                        .onUnreadable(error -> {})
                        .filter(run -> known(run.testSuiteRunId()) == null)
                : calls.list(TestSuiteOperations.listRuns(
                                suite,
                                TestSuiteRunListParams.builder()
                                        .pageSize(PAGE_SIZE)
                                        .build()))
                        .onUnreadable(error -> {});
        return list.take(MAX_SEARCHED)
                .filter(run -> run.createdAt() != null && !run.createdAt().isBefore(from))
                .doOnNext(run -> others.put(run.runId(), run))
                .then();
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
        String single = look.triggering().testId();
        String testId = single == null ? known(run.testId()) : single;
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
                .onErrorResume(error -> !isFatal(error), error -> {
                    unreadable.put(run.runId(), error);
                    return Mono.empty();
                });
    }

    private void record(TestRun run, String suiteRunId) {
        listed.add(run.runId());
        TestRun known = open.get(run.runId());
        if (known == null) {
            if (look.isSeeking() && suiteRunId.equals(run.testSuiteRunId())) {
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
        return new Result(inOrder, unreadable, List.copyOf(others.values()), listedAll ? listed : null, unlisted);
    }
}
