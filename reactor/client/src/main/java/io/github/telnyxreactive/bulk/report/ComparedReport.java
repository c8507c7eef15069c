package io.github.telnyxreactive.bulk.report;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of two reports that are compared, as a whole.
 *
 * @param batchId the id of the batch
 * @param startedAt when the batch was started
 * @param elapsed the duration of the batch
 * @param verdict the verdict on the batch
 * @param isMainVersion whether the main version of the assistant was tested
 * @param versionIds the other versions of the assistant that were tested, in the order of the report
 * @param runs the number of runs
 * @param unmatchedRuns how many of them belong to a test that is not known, so that they cannot be compared
 * @param passed the number of runs that passed
 * @param notStarted the number of tests that were to run and have no run
 * @param passRatePercent how many of the runs that have ended or were given up, and of the tests that were not started, have
 *     passed, in per cent; {@code null} if there are none
 */
public record ComparedReport(
        String batchId,
        OffsetDateTime startedAt,
        Duration elapsed,
        Verdict verdict,
        boolean isMainVersion,
        List<String> versionIds,
        int runs,
        int unmatchedRuns,
        int passed,
        int notStarted,
        @Nullable Double passRatePercent) {

    /** Copies the list. */
    public ComparedReport {
        versionIds = List.copyOf(versionIds);
    }
}
