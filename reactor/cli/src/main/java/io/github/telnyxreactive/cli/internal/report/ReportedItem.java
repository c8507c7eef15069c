package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.bulk.BatchItem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of an item of a batch.
 *
 * @param kind the kind of item
 * @param name the name of the suite, or the id of the test
 * @param versionId the version of the assistant that it was run against, {@code null} for the main version
 * @param problem why it was not, or may not have been, triggered, in one line; {@code null} if it was
 * @param runs the runs, in the order in which to show them
 */
public record ReportedItem(
        BatchItem.Kind kind,
        String name,
        @Nullable String versionId,
        @Nullable String problem,
        List<ReportedRun> runs) {

    /** Checks that all required values are present, and copies the list. */
    public ReportedItem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        runs = List.copyOf(runs);
    }

    /** Returns the name with the version, since the same suite may be run against several. */
    String label() {
        return versionId == null ? name : name + " (version " + versionId + ")";
    }

    /**
     * Returns why this item must not count as complete, whatever the status of its runs, or {@code null} if it may. An item
     * without a known run has proved nothing, so it must not look like one that passed.
     */
    @Nullable String doubt(boolean interrupted) {
        if (problem != null || !runs.isEmpty()) {
            return problem;
        }
        return interrupted
                ? "No run is known, because the batch was interrupted"
                : "No run was started; the suite may have no tests";
    }
}
