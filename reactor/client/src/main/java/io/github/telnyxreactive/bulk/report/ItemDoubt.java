package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.internal.report.PlainText;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why an item must not count as complete, whatever the status of its runs. An item without a known run has proved nothing, so
 * it must not look like one that passed.
 *
 * @param key the kind of reason, for files that programs read
 * @param message the reason, in one line
 */
record ItemDoubt(String key, String message) {

    private static final String NOT_STARTED = "not_started";

    /** Returns the doubt about an item, or {@code null} if there is none. */
    static @Nullable ItemDoubt of(ReportedItem item, boolean interrupted) {
        String because = interrupted ? ", because the batch was interrupted" : "";
        return switch (item.outcome()) {
            case NOT_TRIGGERED ->
                new ItemDoubt(
                        item.outcome().key(), Objects.requireNonNullElse(item.problem(), "Not triggered" + because));
            case UNKNOWN ->
                new ItemDoubt(
                        item.outcome().key(),
                        item.problem() == null
                                ? "Not known whether this was triggered" + because
                                : "Not known whether this was triggered: " + item.problem());
            case TRIGGERED -> ofTriggered(item, interrupted);
        };
    }

    private static @Nullable ItemDoubt ofTriggered(ReportedItem item, boolean interrupted) {
        if (item.problem() != null) {
            return new ItemDoubt("incomplete", item.problem());
        }
        int notStarted = 0;
        for (Iterator<NotStarted> tests = item.notStarted().iterator(); tests.hasNext(); tests.next()) {
            notStarted++;
        }
        if (notStarted > 0) {
            return new ItemDoubt(NOT_STARTED, PlainText.count(notStarted, "test") + " not started");
        }
        if (item.runs().iterator().hasNext()) {
            return null;
        }
        return new ItemDoubt(
                "no_run",
                interrupted
                        ? "No run is known, because the batch was interrupted"
                        : "No run was started; the suite may have no tests");
    }

    /** Returns whether nothing is wrong but that tests were not started, which the item names. */
    boolean isNotStarted() {
        return key.equals(NOT_STARTED);
    }
}
