package io.github.telnyxreactive.cli.internal.report;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * The result of a batch.
 *
 * @param batchId the id of the batch
 * @param startedAt when the batch was started
 * @param elapsed the duration of the batch, at least zero
 * @param interrupted whether the batch was interrupted
 * @param items the items of the batch, in order
 */
public record Report(
        String batchId, OffsetDateTime startedAt, Duration elapsed, boolean interrupted, List<ReportedItem> items) {

    /** Checks that all required values are present, and copies the list. */
    public Report {
        Objects.requireNonNull(batchId, "batchId");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(elapsed, "elapsed");
        items = List.copyOf(items);
    }
}
