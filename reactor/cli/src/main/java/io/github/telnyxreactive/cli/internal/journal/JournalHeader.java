package io.github.telnyxreactive.cli.internal.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.telnyxreactive.bulk.BatchItem;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a journal: the work of the batch.
 *
 * @param format the version of the journal format
 * @param batchId the id of the batch, from which the idempotency keys derive
 * @param startedAt when the batch was started
 * @param account the account that the batch runs in, {@code null} in a journal of format 1, which does not say
 * @param concurrency how many runs may be under way, {@code null} if it is not recorded
 * @param maxRuns how many runs the batch and all its resumes may start, {@code null} for no limit
 * @param items the items to run, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JournalHeader(
        int format,
        String batchId,
        OffsetDateTime startedAt,
        @Nullable JournalAccount account,
        @Nullable Integer concurrency,
        @Nullable Integer maxRuns,
        List<Item> items) {

    /** The format that this program writes. */
    static final int FORMAT = 2;

    /** The oldest format that this program reads: it has no account. */
    static final int OLDEST_FORMAT = 1;

    /** Copies the list. */
    public JournalHeader {
        items = List.copyOf(items);
    }

    /**
     * Creates the header of a batch, in the format of this program.
     *
     * @param batchId the id of the batch
     * @param startedAt when the batch was started
     * @param account the account that it runs in
     * @param concurrency how many runs may be under way
     * @param maxRuns how many runs the batch and all its resumes may start, {@code null} for no limit
     * @param items the items to run, in order
     * @return the header
     */
    public static JournalHeader of(
            String batchId,
            OffsetDateTime startedAt,
            JournalAccount account,
            int concurrency,
            @Nullable Integer maxRuns,
            List<Item> items) {
        return new JournalHeader(FORMAT, batchId, startedAt, account, concurrency, maxRuns, items);
    }

    /**
     * Returns the items to run, each with its idempotency key in this batch.
     *
     * @return the items, in order
     */
    public List<BatchItem> batchItems() {
        return items.stream()
                .map(item -> new BatchItem(item.kind, item.name, null, item.versionId, 1, batchId, null, null))
                .toList();
    }

    /**
     * An item to run.
     *
     * @param kind the kind of item
     * @param name the name of the suite, or the id of the test
     * @param versionId the version of the assistant to run against, {@code null} for the main version
     * @param tests the number of tests of a suite, {@code null} for a test or if it is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            BatchItem.Kind kind,
            String name,
            @Nullable String versionId,
            @Nullable Integer tests) {

        /**
         * Describes an item.
         *
         * @param item the item
         * @param tests the number of tests of a suite, {@code null} for a test or if it is not known
         * @return the description
         */
        public static Item of(BatchItem item, @Nullable Integer tests) {
            return new Item(item.kind(), item.name(), item.versionId(), tests);
        }

        /**
         * Returns how many runs the item is expected to have.
         *
         * @return the number of tests, at least 1
         */
        @JsonIgnore
        public int expectedRuns() {
            return tests == null ? 1 : Math.max(1, tests);
        }
    }
}
