package io.github.telnyxreactive.cli.internal.report;

import io.github.telnyxreactive.bulk.BatchItem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one piece of the work of a batch.
 *
 * @param kind what was to be run
 * @param name the name of the suite, or the id of the test
 * @param versionId the version of the assistant that the runs talked to, {@code null} for the main version
 * @param problem one line that says why it was not triggered, or not surely, {@code null} if it was
 * @param runs the runs, in the order in which they are to be shown
 */
public record ReportedItem(
        BatchItem.Kind kind,
        String name,
        @Nullable String versionId,
        @Nullable String problem,
        List<ReportedRun> runs) {

    /** Checks that what is required is there, and copies what could change. */
    public ReportedItem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        runs = List.copyOf(runs);
    }

    /** Returns the name together with the version, since the same suite may be run against many. */
    String label() {
        return versionId == null ? name : name + " (version " + versionId + ")";
    }

    /**
     * Returns why this item must not count as done whatever its runs say, or {@code null} if nothing speaks against it. An
     * item of which no run is known has shown nothing, and so must not look like one that passed.
     */
    @Nullable String doubt(boolean interrupted) {
        if (problem != null || !runs.isEmpty()) {
            return problem;
        }
        return interrupted
                ? "No run is known, because the batch was interrupted"
                : "No run was started; a suite without tests has none";
    }
}
