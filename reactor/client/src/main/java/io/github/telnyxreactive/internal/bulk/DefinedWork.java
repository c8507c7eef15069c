package io.github.telnyxreactive.internal.bulk;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchPlan;
import java.util.List;

/**
 * Work whose runs say something about certain definitions of versions and tests only.
 *
 * @param items the items, all that there are
 * @param plan the same items, for the journal
 * @param definitions the digest of the definitions, and of what is to be run
 */
public record DefinedWork(List<BatchItem> items, BatchPlan plan, String definitions) {

    /** Copies the list. */
    public DefinedWork {
        items = List.copyOf(items);
    }
}
