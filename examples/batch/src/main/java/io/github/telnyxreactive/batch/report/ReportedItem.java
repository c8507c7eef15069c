package io.github.telnyxreactive.batch.report;

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
}
