package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.error.ClientClosedException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.internal.bulk.RunVersion;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.operation.TestSuiteOperations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads runs that have ended once more. Those that were triggered together are listed, if that takes fewer requests. A list
 * may lag behind, so a run that has not ended there, or that is not in it, is read by itself.
 */
final class StatusReview {

    /** The largest page size of the service. */
    private static final int PAGE_SIZE = 100;

    private final Calls calls;
    private final int concurrency;
    private final Map<String, String> changes = new ConcurrentHashMap<>();

    /** What was asked for. A run may not say it, as one from a journal. */
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    private final Map<String, TestRun> read = new ConcurrentHashMap<>();

    private StatusReview(Calls calls, int concurrency) {
        this.calls = calls;
        this.concurrency = concurrency;
    }

    /**
     * Reads all runs again.
     *
     * @param calls executes the operations
     * @param sides the runs against each version, all of which have ended and name their test
     * @param concurrency the maximum number of requests in flight
     * @return what was read
     */
    static Mono<Readings> of(Calls calls, List<Side> sides, int concurrency) {
        return Mono.defer(() -> new StatusReview(calls, concurrency).readings(sides));
    }

    private Mono<Readings> readings(List<Side> sides) {
        List<TestRun> all = new ArrayList<>();
        Map<Together, Map<String, TestRun>> together = new LinkedHashMap<>();
        for (Side side : sides) {
            side.runs().forEach((group, runs) -> {
                String suite = group.suite();
                all.addAll(runs);
                runs.forEach(run -> versions.put(run.runId(), side.versionId()));
                runs.stream()
                        .filter(run -> suite != null
                                && run.testSuiteRunId() != null
                                && !run.testSuiteRunId().isBlank())
                        .forEach(run -> together.computeIfAbsent(
                                        new Together(Objects.requireNonNull(suite), run.testSuiteRunId()),
                                        key -> new LinkedHashMap<>())
                                .put(run.runId(), run));
            });
        }
        return Flux.fromIterable(together.entrySet())
                .filter(group -> group.getValue().size() > 1)
                .flatMap(group -> list(group.getKey(), group.getValue()), concurrency)
                .thenMany(Flux.fromIterable(all))
                .filter(run -> !read.containsKey(run.runId()))
                .flatMap(this::retrieve, concurrency)
                .then(Mono.fromSupplier(() -> new Readings(
                        all.stream()
                                .map(run -> changes.get(run.runId()))
                                .filter(Objects::nonNull)
                                .toList(),
                        Map.copyOf(read))));
    }

    private Mono<Void> list(Together group, Map<String, TestRun> runs) {
        TestSuiteRunListParams params = TestSuiteRunListParams.builder()
                .testSuiteRunId(group.suiteRunId())
                .pageSize(PAGE_SIZE)
                .build();
        Map<String, TestRun> open = new ConcurrentHashMap<>(runs);
        return calls.list(TestSuiteOperations.listRuns(group.suite(), params))
                .onUnreadable(error -> {})
                // A service that ignores the filter lists every run that the suite ever had.
                .take(runs.size() + PAGE_SIZE)
                .filter(run -> run.status() != null && run.status().isTerminal())
                .doOnNext(run -> {
                    TestRun seen = open.remove(run.runId());
                    if (seen != null) {
                        compare(seen, run);
                    }
                })
                .takeUntil(run -> open.isEmpty())
                .then()
                .onErrorResume(StatusReview::isOfTheService, error -> Mono.empty());
    }

    private Mono<Void> retrieve(TestRun seen) {
        return calls.execute(TestRunOperations.retrieve(Objects.requireNonNull(seen.testId()), seen.runId()))
                .doOnNext(run -> compare(seen, run))
                .then()
                .onErrorResume(StatusReview::isOfTheService, error -> {
                    changes.put(
                            seen.runId(),
                            "run " + seen.runId() + " could not be read again: " + Sentences.explain(error));
                    return Mono.empty();
                });
    }

    private void compare(TestRun seen, TestRun run) {
        read.put(seen.runId(), run);
        String difference = difference(seen, run);
        if (difference != null) {
            changes.put(seen.runId(), difference);
        }
    }

    private static boolean isOfTheService(Throwable error) {
        return error instanceof TelnyxException && !(error instanceof ClientClosedException);
    }

    /** Returns what has changed, {@code null} if nothing has. */
    private @Nullable String difference(TestRun before, TestRun after) {
        String run = "run " + before.runId() + " of test " + before.testId();
        if (!before.runId().equals(after.runId())) {
            return run + " could not be read again: the service answered with run " + after.runId();
        }
        if (!Objects.equals(before.status(), after.status())) {
            return run + " was " + before.status() + ", and is " + after.status() + " now";
        }
        String version = versions.get(before.runId());
        String later = RunVersion.of(after);
        if (later != null && !later.equals(version)) {
            return run + " was run against version " + version + ", and against version " + later + " now";
        }
        return null;
    }

    /**
     * The runs against one version.
     *
     * @param versionId the version that was asked for
     * @param runs the runs by their groups
     */
    record Side(String versionId, Map<TestGroup, List<TestRun>> runs) {}

    /**
     * What was read.
     *
     * @param changes what has changed, as sentences
     * @param runs the runs that could be read, by their ids
     */
    record Readings(List<String> changes, Map<String, TestRun> runs) {}

    /**
     * What runs that were triggered together have in common.
     *
     * @param suite the name of their suite
     * @param suiteRunId the id of the triggering
     */
    private record Together(String suite, String suiteRunId) {}
}
