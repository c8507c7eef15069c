package io.github.telnyxreactive.cli.internal.command.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.RequestTotals;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.cli.internal.state.Outcome;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The number of runs of a batch, and their cost. Runs are those of the whole batch, including any before it was resumed;
 * requests, time, threads and memory are those of this process.
 *
 * @param format {@link #FORMAT}
 * @param version {@link #VERSION}
 * @param requested the number of requested runs; a suite whose size is not known counts as one
 * @param created the number of runs that the simulator has created, {@code null} for the service
 * @param finished the number of runs with a final status
 * @param byStatus the number of runs by the status last seen
 * @param lost the number of runs that were created or requested and have no final status
 * @param doubled the number of runs that the simulator has created in excess of those requested, {@code null} for the
 *     service
 * @param itemsNotTriggered the number of suites and single tests that were not, or may not have been, triggered
 * @param requests the number of requests that the batch has sent, including retries
 * @param requestsByOperation the number of requests by operation
 * @param retries the number of requests that were not the first attempt of their call
 * @param rejections the number of responses with status 429
 * @param peakRequestsPerSecond the largest number of requests that the simulator has received in one second,
 *     {@code null} for the service
 * @param peakThreads the largest number of threads
 * @param peakHeapBytes the largest heap in use right after a garbage collection, 0 if there was no collection
 * @param wallSeconds the elapsed time
 * @param cpuSeconds the CPU time
 * @param exitCode the exit code
 */
public record Summary(
        @JsonProperty("format") String format,
        @JsonProperty("version") int version,
        @JsonProperty("runs_requested") int requested,
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

    /** What this is, for its readers. */
    static final String FORMAT = "telnyx-batch-summary";

    /** The version of the fields. They keep their names and meanings; others may be added. */
    static final int VERSION = 1;

    private static final double MILLIS_OF_SECOND = 1000.0;

    /**
     * Adds a batch up.
     *
     * @param report its report
     * @param outcome its result
     * @param requests the requests of this process
     * @param truth what the simulator knows, {@code null} for the service and for a gate
     * @param metrics the resource use of this process
     * @param exitCode the exit code
     * @return the summary
     */
    public static Summary of(
            BatchReport report,
            Outcome outcome,
            RequestTotals requests,
            @Nullable GroundTruth truth,
            ProcessMetrics metrics,
            int exitCode) {
        return new Summary(
                FORMAT,
                VERSION,
                truth == null
                        ? outcome.runs()
                                + outcome.items().notTriggered()
                                + outcome.items().notStarted()
                        : truth.requested(outcome),
                truth == null ? null : truth.runs.size(),
                outcome.finished(),
                outcome.byStatus(),
                truth == null
                        ? outcome.unfinished()
                                + outcome.items().notTriggered()
                                + outcome.items().notStarted()
                        : truth.lost(report, outcome),
                truth == null ? null : truth.doubled(report),
                outcome.items().notTriggered(),
                requests.total(),
                requests.byOperation(),
                requests.retries(),
                requests.rejections(),
                truth == null ? null : truth.peakRequestsPerSecond,
                metrics.peakThreads(),
                metrics.peakHeapAfterCollection(),
                metrics.wallTime().toMillis() / MILLIS_OF_SECOND,
                metrics.cpuTime().toMillis() / MILLIS_OF_SECOND,
                exitCode);
    }

    /**
     * What a simulator knows of the one batch that has used it.
     *
     * @param testsPerSuite the number of tests in each suite
     * @param runs the runs that were created
     * @param peakRequestsPerSecond the largest number of requests in one second
     */
    public record GroundTruth(int testsPerSuite, List<TestRun> runs, int peakRequestsPerSecond) {

        int requested(Outcome outcome) {
            return (outcome.items().suites() * testsPerSuite + outcome.items().tests())
                    * outcome.items().repetitions();
        }

        /** Returns the number of runs that were never created, plus those created and not known to have finished. */
        int lost(BatchReport report, Outcome outcome) {
            Set<String> finished = new HashSet<>();
            for (ReportedItem item : report.items()) {
                for (ReportedRun run : item.runs()) {
                    if (run.ended()) {
                        finished.add(run.runId());
                    }
                }
            }
            int notCreated = requested(outcome) - (runs.size() - doubled(report));
            long without =
                    runs.stream().filter(run -> !finished.contains(run.runId())).count();
            return notCreated + (int) without;
        }

        int doubled(BatchReport report) {
            boolean suites = false;
            int repetitions = 1;
            Set<String> single = new HashSet<>();
            for (ReportedItem item : report.items()) {
                repetitions = Math.max(repetitions, item.repeat());
                if (item.kind() == BatchItem.Kind.SUITE) {
                    suites = true;
                } else {
                    single.add(item.name());
                }
            }
            int once = repetitions;
            int twice = suites ? 2 * once : once;
            return runs.stream()
                    .collect(Collectors.groupingBy(TestRun::testId, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .mapToInt(test ->
                            Math.max(0, test.getValue().intValue() - (single.contains(test.getKey()) ? twice : once)))
                    .sum();
        }
    }
}
