package io.github.telnyxreactive.cli.internal.command.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.telnyxreactive.bulk.RequestTotals;
import io.github.telnyxreactive.bulk.RunState;
import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.cli.internal.state.BatchState;
import io.github.telnyxreactive.cli.internal.state.ItemState;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many runs a batch had, and what they have cost. Runs are those of the whole batch, before and after it went on;
 * requests, time, threads and memory are those of this process.
 *
 * @param asked how many runs were asked for; of a suite whose tests nobody has counted, one
 * @param created how many runs the simulator has created, {@code null} for the service, which does not tell
 * @param finished how many runs have an outcome
 * @param byStatus how many runs were last seen in which status
 * @param lost how many runs were created or asked for and have no outcome
 * @param doubled how many runs the simulator has created beyond those that were asked for, {@code null} for the service
 * @param itemsNotTriggered how many suites and single tests were not triggered, or not surely
 * @param requests how many requests the batch has sent, retries included
 * @param requestsByOperation how many of them were to which operation
 * @param retries how many of them were not the first attempt at their call
 * @param rejections how many of them were answered with status 429
 * @param peakRequestsPerSecond the highest number of requests that the simulator has received in any second,
 *     {@code null} for the service
 * @param peakThreads the highest number of threads
 * @param peakHeapBytes the most heap in use right after a collection, 0 if there was none
 * @param wallSeconds how long the process took
 * @param cpuSeconds how long it was on processors
 * @param exitCode what it ends with
 */
record Summary(
        @JsonProperty("runs_asked") int asked,
        @JsonProperty("runs_created") @Nullable Integer created,
        @JsonProperty("runs_finished") int finished,
        @JsonProperty("runs_by_status") Map<String, Integer> byStatus,
        @JsonProperty("runs_lost") int lost,
        @JsonProperty("runs_doubled") @Nullable Integer doubled,
        @JsonProperty("items_not_triggered") int itemsNotTriggered,
        @JsonProperty("requests") long requests,
        @JsonProperty("requests_by_operation") Map<String, Long> requestsByOperation,
        @JsonProperty("retries") long retries,
        @JsonProperty("rejections_429") long rejections,
        @JsonProperty("peak_requests_per_second") @Nullable Integer peakRequestsPerSecond,
        @JsonProperty("peak_threads") int peakThreads,
        @JsonProperty("peak_heap_after_collection_bytes") long peakHeapBytes,
        @JsonProperty("wall_seconds") double wallSeconds,
        @JsonProperty("cpu_seconds") double cpuSeconds,
        @JsonProperty("exit_code") int exitCode) {

    private static final double MILLIS_OF_SECOND = 1000.0;

    /** Sums up. */
    static Summary of(
            BatchState state, RequestTotals requests, @Nullable Witness witness, ProcessMetrics metrics, int exitCode) {
        RunTotals runs = state.totals().overall();
        Map<String, Integer> byStatus = new TreeMap<>();
        runs.byStatus().forEach((status, count) -> byStatus.put(status.value(), count));
        int untriggered = (int)
                state.items().stream().filter(item -> item.problem() != null).count();
        return new Summary(
                witness == null ? runs.runs() + untriggered : witness.asked(state),
                witness == null ? null : witness.runs.size(),
                runs.finished(),
                byStatus,
                witness == null ? runs.unfinished() + untriggered : witness.lost(state),
                witness == null ? null : witness.doubled(state),
                untriggered,
                requests.total(),
                requests.byOperation(),
                requests.retries(),
                requests.rejections(),
                witness == null ? null : witness.peakRequestsPerSecond,
                metrics.peakThreads(),
                metrics.peakHeapAfterCollection(),
                metrics.wallTime().toMillis() / MILLIS_OF_SECOND,
                metrics.cpuTime().toMillis() / MILLIS_OF_SECOND,
                exitCode);
    }

    /**
     * What a simulator knows of a batch that is all that was asked of it.
     *
     * @param testsPerSuite how many tests each suite has
     * @param runs the runs that were created
     * @param peakRequestsPerSecond the highest number of requests in any second
     */
    record Witness(int testsPerSuite, List<TestRun> runs, int peakRequestsPerSecond) {

        int asked(BatchState state) {
            return state.items().stream()
                    .mapToInt(item -> item.isSuite() ? testsPerSuite : 1)
                    .sum();
        }

        /** Those that were never created, and those that were without an outcome. */
        int lost(BatchState state) {
            Set<String> finished = state.items().stream()
                    .flatMap(item -> item.progress().runs().stream())
                    .filter(run -> run.status().isTerminal())
                    .map(RunState::runId)
                    .collect(Collectors.toSet());
            int notCreated = asked(state) - (runs.size() - doubled(state));
            long without =
                    runs.stream().filter(run -> !finished.contains(run.runId())).count();
            return notCreated + (int) without;
        }

        int doubled(BatchState state) {
            boolean suites = state.items().stream().anyMatch(ItemState::isSuite);
            Set<String> single = state.items().stream()
                    .filter(item -> !item.isSuite())
                    .map(ItemState::name)
                    .collect(Collectors.toSet());
            Function<String, Integer> asked = test -> suites && single.contains(test) ? 2 : 1;
            return runs.stream()
                    .collect(Collectors.groupingBy(TestRun::testId, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .mapToInt(test -> Math.max(0, test.getValue().intValue() - asked.apply(test.getKey())))
                    .sum();
        }
    }
}
