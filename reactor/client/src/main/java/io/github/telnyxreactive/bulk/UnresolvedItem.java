package io.github.telnyxreactive.bulk;

import io.github.telnyxreactive.internal.model.GenerateBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An item of a journal whose outcome is not known, or that may have more runs than are known, together with what the service
 * has of that time: {@link TestBatch#unresolved} finds it, and {@link TestBatch#resolve} records what somebody decides.
 *
 * @param item the item, or the test of a suite that was triggered on its own
 * @param number the number of the item in the {@linkplain io.github.telnyxreactive.bulk.report.JournalReport reports} of the
 *     journal, from 1
 * @param testName the name of the single test, {@code null} for a suite or if it is not known
 * @param problem why it is not known, in one line
 * @param from when it was first about to be triggered, by the clock of the machine that ran the batch
 * @param to when it may have been triggered last, by the same clock; the service may have created runs a little later
 * @param repeatableUntil until when resuming the batch triggers it again with the same key, which shows what became of it;
 *     {@code null} if resuming does not
 * @param known the runs that belong to it for certain
 * @param found the runs of the suite or test that were created at that time by the clock of the service, with 10 minutes on
 *     either side since clocks differ, or nobody knows when, newest first
 * @param unread why there may be more of them, {@code null} if all could be read
 */
@GenerateBuilder
public record UnresolvedItem(
        ItemId item,
        int number,
        @Nullable String testName,
        String problem,
        OffsetDateTime from,
        OffsetDateTime to,
        @Nullable OffsetDateTime repeatableUntil,
        List<RunState> known,
        List<FoundRun> found,
        @Nullable String unread) {

    /** Checks the required components, and copies the lists. */
    public UnresolvedItem {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(problem, "problem");
        known = List.copyOf(known);
        found = List.copyOf(found);
    }

    /**
     * Returns a builder with the required values. By default, resuming the batch does not trigger it again, no runs are known
     * or found, and everything could be read.
     *
     * @param item the item, or the test of a suite
     * @param number the number of the item in the reports
     * @param problem why it is not known, in one line
     * @param from when it was first about to be triggered, by the clock of the machine that ran the batch
     * @param to when it may have been triggered last, by the same clock
     * @return a new builder
     */
    public static UnresolvedItemBuilder builder(
            ItemId item, int number, String problem, OffsetDateTime from, OffsetDateTime to) {
        return UnresolvedItemBuilder.builder()
                .item(item)
                .number(number)
                .problem(problem)
                .from(from)
                .to(to)
                .known(List.of())
                .found(List.of());
    }

    /**
     * A run of the service that may belong to an item.
     *
     * @param run the run
     * @param testName the name of its test, {@code null} if it is not known
     * @param versionId the id of the version of the assistant, {@code null} if the service does not say it
     * @param owner the item of the batch that it belongs to, {@code null} if it belongs to none
     */
    public record FoundRun(
            RunState run,
            @Nullable String testName,
            @Nullable String versionId,
            @Nullable ItemId owner) {

        /** Checks the required components. */
        public FoundRun {
            Objects.requireNonNull(run, "run");
        }
    }
}
