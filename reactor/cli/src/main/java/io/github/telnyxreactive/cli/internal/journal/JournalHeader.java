package io.github.telnyxreactive.cli.internal.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.telnyxreactive.bulk.BatchItem;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a journal: what a batch is to run.
 *
 * @param format the version of the format of the journal
 * @param batchId the name of the batch, from which the idempotency keys derive
 * @param startedAt when the batch was started
 * @param items what is to be run, in order
 */
public record JournalHeader(int format, String batchId, OffsetDateTime startedAt, List<Item> items) {

    /** The format that this program writes, and the only one that it reads. */
    static final int FORMAT = 1;

    /** Copies what could change. */
    public JournalHeader {
        items = List.copyOf(items);
    }

    /**
     * Describes a batch.
     *
     * @param batchId the name of the batch
     * @param startedAt when the batch was started
     * @param items what is to be run, in order
     * @return the header of its journal
     */
    public static JournalHeader of(String batchId, OffsetDateTime startedAt, List<BatchItem> items) {
        List<Item> written = items.stream()
                .map(item -> new Item(item.kind(), item.name(), item.versionId()))
                .toList();
        return new JournalHeader(FORMAT, batchId, startedAt, written);
    }

    /**
     * Returns what is to be run, each with the idempotency key that belongs to it in this batch.
     *
     * @return the items, in order
     */
    public List<BatchItem> batchItems() {
        return items.stream()
                .map(item -> new BatchItem(item.kind, item.name, item.versionId, null, null).inBatch(batchId))
                .toList();
    }

    /**
     * One piece of the work.
     *
     * @param kind what is run
     * @param name the name of the suite, or the id of the test
     * @param versionId the version of the assistant that the runs talk to, {@code null} for the main version
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            BatchItem.Kind kind, String name, @Nullable String versionId) {}
}
