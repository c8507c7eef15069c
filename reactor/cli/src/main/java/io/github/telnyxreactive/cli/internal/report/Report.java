package io.github.telnyxreactive.cli.internal.report;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * What is known of a batch.
 *
 * @param batchId the name of the batch
 * @param startedAt when it was started
 * @param elapsed how long it has taken, at least zero
 * @param interrupted whether it was broken off before everything was known
 * @param items what was to be run, in the order of the batch
 */
public record Report(
        String batchId, OffsetDateTime startedAt, Duration elapsed, boolean interrupted, List<ReportedItem> items) {

    /** Checks that everything is there, and copies what could change. */
    public Report {
        Objects.requireNonNull(batchId, "batchId");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(elapsed, "elapsed");
        items = List.copyOf(items);
    }
}
